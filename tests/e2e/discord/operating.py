"""Somebody whom the settings name as an operator, and a publisher on this machine."""

from __future__ import annotations

from typing import TYPE_CHECKING

import discord
import pytest

from tests.retrieval.fetch.serving import Site

if TYPE_CHECKING:
    from collections.abc import Iterator

    import simcord

    from tests.e2e.discord.conftest import World

STORY = b"""# Mayor of Port Alder resigns

The mayor of Port Alder resigned on Monday after a vote in the council, her office said.

Her deputy takes over until the election in March, when the town chooses a new mayor.
"""
QUESTION = "Did the mayor of Port Alder resign?"


@pytest.fixture
def site() -> Iterator[Site]:
    with Site() as serving:
        yield serving


@pytest.fixture
def operator(world: World) -> simcord.MemberActor:
    """Somebody whom the bot's settings name; also manages the server, so that commands show."""
    manage = world.guild.create_role("staff", permissions=discord.Permissions(manage_guild=True))
    actor = world.guild.add_member(world.env.create_user("operator"), roles=[manage])
    set_discord(world, operators=(actor.id,))
    return actor


def set_discord(world: World, **values: object) -> None:
    settings = world.bot.rooms.settings
    changed = settings.discord.model_copy(update=values)
    world.bot.rooms.settings = settings.model_copy(update={"discord": changed})
