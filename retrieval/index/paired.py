"""Vectors of one engine and words of another as one index: what a library on this machine has."""

from __future__ import annotations

import threading
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Protocol, Self

import numpy as np

from retrieval.index.engines import words_apart
from retrieval.index.filed import IndexStatus

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from numpy.typing import NDArray

    from retrieval.index.base import SearchedIndex
    from retrieval.index.stored import StoredIndex
    from retrieval.index.words.kept import StoredWords
    from retrieval.index.words.searching import TantivyWords
    from retrieval.model import Chosen


class PairedSource(Protocol):
    """A library as far as both concern it; every method may raise LibraryError."""

    def paragraph_count(self) -> int:
        """How many paragraphs there are."""

    def passing_ids(self, chosen: Chosen) -> NDArray[np.int64]:
        """Ids of the paragraphs that meet a condition, ascending."""


@dataclass(frozen=True, slots=True, eq=False)
class PairedIndex:
    """Vectors and words, each as of one moment; of the vectors only those `among` are found."""

    vectors: SearchedIndex
    tantivy: TantivyWords
    source: PairedSource
    among: NDArray[np.int64] | None = None

    @property
    def dimensions(self) -> int:
        """Length of a vector."""
        return self.vectors.dimensions

    @property
    def last(self) -> int:
        """The highest id held, 0 where there is none."""
        return self.vectors.last

    def __len__(self) -> int:
        return len(self.vectors) if self.among is None else len(self.among)

    def search(
        self, query: NDArray[np.float32], k: int, among: NDArray[np.int64] | None = None
    ) -> tuple[NDArray[np.int64], NDArray[np.float32]]:
        """Ids and scores of the k nearest to one query (dimensions,), best first."""
        return self.vectors.search(query, k, _both(self.among, among))

    def words(
        self,
        terms: Sequence[str],
        k: int,
        among: NDArray[np.int64] | None = None,
        stems: Sequence[str] = (),
    ) -> list[tuple[int, float]]:
        """Ids and BM25 scores of the k best that hold any of the terms or stems, best first."""
        return self.tantivy.words(terms, k, among, stems)

    def within(self, chosen: Chosen) -> Self:
        """The same index, of which only what meets a condition is found."""
        among = _both(self.among, self.source.passing_ids(chosen))
        return replace(self, tantivy=self.tantivy.within(chosen), among=among)


class PairedStored:
    """The index of a library: its vectors, and its words where SQLite takes too long for them.

    `words` makes what keeps those, when it is first needed.
    """

    def __init__(
        self, vectors: StoredIndex, source: PairedSource, words: Callable[[], StoredWords]
    ) -> None:
        self.vectors = vectors
        self._source = source
        self._make = words
        self._made: StoredWords | None = None
        self._lock = threading.Lock()

    def current(self) -> SearchedIndex:
        """An index of every vector in the store, and of the words where they are ready.

        Raises LibraryError.
        """
        vectors = self.vectors.current()
        kept = self._words()
        words = None if kept is None else kept.current()
        return vectors if words is None else PairedIndex(vectors, words, self._source)

    def rebuild(self) -> None:
        """Build the index anew from the store. Raises LibraryFullError or LibraryError."""
        self.vectors.rebuild()
        if (kept := self._words()) is not None:
            kept.rebuild()

    def status(self) -> IndexStatus:
        """What doctor says of it; changes nothing."""
        found = self.vectors.status()
        kept = self._words()
        if kept is None:
            return found
        words = kept.status()
        state = words.state if found.well and not words.well else found.state
        return IndexStatus(state, f"{found.detail}; words: {words.detail}")

    def wait(self, seconds: float | None = None) -> None:
        """Wait for what is made in the background, if anything is."""
        self.vectors.wait(seconds)
        if self._made is not None:
            self._made.wait(seconds)

    def close(self) -> None:
        """End what is made in the background; what is being written is written."""
        self.vectors.close()
        if self._made is not None:
            self._made.close()

    def _words(self) -> StoredWords | None:
        if not words_apart(self._source.paragraph_count()):
            return None
        with self._lock:
            if self._made is None:
                self._made = self._make()
            return self._made


def _both(
    first: NDArray[np.int64] | None, second: NDArray[np.int64] | None
) -> NDArray[np.int64] | None:
    if first is None or second is None:
        return second if first is None else first
    return np.intersect1d(first, second)
