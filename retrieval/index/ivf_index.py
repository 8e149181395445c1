"""Approximate search with FAISS: an inverted file whose vectors have 8 bits a number.

A sketch of all vectors says which are compared. Where a filter leaves many, a search looks through
the lists whose centroids are nearest to the query (Sivic and Zisserman 2003).
"""

from __future__ import annotations

import struct
from math import ceil, log2
from typing import TYPE_CHECKING, Self

import faiss
import numpy as np

from retrieval.errors import IndexDamagedError
from retrieval.index import faiss_common, inverted
from retrieval.index.clusters import centroids
from retrieval.index.membership import are_among, ascending, in_order, positions
from retrieval.index.sketch import Sketch

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from numpy.typing import NDArray

# So many that are nearest by the sketch are compared, and for each that is wanted at least so many:
# of the nearest of a million at most one in a hundred is not among them (docs/scaling.md).
_COMPARED_LEAST, _COMPARED_EACH = 2000, 10
# The share of the lists that is looked through with a filter, and how many vectors these are to
# hold at most. A headline lies apart from the paragraphs it is near to: with a sixteenth of the
# lists one in ten of the nearest is missed, with a quarter one in fifty (docs/scaling.md).
_SHARE = 1 / 3
_COMPARED = 2_000_000
# So many at least.
_LEAST = 64
# With a filter of at most so many, each is compared; more cost as much as looking through all.
_EACH = 4096
# Drawn anew when three in four vectors are younger than the lists, or when a search looks through
# half as many again as it did (the imbalance factor is that ratio).
_GROWN = 4
_LOPSIDED = 1.5
# Behind the inverted file and its sketch: how long that is, 0 where there is none.
_TRAILER = struct.Struct("<8sqdq")
_MAGIC = b"whosaysJ"


def lists_for(count: int) -> int:
    """How many lists so many vectors are shared out to: about twice the square root."""
    return 1 << round(1 + log2(max(1, count)) / 2)


