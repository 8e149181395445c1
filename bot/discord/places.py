"""Where something was asked: which server counts, and in which language it is answered."""

from __future__ import annotations

from contextlib import suppress
from typing import TYPE_CHECKING, Any

import discord

from bot.discord.language import labels, language_of
from retrieval.errors import LibraryError

if TYPE_CHECKING:
    from bot.discord.language import Labels
    from bot.discord.servers import Servers

    Place = discord.Interaction[Any] | discord.Message


def server_of(place: Place) -> int | None:
    """The server that the bot itself is in; none in messages to it or where a user has it."""
    if isinstance(place, discord.Message):
        return place.guild.id if place.guild else None
    foreign = place.is_user_integration() and not place.is_guild_integration()
    return None if foreign else place.guild_id


class Speech:
    """The labels for a place."""

    def __init__(self, servers: Servers) -> None:
        self._servers = servers

    def __call__(self, place: Place) -> Labels:
        """The labels in the server's language, else the asker's (a message: the server's own)."""
        # Whoever is told that the library cannot be read is told so in their own language.
        with suppress(LibraryError):
            if chosen := self._servers.get(server_of(place)).language:
                return labels(chosen)
        if isinstance(place, discord.Message):
            return labels(language_of(place.guild and place.guild.preferred_locale))
        return labels(language_of(place.locale))
