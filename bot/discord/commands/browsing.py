"""/sources and /article: what the library holds. Shown to the one who asks only."""

from __future__ import annotations

import asyncio
import logging
from typing import TYPE_CHECKING

import discord
from discord import app_commands
from discord.ext import commands

from bot.discord import delivery
from bot.discord.failures import Refusal
from bot.discord.panels import article as reading
from bot.discord.panels import library
from bot.discord.panels.parts import MOST_OPTION, MOST_OPTIONS, option, page_of
from bot.discord.places import server_of
from bot.discord.shelf import tag
from retrieval.errors import LibraryError, NotFoundError

if TYPE_CHECKING:
    from collections.abc import Sequence

    from bot.discord.press import Interaction, Press
    from bot.discord.rooms import Rooms
    from bot.discord.shelf import Held
    from retrieval.store.records import ArticleRow

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
        # A library may have a hundred thousand titles to look through.
        found = await asyncio.to_thread(named, await self._held(interaction), article)
        view = await self._shown(interaction, found.ref.id)
        await delivery.deliver(interaction, view, private=True)

    @article.autocomplete("article")
    async def _titles(self, interaction: Interaction, typed: str) -> list[app_commands.Choice[str]]:
        try:
            await self._rooms.servers.load(server_of(interaction))
            return await asyncio.to_thread(choices, await self._held(interaction), typed)
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
        source = next((row.source for row in held.sources if tag(row.source.id) == wanted), None)
        if source is None:
            raise Refusal("browse-gone-source")
        rows = [row for row in held.articles if row.source.id == source.id]
        say = self._rooms.say(interaction)
        await delivery.edit(interaction, library.articles(rows, source, say, page_of(press)))

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


def choices(held: Held, typed: str) -> list[app_commands.Choice[str]]:
    """The articles whose title and source hold what was typed, newest first, to choose from."""
    found = _matching(held, typed)[:MOST_OPTIONS]
    return [app_commands.Choice(name=_titled(row), value=row.ref.id) for row in found]


def _titled(row: ArticleRow) -> str:
    source = option(row.source.name, LONGEST_SOURCE)
    return f"{option(row.ref.title, MOST_OPTION - len(source) - 3)} – {source}"


def _matching(held: Held, typed: str) -> list[ArticleRow]:
    wanted = typed.casefold().split()
    names = ((row, f"{row.ref.title} {row.source.name}".casefold()) for row in held.articles)
    return [row for row, name in names if all(each in name for each in wanted)]


def named(held: Held, given: str) -> ArticleRow:
    """The article with that id or title, or the only one whose title and source hold the words.

    Raises Refusal.
    """
    for row in held.articles:
        if given in (row.ref.id, row.ref.title):
            return row
    found = _matching(held, given)
    if not found:
        raise Refusal("browse-no-article")
    if len(found) > 1:
        raise Refusal("browse-several-articles")
    return found[0]
