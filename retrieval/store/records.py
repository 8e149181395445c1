"""What goes into the catalogue and what it gives back, beside the nouns of retrieval.model."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from retrieval.model import ArticleRef, Copy, Draft, Source


@dataclass(frozen=True, slots=True, eq=False)
class Entry:
    """An article ready to be kept.

    `sketch` holds the 64-bit hashes that copies are found by; `vectors` are float32, unit length,
    of shape (len(draft.paragraphs), dimensions). Raises ValueError where they do not fit.
    """

    draft: Draft
    sketch: frozenset[int]
    vectors: NDArray[np.float32]

    def __post_init__(self) -> None:
        paragraphs, length = self.draft.paragraphs, len(self.draft.article.text)
        if self.vectors.dtype != np.float32 or self.vectors.ndim != 2:  # noqa: PLR2004
            raise ValueError("vectors are float32 of shape (paragraphs, dimensions)")
        if len(self.vectors) != len(paragraphs):
            raise ValueError(f"{len(self.vectors)} vectors for {len(paragraphs)} paragraphs")
        if not np.isfinite(self.vectors).all():
            raise ValueError("vectors hold a number that is not finite")
        if any(not 0 <= each.start <= each.end <= length for each in paragraphs):
            raise ValueError("a paragraph lies outside its article's text")


@dataclass(frozen=True, slots=True)
class ArticleRow:
    """An article in a list: everything but its text."""

    ref: ArticleRef
    source: Source
    paragraphs: int


@dataclass(frozen=True, slots=True)
class SourceRow:
    """A source with how much of it is held; `newest` is its latest published time."""

    source: Source
    articles: int
    paragraphs: int
    newest: str | None


@dataclass(frozen=True, slots=True)
class Located:
    """A paragraph found by its id: `text` is `article.text[start:end]`.

    `own` is None but in a copy of an article that is searched too: then it holds the spans of the
    sentences here that the other does not have, offsets in the article's text.
    """

    id: int
    article_id: str
    source_id: str
    number: int
    start: int
    end: int
    text: str
    own: tuple[tuple[int, int], ...] | None = None


@dataclass(frozen=True, slots=True)
class Version:
    """What an article said before it was replaced; `superseded` is when that was noticed."""

    number: int
    title: str
    text: str
    published: str | None
    updated: str | None
    superseded: str
    media_type: str | None
    raw: bytes | None


@dataclass(frozen=True, slots=True)
class Told:
    """A copy's address of an article with what was read there.

    `draft` is None where that was not kept as an article.
    """

    address: int
    article_id: str
    copy: Copy
    media_type: str | None
    raw: bytes | None
    draft: Draft | None


@dataclass(frozen=True, slots=True)
class Place:
    """What is held under an address: an article's own one, or that of a copy.

    `text` is what was read at a copy's, where that was kept.
    """

    article_id: str
    copy: bool
    path: str | None
    address: int
    text: str | None
