"""What articles said on a day, from the versions that are kept, and when their words came in."""

from __future__ import annotations

from contextlib import suppress
from dataclasses import replace
from functools import cache
from typing import TYPE_CHECKING

from retrieval.answer.finding.held import Held
from retrieval.answer.finding.search import BEST, DENSE_WEIGHT, EventArticle, Match
from retrieval.changes import begun, earlier
from retrieval.encoding import encoded
from retrieval.errors import NotFoundError

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    import numpy as np
    from numpy.typing import NDArray

    from retrieval.answer.question.question import Question
    from retrieval.answered import Passage, Position
    from retrieval.model import Article, Filter, Paragraph
    from retrieval.models.base import Encoder
    from retrieval.store.catalogue import Catalogue
    from retrieval.store.records import SentenceVectors

# Articles looked at because of what they said then alone.
LIVE = 8
_DAY = len("2024-11-07")


class Then:
    """The articles of one question as they were at the end of a day."""

    def __init__(
        self,
        question: Question,
        vector: NDArray[np.float32],
        where: Filter,
        *,
        catalogue: Catalogue,
        encoder: Encoder,
    ) -> None:
        self._question = question
        self._vector = vector
        self._where = where
        self._day = where.at or ""
        self._catalogue = catalogue
        self._encoder = encoder

    def put_back(
        self,
        near: Sequence[EventArticle],
        held: dict[str, Held],
        stored: dict[str, SentenceVectors],
    ) -> list[EventArticle]:
        """The articles of then, in no order; those changed since are put into both tables.

        The present texts have found most of the event. Those that had the question's words then
        and may be about something else now, as live pages are, are looked at as well.
        """
        found = {each.article_id: each for each in near if each.article_id in held}
        before = {key: self._before(held[key].article) for key in found}
        terms = self._question.terms
        for key in self._catalogue.changed(self._where, terms, LIVE):
            # Somebody may remove an article while it is being asked about.
            with suppress(NotFoundError):
                if key not in found:
                    now = self._catalogue.article(key)
                    before[key] = self._before(now)
                    found[key] = EventArticle(key, now.source.id, 0.0, 0, {})
        changed = {key: each for key, each in before.items() if each is not None}
        fresh = encoded(list(changed.values()), self._encoder) if changed else []
        for (key, (article, paragraphs)), (whole, sentences) in zip(
            changed.items(), fresh, strict=True
        ):
            held[key], stored[key] = Held(article, paragraphs), sentences
            matches = self._matches(article, paragraphs, whole)
            best = sorted((each.fused for each in matches.values()), reverse=True)[:BEST]
            # Which sentences of a copy are its own is known of its present text alone.
            found[key] = replace(found[key], score=sum(best), paragraphs=matches, own=None)
        return [each for each in found.values() if each.paragraphs]

    def _before(self, article: Article) -> tuple[Article, tuple[Paragraph, ...]] | None:
        """What it said then; None where that is what it says now."""
        if article.version == 1:
            return None
        versions = self._catalogue.versions(article.id, inputs=False)
        starts = begun(article, versions)
        out = [number for number, at in enumerate(starts, 1) if (at or "")[:_DAY] <= self._day]
        number = max(out, default=1)
        return None if number == article.version else earlier(article, versions, number)

    def _matches(
        self, article: Article, paragraphs: Sequence[Paragraph], vectors: NDArray[np.float32]
    ) -> dict[int, Match]:
        found = {}
        terms = [each.casefold() for each in self._question.terms]
        for each, cosine in zip(paragraphs, (vectors @ self._vector).tolist(), strict=True):
            text = article.text[each.start : each.end].casefold()
            lexical = sum(term in text for term in terms) / len(terms) if terms else 0.0
            fused = DENSE_WEIGHT * max(0.0, cosine) + (1 - DENSE_WEIGHT) * lexical
            found[each.number] = Match(cosine, lexical, fused)
        return found


def with_appearances(positions: tuple[Position, ...], catalogue: Catalogue) -> tuple[Position, ...]:
    """Each passage whose words came into its article with a correction, with when that was."""

    @cache
    def texts(article: str) -> tuple[list[str], list[str | None]]:
        """What each version of an article says, and when it was published."""
        held = catalogue.article(article)
        versions = catalogue.versions(article, inputs=False)
        return [*(each.text for each in versions), held.text], begun(held, versions)

    return tuple(
        replace(
            position,
            passages=tuple(
                replace(passage, appeared=_appeared(passage, texts))
                if passage.article.version > 1
                else passage
                for passage in position.passages
            ),
        )
        for position in positions
    )


def _appeared(
    passage: Passage, texts: Callable[[str], tuple[list[str], list[str | None]]]
) -> str | None:
    # Somebody may remove the article while it is being asked about.
    with suppress(NotFoundError):
        said, starts = texts(passage.article.id)
        at = passage.article.version - 1
        # Back from the version shown, for as long as the words that carry the point were there.
        while at and passage.span.text in said[at - 1]:
            at -= 1
        return starts[at] if at else None
    return None
