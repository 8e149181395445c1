"""The unmodified bot in a simulated Discord, over a library of the seed articles.

`world` is a server with a channel, members and the bot; every request that the bot made in a test
is checked when the test ends (payloads.py), as is that no error was left untold.
"""

from __future__ import annotations

import shutil
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import discord
import pytest
import pytest_asyncio
import simcord

from bot.discord.client import Whosays
from bot.discord.failures import Refusal
from config.serving import DiscordSettings
from config.settings import LibrarySettings, Settings
from retrieval.errors import InputError
from retrieval.library import Library
from tests.e2e.discord.operating import operator, site  # noqa: F401 - fixtures
from tests.e2e.discord.payloads import check, walk

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Iterator
    from pathlib import Path

    from config.settings import ModelSettings

# Seconds that a machine with other work may take; on its own a test takes under one.
SETTLED = 120.0

Shown = discord.Message | simcord.ResponseMessage


@dataclass
class World:
    """A server where the bot is, and who is there."""

    env: simcord.Env
    guild: simcord.GuildHandle
    channel: simcord.ChannelHandle
    alice: simcord.MemberActor
    bob: simcord.MemberActor
    moderator: simcord.MemberActor
    """May manage the server and its messages."""

    @property
    def bot(self) -> Whosays:
        """The bot that runs now."""
        assert isinstance(self.env.bot, Whosays)
        return self.env.bot

    def errors(self) -> list[BaseException]:
        """What failed since this was last called, refusals aside; a test that expects some asks."""
        return [error for error in map(cause, self.env.errors_since(self._seen())) if real(error)]

    def _seen(self) -> int:
        seen, self._cursor = getattr(self, "_cursor", 0), self.env.error_cursor
        return seen

    async def restart(self) -> None:
        """A new process of the bot over the same library, in the same world."""
        await self.env.restart_bot(Whosays(self.bot.settings, self.bot.library))


def cause(error: BaseException) -> BaseException:
    original = getattr(error, "original", None)
    return original if isinstance(original, BaseException) else error


def real(error: BaseException) -> bool:
    return not isinstance(error, Refusal | InputError)


@pytest.fixture
def bot_settings(tmp_path: Path, models: ModelSettings) -> Settings:
    """The bot's settings; a test that wants others replaces this fixture."""
    return Settings(
        library=LibrarySettings(path=tmp_path / "library"),
        models=models,
        discord=DiscordSettings(operators=(1,), user_per_minute=100, server_per_minute=1000),
    )


@pytest.fixture
def held(seeded_folder: Path, bot_settings: Settings) -> Iterator[Library]:
    """A library of the seeds for one test."""
    shutil.copytree(seeded_folder, bot_settings.library.path)
    with Library.open(bot_settings) as opened:
        yield opened


@pytest_asyncio.fixture
async def env(bot_settings: Settings, held: Library) -> AsyncIterator[simcord.Env]:
    """A simulated Discord with the bot running in it and its commands known."""
    bot = Whosays(bot_settings, held)
    simulated = simcord.Env(bot, shard_count=1, check_errors=False, settle_timeout=SETTLED)
    await simulated.start()
    try:
        await bot.tree.sync()
        yield simulated
    finally:
        await simulated.shutdown()


@pytest_asyncio.fixture
async def world(env: simcord.Env) -> AsyncIterator[World]:
    """A server with a channel and three members beside the bot."""
    guild = env.create_guild()
    channel = guild.create_text_channel("news")
    manage = guild.create_role(
        "moderators", permissions=discord.Permissions(manage_guild=True, manage_messages=True)
    )
    alice, bob = (guild.add_member(env.create_user(name)) for name in ("alice", "bob"))
    moderator = guild.add_member(env.create_user("moderator"), roles=[manage])
    there = World(env, guild, channel, alice, bob, moderator)
    yield there
    check(env.http_requests)
    assert not there.errors()


def components(message: Shown) -> list[dict[str, Any]]:
    """Every component of a message or response, nested ones included, in order."""
    shown = message.message if isinstance(message, simcord.ResponseMessage) else message
    raw: list[Any] = [component.to_dict() for component in shown.components]
    return list(walk(raw))


def text(message: Shown) -> str:
    """All text that a message shows, a block a line."""
    return "\n".join(each["content"] for each in components(message) if each["type"] == 10)


def buttons(message: Shown) -> dict[str, str]:
    """custom_id by label, of every button that does something."""
    return {
        each.get("label") or "": each["custom_id"]
        for each in components(message)
        if each["type"] == 2 and "custom_id" in each
    }


def links(message: Shown) -> list[str]:
    """Addresses of the link buttons."""
    return [each["url"] for each in components(message) if each["type"] == 2 and "url" in each]
