"""/settings: what those who manage a server set, and that it holds."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.discord.servers import ServerSettings
from bot.discord.shelf import tag
from tests.e2e.discord.conftest import buttons, components, text
from tests.e2e.discord.lists import choose, menus, offered, press, shown

if TYPE_CHECKING:
    import simcord

    from retrieval.library import Library
    from tests.e2e.discord.conftest import World

QUESTION = "Did Putin congratulate Trump?"
CHANNELS = "Choose channels; none means all"
PER_SOURCE = "Choose how many passages"
LANGUAGE = "Choose a language"
HIDE = "Hide on this page"


async def _panel(world: World) -> simcord.ResponseMessage:
    result = await world.moderator.slash(world.channel, "settings")
    assert result.ephemeral
    return shown(result)


def _set(world: World) -> ServerSettings:
    """As kept in the library's file, not as remembered."""
    world.bot.servers.forget(world.guild.id)
    return world.bot.servers.get(world.guild.id)


def _switch(panel: simcord.ResponseMessage, details: str) -> str:
    """The button with these details; two of them may have one label."""
    ids = [each.get("custom_id", "") for each in components(panel)]
    (found,) = (each for each in ids if each.endswith(f":{details}"))
    return str(found)


async def _ask(world: World, actor: simcord.MemberActor) -> simcord.InteractionResult:
    return await actor.slash(world.channel, "ask", question=QUESTION)


async def test_the_panel_shows_what_holds(world: World) -> None:
    told = text(await _panel(world))
    assert "**Channels where I answer**\nall" in told
    assert "2, as the operator has it" in told
    assert "**Sources hidden here**\nnone" in told
    assert _set(world) == ServerSettings()


async def test_members_who_do_not_manage_the_server_have_no_such_command(world: World) -> None:
    assert "settings" not in world.alice.available_commands(world.channel)
    assert "settings" in world.moderator.available_commands(world.channel)


async def test_a_panel_is_no_use_to_who_no_longer_manages_the_server(world: World) -> None:
    panel = await _panel(world)
    world.env.backend.get_guild(world.guild.id).members[world.moderator.id].role_ids.clear()
    refused = await press(world.moderator, panel, "Switch off")
    assert "Only members who may manage this server" in text(shown(refused))
    assert _set(world) == ServerSettings()


async def test_the_command_is_not_there_in_direct_messages(world: World) -> None:
    carol = world.env.create_user("carol")
    assert "settings" not in carol.available_commands()


async def test_private_by_default(world: World) -> None:
    assert not (await _ask(world, world.alice)).ephemeral
    panel = await _panel(world)
    switch = _switch(panel, "private,on")
    changed = shown(await world.moderator.click(panel, custom_id=switch))
    assert _switch(changed, "private,off")
    assert _set(world).private
    assert (await _ask(world, world.alice)).ephemeral
    public = await world.alice.slash(world.channel, "ask", question=QUESTION, private=False)
    assert not public.ephemeral, "who asks may choose otherwise"


async def test_channels_where_it_answers(world: World) -> None:
    other = world.guild.create_text_channel("off-topic")
    panel = await _panel(world)
    changed = shown(await choose(world.moderator, panel, CHANNELS, [world.channel]))
    assert f"**Channels where I answer**\n<#{world.channel.id}>" in text(changed)
    assert _set(world).channels == (str(world.channel.id),)
    assert not (await _ask(world, world.alice)).ephemeral
    elsewhere = await world.alice.slash(other, "ask", question=QUESTION)
    assert elsewhere.ephemeral
    assert f"<#{world.channel.id}>" in text(shown(elsewhere))
    everywhere = shown(await choose(world.moderator, changed, CHANNELS, []))
    assert "**Channels where I answer**\nall" in text(everywhere)
    assert not (await world.alice.slash(other, "ask", question=QUESTION)).ephemeral


async def test_a_channel_that_was_deleted_does_not_open_all_others(world: World) -> None:
    await world.bot.servers.set(world.guild.id, channels=("123456789012345678",))
    assert "a deleted channel" in text(await _panel(world))
    assert (await _ask(world, world.alice)).ephemeral


