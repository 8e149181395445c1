"""The client: what of Discord it hears, and who of the rooms does what."""

from __future__ import annotations

import asyncio
import logging
import sys
from collections.abc import Awaitable, Callable, Sequence
from contextlib import suppress
from typing import TYPE_CHECKING, Any

import discord
from discord import app_commands
from discord.ext import commands

from bot.discord import forms
from bot.discord.answering import Answering
from bot.discord.commands import COGS
from bot.discord.desk import Desk
from bot.discord.failures import Failures, Refusal
from bot.discord.keeping import Keeping
from bot.discord.language import labels, language_of
from bot.discord.press import Act, Choice, Press
from bot.discord.servers import Servers
from bot.discord.shelf import Shelf
from bot.discord.translator import CommandTranslator
from bot.metrics import Metrics
from retrieval.errors import LibraryError

if TYPE_CHECKING:
    from bot.discord.language import Labels
    from config.settings import Settings
    from retrieval.library import Library

log = logging.getLogger(__name__)

Interaction = discord.Interaction[Any]
Handler = Callable[[Interaction, Press, Sequence[str]], Awaitable[None]]

# Message content comes without the privileged intent where the bot is written to or mentioned.
INTENTS = discord.Intents(guilds=True, guild_messages=True, dm_messages=True)


class Tree(app_commands.CommandTree["Whosays"]):
    """The commands, with the server's settings at hand before one runs."""

    async def interaction_check(self, interaction: discord.Interaction[Whosays], /) -> bool:
        """Load the server's settings, without which nothing can be done there."""
        try:
            await self.client.servers.load(self.client.server_of(interaction))
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
        self.settings = settings
        self.library = library
        self.ledger = library.ledger
        self.servers = Servers(library.ledger)
        self.shelf = Shelf(library)
        self.metrics = Metrics()
        self.desk = Desk(library, settings.discord, self.metrics)
        self.keeping = Keeping(library, self.metrics)
        self.answering = Answering(self)
        self.failures = Failures(self)
        self._presses: dict[str, Handler] = {}

    async def setup_hook(self) -> None:
        """Add commands and buttons; syncing is the wiring's."""
        await self.tree.set_translator(CommandTranslator())
        self.add_dynamic_items(Act, Choice)
        for cog in COGS:
            await self.add_cog(cog(self))

    def on_press(self, verb: str, handler: Handler) -> None:
        """Let `handler` do what buttons and menus with this verb ask for."""
        self._presses[verb] = handler

    async def pressed(self, interaction: Interaction, press: Press, values: Sequence[str]) -> None:
        """Do what a button or menu asks for; failures are told here."""
        try:
            await self.servers.load(self.server_of(interaction))
            await self._presses.get(press.verb, _unknown)(interaction, press, values)
        except Exception as error:  # noqa: BLE001 - the one door that all presses come through
            await self.failures.tell(interaction, error)

    @staticmethod
    def server_of(place: Interaction | discord.Message) -> int | None:
        """The server that the bot itself is in; none in messages to it or where a user has it."""
        if isinstance(place, discord.Message):
            return place.guild.id if place.guild else None
        foreign = place.is_user_integration() and not place.is_guild_integration()
        return None if foreign else place.guild_id

    def say(self, place: Interaction | discord.Message) -> Labels:
        """The labels in the server's language, else the asker's (a message: the server's own)."""
        # Whoever is told that the library cannot be read is told so in their own language.
        with suppress(LibraryError):
            if chosen := self.servers.get(self.server_of(place)).language:
                return labels(chosen)
        if isinstance(place, discord.Message):
            return labels(language_of(place.guild and place.guild.preferred_locale))
        return labels(language_of(place.locale))

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


async def _unknown(_: Interaction, press: Press, __: Sequence[str]) -> None:
    log.warning("no such button any more: %s", press.verb)
    raise Refusal("failure-old-button")
