"""Asks watched questions again when coverage changes, and writes down what is to be posted.

One watcher a door and library. Every step is one transaction of the library's file: which
paragraphs were looked at with which watches they are near to; what came of asking again; that a
post is about to be sent. One that is killed goes on where it was.
"""

from __future__ import annotations

import logging
import time
from contextlib import suppress
from typing import TYPE_CHECKING

import numpy as np

from retrieval.errors import NotFoundError, QuestionError
from retrieval.follow.lock import only_one
from retrieval.store.watch_kept import written
from retrieval.store.watch_records import Item
from retrieval.watching.accounts import Accounts
from retrieval.watching.nearby import near
from retrieval.watching.novelty import novelty

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from config.settings import Settings
    from retrieval.library import Library
    from retrieval.model import Article, Filter
    from retrieval.store.watch_records import Door, Post, Told, Watch


_LOG = logging.getLogger(__name__)

PERIODS = {"daily": 86_400.0, "weekly": 604_800.0}
WIDE = 20
"""Passages of a source that are asked for: what a usual answer leaves out is known all the same."""
# Paragraphs looked at in one transaction: a library that grew while nobody looked is no matter.
_AT_ONCE = 2048


def next_due(cadence: str, now: float, due: float | None = None) -> float | None:
    """When a watch is told next; at the same time of the day as before. None for at once.

    A clock that jumped moves it by no more than a period.
    """
    period = PERIODS.get(cadence)
    if period is None:
        return None
    if due is None or abs(now - due) > period:
        return now + period
    return due + period


