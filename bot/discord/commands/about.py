"""/help and /about. Shown to the one who asks only."""

from __future__ import annotations

import asyncio
from importlib.metadata import version
from pathlib import PurePath
from typing import TYPE_CHECKING

from discord import app_commands
from discord.ext import commands

from bot.discord import delivery
from bot.discord.panels import about

if TYPE_CHECKING:
    from bot.discord.press import Interaction
    from bot.discord.rooms import Rooms


class About(commands.Cog):
    """What the bot says of itself."""

    def __init__(self, rooms: Rooms) -> None:
        self._rooms = rooms

    @app_commands.command(description="See how to ask, and what else I can do.")
    @app_commands.allowed_installs(guilds=True, users=True)
    @app_commands.allowed_contexts(guilds=True, dms=True, private_channels=True)
    async def help(self, interaction: Interaction) -> None:
        """Explain how to ask."""
        view = about.usage(
            self._rooms.say(interaction),
            manages=interaction.guild is not None and interaction.permissions.manage_guild,
            operates=self._rooms.operates(interaction),
        )
        await delivery.say_to(interaction, view)

    @app_commands.command(description="See what I am, what I hold and what I keep about you.")
    @app_commands.allowed_installs(guilds=True, users=True)
    @app_commands.allowed_contexts(guilds=True, dms=True, private_channels=True)
    async def about(self, interaction: Interaction) -> None:
        """Say what the bot is."""
        await delivery.acknowledge(interaction, private=True)
        held = await self._rooms.shelf.held()
        settings = self._rooms.settings
        facts = about.Facts(
            version=version("whosays"),
            grown=await asyncio.to_thread(lambda: self._rooms.library.grown),
            encoder=_model(settings.models.encoder),
            stance=_model(settings.models.stance),
            keep_days=settings.discord.keep_days,
        )
        view = about.about(facts, held, self._rooms.say(interaction))
        await delivery.deliver(interaction, view, private=True)


def _model(name: str) -> str:
    """A model's name; of a folder on this machine its own name alone."""
    return PurePath(name).name if name.startswith(("/", ".", "~")) else name
