"""Choices while somebody types: questions asked here before, titles, sources."""

from __future__ import annotations

import asyncio
import logging
from itertools import chain
from typing import TYPE_CHECKING, Any

import discord
from discord import app_commands

from bot.discord.answering import LONGEST as QUESTION
from bot.discord.answering import SHORTEST
from bot.discord.places import server_of
from bot.discord.show.fitting import plain, size
from retrieval.errors import LibraryError

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from bot.discord.rooms import Rooms

    Interaction = discord.Interaction[Any]
    Choices = list[app_commands.Choice[str]]

MOST = 25
LONGEST = 100
"""Characters of a choice and of what choosing it sends."""
# Titles looked at: some are too long or too short to be asked, and some are there twice.
_TITLES = 4 * MOST
# A space at the cut is not sent.
_TRIMMED = 2
# Seconds, of the three that Discord gives for the first answer.
_PATIENCE = 1.0

log = logging.getLogger(__name__)


class Suggesting:
    """What autocomplete offers; nothing, rather than an error, where it cannot be had."""

    def __init__(self, rooms: Rooms) -> None:
        self._rooms = rooms

    async def questions(self, interaction: Interaction, typed: str) -> Choices:
        """Questions asked publicly here that the person could have read, then titles."""
        try:
            return _choices(await self._texts(interaction, typed))
        except LibraryError as error:
            log.warning("no suggestions: %s", type(error).__name__)
            return []

    async def sources(self, interaction: Interaction, typed: str) -> Choices:
        """Sources whose name, spelling or id holds what was typed; the value is the id."""
        server = server_of(interaction)
        wanted = typed.strip().casefold()
        try:
            held = await self._rooms.shelf.held()
        except LibraryError as error:
            log.warning("no suggestions: %s", type(error).__name__)
            return []
        found = []
        for row in held.but(self._rooms.servers.get(server).hidden).sources:
            source = row.source
            known_as = (source.id, source.name, *source.spellings)
            if any(wanted in each.casefold() for each in known_as):
                value = source.id if len(source.id) <= LONGEST else source.name
                if len(value) <= LONGEST:
                    found.append(app_commands.Choice(name=plain(source.name, LONGEST), value=value))
        return found[:MOST]

    async def whole(self, interaction: Interaction, question: str) -> str:
        """The question that a choice cut at its limit stands for; others as they are."""
        if size(question) < LONGEST - _TRIMMED:
            return question
        try:
            async with asyncio.timeout(_PATIENCE):
                return _uncut(question, await self._texts(interaction, question))
        except (LibraryError, TimeoutError):
            return question

    async def _texts(self, interaction: Interaction, typed: str) -> Iterator[str]:
        rooms, server = self._rooms, server_of(interaction)
        hidden = rooms.servers.get(server).hidden
        titled = await asyncio.to_thread(rooms.library.titled, typed, _TITLES, hidden)
        asked: list[str] = []
        if server is not None:
            asked = await asyncio.to_thread(
                rooms.ledger.suggestions,
                str(server),
                typed,
                MOST,
                channels=_readable_channels(interaction),
            )
        return chain(asked, (each.title for each in titled))


def _readable_channels(interaction: Interaction) -> set[str]:
    """The channels and public threads of a server that the person may read."""
    readable = {str(interaction.channel_id)}
    guild, user = interaction.guild, interaction.user
    if guild is not None and isinstance(user, discord.Member):
        for place in (*guild.channels, *guild.threads):
            private = isinstance(place, discord.Thread) and place.is_private()
            if not private and place.permissions_for(user).view_channel:
                readable.add(str(place.id))
    return readable


def _choices(texts: Iterable[str]) -> Choices:
    found: dict[str, app_commands.Choice[str]] = {}
    for text in texts:
        value = _cut(text)
        if len(value) >= SHORTEST and len(text) <= QUESTION:
            found.setdefault(
                value.casefold(), app_commands.Choice(name=plain(text, LONGEST), value=value)
            )
        if len(found) == MOST:
            break
    return list(found.values())


def _uncut(question: str, texts: Iterable[str]) -> str:
    return next((text for text in texts if _cut(text) == question.strip()), question)


def _cut(text: str) -> str:
    """The beginning of a text that a choice can send, as Discord sends it back."""
    return (
        text.encode("utf-16-le", "surrogatepass")[: 2 * LONGEST]
        .decode("utf-16-le", "ignore")
        .strip()
    )
