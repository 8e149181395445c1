"""The client: what of Discord it hears, and who of the rooms does what."""

from __future__ import annotations

import asyncio
import logging
import sys
from typing import TYPE_CHECKING

import discord
from discord import app_commands
from discord.ext import commands

from bot.discord import forms
from bot.discord.commands import cogs
from bot.discord.places import server_of
from bot.discord.press import Act, Choice
from bot.discord.rooms import Rooms
from bot.discord.translator import CommandTranslator
from retrieval.errors import LibraryError

if TYPE_CHECKING:
    from collections.abc import Sequence

    from bot.discord.press import Interaction, Press
    from config.settings import Settings
    from retrieval.library import Library

log = logging.getLogger(__name__)

# Message content comes without the privileged intent where the bot is written to or mentioned.
INTENTS = discord.Intents(guilds=True, guild_messages=True, dm_messages=True)


class Tree(app_commands.CommandTree["Whosays"]):
    """The commands, with the server's settings at hand before one runs."""

    async def interaction_check(self, interaction: discord.Interaction[Whosays], /) -> bool:
        """Load the server's settings, without which nothing can be done there."""
        try:
            await self.client.servers.load(server_of(interaction))
        except LibraryError as error:
            # What is offered while typing is left out, and nobody is told.
            if interaction.type is not discord.InteractionType.autocomplete:
                await self.client.failures.tell(interaction, error)
            return False
        return True

    async def on_error(
        self, interaction: discord.Interaction[Whosays], error: app_commands.AppCommandError, /
    ) -> None:
        """Every failure of a command ends here."""
        await self.client.failures.tell(interaction, error)


class Whosays(commands.AutoShardedBot):
    """The bot on Discord, over an open library that it does not close."""

    def __init__(self, settings: Settings, library: Library) -> None:
        super().__init__(
            command_prefix=commands.when_mentioned,
            help_command=None,
            tree_cls=Tree,
            intents=INTENTS,
            allowed_mentions=discord.AllowedMentions.none(),
            member_cache_flags=discord.MemberCacheFlags.none(),
            chunk_guilds_at_startup=False,
            max_messages=None,
        )
        self.rooms = rooms = Rooms(settings, library)
        self.library = library
        self.ledger = rooms.ledger
        self.servers = rooms.servers
        self.shelf = rooms.shelf
        self.metrics = rooms.metrics
        self.desk = rooms.desk
        self.keeping = rooms.keeping
        self.answering = rooms.answering
        self.failures = rooms.failures

    @property
    def settings(self) -> Settings:
        """The bot's settings."""
        return self.rooms.settings

    async def setup_hook(self) -> None:
        """Add commands and buttons; syncing is the wiring's."""
        await self.tree.set_translator(CommandTranslator())
        self.add_dynamic_items(Act, Choice)
        for cog in cogs(self.rooms, self):
            await self.add_cog(cog)

    async def pressed(self, interaction: Interaction, press: Press, values: Sequence[str]) -> None:
        """Do what a button or menu asks for; failures are told."""
        await self.rooms.pressed(interaction, press, values)

    async def on_interaction(self, interaction: Interaction) -> None:
        """Forms that come back are handled like buttons; the rest is discord.py's."""
        press = forms.sent(interaction)
        if press is not None:
            await self.pressed(interaction, press, ())

    async def on_message(self, message: discord.Message, /) -> None:
        """Messages are heard by the room of asking; there are no prefix commands."""

    async def on_raw_message_delete(self, deleted: discord.RawMessageDeleteEvent) -> None:
        """An answer that somebody deletes leaves nothing to be suggested from."""
        await asyncio.to_thread(self.ledger.forget_message, str(deleted.message_id))

    async def on_raw_bulk_message_delete(self, deleted: discord.RawBulkMessageDeleteEvent) -> None:
        """The same for many at once."""
        for message in deleted.message_ids:
            await asyncio.to_thread(self.ledger.forget_message, str(message))

    async def on_error(
        self,
        event_method: str,
        /,
        *args: object,  # noqa: ARG002 - the signature is discord.py's
        **kwargs: object,  # noqa: ARG002
    ) -> None:
        """What fails where nobody waits, such as after a server was left."""
        error = sys.exc_info()[1]
        log.error("event %s failed", event_method, exc_info=error)
        if error is not None:
            self.metrics.error(error)

    async def on_guild_remove(self, guild: discord.Guild) -> None:
        """Leaving a server deletes what was kept of it."""
        await self.keeping.leave(str(guild.id))
        self.servers.forget(guild.id)
