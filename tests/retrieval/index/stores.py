"""A store of vectors in memory, and indexes over it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from retrieval.index.numpy_index import NumpyIndex
from retrieval.index.stored import StoredIndex

if TYPE_CHECKING:
    from pathlib import Path

    from numpy.typing import NDArray

DIMENSIONS = 8


def unit(count: int, seed: int) -> NDArray[np.float32]:
    vectors = np.random.default_rng(seed).standard_normal((count, DIMENSIONS))
    vectors /= np.linalg.norm(vectors, axis=1, keepdims=True)
    return vectors.astype(np.float32)


class Store:
    """Vectors of one encoder in memory, with the count of changes that a library keeps."""

    def __init__(self, count: int = 0, seed: int = 0) -> None:
        self.held: dict[int, NDArray[np.float32]] = {}
        self.changes: list[tuple[int, bool]] = []
        self.gone: dict[int, int] = {}
        self.highest = 0
        self.reads: list[int] = []
        self.random = np.random.default_rng(seed)
        if count:
            self.append(count)

    def append(self, count: int) -> None:
        for row in unit(count, int(self.random.integers(2**32))):
            self.highest += 1
            self.held[self.highest] = row
        self._change(rewrites=False)

    def remove(self, identifier: int) -> None:
        del self.held[identifier]
        self.gone[identifier] = len(self.changes) + 1
        self._change(rewrites=False)

    def rewrite(self) -> None:
        """Other vectors under the same ids."""
        for each in self.held:
            self.held[each] = unit(1, int(self.random.integers(2**32)))[0]
        self._change(rewrites=True)

    def _change(self, *, rewrites: bool) -> None:
        self.changes.append((int(self.random.integers(2**62)), rewrites))

    def generation(self) -> int:
        return len(self.changes)

    def token(self, generation: int) -> int | None:
        known = 1 <= generation <= len(self.changes)
        return self.changes[generation - 1][0] if known else None

    def rewritten(self) -> int:
        return max((n for n, (_, flag) in enumerate(self.changes, start=1) if flag), default=0)

    def removed(self, generation: int) -> NDArray[np.int64] | None:
        if self.rewritten() > generation:
            return None
        return np.array([each for each, n in sorted(self.gone.items()) if n > generation], np.int64)

    def span(self, encoder: str) -> tuple[int, int]:
        ids = self.held if encoder == "e" else {}
        return len(ids), max(ids, default=0)

    def vectors(
        self, encoder: str, after: int = 0, most: int | None = None
    ) -> tuple[NDArray[np.int64], NDArray[np.float32]]:
        self.reads.append(after)
        ids = [each for each in self.held if each > after][:most] if encoder == "e" else []
        if not ids:
            return np.empty(0, dtype=np.int64), np.empty((0, 0), dtype=np.float32)
        return np.array(ids), np.stack([self.held[each] for each in ids])


def opened(folder: Path, store: Store, encoder: str = "e", width: int = DIMENSIONS) -> StoredIndex:
    return StoredIndex(folder, encoder=encoder, dimensions=width, source=store)


def assert_in_step(index: StoredIndex, store: Store) -> None:
    """The index finds what brute force over the store finds."""
    oracle = NumpyIndex(DIMENSIONS)
    if store.held:
        oracle.add(np.array(list(store.held)), np.stack(list(store.held.values())))
    current = index.current()
    assert len(current) == len(store.held)
    for query in unit(3, 99):
        found, scores = current.search(query, 5)
        expected, expected_scores = oracle.search(query, 5)
        assert found.tolist() == expected.tolist()
        np.testing.assert_allclose(scores, expected_scores, atol=1e-6)


def vector_file(folder: Path) -> Path:
    (path,) = folder.glob("vectors-*.index")
    return path
