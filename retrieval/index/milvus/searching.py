"""A collection as an index that is searched: by vectors, by words, and within a filter."""

from __future__ import annotations

import json
from dataclasses import dataclass, replace
from itertools import chain
from typing import TYPE_CHECKING, Self

import numpy as np

from retrieval.index.days import day
from retrieval.index.milvus.collection import MOST

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from numpy.typing import NDArray

    from retrieval.index.milvus.collection import Collection
    from retrieval.model import Chosen


@dataclass(frozen=True, slots=True, eq=False)
class MilvusIndex:
    """A collection in step with its library, of `count` paragraphs up to id `last`.

    It may be searched from several threads. `fresh` says whether to wait for what others have just
    written. Every search raises IndexAwayError.
    """

    collection: Collection
    count: int
    last: int
    fresh: Callable[[], bool] = lambda: True
    condition: str = ""

    @property
    def dimensions(self) -> int:
        """Length of a vector."""
        return self.collection.dimensions

    def __len__(self) -> int:
        return self.count

    def search(
        self, query: NDArray[np.float32], k: int, among: NDArray[np.int64] | None = None
    ) -> tuple[NDArray[np.int64], NDArray[np.float32]]:
        """Ids and scores of the k nearest to one query (dimensions,), best first."""
        vector = np.ascontiguousarray(query, dtype=np.float32)
        found = self._best(
            k,
            among,
            lambda most, condition: self.collection.nearest(
                vector, most, condition, fresh=self.fresh()
            ),
        )
        ids = np.array([each for each, _ in found], dtype=np.int64)
        return ids, np.array([score for _, score in found], dtype=np.float32)

    def words(
        self,
        terms: Sequence[str],
        k: int,
        among: NDArray[np.int64] | None = None,
        stems: Sequence[str] = (),
    ) -> list[tuple[int, float]]:
        """Ids and BM25 scores of the k best that hold any of the terms or stems, best first."""
        wanted = " ".join(self.collection.forms.of_question(terms, stems))
        if not wanted:
            return []
        return self._best(
            k,
            among,
            lambda most, condition: self.collection.by_words(
                wanted, most, condition, fresh=self.fresh()
            ),
        )

    def within(self, chosen: Chosen) -> Self:
        """The same index, of which only what meets a condition is found."""
        return replace(self, condition=_all(self.condition, expression(chosen)))

    def _best(
        self,
        k: int,
        among: NDArray[np.int64] | None,
        search: Callable[[int, str], list[tuple[int, float]]],
    ) -> list[tuple[int, float]]:
        if k <= 0:
            return []
        parts = (
            search(min(k, size), _all(self.condition, part)) for size, part in _parts(k, among)
        )
        return sorted(chain.from_iterable(parts), key=lambda each: (-each[1], each[0]))[:k]


def expression(chosen: Chosen) -> str:
    """A filter in Milvus's words; empty for none."""
    parts = []
    if chosen.sources is not None:
        parts.append(f"source in {json.dumps(chosen.sources, ensure_ascii=False)}")
    if chosen.since is not None:
        parts.append(f"published >= {day(chosen.since)}")
    if chosen.until is not None:
        parts.append(_known("published", chosen.until))
    if chosen.at is not None:
        parts += [_known("published", chosen.at), _known("held", chosen.at)]
    if chosen.article is not None:
        parts.append(f"article == {chosen.article}")
    return " and ".join(parts)


def _known(field: str, until: str) -> str:
    return f"{field} > 0 and {field} <= {day(until)}"


def _all(*conditions: str) -> str:
    return " and ".join(f"({each})" for each in conditions if each)


def _parts(k: int, among: NDArray[np.int64] | None) -> Iterator[tuple[int, str]]:
    """Conditions that together are `among`, each with how many it may give."""
    if among is None:
        yield k, ""
        return
    ids = np.unique(among)
    for start in range(0, len(ids), MOST):
        part = ids[start : start + MOST].tolist()
        yield len(part), f"id in {part}"
