"""/add and /remove: the library, changed by the operators that the bot's settings name."""

from __future__ import annotations

import asyncio
import logging
from contextlib import suppress
from typing import TYPE_CHECKING

import aiohttp
import discord
from discord import app_commands
from discord.ext import commands

from bot.discord import delivery
from bot.discord.commands.browsing import choices, named
from bot.discord.failures import Refusal
from bot.discord.panels import operating as panels
from bot.discord.panels.parts import MOST_OPTION, MOST_OPTIONS, option
from retrieval.errors import LibraryError, NotFoundError

if TYPE_CHECKING:
    from collections.abc import Sequence

    from bot.discord.press import Interaction, Press
    from bot.discord.rooms import Rooms
    from retrieval.library import Added
    from retrieval.model import Article

log = logging.getLogger(__name__)

KILO = 1000


class Operators(commands.Cog):
    """Changes of the library. Who manages a server is no operator: other servers share it."""

    def __init__(self, rooms: Rooms) -> None:
        self._rooms = rooms
        rooms.on_press(panels.REMOVE, self._decided)

    # Discord shows these to those who manage a server, and to everybody in direct messages: a list
    # of operators it does not know. Who may use them is checked here.

    @app_commands.command(description="Add an article to the library. For the bot's operators.")
    @app_commands.describe(
        address="Where the article is on the web",
        file="A text, a Markdown file, a saved page or a PDF",
        source="Who published it; without it, that of a file is shown as not verified",
    )
    @app_commands.default_permissions(manage_guild=True)
    @app_commands.allowed_contexts(guilds=True, dms=True, private_channels=False)
    @app_commands.allowed_installs(guilds=True, users=False)
    async def add(
        self,
        interaction: Interaction,
        address: app_commands.Range[str, 1, 2000] | None = None,
        file: discord.Attachment | None = None,
        source: app_commands.Range[str, 1, 100] | None = None,
    ) -> None:
        """Add what is at an address or attached, and show what became of it."""
        self._rooms.operator(interaction)
        if file is not None and address is None:
            added = await self._sent(interaction, file, source)
        elif address is not None and file is None:
            added = await self._fetched(interaction, address, source)
        else:
            raise Refusal("operate-one-of")
        log.info("text given", extra={"outcome": added.outcome})
        view = panels.result(added, self._rooms.say(interaction))
        await delivery.deliver(interaction, view, private=True)

    async def _sent(
        self, interaction: Interaction, file: discord.Attachment, source: str | None
    ) -> Added:
        most = self._rooms.settings.ingest.max_bytes
        if file.size > most:
            raise Refusal("operate-too-large", size=-(-file.size // KILO), most=most // KILO)
        await delivery.acknowledge(interaction, private=True)
        await self._progress(interaction, "operate-fetching", file.filename)
        try:
            raw = await file.read()
        except (discord.HTTPException, aiohttp.ClientError) as error:
            raise Refusal("operate-lost") from error
        await self._progress(interaction, "operate-reading", file.filename)
        return await asyncio.to_thread(
            self._rooms.library.add_upload, file.filename, raw, source=source
        )

    async def _fetched(self, interaction: Interaction, address: str, source: str | None) -> Added:
        await delivery.acknowledge(interaction, private=True)
        # People put <> around an address to keep Discord from a preview.
        address = address.strip(" <>")
        await self._progress(interaction, "operate-fetching", address)
        (added,) = await asyncio.to_thread(
            lambda: list(self._rooms.library.fetch([address], source=source))
        )
        return added

    async def _progress(self, interaction: Interaction, key: str, name: str) -> None:
        """Say what is being done: worth an attempt, and no reason to give up what is under way."""
        with suppress(discord.HTTPException):
            view = panels.progress(key, name, self._rooms.say(interaction))
            await delivery.edit(interaction, view)

    @add.autocomplete("source")
    async def _sources(
        self, interaction: Interaction, typed: str
    ) -> list[app_commands.Choice[str]]:
        if not self._rooms.operates(interaction):
            return []
        try:
            held = await self._rooms.shelf.held()
        except LibraryError as error:
            log.warning("no sources to choose from: %s", type(error).__name__)
            return []
        # Nobody can vouch for a text in the name of a source that nobody vouches for.
        names = [row.source.name for row in held.sources if row.source.known]
        found = [name for name in names if typed.casefold() in name.casefold()]
        return [
            app_commands.Choice(name=option(name), value=name)
            for name in found
            if len(name) <= MOST_OPTION
        ][:MOST_OPTIONS]

    @app_commands.command(
        description="Remove an article from the library. For the bot's operators."
    )
    @app_commands.describe(article="Its title; choose one from the list while you type")
    @app_commands.default_permissions(manage_guild=True)
    @app_commands.allowed_contexts(guilds=True, dms=True, private_channels=False)
    @app_commands.allowed_installs(guilds=True, users=False)
    async def remove(
        self, interaction: Interaction, article: app_commands.Range[str, 1, 200]
    ) -> None:
        """Ask whether the article is to go."""
        self._rooms.operator(interaction)
        await delivery.acknowledge(interaction, private=True)
        found = await asyncio.to_thread(named, self._rooms.library, article)
        held = await self._article(found)
        view = panels.removing(held, self._rooms.say(interaction))
        await delivery.deliver(interaction, view, private=True)

    @remove.autocomplete("article")
    async def _articles(
        self, interaction: Interaction, typed: str
    ) -> list[app_commands.Choice[str]]:
        if not self._rooms.operates(interaction):
            return []
        try:
            return await asyncio.to_thread(choices, self._rooms.library, typed)
        except LibraryError as error:
            log.warning("no titles to choose from: %s", type(error).__name__)
            return []

    async def _decided(self, interaction: Interaction, press: Press, _: Sequence[str]) -> None:
        self._rooms.operator(interaction)
        await interaction.response.defer()
        held = await self._article(press.token)
        key = "operate-kept"
        if press.details == ("yes",):
            try:
                await asyncio.to_thread(self._rooms.library.remove, held.id)
            except NotFoundError as error:
                raise Refusal("browse-gone-article") from error
            log.info("article removed", extra={"article": held.id})
            key = "operate-removed"
        await delivery.edit(
            interaction, panels.settled(key, held.title, self._rooms.say(interaction))
        )

    async def _article(self, article: str) -> Article:
        try:
            return (await asyncio.to_thread(self._rooms.library.show, article))[0]
        except NotFoundError as error:
            raise Refusal("browse-gone-article") from error
