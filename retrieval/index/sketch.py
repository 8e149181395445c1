"""A sketch of vectors, which all can be compared with at once: it says which to look at closely.

Three numbers are one of sixteen each (product quantisation: Jégou, Douze and Schmid 2011), and the
comparisons are looked up in the processor's registers (André, Kermarrec and Le Scouarnec 2015).
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Self, cast

import faiss
import numpy as np

from retrieval.errors import IndexDamagedError
from retrieval.index.faiss_common import bitmap, one_thread

if TYPE_CHECKING:
    from numpy.typing import NDArray

# So many numbers of a vector are one of 2**_BITS.
_TOGETHER = 3
_BITS = 4
# From fewer vectors the sixteen are not drawn, from more they do not become better.
_FEWEST, _MOST = 1024, 20_000


class Sketch:
    """Vectors by their positions, in the order they were added; searches release the GIL."""

    def __init__(self, held: faiss.IndexPQFastScan) -> None:
        self._held = held

    @classmethod
    def drawn(cls, sample: NDArray[np.float32]) -> Self | None:
        """An empty one for vectors like those of the sample (n, dimensions).

        None where these are too few, or have a number of dimensions that cannot be parted.
        """
        count, dimensions = sample.shape
        if count < _FEWEST or dimensions % _TOGETHER:
            return None
        held = faiss.IndexPQFastScan(
            dimensions, dimensions // _TOGETHER, _BITS, faiss.METRIC_INNER_PRODUCT
        )
        held.train(np.ascontiguousarray(sample[:: -(-count // _MOST)], dtype=np.float32))
        return cls(held)

    @classmethod
    def read(cls, stored: bytes, count: int) -> Self:
        """What `stored` gave; raises IndexDamagedError where it is not of so many vectors."""
        try:
            held = faiss.deserialize_index(np.frombuffer(stored, dtype=np.uint8))
        except RuntimeError as error:
            raise IndexDamagedError(f"The sketch of the vectors cannot be read: {error}") from error
        if not isinstance(held, faiss.IndexPQFastScan) or held.ntotal != count:
            raise IndexDamagedError("The sketch is not that of the vectors beside it.")
        return cls(held)

    def __len__(self) -> int:
        return int(self._held.ntotal)

    def add(self, vectors: NDArray[np.float32]) -> None:
        """Add vectors (n, dimensions) behind those that are there."""
        self._held.add(np.ascontiguousarray(vectors, dtype=np.float32))

    def nearest(self, query: NDArray[np.float32], count: int) -> NDArray[np.int64]:
        """Positions of about the nearest to a query (dimensions,), ascending."""
        one_thread()
        _, found = self._held.search(query[None], min(count, len(self)))
        positions: NDArray[np.int64] = np.sort(found[0][found[0] >= 0])
        return positions

    def kept(self, stays: NDArray[np.bool_]) -> Self:
        """A copy of those that stay, by position; they move up."""
        held = cast("faiss.IndexPQFastScan", faiss.clone_index(self._held))
        if not stays.all():
            held.remove_ids(bitmap(~stays))
        return type(self)(held)

    def stored(self) -> NDArray[np.uint8]:
        """The bytes that `read` takes."""
        return np.asarray(faiss.serialize_index(self._held), dtype=np.uint8)
