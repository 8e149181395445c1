"""Exact search with FAISS: every vector is compared, as float32 or as float16."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING, Self, cast

import faiss
import numpy as np

from retrieval.errors import IndexDamagedError

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
        self._ids: NDArray[np.int64] = faiss.vector_to_array(mapped.id_map).astype(np.int64)

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
    def load(cls, path: Path) -> Self:
        """Read what `save` wrote. FAISS takes flipped bytes as they are: check the sum before.

        Raises IndexDamagedError for what is no such file.
        """
        try:
            mapped = faiss.read_index(str(path))
        except RuntimeError as error:
            raise IndexDamagedError(f"{path} cannot be read: {error}") from error
        if not isinstance(mapped, faiss.IndexIDMap):
            raise IndexDamagedError(f"{path} holds another kind of index.")
        return cls(mapped)

    @property
    def dimensions(self) -> int:
        """Length of a vector."""
        return int(self._mapped.d)

    @property
    def last(self) -> int:
        """The highest id held, 0 where there is none."""
        return int(self._ids.max(initial=0))

    def __len__(self) -> int:
        return len(self._ids)

    def add(self, ids: NDArray[np.int64], vectors: NDArray[np.float32]) -> None:
        """Add vectors of shape (n, dimensions) under ids of shape (n,)."""
        self._mapped.add_with_ids(
            np.ascontiguousarray(vectors, dtype=np.float32), np.ascontiguousarray(ids, np.int64)
        )
        self._ids = np.concatenate([self._ids, ids])

    def search(
        self, query: NDArray[np.float32], k: int, among: NDArray[np.int64] | None = None
    ) -> tuple[NDArray[np.int64], NDArray[np.float32]]:
        """Ids and scores of the k nearest to one query (dimensions,), best first."""
        wanted = min(k, len(self))
        if wanted <= 0:
            return np.empty(0, dtype=np.int64), np.empty(0, dtype=np.float32)
        parameters = None if among is None else _only(np.isin(self._ids, among))
        # One query gains nothing from a second thread, and the setting is each thread's own: two
        # workers that each start a team run at half the speed of one.
        faiss.omp_set_num_threads(1)
        # Below the map, where an id is a position and the filter one bit.
        scores, positions = self._flat.search(
            np.ascontiguousarray(query, dtype=np.float32)[None], wanted, params=parameters
        )
        found = positions[0] >= 0
        return self._ids[positions[0][found]], scores[0][found]

    def copy(self) -> Self:
        """An index with the same vectors, which neither sees the other's later additions."""
        return type(self)(cast("faiss.IndexIDMap", faiss.clone_index(self._mapped)))

    def save(self, path: Path) -> None:
        """Write to a new file at path, on the disk when this returns. Raises OSError."""
        # Through Python's own file, because FAISS reports a full disk as any failure and not at
        # all where the last buffer fails.
        with path.open("xb") as file:
            file.write(faiss.serialize_index(self._mapped).data)
            file.flush()
            os.fsync(file.fileno())


def _only(eligible: NDArray[np.bool_]) -> faiss.SearchParameters:
    """Search parameters that leave out every position that is not eligible."""
    bits = np.packbits(eligible, bitorder="little")
    # The stubs of FAISS give the C++ signatures; these are those of its Python wrappers.
    return faiss.SearchParameters(sel=faiss.IDSelectorBitmap(bits))  # type: ignore[call-arg, arg-type]
