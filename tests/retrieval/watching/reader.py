"""Somebody who watches, and what they have been told."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING

from retrieval.watching.begin import begin
from retrieval.watching.news import News, news_of
from retrieval.watching.watcher import Watcher
from tests.retrieval.watching.newsroom import QUESTION, Newsroom

if TYPE_CHECKING:
    from retrieval.answered import Stance
    from retrieval.store.watch_records import Cadence, Watch


DAY = 86_400.0
FILLING = "The works at the harbour go on, and the council meets on Monday to hear of the costs."


class Clock:
    def __init__(self) -> None:
        self.now = time.time()

    def __call__(self) -> float:
        return self.now


class Reader:
    """Somebody who watches, and what they have been told."""

    def __init__(self, room: Newsroom, clock: Clock | None = None) -> None:
        self.room = room
        self.clock = clock or Clock()
        self.watcher = Watcher(room.library, room.settings, "terminal", clock=self.clock)

    def watch(self, question: str = QUESTION, cadence: Cadence = "once") -> Watch:
        watch, _ = begin(self.room.library, self.room.settings, question, cadence=cadence)
        if cadence != "once":
            self.room.library.watches.later(watch.id, self.clock.now + DAY)
        return watch

    def read(self) -> list[News]:
        """What is posted now, all of it sent."""
        found = []
        for post in self.watcher.step():
            told = self.room.library.watches.told(post.watch.id)
            found.append(news_of(post.watch.question, post.items, told))
            self.room.library.watches.sent(post.id, "1")
        return found


def said(news: News) -> list[tuple[Stance | None, str]]:
    return [
        (position.stance, passage.source.name)
        for position in news.answer.positions
        for passage in position.passages
    ]
