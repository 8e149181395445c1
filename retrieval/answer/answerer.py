"""A question through every room: understand, search, judge, attribute, group."""

from __future__ import annotations

import time
from contextlib import suppress
from dataclasses import replace
from typing import TYPE_CHECKING

from retrieval.answer import accounts, polar
from retrieval.answer.attribution import origins
from retrieval.answer.copies import Copies
from retrieval.answer.evidence import Held
from retrieval.answer.question import understand
from retrieval.answer.relevance import Relevance
from retrieval.answer.search import nearest, search
from retrieval.answer.units import select
from retrieval.errors import NotFoundError
from retrieval.model import Answer, Filter, Heading, Kind, SilentSource, Took

if TYPE_CHECKING:
    from collections.abc import Sequence

    import numpy as np
    from numpy.typing import NDArray

    from config.settings import SearchSettings
    from retrieval.answer.question import Question
    from retrieval.answer.search import Candidate
    from retrieval.answer.units import Unit
    from retrieval.index.base import VectorIndex
    from retrieval.model import Origin, Position
    from retrieval.models.base import Encoder, StanceModel
    from retrieval.store.catalogue import Catalogue

HEADINGS = 3


class Answerer:
    """Answers questions over one catalogue with one pair of models."""

    def __init__(
        self, catalogue: Catalogue, encoder: Encoder, stance: StanceModel, settings: SearchSettings
    ) -> None:
        self._catalogue = catalogue
        self._encoder = encoder
        self._stance = stance
        self._settings = settings
        self._relevance = Relevance(encoder)

    def answer(
        self, text: str, index: VectorIndex, where: Filter, per_source: int | None
    ) -> Answer:
        """What each source says; raises QuestionError and NotFoundError (an unknown filter)."""
        started = time.perf_counter()
        question = understand(text)
        among = self._catalogue.paragraph_ids(where) if where != Filter() else None
        vector = self._encoder.encode([question.text], query=True)[0]
        candidates = search(
            question,
            vector,
            catalogue=self._catalogue,
            index=index,
            where=where,
            among=among,
            floor=self._settings.floor,
            per_source=self._settings.candidates,
            budget=self._settings.budget,
        )
        held = self._held(candidates)
        units = select(
            question, vector, candidates, held, self._relevance, self._settings.relevance
        )
        searched = time.perf_counter()
        positions = self._positions(question, units, held, per_source)
        traced = origins([item for position in positions for item in position.passages])
        positions = self._with_copies(_with_origins(positions, traced))
        judged = time.perf_counter()
        shown = {
            source
            for position in positions
            for passage in position.passages
            for source in (passage.source.id, *(copy.source for copy in passage.article.copies))
        }
        return Answer(
            question=question.text,
            kind=question.kind,
            covered=bool(positions),
            conflict=self._conflict(question, positions),
            positions=positions,
            origins=traced,
            silent=self._silent(where, shown),
            nearest=() if positions else self._nearest(vector, index, where, among),
            searched=self._catalogue.counts(where),
            took=Took(
                search_ms=_ms(started, searched),
                stance_ms=_ms(searched, judged),
                total_ms=_ms(started, time.perf_counter()),
            ),
        )

    def _positions(
        self,
        question: Question,
        units: Sequence[Unit],
        held: dict[str, Held],
        per_source: int | None,
    ) -> tuple[Position, ...]:
        limit = per_source or self._settings.per_source
        if question.kind is Kind.POLAR:
            return polar.positions(question, units, held, self._stance, limit)
        return accounts.positions(question, units, held, self._stance, limit)

    def _held(self, candidates: Sequence[Candidate]) -> dict[str, Held]:
        held = {}
        for article in dict.fromkeys(candidate.paragraph.article_id for candidate in candidates):
            # Somebody may remove an article while it is being asked about.
            with suppress(NotFoundError):
                held[article] = Held(
                    self._catalogue.article(article), self._catalogue.paragraphs(article)
                )
        return held

    def _with_copies(self, positions: tuple[Position, ...]) -> tuple[Position, ...]:
        """Each passage with the addresses at which it stands word for word, and no others."""
        copies = Copies(self._catalogue)
        return tuple(
            replace(
                position,
                passages=tuple(
                    replace(item, article=replace(item.article, copies=copies.of(item)))
                    for item in position.passages
                ),
            )
            for position in positions
        )

    def _silent(self, where: Filter, shown: set[str | None]) -> tuple[SilentSource, ...]:
        everything = where == Filter()
        found = self._catalogue.sources() if everything else self._catalogue.articles(where)
        rows = {row.source.id: row.source for row in found}
        return tuple(
            SilentSource(source.id, source.name)
            for source in sorted(rows.values(), key=lambda source: source.name.casefold())
            if source.id not in shown
        )

    def _nearest(
        self,
        vector: NDArray[np.float32],
        index: VectorIndex,
        where: Filter,
        among: NDArray[np.int64] | None,
    ) -> tuple[Heading, ...]:
        rows = self._catalogue.locate(nearest(vector, index, among, 4 * HEADINGS), where)
        articles = dict.fromkeys(row.article_id for row in rows if row.own != ())
        found = (self._catalogue.article(article) for article in list(articles)[:HEADINGS])
        return tuple(Heading(article.title, article.url) for article in found)

    @staticmethod
    def _conflict(question: Question, positions: Sequence[Position]) -> bool:
        if question.kind is Kind.POLAR:
            return polar.conflict(positions)
        return accounts.conflict(question, positions)


def _with_origins(
    positions: tuple[Position, ...], traced: Sequence[Origin]
) -> tuple[Position, ...]:
    """Passages name their origin as they print it; an answer refers to it by its id."""
    ids = {name: origin.id for origin in traced for name in origin.names}
    return tuple(
        replace(
            position,
            passages=tuple(
                replace(item, origin=ids.get(item.origin or "")) for item in position.passages
            ),
        )
        for position in positions
    )


def _ms(start: float, end: float) -> float:
    return round((end - start) * 1000, 2)
