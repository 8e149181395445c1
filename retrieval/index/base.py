"""The seam to the vector engines."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol, Self, runtime_checkable

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    import numpy as np
    from numpy.typing import NDArray

    from retrieval.model import Chosen


class VectorIndex(Protocol):
    """Unit vectors under int64 ids, searched by inner product (cosine)."""

    @property
    def dimensions(self) -> int:
        """Length of a vector."""

    @property
    def last(self) -> int:
        """The highest id held, 0 where there is none."""

    def __len__(self) -> int:
        """How many vectors are held."""

    def add(self, ids: NDArray[np.int64], vectors: NDArray[np.float32]) -> None:
        """Add vectors of shape (n, dimensions) under ids of shape (n,)."""

    def search(
        self, query: NDArray[np.float32], k: int, among: NDArray[np.int64] | None = None
    ) -> tuple[NDArray[np.int64], NDArray[np.float32]]:
        """Ids and scores of the k nearest to one query (dimensions,), best first.

        With `among`, only those ids are eligible, and k of them come back where there are k.
        """

    def remove(self, ids: NDArray[np.int64]) -> None:
        """Take vectors out; ids that are not held are passed over."""

    def copy(self) -> Self:
        """An index with the same vectors, which neither sees the other's later changes."""

    def save(self, path: Path) -> None:
        """Write to a new file at path, on the disk when this returns. Raises OSError."""


class Part(VectorIndex, Protocol):
    """An index that knows which ids it holds, so that several can stand as one."""

    def held(self, ids: NDArray[np.int64]) -> NDArray[np.int64]:
        """Those of the ids that it holds; they are ascending, and so is what comes back."""

    @property
    def drifted(self) -> bool:
        """Whether it is to be made anew, for it no longer fits what is in it."""


class VectorSource(Protocol):
    """What an index is built from: vectors by encoder, and a count of the changes to them."""

    def generation(self) -> int:
        """A number that grows with every change."""

    def token(self, generation: int) -> int | None:
        """A number drawn at random for that change; None where there was no such change."""

    def rewritten(self) -> int:
        """The last generation that did more than put new vectors after all others; 0 for none."""

    def removed(self, generation: int) -> NDArray[np.int64] | None:
        """Ids taken out by the changes after that generation, ascending.

        None where those changes did more than take out and put new vectors after all others.
        """

    def span(self, encoder: str) -> tuple[int, int]:
        """How many vectors there are, and the highest of their ids (0 for none)."""

    def vectors(
        self, encoder: str, after: int = 0, most: int | None = None
    ) -> tuple[NDArray[np.int64], NDArray[np.float32]]:
        """Ids above `after`, ascending, with their vectors of shape (n, dimensions).

        With `most`, only the first so many of them.
        """


class SearchedIndex(Protocol):
    """The part of a VectorIndex that a search needs; one on a server has no more."""

    @property
    def dimensions(self) -> int:
        """Length of a vector."""

    @property
    def last(self) -> int:
        """The highest id held, 0 where there is none."""

    def __len__(self) -> int:
        """How many vectors are held."""

    def search(
        self, query: NDArray[np.float32], k: int, among: NDArray[np.int64] | None = None
    ) -> tuple[NDArray[np.int64], NDArray[np.float32]]:
        """As VectorIndex.search; raises IndexAwayError where a server cannot be asked."""


@runtime_checkable
class WordIndex(Protocol):
    """An index that is searched by words as well, in the place of the store's."""

    def words(
        self,
        terms: Sequence[str],
        k: int,
        among: NDArray[np.int64] | None = None,
        stems: Sequence[str] = (),
    ) -> list[tuple[int, float]]:
        """Ids and BM25 scores of the k best that hold any of the terms or stems, best first."""


@runtime_checkable
class NarrowedIndex(Protocol):
    """An index that applies a filter itself, so that nobody lists the ids that pass."""

    def within(self, chosen: Chosen) -> SearchedIndex:
        """The same index, of which only what meets a condition is found."""


class Status(Protocol):
    """What doctor says of an index."""

    @property
    def state(self) -> str:
        """How it stands, in a word."""

    @property
    def detail(self) -> str:
        """What it is and how it stands, in a line."""

    @property
    def well(self) -> bool:
        """Whether nothing is wrong with it."""


class KeptIndex(Protocol):
    """The index of a library, in step with its store."""

    def current(self) -> SearchedIndex:
        """An index of every vector in the store. Raises LibraryError."""

    def rebuild(self) -> None:
        """Build the index anew from the store. Raises LibraryError."""

    def status(self) -> Status:
        """What doctor says of it; changes nothing."""
