"""One index of several: a large part that stays as it is, small ones after it, and what is gone.

A log-structured merge (O'Neil et al. 1996) without its levels: what is new costs what is new, and
`retrieval.index.stored` makes one part of all when the small ones have become many.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Self

import numpy as np

from retrieval.index.membership import are_among, in_order

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from pathlib import Path

    from numpy.typing import NDArray

    from retrieval.index.base import Part

# A part that is added to is copied, so that whoever holds it sees no change; at 384 dimensions in
# half precision this is 3 MB at most.
_COPIED = 4096
# Of those gone, so many may be among the nearest before a part is asked again.
_SPARE = 32


class Segmented:
    """Parts under one another, each id in one of them; ids that were removed never come back.

    Parts are shared between copies and never changed, so that a copy costs nothing. `tail` makes
    the parts that take what is added. Searching from several threads is safe.
    """

    def __init__(
        self,
        first: Part,
        tail: Callable[[int], Part],
        rest: Sequence[Part] = (),
        gone: NDArray[np.int64] | None = None,
    ) -> None:
        self._parts: tuple[Part, ...] = (first, *rest)
        self._tail = tail
        self._gone = np.empty(0, dtype=np.int64) if gone is None else gone

    @property
    def first(self) -> Part:
        """The large part, with what has been removed from it since."""
        return self._parts[0]

    @property
    def gone(self) -> NDArray[np.int64]:
        """The ids removed that are still in a part, ascending."""
        return self._gone

    @property
    def changed(self) -> int:
        """How many vectors were added or removed since there was only the first part."""
        return sum(len(each) for each in self._parts[1:]) + len(self._gone)

    @property
    def dimensions(self) -> int:
        """Length of a vector."""
        return self.first.dimensions

    @property
    def last(self) -> int:
        """The highest id that was ever held, 0 where there is none."""
        return max(each.last for each in self._parts)

    def __len__(self) -> int:
        return sum(len(each) for each in self._parts) - len(self._gone)

    def add(self, ids: NDArray[np.int64], vectors: NDArray[np.float32]) -> None:
        """Add vectors of shape (n, dimensions) under ids of shape (n,)."""
        if not len(ids):
            return
        *before, last = self._parts
        if before and len(last) < _COPIED:
            last = last.copy()
        else:
            before, last = list(self._parts), self._tail(self.dimensions)
        last.add(ids, vectors)
        self._parts = (*before, last)

    def search(
        self, query: NDArray[np.float32], k: int, among: NDArray[np.int64] | None = None
    ) -> tuple[NDArray[np.int64], NDArray[np.float32]]:
        """Ids and scores of the k nearest to one query (dimensions,), best first."""
        if among is not None:
            among = in_order(among)
            among = among[~are_among(among, self._gone)]
        found = [self._nearest(each, query, k, among) for each in self._parts]
        ids = np.concatenate([ids for ids, _ in found])
        scores = np.concatenate([scores for _, scores in found])
        best = np.argsort(-scores, kind="stable")[: max(k, 0)]
        return ids[best], scores[best]

    def remove(self, ids: NDArray[np.int64]) -> None:
        """Take vectors out; ids that are not held are passed over."""
        ids = in_order(ids)
        held = [each.held(ids) for each in self._parts]
        self._gone = np.union1d(self._gone, np.concatenate(held))

    def copy(self) -> Self:
        """An index with the same vectors, which neither sees the other's later changes."""
        return type(self)(self.first, self._tail, self._parts[1:], self._gone)

    def save(self, path: Path) -> None:
        """Write the first part, which must be all there is, to a new file. Raises OSError."""
        if self.changed:
            raise ValueError("only an index of one part can be written")
        self.first.save(path)

    def _nearest(
        self,
        part: Part,
        query: NDArray[np.float32],
        k: int,
        among: NDArray[np.int64] | None,
    ) -> tuple[NDArray[np.int64], NDArray[np.float32]]:
        if among is not None or not len(self._gone):
            return part.search(query, k, among)
        asked = k + min(len(self._gone), _SPARE)
        while True:
            ids, scores = part.search(query, asked)
            stays = ~are_among(ids, self._gone)
            if np.count_nonzero(stays) >= k or asked >= len(part):
                return ids[stays], scores[stays]
            asked *= 2
