"""Brute force in NumPy: nothing to go wrong, so it is what the other engines are held against."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING, Self

import numpy as np

if TYPE_CHECKING:
    from pathlib import Path

    from numpy.typing import NDArray


class NumpyIndex:
    """Exact inner products against every vector, in float32."""

    def __init__(self, dimensions: int) -> None:
        self._ids = np.empty(0, dtype=np.int64)
        self._vectors = np.empty((0, dimensions), dtype=np.float32)

    @classmethod
    def load(cls, path: Path) -> Self:
        """Read what `save` wrote."""
        with np.load(path) as stored:
            index = cls(stored["vectors"].shape[1])
            index.add(stored["ids"], stored["vectors"])
        return index

    @property
    def dimensions(self) -> int:
        """Length of a vector."""
        return int(self._vectors.shape[1])

    @property
    def last(self) -> int:
        """The highest id held, 0 where there is none."""
        return int(self._ids.max(initial=0))

    @property
    def drifted(self) -> bool:
        """Never: it compares every vector."""
        return False

    def __len__(self) -> int:
        return len(self._ids)

    def held(self, ids: NDArray[np.int64]) -> NDArray[np.int64]:
        """Those of the ids that it holds."""
        return ids[np.isin(ids, self._ids)]

    def add(self, ids: NDArray[np.int64], vectors: NDArray[np.float32]) -> None:
        """Add vectors of shape (n, dimensions) under ids of shape (n,)."""
        self._ids = np.concatenate([self._ids, ids])
        self._vectors = np.concatenate([self._vectors, vectors])

    def search(
        self, query: NDArray[np.float32], k: int, among: NDArray[np.int64] | None = None
    ) -> tuple[NDArray[np.int64], NDArray[np.float32]]:
        """Ids and scores of the k nearest to one query (dimensions,), best first."""
        eligible = slice(None) if among is None else np.isin(self._ids, among)
        ids, scores = self._ids[eligible], self._vectors[eligible] @ query
        best = np.argsort(-scores, kind="stable")[: max(k, 0)]
        return ids[best], scores[best]

    def remove(self, ids: NDArray[np.int64]) -> None:
        """Take vectors out; ids that are not held are passed over."""
        stays = ~np.isin(self._ids, ids)
        self._ids, self._vectors = self._ids[stays], self._vectors[stays]

    def copy(self) -> Self:
        """An index with the same vectors, which neither sees the other's later changes."""
        other = type(self)(self.dimensions)
        other.add(self._ids, self._vectors)
        return other

    def save(self, path: Path) -> None:
        """Write to a new file at path, on the disk when this returns. Raises OSError."""
        with path.open("xb") as file:
            np.savez(file, ids=self._ids, vectors=self._vectors)
            file.flush()
            os.fsync(file.fileno())
