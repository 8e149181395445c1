"""Sends what is new on watched questions: each post once, also where the process was killed.

A post is written down before it is sent. Its random id is the message's nonce, which Discord takes
once within some minutes, and stands in the message's buttons, by which a restarted process finds
out whether it was sent.
"""

from __future__ import annotations

import logging
from typing import TYPE_CHECKING, Any

import discord

from bot.discord.delivery import NO_PINGS, UNKNOWN_CHANNEL

if TYPE_CHECKING:
    from collections.abc import Iterator

    from discord.ext import commands

    from retrieval.store.watch_records import Post, Watch

log = logging.getLogger(__name__)

MISSING_ACCESS, CANNOT_WRITE_TO, MISSING_PERMISSIONS = 50001, 50007, 50013
# Messages that are looked through for a post, from the latest back and from its time on.
_SEARCHED = 200
_EPOCH_MS = 1_420_070_400_000
_EARLIER_SECONDS = 600


class PlaceGoneError(Exception):
    """The channel is gone, or the bot may not write there."""


class Telling:
    """Sends posts and messages to owners through a bot."""

    def __init__(self, bot: commands.Bot | commands.AutoShardedBot) -> None:
        self._bot = bot

    async def send(self, watch: Watch, view: discord.ui.LayoutView, nonce: str) -> str:
        """Send to the watch's channel or owner; gives the message's id.

        Raises PlaceGoneError, and discord.HTTPException where it may go another time.
        """
        view.stop()
        try:
            place = await self._place(watch)
            message = await place.send(
                view=view, allowed_mentions=NO_PINGS, suppress_embeds=True, nonce=nonce
            )
        except discord.HTTPException as error:
            if is_gone(error):
                raise PlaceGoneError(str(error)) from error
            raise
        return str(message.id)

    async def sent(self, post: Post) -> str | None:
        """The message that shows a post already; None where there is none, or none can be seen."""
        try:
            place = await self._place(post.watch)
            since = discord.Object(_snowflake(post.at - _EARLIER_SECONDS))
            for options in ({}, {"after": since, "oldest_first": True}):
                async for message in place.history(limit=_SEARCHED, **options):  # type: ignore[arg-type]
                    if _shows(message, post.id):
                        return str(message.id)
        except discord.HTTPException as error:
            # Sending it tells whether the place is gone; Discord's own check of nonces remains.
            log.info("cannot look whether a post was sent: %s", error)
        return None

    async def tell_owner(self, watch: Watch, view: discord.ui.LayoutView) -> None:
        """Write to whose watch it is; where that cannot be, nobody is told."""
        view.stop()
        try:
            place = await self._bot.create_dm(discord.Object(int(watch.asker or 0)))
            await place.send(
                view=view, allowed_mentions=NO_PINGS, suppress_embeds=True, nonce=watch.id
            )
        except discord.HTTPException as error:
            log.info("the owner of a watch was not told of its end: %s", error)

    async def _place(self, watch: Watch) -> discord.abc.Messageable:
        if watch.channel is None:
            return await self._bot.create_dm(discord.Object(int(watch.asker or 0)))
        return self._bot.get_partial_messageable(int(watch.channel))


def is_gone(error: discord.HTTPException) -> bool:
    """Whether Discord says that nothing can be sent to a place, now or later."""
    return error.status == 403 or error.code == UNKNOWN_CHANNEL  # noqa: PLR2004 - Forbidden


def _snowflake(seconds: float) -> int:
    return max(0, int(seconds * 1000) - _EPOCH_MS) << 22


def _shows(message: discord.Message, post: str) -> bool:
    return any(
        post in str(each.get("custom_id", "")).replace(",", ":").split(":")
        for each in _walk([component.to_dict() for component in message.components])
    )


def _walk(components: list[Any]) -> Iterator[dict[str, Any]]:
    for each in components:
        yield each
        yield from _walk(each.get("components") or [])
