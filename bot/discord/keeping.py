"""The answers that buttons come back to: in the ledger, and in memory while it cannot be had."""

from __future__ import annotations

import asyncio
import logging
from contextlib import suppress
from dataclasses import replace
from datetime import datetime
from typing import TYPE_CHECKING

from bot.discord.failures import Refusal
from retrieval.errors import LibraryError, NotFoundError

if TYPE_CHECKING:
    from collections.abc import Callable

    import discord

    from bot.metrics import Metrics
    from retrieval.library import Library
    from retrieval.store.ledger_records import Asked, Kept

# Seconds that an answer waits for another process to finish writing.
_PATIENCE = 3.0
# Answers in memory alone; their buttons end with the process.
_MOST = 200

log = logging.getLogger(__name__)


class Keeping:
    """Keeps answers and gives them back; used from the event loop only."""

    def __init__(self, library: Library, metrics: Metrics) -> None:
        self._library = library
        self._ledger = library.ledger
        self._metrics = metrics
        self._unwritten: dict[str, Asked] = {}

    async def keep(self, asked: Asked) -> Asked:
        """The same under the id that its buttons carry from now on; raises nothing.

        An answer is shown also while the ledger cannot be written.
        """
        try:
            async with asyncio.timeout(_PATIENCE):
                return await asyncio.to_thread(
                    self._ledger.note,
                    server=asked.server,
                    channel=asked.channel,
                    asker=asked.asker,
                    where=asked.where,
                    per_source=asked.per_source,
                    private=asked.private,
                    answer=asked.answer,
                    # A write that comes through after our patience ends is of the same answer.
                    asked_id=asked.id,
                )
        except (LibraryError, TimeoutError) as error:
            log.warning("an answer is kept in memory alone", exc_info=error)
            self._metrics.error(error)
            self._unwritten[asked.id] = asked
            while len(self._unwritten) > _MOST:
                del self._unwritten[next(iter(self._unwritten))]
            return asked

    async def placed(self, asked: Asked, shown: discord.Message) -> None:
        """Remember which message shows an answer: where it is deleted, so is what is kept."""
        # Whoever asked may have deleted it already.
        with suppress(NotFoundError, LibraryError):
            await asyncio.to_thread(self._ledger.placed, asked.id, str(shown.id))

    async def asked(self, token: str) -> Asked:
        """A kept answer whose articles all still say so; raises Refusal where there is none."""
        return await asyncio.to_thread(self._whole, token)

    async def publish(self, asked: Asked) -> None:
        """Make a private answer a public one; nothing to do where it is gone."""
        try:
            with suppress(NotFoundError):
                await asyncio.to_thread(self._ledger.publish, asked.id)
        except LibraryError:
            if asked.id not in self._unwritten:
                raise
        if asked.id in self._unwritten:
            self._unwritten[asked.id] = replace(asked, private=False)

    async def asker(self, token: str) -> str | None:
        """Who asked; None where the answer is kept no more."""
        with suppress(NotFoundError):
            return (await asyncio.to_thread(self._find, token)).asker
        return None

    async def forget(self, token: str) -> None:
        """Delete an answer; nothing to do where it is gone."""
        self._unwritten.pop(token, None)
        await asyncio.to_thread(self._ledger.forget_answer, token)

    # All of a person, of a server, of a time

    async def kept(self, asker: str) -> Kept:
        """How much is kept of a person."""
        kept = await asyncio.to_thread(self._ledger.kept, asker)
        return self._with_unwritten(kept, asker)

    async def forget_person(self, asker: str) -> Kept:
        """Delete what is kept of a person; gives how much that was."""
        kept = self._with_unwritten(await asyncio.to_thread(self._ledger.forget, asker), asker)
        self._drop(lambda each: each.asker == asker)
        return kept

    async def leave(self, server: str) -> None:
        """Delete what is kept of a server."""
        self._drop(lambda each: each.server == server)
        await asyncio.to_thread(self._ledger.leave, server)

    async def expire(self, before: datetime) -> int:
        """Delete what is older than a moment; gives how many rows of the ledger that was."""
        self._drop(lambda each: datetime.fromisoformat(each.at) < before)
        return await asyncio.to_thread(self._ledger.expire, before)

    def _with_unwritten(self, kept: Kept, asker: str) -> Kept:
        mine = [each for each in self._unwritten.values() if each.asker == asker]
        firsts = [each.at for each in mine] + ([kept.oldest] if kept.oldest else [])
        oldest = min(firsts, default=None)
        return replace(kept, questions=kept.questions + len(mine), oldest=oldest)

    def _drop(self, which: Callable[[Asked], bool]) -> None:
        self._unwritten = {
            token: each for token, each in self._unwritten.items() if not which(each)
        }

    def _find(self, token: str) -> Asked:
        return self._unwritten.get(token) or self._ledger.asked(token)

    def _whole(self, token: str) -> Asked:
        try:
            asked = self._find(token)
            passages = [passage for each in asked.answer.positions for passage in each.passages]
            texts = {each.article.id: "" for each in passages}
            # An answer of an earlier day quotes what was said then; there is one version of it.
            then = {each.article.id: each.article.version for each in passages}
            for article in texts:
                version = then[article] if asked.answer.at else None
                texts[article] = self._library.show(article, version)[0].text
        except NotFoundError:
            raise Refusal("ask-gone") from None
        # A corrected article is not quoted with what it said before.
        if any(texts[each.article.id][each.start : each.end] != each.text for each in passages):
            raise Refusal("ask-gone")
        return asked