class IvfIndex:
    """An inverted file under ids; reads and searches release the GIL.

    What is loaded lies in its file, of which a search reads the lists it looks through. Searching
    from several threads is safe, changing while another thread searches is not.
    """

    def __init__(
        self,
        dimensions: int,
        mapped: faiss.IndexIDMap | None = None,
        *,
        trained: int = 0,
        imbalance: float = 0.0,
        sketch: Sketch | None = None,
    ) -> None:
        self._dimensions = dimensions
        self._mapped = mapped
        self._sketch = sketch
        self._ids: NDArray[np.int64] | None = None
        self._ordered = True
        # For how many vectors the lists were drawn, and how uneven they were; 0 where not known.
        self._trained = trained
        self._imbalance = imbalance
        self._in_file = mapped is not None and inverted.in_file(self._ivf)

    @classmethod
    def load(cls, path: Path) -> Self:
        """Open what `save` wrote; raises IndexDamagedError for what is no such file.

        Check the sum before: FAISS takes flipped bytes as they are.
        """
        mapped = faiss_common.read(path, faiss.IO_FLAG_MMAP | faiss.IO_FLAG_READ_ONLY)
        if not isinstance(faiss.downcast_index(mapped.index), faiss.IndexIVFScalarQuantizer):
            raise IndexDamagedError(f"{path} holds another kind of index.")
        with path.open("rb") as file:
            end = file.seek(-_TRAILER.size, 2)
            magic, trained, imbalance, length = _TRAILER.unpack(file.read())
            if magic != _MAGIC or not 0 <= length <= end:
                raise IndexDamagedError(f"{path} does not end as it should.")
            file.seek(end - length)
            sketch = Sketch.read(file.read(length), mapped.ntotal) if length else None
        return cls(mapped.d, mapped, trained=trained, imbalance=imbalance, sketch=sketch)

    @property
    def dimensions(self) -> int:
        """Length of a vector."""
        return self._dimensions

    @property
    def ids(self) -> NDArray[np.int64]:
        """The ids held, in the order they were added."""
        if self._ids is None:
            found = None if self._mapped is None else faiss.vector_to_array(self._mapped.id_map)
            ids = np.empty(0, np.int64) if found is None else found.astype(np.int64)
            self._ordered = ascending(ids)
            self._ids = ids
        return self._ids

    @property
    def last(self) -> int:
        """The highest id held, 0 where there is none."""
        return int(self.ids.max(initial=0))

    @property
    def lists(self) -> int:
        """Into how many lists the vectors are shared out."""
        return 0 if self._mapped is None else int(self._ivf.nlist)

    @property
    def drifted(self) -> bool:
        """Whether the lists no longer fit what is in them, and are to be drawn anew."""
        if self._mapped is None:
            return False
        if len(self) > _GROWN * self._trained:
            return True
        imbalance = inverted.imbalance(self._ivf)
        return 0 < _LOPSIDED * self._imbalance < imbalance

    def __len__(self) -> int:
        return 0 if self._mapped is None else int(self._mapped.ntotal)

    def held(self, ids: NDArray[np.int64]) -> NDArray[np.int64]:
        """Those of the ids that it holds; they are ascending, and so is what comes back."""
        return np.sort(self.ids[self._positions(ids)])

    def train(
        self, sample: NDArray[np.float32], count: int, stopped: Callable[[], bool] = lambda: False
    ) -> None:
        """Draw the lists for `count` vectors from a sample of them (n, dimensions), n >= 1.

        Raises StoppedError as soon as `stopped` says so.
        """
        sample = np.ascontiguousarray(sample, dtype=np.float32)
        lists = min(lists_for(count), len(sample))
        self._mapped = inverted.empty(centroids(sample, lists, stopped), sample)
        self._sketch = Sketch.drawn(sample)
        self._ids, self._trained, self._imbalance = None, count, 0.0

    def add(self, ids: NDArray[np.int64], vectors: NDArray[np.float32]) -> None:
        """Add vectors of shape (n, dimensions) under ids of shape (n,); the first train it."""
        if not len(ids):
            return
        if self._mapped is None:
            self.train(vectors, len(vectors))
        if self._in_file:
            self._keep(self._all())
        self._held.add_with_ids(
            np.ascontiguousarray(vectors, dtype=np.float32), np.ascontiguousarray(ids, np.int64)
        )
        if self._sketch is not None:
            self._sketch.add(vectors)
        self._ids = None

    def search(
        self, query: NDArray[np.float32], k: int, among: NDArray[np.int64] | None = None
    ) -> tuple[NDArray[np.int64], NDArray[np.float32]]:
        """Ids and scores of the k nearest to one query (dimensions,), best first."""
        query = np.ascontiguousarray(query, dtype=np.float32)
        inside = None if among is None else self._positions(in_order(among))
        count = len(self) if inside is None else len(inside)
        wanted = min(k, count)
        if wanted <= 0:
            return np.empty(0, dtype=np.int64), np.empty(0, dtype=np.float32)
        # As in the flat index: each thread answers with one.
        faiss.omp_set_num_threads(1)
        if inside is None and self._sketch is not None:
            looked = self._sketch.nearest(query, max(_COMPARED_LEAST, _COMPARED_EACH * wanted))
            found, scores = inverted.compared(self._ivf, query, looked, wanted)
        elif inside is not None and count <= _EACH:
            found, scores = inverted.compared(self._ivf, query, inside, wanted)
        else:
            # A filter thins the lists out; so many more of them hold as many that pass.
            share = min(_SHARE, _COMPARED / len(self)) * len(self) / count
            probes = max(_LEAST, ceil(min(1.0, share) * self._ivf.nlist))
            found, scores = inverted.looked_through(self._ivf, query, wanted, probes, inside)
        return self.ids[found], scores

    def remove(self, ids: NDArray[np.int64]) -> None:
        """Take vectors out, at the cost of a copy; ids that are not held are passed over."""
        stays = ~are_among(self.ids, in_order(ids))
        if not stays.all():
            self._keep(stays)

    def copy(self) -> Self:
        """An index in memory with the same vectors; neither sees the other's later changes."""
        mapped = None if self._mapped is None else inverted.copied(self._mapped, self._all())
        return type(self)(
            self._dimensions,
            mapped,
            trained=self._trained,
            imbalance=self._imbalance,
            sketch=None if self._sketch is None else self._sketch.kept(self._all()),
        )

    def save(self, path: Path) -> None:
        """Write to a new file at path, on the disk when this returns. Raises OSError."""
        if self._mapped is None:
            raise ValueError("an index without lists cannot be written")
        if not self._imbalance:
            self._imbalance = inverted.imbalance(self._ivf)
        sketch = b"" if self._sketch is None else self._sketch.stored().data
        trailer = _TRAILER.pack(_MAGIC, self._trained, self._imbalance, len(sketch))
        faiss_common.write(self._mapped, path, sketch, trailer)

    def _all(self) -> NDArray[np.bool_]:
        return np.ones(len(self), dtype=np.bool_)

    def _keep(self, stays: NDArray[np.bool_]) -> None:
        """Hold a copy in memory of those that stay, by position."""
        if self._sketch is not None:
            self._sketch = self._sketch.kept(stays)
        self._mapped = inverted.copied(self._held, stays)
        self._ids, self._in_file = None, False

    def _positions(self, ids: NDArray[np.int64]) -> NDArray[np.int64]:
        """Positions of what it holds of ascending ids."""
        return positions(self.ids, ids, ordered=self._ordered)

    @property
    def _held(self) -> faiss.IndexIDMap:
        if self._mapped is None:
            raise ValueError("an index without lists holds nothing")
        return self._mapped

    @property
    def _ivf(self) -> faiss.IndexIVFScalarQuantizer:
        return inverted.below(self._held)
