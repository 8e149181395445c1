"""Begin to watch a question: what its answer says by now is known, and only what comes is told."""

from __future__ import annotations

import time
from dataclasses import replace
from typing import TYPE_CHECKING

from retrieval.answer.question.question import understand
from retrieval.model import Filter
from retrieval.store.watch_kept import written
from retrieval.store.watch_records import Watch
from retrieval.watching.novelty import baseline
from retrieval.watching.watcher import WIDE, next_due

if TYPE_CHECKING:
    from config.settings import Settings
    from retrieval.answered import Answer
    from retrieval.library import Library
    from retrieval.store.watch_records import Cadence, Door

EVERYTHING = Filter()


def begin(
    library: Library,
    settings: Settings,
    question: str,
    *,
    door: Door = "terminal",
    where: Filter = EVERYTHING,
    cadence: Cadence = "once",
    asker: str | None = None,
    server: str | None = None,
    channel: str | None = None,
    language: str = "en",
    per_source: int | None = None,
    known: Answer | None = None,
    generation: int | None = None,
) -> tuple[Watch, Answer]:
    """Watch a question; gives the watch and what is known of it.

    `known` is the answer that its owner has seen, and `generation` the library's when it was given:
    without it, whatever came since is told, too. Raises
    QuestionError for what is no question, NotFoundError for a filter that names what is not held,
    and LimitError.
    """
    now, old = time.time(), known is not None and generation is None
    if generation is None:
        generation = library.generation
    answer = known or library.ask(question, where=where, per_source=WIDE)
    watch = new(question, answer, door=door, where=where, generation=generation, now=now)
    watch = replace(
        watch,
        cadence=cadence,
        asker=asker,
        server=server,
        channel=channel,
        language=language,
        due=next_due(cadence, now),
        marked=int(old),
        marked_at=now if old else None,
    )
    (vector,) = library.vectors([watch.canonical], query=True)
    added = library.watches.add(
        watch,
        baseline(answer, per_source or settings.search.per_source),
        encoder=library.encoder_key,
        vector=vector,
        most_of_person=settings.watch.per_person,
        most_of_server=settings.watch.per_server,
    )
    return added, answer


def new(
    question: str, answer: Answer, *, door: Door, where: Filter, generation: int, now: float
) -> Watch:
    """A watch that is not kept yet."""
    return Watch(
        id="",
        door=door,
        question=answer.question,
        canonical=understand(question).identity,
        where=where,
        cadence="once",
        at=written(now),
        asked=now,
        generation=generation,
        covered=answer.covered,
    )
