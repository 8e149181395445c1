"""The seam to the vector engines."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from pathlib import Path

    import numpy as np
    from numpy.typing import NDArray


class VectorIndex(Protocol):
    """Unit vectors under int64 ids, searched by inner product (cosine)."""

    @property
    def dimensions(self) -> int:
        """Length of a vector."""

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

    def save(self, path: Path) -> None:
        """Write to a new file at path."""
