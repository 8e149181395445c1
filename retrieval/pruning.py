"""Old articles go, a few a transaction; what is kept beside them keeps those that it needs."""

from __future__ import annotations

import time
from collections import Counter
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

from retrieval.relating import settle
from retrieval.store.aged import Needs, aged, older
from retrieval.store.room import Room

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Callable, Sequence

    from retrieval.store.aged import Aged, Reason
    from retrieval.store.catalogue import Catalogue

# Articles looked at in one transaction, and how long one that removes some goes on beginning with
# the next: other writers, such as an answer to be kept, wait for it.
_AT_ONCE = 200
_SECONDS = 0.1
# Between two of them, so that one who waits gets his turn: SQLite asks again every tenth.
_PAUSE = 0.15
_FIRST = ("", 0)


@dataclass(slots=True)
class Pruned:
    """What went, or would go: articles of before a day, their paragraphs, and bytes given back.

    `stay` counts the older articles that something needs, each under one reason.
    """

    before: str
    articles: int = 0
    paragraphs: int = 0
    freed_bytes: int = 0
    stay: Counter[Reason] = field(default_factory=Counter)


def first_kept(keep_days: int, now: datetime | None = None) -> str:
    """The day from which on articles are kept, ISO 8601, in UTC."""
    today = (now or datetime.now(UTC)).date()
    # Nothing is older than the first day that there is.
    days = min(keep_days, today.toordinal() - 1)
    return (today - timedelta(days=days)).isoformat()


class Pruning:
    """Removes the articles of before a day from one catalogue; used by one thread.

    Every step is one transaction: whoever is stopped goes on where it was.
    """

    def __init__(self, catalogue: Catalogue, before: str) -> None:
        self._catalogue = catalogue
        self._before = before
        self._needs = Needs()
        self._room = Room(catalogue.database)

    def look(self) -> Pruned:
        """What would go and what would stay; changes nothing."""
        self._read()
        told, after = Pruned(self._before), _FIRST
        while True:
            with self._catalogue.database.reading() as connection:
                found = older(connection, self._before, after, _AT_ONCE)
                reasons = self._needs.reasons(connection, [each.id for each in found])
            if not found:
                return told
            told.stay.update(reasons.values())
            for each in found:
                if each.id not in reasons:
                    told.articles += 1
                    told.paragraphs += each.paragraphs
            after = found[-1].day, found[-1].key

    def run(
        self,
        *,
        halted: Callable[[], bool] = lambda: False,
        pause: Callable[[float], object] = time.sleep,
        progress: Callable[[int], None] = lambda _: None,
    ) -> Pruned:
        """Remove them, and give the disk back; ends early where `halted` says so.

        `progress` hears how many are gone. Raises LibraryError and its kin; what was removed until
        then is.
        """
        self._read()
        told, after = Pruned(self._before), _FIRST
        while not halted() and (last := self._step(after, told)) is not None:
            after = last
            progress(told.articles)
            pause(_PAUSE)
        while not halted() and self._room.is_movable() and (freed := self._room.shorten()):
            told.freed_bytes += freed
            pause(_PAUSE)
        self._catalogue.database.empty_log()
        return told

    def remake(self) -> int:
        """Write a file anew that has free pages and cannot be shortened; the bytes given back.

        Raises LibraryError and its kin, and has then changed nothing.
        """
        if self._room.is_movable() or not (free := self._room.free()):
            return 0
        self._room.remake()
        self._catalogue.database.empty_log()
        return free

    def _read(self) -> None:
        """Read the answers that are kept ahead of the first transaction that others wait for."""
        more = True
        while more:
            with self._catalogue.database.reading() as connection:
                more = self._needs.read(connection)

    def _step(self, after: tuple[str, int], told: Pruned) -> tuple[str, int] | None:
        """Remove some of what comes after an article; the last looked at, None for the end."""
        until = time.monotonic() + _SECONDS
        with self._catalogue.writing(), self._catalogue.database.reading() as connection:
            found = older(connection, self._before, after, _AT_ONCE)
            reasons = self._needs.reasons(connection, [each.id for each in found])
            last = None
            for each in found:
                if each.id in reasons:
                    told.stay[reasons[each.id]] += 1
                else:
                    self._remove(connection, each)
                    told.articles += 1
                    told.paragraphs += each.paragraphs
                last = each.day, each.key
                if time.monotonic() >= until:
                    break
        return last

    def _remove(self, connection: sqlite3.Connection, article: Aged) -> None:
        copies = self._catalogue.near_copies(article.id)
        self._catalogue.prune(article.key)
        for copy in self._staying(connection, copies):
            settle(self._catalogue, copy)

    def _staying(self, connection: sqlite3.Connection, ids: Sequence[str]) -> list[str]:
        """Of these articles, those that are not about to go as well."""
        if not ids:
            return []
        old = [each.id for each in aged(connection, self._before, ids)]
        reasons = self._needs.reasons(connection, old)
        going = set(old) - reasons.keys()
        return [each for each in ids if each not in going]
