"""What was shown when a question was last asked in a terminal, and what is new since."""

from __future__ import annotations

import time
from contextlib import suppress
from typing import TYPE_CHECKING

import numpy as np

from retrieval.answer.question.question import understand
from retrieval.errors import NotFoundError
from retrieval.store.watch_kept import written
from retrieval.store.watch_records import Item
from retrieval.watching.accounts import Accounts
from retrieval.watching.begin import new
from retrieval.watching.news import News, news_of
from retrieval.watching.novelty import baseline, novelty
from retrieval.watching.watcher import WIDE

if TYPE_CHECKING:
    from retrieval.answered import Answer
    from retrieval.library import Library
    from retrieval.model import Article, Filter


def since_last(library: Library, answer: Answer, where: Filter) -> tuple[str, News] | None:
    """What an answer has that was not there when the question was last asked, and when that was.

    None where it was not asked before. The answer is then what was shown last.
    """
    held = library.watches.remembered(understand(answer.question).identity, where)
    if held is None:
        remember(library, answer, where)
        return None
    told = library.watches.told(held.id)
    same = Accounts(library, answer.question).same
    found = novelty(told, answer, _Articles(library).get, same, WIDE)
    now = time.time()
    noticed = written(now)
    items = [Item("new", each, noticed, first=not held.covered) for each in found.new]
    items += [Item("gone", each, noticed) for each in found.gone]
    library.watches.settle(
        held,
        known=found.known,
        gone=found.gone,
        news=(),
        generation=library.generation,
        covered=answer.covered,
        now=now,
    )
    return written(held.asked), news_of(answer.question, items, told, kind=answer.kind)


def remember(library: Library, answer: Answer, where: Filter) -> None:
    """Note what was shown, for the next time; nothing to do where it is what was shown before."""
    held = library.watches.remembered(understand(answer.question).identity, where)
    if held is not None:
        since_last(library, answer, where)
        return
    generation, now = library.generation, time.time()
    watch = new(answer.question, answer, door="memory", where=where, generation=generation, now=now)
    # Nothing is matched against it.
    vector = np.empty(0, dtype=np.float32)
    library.watches.add(watch, baseline(answer, WIDE), encoder="", vector=vector)


class _Articles:
    """Articles as they are now."""

    def __init__(self, library: Library) -> None:
        self._library = library

    def get(self, article: str) -> Article | None:
        """The article; None where it is held no more."""
        with suppress(NotFoundError):
            return self._library.show(article)[0]
        return None
