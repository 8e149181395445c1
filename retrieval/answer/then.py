"""What articles said on a day, from the versions that are kept, and when their words came in."""

from __future__ import annotations

from contextlib import suppress
from dataclasses import replace
from functools import cache
from typing import TYPE_CHECKING

from retrieval.answer.evidence import Held
from retrieval.answer.search import Match
from retrieval.changes import begun, earlier
from retrieval.encoding import encoded
from retrieval.errors import NotFoundError

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    import numpy as np
    from numpy.typing import NDArray

    from retrieval.answer.search import EventArticle
    from retrieval.model import Article, Passage, Position
    from retrieval.models.base import Encoder
    from retrieval.store.catalogue import Catalogue
    from retrieval.store.records import SentenceVectors, Version

_DAY = len("2024-11-07")


def as_of(
    day: str,
    near: Sequence[EventArticle],
    held: dict[str, Held],
    stored: dict[str, SentenceVectors],
    vector: NDArray[np.float32],
    *,
    catalogue: Catalogue,
    encoder: Encoder,
) -> list[EventArticle]:
    """The articles as they were on that day: puts those that have changed since into both tables.

    The present texts have found the event; what is read of it is what was there by then.
    """
    changed = {}
    for each in near:
        article = held[each.article_id].article if each.article_id in held else None
        if article is not None and article.version > 1:
            versions = catalogue.versions(article.id, inputs=False)
            number = _version(article, versions, day)
            if number != article.version:
                changed[article.id] = earlier(article, versions, number)
    fresh = encoded(list(changed.values()), encoder) if changed else []
    then = {}
    for (key, (article, paragraphs)), (whole, sentences) in zip(
        changed.items(), fresh, strict=True
    ):
        held[key], stored[key] = Held(article, paragraphs), sentences
        then[key] = {
            paragraph.number: Match(cosine, 0.0, cosine)
            for paragraph, cosine in zip(paragraphs, (whole @ vector).tolist(), strict=True)
        }
    return [
        # Which sentences of a copy are its own is known of its present text alone.
        replace(each, paragraphs=then[each.article_id], own=None)
        if each.article_id in then
        else each
        for each in near
    ]


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


def _version(article: Article, versions: Sequence[Version], day: str) -> int:
    """The last version that was published by the end of the day; the first where none is known."""
    starts = begun(article, versions)
    out = [number for number, start in enumerate(starts, 1) if (start or "")[:_DAY] <= day]
    return max(out, default=1)


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
