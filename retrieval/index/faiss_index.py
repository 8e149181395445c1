"""Search of every vector with FAISS: as float32, as float16, or in 8 bits a number."""

from __future__ import annotations

from typing import TYPE_CHECKING, Self, cast

import faiss
import numpy as np

from retrieval.index import faiss_common
from retrieval.index.membership import are_among, in_order

if TYPE_CHECKING:
    from pathlib import Path

    from numpy.typing import NDArray


class FaissIndex:
    """A flat FAISS index under an array of ids; reads and searches release the GIL.

    Searching from several threads is safe, adding while another thread searches is not.
    """

    def __init__(self, mapped: faiss.IndexIDMap) -> None:
        self._mapped = mapped
        self._flat = faiss.downcast_index(mapped.index)
        self._ids: NDArray[np.int64] | None = None

    @classmethod
    def full(cls, dimensions: int) -> Self:
        """An empty index that keeps float32: scores are exact."""
        return cls(faiss.IndexIDMap(faiss.IndexFlatIP(dimensions)))

    @classmethod
    def half(cls, dimensions: int) -> Self:
        """An empty index that keeps float16: half the memory, scores within about 1e-3."""
        kind = faiss.ScalarQuantizer.QT_fp16
        flat = faiss.IndexScalarQuantizer(dimensions, kind, faiss.METRIC_INNER_PRODUCT)
        return cls(faiss.IndexIDMap(flat))

    @classmethod
    def eighth(cls, dimensions: int) -> Self:
        """An empty index that keeps 8 bits a number: a quarter of the memory, scores within 1e-2.

        What is added first sets the range of each number: let that be some thousand vectors.
        """
        kind = faiss.ScalarQuantizer.QT_8bit
        flat = faiss.IndexScalarQuantizer(dimensions, kind, faiss.METRIC_INNER_PRODUCT)
        flat.sq.rangestat_arg = faiss_common.MARGIN
        return cls(faiss.IndexIDMap(flat))

    @classmethod
    def load(cls, path: Path) -> Self:
        """Read what `save` wrote. FAISS takes flipped bytes as they are: check the sum before.

        Raises IndexDamagedError for what is no such file.
        """
        return cls(faiss_common.read(path))

    @property
    def dimensions(self) -> int:
        """Length of a vector."""
        return int(self._mapped.d)

    @property
    def ids(self) -> NDArray[np.int64]:
        """The ids held, in the order they were added."""
        if self._ids is None:
            self._ids = faiss.vector_to_array(self._mapped.id_map).astype(np.int64)
        return self._ids

    @property
    def last(self) -> int:
        """The highest id held, 0 where there is none."""
        return int(self.ids.max(initial=0))

    @property
    def drifted(self) -> bool:
        """Never: it compares every vector."""
        return False

    def __len__(self) -> int:
        return int(self._mapped.ntotal)

    def held(self, ids: NDArray[np.int64]) -> NDArray[np.int64]:
        """Those of the ids that it holds; they are ascending, and so is what comes back."""
        return np.sort(self.ids[are_among(self.ids, ids)])

    def add(self, ids: NDArray[np.int64], vectors: NDArray[np.float32]) -> None:
        """Add vectors of shape (n, dimensions) under ids of shape (n,)."""
        if not len(ids):
            return
        vectors = np.ascontiguousarray(vectors, dtype=np.float32)
        if not self._mapped.is_trained:
            self._mapped.train(faiss_common.ranged(vectors))
        self._mapped.add_with_ids(vectors, np.ascontiguousarray(ids, np.int64))
        self._ids = None

    def search(
        self, query: NDArray[np.float32], k: int, among: NDArray[np.int64] | None = None
    ) -> tuple[NDArray[np.int64], NDArray[np.float32]]:
        """Ids and scores of the k nearest to one query (dimensions,), best first."""
        wanted = min(k, len(self))
        if wanted <= 0:
            return np.empty(0, dtype=np.int64), np.empty(0, dtype=np.float32)
        parameters = self._among(among)
        # One query gains nothing from a second thread, and the setting is each thread's own: two
        # workers that each start a team run at half the speed of one.
        faiss.omp_set_num_threads(1)
        # Below the map, where an id is a position and the filter one bit.
        scores, positions = self._flat.search(
            np.ascontiguousarray(query, dtype=np.float32)[None], wanted, params=parameters
        )
        found = positions[0] >= 0
        return self.ids[positions[0][found]], scores[0][found]

    def remove(self, ids: NDArray[np.int64]) -> None:
        """Take vectors out; ids that are not held are passed over."""
        self._mapped.remove_ids(faiss.IDSelectorBatch(np.ascontiguousarray(ids, np.int64)))
        self._ids = None

    def copy(self) -> Self:
        """An index with the same vectors, which neither sees the other's later changes."""
        return type(self)(cast("faiss.IndexIDMap", faiss.clone_index(self._mapped)))

    def save(self, path: Path) -> None:
        """Write to a new file at path, on the disk when this returns. Raises OSError."""
        faiss_common.write(self._mapped, path)

    def _among(self, among: NDArray[np.int64] | None) -> faiss.SearchParameters | None:
        if among is None:
            return None
        eligible = are_among(self.ids, in_order(among))
        # The stubs of FAISS give the C++ signatures; this is that of its Python wrapper.
        return faiss.SearchParameters(sel=faiss_common.bitmap(eligible))  # type: ignore[call-arg]