class Watcher:
    """The watcher of one door. `clock` gives seconds since 1970, and may jump."""

    def __init__(
        self,
        library: Library,
        settings: Settings,
        door: Door,
        *,
        clock: Callable[[], float] = time.time,
    ) -> None:
        self._library = library
        self._settings = settings.watch
        self._per_source = settings.search.per_source
        self._door = door
        self._clock = clock
        self._watches = library.watches

    def alone(self) -> Callable[[], None]:
        """Become the one watcher of this door; gives what ends that.

        Raises LibraryBusyError where another process is it, LibraryError for a read-only folder.
        """
        return only_one(self._library.folder, f"watch-{self._door}.lock", "watches")

    def step(self) -> list[Post]:
        """Look at what is new, ask what is near to it again; the posts that are to be sent now."""
        self.look()
        for watch in self.due():
            self.ask(watch)
        return self.posts()

    # What is new in the library

    def look(self) -> int:
        """Mark the watches that new and corrected articles are near to; how many."""
        if not self._watches.any():
            return 0
        key = self._library.encoder_key
        marked, seen = 0, self._watches.seen()
        while True:
            ids, articles, values = self._watches.fresh_paragraphs(key, seen or 0, _AT_ONCE)
            if not ids:
                break
            if any(value is None for value in values):
                # Another process added them with another encoder.
                self._library.fill()
                continue
            matrix = np.stack([np.frombuffer(value, dtype="<f4") for value in values if value])
            close = self._near(key, articles, matrix)
            changed = list(dict.fromkeys(articles))
            marked += self._watches.mark(close, changed, upto=ids[-1], now=self._clock())
            seen = ids[-1]
        now = self._clock()
        seconds = self._settings.again_hours * 3600
        generation = self._library.generation
        return marked + self._watches.mark_stale(generation, seconds=seconds, now=now)

    def _near(
        self, key: str, articles: Sequence[str], paragraphs: np.typing.NDArray[np.float32]
    ) -> list[str]:
        for watch in self._watches.strangers(key):
            (vector,) = self._library.vectors([watch.canonical], query=True)
            with suppress(NotFoundError):
                self._watches.put_vector(watch.id, key, vector)
        ids, questions, vectors = self._watches.vectors(key)
        found = near(questions, vectors, articles, paragraphs, self._text, self._settings.nearness)
        return [ids[at] for at in sorted(found)]

    def _text(self, article: str) -> str | None:
        held = self._article(article)
        return None if held is None else f"{held.title}\n{held.text}"

    def _article(self, article: str) -> Article | None:
        with suppress(NotFoundError):
            return self._library.show(article)[0]
        return None

    # What is new on a question

    def due(self) -> list[Watch]:
        """The watches to be asked now: at once when a burst is over, else when they are told."""
        now = self._clock()
        return [each for each in self._watches.marked(self._door) if self._is_due(each, now)]

    def ask(self, watch: Watch, where: Filter | None = None, per_source: int | None = None) -> None:
        """Ask again, and keep what is new; a question that cannot be asked ends its watch.

        `where` is what it is confined to, and `per_source` how many passages of a source are told,
        where that is not the watch's own filter and the settings' number.
        """
        generation = self._library.generation
        try:
            answer = self._library.ask(watch.question, where=where or watch.where, per_source=WIDE)
        except QuestionError as error:
            _LOG.warning("a watch has no question: %s", error)
            self._watches.end(watch.id, "question")
            return
        except NotFoundError:
            # Nothing is held any more, or not yet again, of what it is confined to.
            self.skip(watch)
            return
        waiting = self._watches.waiting(watch.id)
        stale = [each for each in waiting if each.kind == "new" and self._is_stale(each.told)]
        untold = {id_of(each.told) for each in stale}
        told = [each for each in self._watches.told(watch.id) if id_of(each) not in untold]
        same = Accounts(self._library, answer.question).same
        limit = per_source or self._per_source
        found = novelty(told, answer, self._article, same, limit)
        noticed = written(self._clock())
        # What is back before anybody was told that it was gone is as if it had stayed.
        gone = {id_of(each.told): each for each in waiting if each.kind == "gone"}
        back = [gone[id_of(each)] for each in found.new if id_of(each) in gone]
        news = [
            Item("new", each, noticed, first=not watch.covered)
            for each in found.new
            if id_of(each) not in gone
        ]
        news += [Item("gone", each, noticed) for each in found.gone]
        self._watches.settle(
            watch,
            known=found.known,
            gone=found.gone,
            news=news,
            stale=stale,
            back=back,
            generation=generation,
            covered=answer.covered,
            now=self._clock(),
        )

    def skip(self, watch: Watch) -> None:
        """Take a watch as asked where there is nothing to search."""
        self._watches.settle(
            watch,
            known=(),
            gone=(),
            news=(),
            generation=self._library.generation,
            covered=False,
            now=self._clock(),
        )

    def _is_stale(self, told: Told) -> bool:
        held = self._article(told.passage.article.id)
        return held is None or held.version != told.passage.article.version

    # What is to be posted

    def posts(self) -> list[Post]:
        """Write down and give what is to be posted now; news of what left the library are none."""
        now, found = self._clock(), []
        marked = {each.id for each in self._watches.marked(self._door)}
        for watch in self._watches.ready(self._door):
            if watch.id in marked or not self._is_told(watch, now):
                continue
            gone = [
                each
                for each in self._watches.waiting(watch.id)
                if self._article(each.told.passage.article.id) is None
            ]
            if gone:
                self._watches.drop_waiting(watch.id, gone)
            if self._watches.waiting(watch.id):
                due = next_due(watch.cadence, now, watch.due)
                found.append(self._watches.intend(watch, now=now, due=due))
        for watch in self._watches.overdue(self._door, now, PERIODS["weekly"]):
            if watch.id not in marked:
                # Nothing to tell this time.
                self._watches.later(watch.id, next_due(watch.cadence, now, watch.due) or now)
        return found

    def _is_due(self, watch: Watch, now: float) -> bool:
        if watch.due is not None:
            return self._is_told(watch, now)
        marked = watch.marked_at or 0.0
        return not 0 <= now - marked < self._settings.gather_seconds

    @staticmethod
    def _is_told(watch: Watch, now: float) -> bool:
        """Whether the time has come; also where the clock has jumped back by more than a period."""
        if watch.due is None:
            return True
        return now >= watch.due or watch.due - now > PERIODS[watch.cadence]


def id_of(told: Told) -> tuple[str, str, str]:
    """What tells a passage from all others of a watch: position, article, words."""
    return told.position, told.passage.article.id, told.words
