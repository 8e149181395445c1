"""What goes into the catalogue and what it gives back, beside the nouns of retrieval.model."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from retrieval.model import ArticleRef, Copy, Draft, Source


@dataclass(frozen=True, slots=True, eq=False)
class SentenceVectors:
    """An article's sentences, in order, with their unit vectors of shape (n, dimensions), float32.

    `paragraphs` are the numbers of theirs, `starts` and `ends` offsets in `article.text`, all of
    shape (n,). Paragraph 0 is the title: its start and end are 0. Raises ValueError for others.
    """

    paragraphs: NDArray[np.int32]
    starts: NDArray[np.int32]
    ends: NDArray[np.int32]
    vectors: NDArray[np.float32]

    def __post_init__(self) -> None:
        if self.vectors.dtype != np.float32 or self.vectors.ndim != 2:  # noqa: PLR2004
            raise ValueError("vectors are float32 of shape (sentences, dimensions)")
        if {len(self.paragraphs), len(self.starts), len(self.ends)} != {len(self.vectors)}:
            raise ValueError(f"not {len(self.vectors)} places for {len(self.vectors)} vectors")
        if not np.isfinite(self.vectors).all():
            raise ValueError("vectors hold a number that is not finite")

    def __len__(self) -> int:
        return len(self.vectors)


@dataclass(frozen=True, slots=True, eq=False)
class Entry:
    """An article ready to be kept.

    `sketch` holds the 64-bit hashes that copies are found by; `vectors` are float32, unit length,
    of shape (len(draft.paragraphs), dimensions). Without `sentences` those are filled in later;
    `splitter` is the version of the rules that cut them. Raises ValueError where they do not fit.
    """

    draft: Draft
    sketch: frozenset[int]
    vectors: NDArray[np.float32]
    sentences: SentenceVectors | None = None
    splitter: int = 0

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
        if self.sentences is not None and self.sentences.ends.max(initial=0) > length:
            raise ValueError("a sentence lies outside its article's text")


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
    """A paragraph found by its id: `text` is `article.text[start:end]`."""

    id: int
    article_id: str
    source_id: str
    number: int
    start: int
    end: int
    text: str


@dataclass(frozen=True, slots=True)
class Place:
    """A paragraph's id, and whose it is.

    `own` is None but in a copy of an article that is searched too: then it holds the spans of the
    sentences here that the other does not have, offsets in the article's text.
    """

    id: int
    article_id: str
    source_id: str
    number: int
    own: tuple[tuple[int, int], ...] | None = None


@dataclass(frozen=True, slots=True)
class WordRow:
    """A paragraph for an index of words outside the library's file.

    `article` is its article's key; `published` and `held` are days, that of the article and that of
    the first text held of it, empty where they are not known.
    """

    id: int
    article: int
    source: str
    published: str
    held: str
    language: str
    title: str
    text: str


@dataclass(frozen=True, slots=True, eq=False)
class IndexRow(WordRow):
    """The same with its unit vector (dimensions,)."""

    vector: NDArray[np.float32]


@dataclass(frozen=True, slots=True)
class Version:
    """What an article said before it was replaced; `superseded` is when that was noticed.

    `posted` has the time of each paragraph's post, and nothing where none has one.
    """

    number: int
    title: str
    text: str
    published: str | None
    updated: str | None
    superseded: str
    media_type: str | None
    raw: bytes | None
    posted: tuple[str | None, ...] = ()


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
class HeldAt:
    """What is held under an address: an article's own one, or that of a copy.

    `text` is what was read at a copy's, where that was kept.
    """

    article_id: str
    copy: bool
    path: str | None
    address: int
    text: str | None