async def test_passages_of_a_source(world: World) -> None:
    assert "any plans by the president" in text(shown(await _ask(world, world.alice)))
    panel = await _panel(world)
    value = offered(panel, PER_SOURCE)["1 passage"]
    changed = shown(await choose(world.moderator, panel, PER_SOURCE, [value]))
    assert "**Passages of a source in a position**\n1" in text(changed)
    assert _set(world).per_source == 1
    message = shown(await _ask(world, world.alice))
    assert "any plans by the president" not in text(message)
    value = offered(changed, PER_SOURCE)["2, as the operator has it"]
    await choose(world.moderator, changed, PER_SOURCE, [value])
    assert _set(world).per_source is None


async def test_feedback_buttons(world: World) -> None:
    assert "Feedback" in buttons(shown(await _ask(world, world.alice)))
    panel = await _panel(world)
    switch = _switch(panel, "feedback,off")
    await world.moderator.click(panel, custom_id=switch)
    assert not _set(world).feedback
    assert "Feedback" not in buttons(shown(await _ask(world, world.alice)))


async def test_the_language_of_labels(world: World) -> None:
    panel = await _panel(world)
    assert offered(panel, LANGUAGE)["Українська"] == "uk"
    changed = shown(await choose(world.moderator, panel, LANGUAGE, ["de"]))
    assert "Einstellungen" in text(changed)
    assert _set(world).language == "de"
    assert "Sagt ja" in text(shown(await _ask(world, world.alice)))
    (menu,) = (each for each in menus(changed).values() if "language" in each)
    back = await world.moderator.select(changed, ["asker"], custom_id=menu)
    assert "Settings" in text(shown(back))


async def test_hidden_sources_are_not_searched(world: World) -> None:
    panel = await _panel(world)
    hiding = shown(await press(world.moderator, panel, "Choose sources"))
    source = offered(hiding, HIDE)["The Kyiv Independent"]
    assert source == tag("kyiv-independent")
    await choose(world.moderator, hiding, HIDE, [source])
    assert _set(world).hidden == ("kyiv-independent",)
    answer = text(shown(await _ask(world, world.alice)))
    assert "Kyiv Independent" not in answer
    back = text(shown(await press(world.moderator, hiding, "Back to the settings")))
    assert "**Sources hidden here**\nThe Kyiv Independent" in back


async def test_many_sources_are_hidden_page_by_page(world: World, held: Library) -> None:
    for number in range(30):
        body = f"Council number {number} met.\n\nIt voted {number} times on {number} bridges."
        held.add_upload(f"{number}.txt", body.encode(), source=f"Town Paper {number:02}")
    sources = len(held.sources())
    assert sources > 25
    panel = await _panel(world)
    hiding = shown(await press(world.moderator, panel, "Choose sources"))
    first = list(offered(hiding, HIDE).values())
    assert len(first) == 25
    await choose(world.moderator, hiding, HIDE, first[:2])
    second = shown(await press(world.moderator, hiding, "Next"))
    rest = list(offered(second, HIDE).values())
    assert len(rest) == sources - 25
    await choose(world.moderator, second, HIDE, rest[:1])
    assert {tag(each) for each in _set(world).hidden} == {*first[:2], rest[0]}


async def test_settings_outlive_a_restart_and_the_panel_too(world: World) -> None:
    panel = await _panel(world)
    await world.bot.servers.set(world.guild.id, per_source=5)
    await world.restart()
    switch = _switch(panel, "private,on")
    changed = text(shown(await world.moderator.click(panel, custom_id=switch)))
    assert "**Passages of a source in a position**\n5" in changed
    assert _set(world) == ServerSettings(private=True, per_source=5)


async def test_a_server_does_not_share_its_settings(world: World) -> None:
    await world.bot.servers.set(world.guild.id, private=True)
    other = world.env.create_guild("Other")
    channel = other.create_text_channel("news")
    carol = other.add_member(world.env.create_user("carol"))
    result = await carol.slash(channel, "ask", question=QUESTION)
    assert not result.ephemeral
