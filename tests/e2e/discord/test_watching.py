"""/watch, /watches and what is told, over a library whose answers are plain."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import discord
import pytest

from bot.discord.rounds import LOOK_SECONDS
from config.watching import WatchSettings
from retrieval.library import Library
from tests.e2e.discord.conftest import buttons, text
from tests.e2e.discord.lists import press, shown
from tests.retrieval.watching.newsroom import OPEN, QUESTION, Newsroom, no, yes

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    import simcord

    from config.settings import Settings
    from tests.e2e.discord.conftest import World

FILLING = "The works at the harbour go on, and the council meets on Monday."


@pytest.fixture
def bot_settings(bot_settings: Settings) -> Settings:
    library = bot_settings.library.model_copy(update={"seeds": False})
    watch = WatchSettings(gather_seconds=0, per_person=3)
    return bot_settings.model_copy(update={"library": library, "watch": watch})


@pytest.fixture
def room(bot_settings: Settings, tmp_path: Path) -> Iterator[Newsroom]:
    with Library.open(bot_settings) as opened:
        yield Newsroom(opened, bot_settings, tmp_path / "articles")


@pytest.fixture
def held(room: Newsroom) -> Library:
    return room.library


async def rounds(world: World) -> None:
    """Let the bot look, ask again and tell."""
    await world.env.advance_time(LOOK_SECONDS * 2)
    await world.env.settle()


async def watch(world: World, actor: simcord.MemberActor | None = None, **more: object) -> Any:  # noqa: ANN401
    options = {"question": QUESTION, **more}
    return shown(await (actor or world.moderator).slash(world.channel, "watch", **options))


async def restart(world: World) -> None:
    """A new process: the system takes the locks of the old one back, which simcord leaves."""
    cog = world.bot.get_cog("Watches")
    assert cog is not None
    await cog.cog_unload()
    await world.restart()


def posts(channel: simcord.ChannelHandle) -> list[str]:
    return [text(each) for each in channel.history()]


async def test_what_is_new_is_posted_once_and_pings_nobody(world: World, room: Newsroom) -> None:
    room.publish("north", yes("north"))
    told = text(await watch(world))
    assert f"I watch “{QUESTION}” and tell <#{world.channel.id}> what is new (at once)." in told
    assert "1 passage is known already." in told
    await rounds(world)
    assert posts(world.channel) == []
    room.publish("south", no("south"), FILLING)
    await rounds(world)
    await rounds(world)
    (post,) = posts(world.channel)
    assert post.startswith(f"## {QUESTION}\n-# New on a watched question")
    assert "### Says no" in post
    assert no("south").replace("-", "\\-") in post
    assert yes("north") not in post
    (sent,) = (
        each.json
        for each in world.env.http_requests
        if each.path == f"/channels/{world.channel.id}/messages" and each.method == "POST"
    )
    assert isinstance(sent, dict)
    assert sent["enforce_nonce"] is True
    assert len(sent["nonce"]) <= 25


async def test_a_correction_strikes_the_old_words_out(world: World, room: Newsroom) -> None:
    room.publish("north", yes("north"), FILLING, published="2024-11-07")
    await watch(world)
    room.publish("north", "The works at the Alder bridge go on in June.", FILLING)
    await rounds(world)
    (post,) = posts(world.channel)
    assert "### No longer there" in post
    assert "7 Nov 2024 · under “Says yes” before · noticed " in post
    assert f"> ~~{yes('north')}~~" in post


async def test_the_buttons_of_a_post_show_all_and_stop(world: World, room: Newsroom) -> None:
    room.publish("north", yes("north"))
    await watch(world)
    room.publish("south", no("south"))
    await rounds(world)
    message = world.channel.history()[-1]
    whole = shown(await world.bob.click(message, custom_id=buttons(message)["Whole answer"]))
    assert whole.ephemeral
    assert "### Says yes" in text(whole)
    assert "### Says no" in text(whole)
    stop = buttons(message)["Stop watching"]
    refused = shown(await world.bob.click(message, custom_id=stop))
    assert "Only whoever had it watched" in text(refused)
    done = shown(await world.moderator.click(message, custom_id=stop))
    assert text(done) == f"No longer watched: “{QUESTION}”."
    again = shown(await world.moderator.click(message, custom_id=stop))
    assert "not watched any more" in text(again)
    room.publish("east", yes("east"))
    await rounds(world)
    assert len(posts(world.channel)) == 1


async def test_members_need_the_right_or_the_servers_leave(world: World, room: Newsroom) -> None:
    refused = await watch(world, world.alice)
    assert "Only members who may manage messages" in text(refused)
    panel = shown(await world.moderator.slash(world.channel, "settings"))
    switch = next(each for each in _ids(panel) if each.endswith(":watching,on"))
    await world.moderator.click(panel, custom_id=switch)
    assert "I watch" in text(await watch(world, world.alice))


def _ids(message: Any) -> list[str]:  # noqa: ANN401
    from tests.e2e.discord.conftest import components  # noqa: PLC0415

    return [each["custom_id"] for each in components(message) if "custom_id" in each]


async def test_another_channel_and_another_pace(world: World, room: Newsroom) -> None:
    other = world.guild.create_text_channel("watching")
    told = text(await watch(world, channel=other, when="daily"))
    assert f"tell <#{other.id}> what is new (once a day)" in told
    room.publish("north", yes("north"))
    await rounds(world)
    assert posts(other) == []
    (kept,) = room.library.watches.of("discord")
    room.library.watches.later(kept.id, 1.0)
    await rounds(world)
    assert len(posts(other)) == 1
    assert posts(world.channel) == []


async def test_a_channel_where_nobody_can_write_is_refused(world: World, room: Newsroom) -> None:
    robot = world.bot.user
    assert robot is not None
    silent = discord.PermissionOverwrite(send_messages=False)
    muted = world.guild.create_text_channel("muted", overwrites={robot: silent})
    told = text(await watch(world, channel=muted))
    assert "I cannot write in" in told
    assert room.library.watches.of("discord") == []


async def test_in_direct_messages_anybody_may(world: World, room: Newsroom) -> None:
    carol = world.env.create_user("carol")
    told = shown(await carol.slash("watch", question=QUESTION))
    assert "write to you what is new" in text(told)
    room.publish("north", yes("north"))
    await rounds(world)
    (kept,) = room.library.watches.of("discord", asker=str(carol.id))
    assert (kept.server, kept.channel) == (None, None)
    sent = [each.json for each in world.env.http_requests if "nonce" in str(each.json)]
    assert yes("north") in str(sent)


async def test_watch_under_an_answer_tells_what_came_since(world: World, room: Newsroom) -> None:
    room.publish("north", yes("north"))
    answer = shown(await world.moderator.slash(world.channel, "ask", question=QUESTION))
    room.publish("south", no("south"))
    told = shown(await press(world.moderator, answer, "Watch"))
    assert "I watch" in text(told)
    await rounds(world)
    post = posts(world.channel)[-1]
    assert "### Says no" in post
    assert "### Says yes" not in post


async def test_watches_are_listed_paused_and_removed(world: World, room: Newsroom) -> None:
    assert "You watch no question here" in text(shown(await world.moderator.slash(
        world.channel, "watches")))  # fmt: skip
    await watch(world)
    await watch(world, question=OPEN, when="weekly")
    listed = shown(await world.moderator.slash(world.channel, "watches"))
    assert listed.ephemeral
    assert text(listed).count("<#") == 2
    pause = next(each for each in _ids(listed) if ":watch-pause:" in each)
    paused = shown(await world.moderator.click(listed, custom_id=pause))
    assert "paused" in text(paused)
    room.publish("north", yes("north"))
    await rounds(world)
    assert posts(world.channel) == []
    paused = shown(await press(world.moderator, paused, "Go on"))
    await rounds(world)
    assert len(posts(world.channel)) == 1
    for _ in range(2):
        remove = next(each for each in _ids(paused) if ":watch-remove:" in each)
        paused = shown(await world.moderator.click(paused, custom_id=remove))
    assert "You watch no question here" in text(paused)
    assert room.library.watches.of("discord") == []


async def test_limits_are_told(world: World, room: Newsroom) -> None:
    for word in ("May", "July", "August"):
        await watch(world, question=f"Will the Alder bridge open in {word}?")
    told = text(await watch(world))
    assert "You have 3 questions watched" in told
    assert len(room.library.watches.of("discord")) == 3


async def test_what_is_no_question_is_refused(world: World, room: Newsroom) -> None:
    told = text(await watch(world, question="Tell me about the bridge"))
    assert "I watch" not in told
    assert room.library.watches.of("discord") == []


@pytest.mark.parametrize(("status", "code"), [(403, 50013), (403, 50001), (404, 10003)])
async def test_a_channel_that_is_gone_ends_the_watch_and_tells_its_owner_once(
    world: World, room: Newsroom, status: int, code: int
) -> None:
    await watch(world)
    room.publish("north", yes("north"))
    path = f"/channels/{world.channel.id}/messages"
    world.env.inject_error("POST", path, status=status, code=code, times=1)
    await rounds(world)
    assert room.library.watches.of("discord") == []
    assert room.library.watches.ended("discord") == []
    await rounds(world)
    told = [each for each in world.env.http_requests if "I no longer watch" in str(each.json)]
    assert len(told) == 1
    assert posts(world.channel) == []


async def test_where_discord_is_out_of_order_the_post_comes_later(
    world: World, room: Newsroom
) -> None:
    await watch(world)
    room.publish("north", yes("north"))
    path = f"/channels/{world.channel.id}/messages"
    world.env.inject_error("POST", path, status=500, times=5)
    await rounds(world)
    assert posts(world.channel) == []
    for _ in range(5):
        await rounds(world)
    assert len(posts(world.channel)) == 1


async def test_a_question_that_fails_does_not_keep_others_waiting(
    world: World, room: Newsroom, monkeypatch: pytest.MonkeyPatch
) -> None:
    await watch(world, question=OPEN)
    await watch(world)
    ask = room.library.ask

    def fail(question: str, **options: Any) -> object:  # noqa: ANN401
        if question == OPEN:
            raise ZeroDivisionError
        return ask(question, **options)

    monkeypatch.setattr(room.library, "ask", fail)
    room.publish("north", yes("north"), "It was Jones who opened the bridge at Alder.")
    await rounds(world)
    assert len(posts(world.channel)) == 1
    world.errors()


async def test_a_post_that_was_sent_before_the_process_was_killed_is_not_sent_again(
    world: World, room: Newsroom, monkeypatch: pytest.MonkeyPatch
) -> None:
    await watch(world)
    room.publish("north", yes("north"))
    watches = room.library.watches

    def killed(*_: object) -> None:
        raise SystemError("killed between sending and noting it")

    with monkeypatch.context() as patched:
        patched.setattr(type(watches), "sent", killed)
        await rounds(world)
    world.errors()
    assert len(posts(world.channel)) == 1
    (post,) = watches.unsent("discord")
    await restart(world)
    await rounds(world)
    assert watches.unsent("discord") == []
    assert len(posts(world.channel)) == 1
    assert watches.post(post.id).message == str(world.channel.history()[-1].id)


async def test_a_post_that_was_written_down_and_not_sent_is_sent_after_a_restart(
    world: World, room: Newsroom
) -> None:
    await watch(world)
    room.publish("north", yes("north"))
    watcher = world.bot.get_cog("Watches")._rounds._watcher  # type: ignore[union-attr]
    (post,) = watcher.step()
    await restart(world)
    await rounds(world)
    assert len(posts(world.channel)) == 1
    assert room.library.watches.post(post.id).message


async def test_what_does_not_fit_is_on_pages_of_ones_own(world: World, room: Newsroom) -> None:
    await watch(world)
    for number in range(12):
        room.publish(f"paper-{number}", yes(f"paper {number} " + "x" * 600))
    await rounds(world)
    (message,) = world.channel.history()
    assert "Page 1 of " in text(message)
    page = shown(await world.bob.click(message, custom_id=buttons(message)["Next"]))
    assert page.ephemeral
    assert "Page 2 of " in text(page)
    back = shown(await press(world.bob, page, "Previous"))
    assert "Page 1 of " in text(back)


async def test_a_hidden_source_is_not_told(world: World, room: Newsroom) -> None:
    await watch(world)
    room.publish("north", FILLING)
    await world.bot.servers.set(world.guild.id, hidden=("north",))
    room.publish("north-2", yes("north"), source="north")
    room.publish("south", no("south"))
    await rounds(world)
    (post,) = posts(world.channel)
    assert "### Says yes" not in post
    assert "### Says no" in post


async def test_leaving_a_server_ends_its_watches(world: World, room: Newsroom) -> None:
    await watch(world)
    carol = world.env.create_user("carol")
    await carol.slash("watch", question=QUESTION)
    guild = world.bot.get_guild(world.guild.id)
    assert guild is not None
    await guild.leave()
    await world.env.settle()
    (kept,) = room.library.watches.of("discord")
    assert kept.asker == str(carol.id)


async def test_privacy_shows_and_deletes_them(world: World, room: Newsroom) -> None:
    await watch(world)
    told = shown(await world.moderator.slash(world.channel, "privacy"))
    assert "no questions, no feedback, 1 watched question" in text(told)
    sure = shown(await press(world.moderator, told, "Delete my questions and feedback"))
    await press(world.moderator, sure, "Delete")
    assert room.library.watches.of("discord") == []
    with room.library._catalogue.database.reading() as connection:
        assert connection.execute("SELECT count(*) FROM told").fetchone() == (0,)


async def test_labels_are_in_the_watchers_language(
    world: World, room: Newsroom, monkeypatch: pytest.MonkeyPatch
) -> None:
    original = discord.Interaction._from_data

    def heard(self: Any, data: Any) -> None:  # noqa: ANN401
        data["locale"] = "de"
        original(self, data)

    monkeypatch.setattr(discord.Interaction, "_from_data", heard)
    await watch(world)
    room.publish("north", yes("north"))
    await rounds(world)
    (post,) = posts(world.channel)
    assert "Neues zu einer beobachteten Frage" in post
    assert yes("north") in post


class TestSwitchedOff:
    @pytest.fixture
    def bot_settings(self, bot_settings: Settings) -> Settings:
        watch = bot_settings.watch.model_copy(update={"enabled": False})
        return bot_settings.model_copy(update={"watch": watch})

    async def test_nothing_is_watched(self, world: World, room: Newsroom) -> None:
        assert "watch.enabled is off" in text(await watch(world))
        room.publish("north", yes("north"))
        answer = shown(await world.moderator.slash(world.channel, "ask", question=QUESTION))
        assert "Watch" not in buttons(answer)
