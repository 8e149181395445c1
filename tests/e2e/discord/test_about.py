"""/help and /about."""

from __future__ import annotations

from importlib.metadata import version
from typing import TYPE_CHECKING

import discord

from tests.e2e.discord.conftest import text
from tests.e2e.discord.lists import shown

if TYPE_CHECKING:
    import simcord

    from retrieval.library import Library
    from tests.e2e.discord.conftest import World


def _operates(world: World, *people: int) -> None:
    settings = world.bot.rooms.settings
    discord_settings = settings.discord.model_copy(update={"operators": people})
    world.bot.rooms.settings = settings.model_copy(update={"discord": discord_settings})


async def _help(world: World, actor: simcord.MemberActor) -> str:
    result = await actor.slash(world.channel, "help")
    assert result.ephemeral
    return text(shown(result))


async def test_help_says_how_to_ask(world: World) -> None:
    told = await _help(world, world.alice)
    assert "`/ask`" in told
    assert "Mention me" in told
    assert "What do sources say?" in told
    assert "Each question stands alone" in told
    assert "`/privacy`" in told


async def test_help_names_what_a_person_may_use(world: World) -> None:
    assert "`/settings`" not in await _help(world, world.alice)
    assert "`/settings`" in await _help(world, world.moderator)
    assert "`/add`" not in await _help(world, world.moderator)
    _operates(world, world.alice.id)
    assert "`/add`" in await _help(world, world.alice)


async def test_help_in_a_direct_message(world: World) -> None:
    result = await world.env.create_user("carol").slash("help")
    assert "`/ask`" in text(result.response)
    assert "`/settings`" not in text(result.response)


async def test_the_message_command_that_help_names_is_there(world: World) -> None:
    menus = world.bot.tree.get_commands(type=discord.AppCommandType.message)
    assert [menu.name for menu in menus] == ["What do sources say?"]


async def test_about_says_what_is_held(world: World, held: Library) -> None:
    result = await world.alice.slash(world.channel, "about")
    told = text(shown(result))
    assert result.ephemeral
    assert f"whosays {version('whosays')}" in told
    assert "4 sources, 4 articles, 42 paragraphs" in told
    assert held.grown is not None
    assert "An article was last added on" in told
    assert "all-MiniLM-L6-v2" in told
    assert "30 days" in told
    held.add_upload("a.txt", b"The council met on Tuesday.\n\nIt voted for a bridge over the bay.")
    assert "5 sources, 5 articles" in text(shown(await world.alice.slash(world.channel, "about")))


async def test_about_an_older_library_that_does_not_know_when_it_grew(
    world: World, held: Library
) -> None:
    with held._catalogue.database.writing() as connection:
        connection.execute("DELETE FROM setting WHERE name = 'grown'")
    told = text(shown(await world.alice.slash(world.channel, "about")))
    assert "4 sources" in told
    assert "last added" not in told


async def test_about_names_no_folder_of_the_machine(world: World) -> None:
    models = world.bot.rooms.settings.models.model_copy(
        update={"encoder": "/srv/private/encoder-v2"}
    )
    world.bot.rooms.settings = world.bot.rooms.settings.model_copy(update={"models": models})
    told = text(shown(await world.alice.slash(world.channel, "about")))
    assert "encoder-v2" in told
    assert "/srv" not in told
