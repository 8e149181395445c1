"""/sources and /article: what the library holds. Shown to the one who asks only."""

from __future__ import annotations

import asyncio
import logging
from contextlib import suppress
from typing import TYPE_CHECKING

import discord
from discord import app_commands
from discord.ext import commands

from bot.discord import delivery
from bot.discord.failures import Refusal
from bot.discord.panels import article as reading
from bot.discord.panels import library
from bot.discord.panels.parts import MOST_OPTION, MOST_OPTIONS, option, page_of, part
from bot.discord.places import server_of
from bot.discord.shelf import tag
from retrieval.errors import LibraryError, NotFoundError
from retrieval.model import Filter

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence

    from bot.discord.press import Interaction, Press
    from bot.discord.rooms import Rooms
    from bot.discord.shelf import Held
    from retrieval.library import Library
    from retrieval.store.titles import Titled

log = logging.getLogger(__name__)

LONGEST_SOURCE = 40


class Browsing(commands.Cog):
    """The lists, and the buttons and menus under them."""

    def __init__(self, rooms: Rooms) -> None:
        self._rooms = rooms
        rooms.on_press(library.SOURCES.verb, self._sources)
        rooms.on_press(library.ARTICLES, self._articles)
        rooms.on_press(library.ARTICLE, self._article)

    @app_commands.command(description="See which sources the library has, newest first.")
    @app_commands.allowed_installs(guilds=True, users=True)
    @app_commands.allowed_contexts(guilds=True, dms=True, private_channels=True)
    async def sources(self, interaction: Interaction) -> None:
        """List the sources."""
        await delivery.acknowledge(interaction, private=True)
        view = library.sources(await self._held(interaction), self._rooms.say(interaction))
        await delivery.deliver(interaction, view, private=True)

    @app_commands.command(description="Read an article of the library.")
    @app_commands.allowed_installs(guilds=True, users=True)
    @app_commands.allowed_contexts(guilds=True, dms=True, private_channels=True)
    @app_commands.describe(article="Its title; choose one from the list while you type.")
    async def article(
        self, interaction: Interaction, article: app_commands.Range[str, 1, 200]
    ) -> None:
        """Show the article whose id or title was given."""
        await delivery.acknowledge(interaction, private=True)
        hidden = self._hidden(interaction)
        found = await asyncio.to_thread(named, self._rooms.library, article, hidden)
        view = await self._shown(interaction, found)
        await delivery.deliver(interaction, view, private=True)

    @article.autocomplete("article")
    async def _titles(self, interaction: Interaction, typed: str) -> list[app_commands.Choice[str]]:
        try:
            await self._rooms.servers.load(server_of(interaction))
            hidden = self._hidden(interaction)
            return await asyncio.to_thread(choices, self._rooms.library, typed, hidden)
        except LibraryError as error:
            log.warning("no titles to choose from: %s", type(error).__name__)
            return []

    async def _sources(self, interaction: Interaction, press: Press, _: Sequence[str]) -> None:
        await interaction.response.defer()
        held = await self._held(interaction)
        view = library.sources(held, self._rooms.say(interaction), page_of(press))
        await delivery.edit(interaction, view)

    async def _articles(
        self, interaction: Interaction, press: Press, values: Sequence[str]
    ) -> None:
        await interaction.response.defer()
        held = await self._held(interaction)
        wanted = values[0] if values else press.token
        row = next((row for row in held.sources if tag(row.source.id) == wanted), None)
        if row is None:
            raise Refusal("browse-gone-source")
        shown, page, _ = part(range(row.articles), page_of(press), library.ROWS)
        rows = await asyncio.to_thread(
            self._rooms.library.articles,
            Filter(sources=(row.source.id,)),
            limit=len(shown),
            offset=page * library.ROWS,
        )
        if not rows:
            raise Refusal("browse-gone-source")
        say = self._rooms.say(interaction)
        await delivery.edit(interaction, library.articles(rows, row, say, page))

    async def _article(self, interaction: Interaction, press: Press, values: Sequence[str]) -> None:
        await interaction.response.defer()
        view = await self._shown(interaction, values[0] if values else press.token, page_of(press))
        await delivery.edit(interaction, view)

    async def _shown(
        self, interaction: Interaction, article: str, page: int = 0
    ) -> discord.ui.LayoutView:
        try:
            held, paragraphs = await asyncio.to_thread(self._rooms.library.show, article)
        except NotFoundError as error:
            raise Refusal("browse-gone-article") from error
        if held.source.id in self._hidden(interaction):
            raise Refusal("browse-gone-article")
        words = await asyncio.to_thread(reading.words, held, paragraphs)
        return reading.article(held, words, self._rooms.say(interaction), page)

    async def _held(self, interaction: Interaction) -> Held:
        return (await self._rooms.shelf.held()).but(self._hidden(interaction))

    def _hidden(self, interaction: Interaction) -> tuple[str, ...]:
        return self._rooms.servers.get(server_of(interaction)).hidden


def choices(
    held: Library, typed: str, hidden: Collection[str] = ()
) -> list[app_commands.Choice[str]]:
    """The articles whose title and source hold what was typed, newest first, to choose from.

    Those of sources in `hidden`, by id, are left out.
    """
    found = held.titled(typed, MOST_OPTIONS, hidden)
    return [app_commands.Choice(name=_named(each), value=each.id) for each in found]


def _named(article: Titled) -> str:
    source = option(article.source, LONGEST_SOURCE)
    return f"{option(article.title, MOST_OPTION - len(source) - 3)} – {source}"


def named(held: Library, given: str, hidden: Collection[str] = ()) -> str:
    """The id of the article with that id or title, or of the only one that holds the words.

    Raises Refusal, also where it is of a source in `hidden`.
    """
    with suppress(NotFoundError):
        article, _ = held.show(given)
        if article.id == given and article.source.id not in hidden:
            return article.id
    exact = held.with_title(given)
    if exact is not None and exact.source_id not in hidden:
        return exact.id
    found = held.titled(given, 2, hidden)
    if not found:
        raise Refusal("browse-no-article")
    if len(found) > 1:
        raise Refusal("browse-several-articles")
    return found[0].id
