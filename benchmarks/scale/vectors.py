"""The vector index at one size: made, searched, grown and thinned out."""

from __future__ import annotations

import time
from pathlib import Path
from typing import TYPE_CHECKING
from unittest import mock

import numpy as np

from retrieval.answer.finding.search import PARAGRAPHS
from retrieval.index import ivf_index, stored
from retrieval.index.ivf_index import IvfIndex
from retrieval.index.stored import StoredIndex

if TYPE_CHECKING:
    from collections.abc import Callable

    from numpy.typing import NDArray

    from retrieval.index.base import VectorIndex

TOP = 50
CHANGED = 20
_BLOCK = 50_000
_MIB = 2**20


class Source:
    """Vectors in a file as a store of them, ids from 1; some can be put after all and taken out."""

    def __init__(self, vectors: NDArray[np.float16]) -> None:
        self._vectors = vectors
        self._more = np.empty((0, vectors.shape[1]), dtype=np.float16)
        self._gone: list[tuple[int, int]] = []
        self._generation = 1

    def append(self, vectors: NDArray[np.float16]) -> None:
        """Put vectors after all others."""
        self._more = np.concatenate([self._more, vectors])
        self._generation += 1

    def remove(self, ids: NDArray[np.int64]) -> None:
        """Take vectors out."""
        self._generation += 1
        self._gone += [(self._generation, each) for each in ids.tolist()]

    def generation(self) -> int:
        """The count of changes."""
        return self._generation

    def token(self, generation: int) -> int | None:
        """The same for each change."""
        return generation if generation <= self._generation else None

    def rewritten(self) -> int:
        """Never."""
        return 0

    def removed(self, generation: int) -> NDArray[np.int64] | None:
        """Ids taken out since."""
        return np.array(sorted(each for at, each in self._gone if at > generation), np.int64)

    def span(self, encoder: str) -> tuple[int, int]:
        """Count and highest id."""
        highest = len(self._vectors) + len(self._more)
        return highest - len(self._gone) if encoder else 0, highest

    def vectors(
        self, encoder: str, after: int = 0, most: int | None = None
    ) -> tuple[NDArray[np.int64], NDArray[np.float32]]:
        """Ids above `after` with their vectors."""
        known, highest = len(self._vectors), self.span(encoder)[1]
        until = highest if most is None else min(highest, after + most)
        held = read(self._vectors, after, min(until, known))
        if until > known:
            more = self._more[max(0, after - known) : until - known].astype(np.float32)
            held = np.concatenate([held, more])
        return np.arange(after + 1, until + 1), held


def read(vectors: NDArray[np.float16], start: int, end: int) -> NDArray[np.float32]:
    """A part of vectors, without the rest of their file in the memory that is counted."""
    if not isinstance(vectors, np.memmap) or vectors.filename is None or start >= end:
        return vectors[start:end].astype(np.float32)
    width = vectors.shape[1]
    offset = vectors.offset + start * width * vectors.itemsize
    held = np.fromfile(vectors.filename, vectors.dtype, (end - start) * width, offset=offset)
    return held.reshape(-1, width).astype(np.float32)


def exact(
    vectors: NDArray[np.float16], queries: NDArray[np.float32], allowed: NDArray[np.bool_]
) -> NDArray[np.int64]:
    """Ids of the TOP nearest to each query, every vector compared in float32."""
    best = np.full((len(queries), TOP), -2, dtype=np.float32)
    ids = np.zeros((len(queries), TOP), dtype=np.int64)
    for at in range(0, len(vectors), _BLOCK):
        scores = queries @ read(vectors, at, min(len(vectors), at + _BLOCK)).T
        scores[:, ~allowed[at : at + _BLOCK]] = -2
        numbers = np.broadcast_to(np.arange(at + 1, at + scores.shape[1] + 1), scores.shape)
        both, both_ids = np.hstack([best, scores]), np.hstack([ids, numbers])
        order = np.argpartition(-both, TOP, axis=1)[:, :TOP]
        best, ids = (np.take_along_axis(each, order, axis=1) for each in (both, both_ids))
    return ids


def measured(
    folder: Path, vectors: NDArray[np.float16], queries: NDArray[np.float32]
) -> dict[str, object]:
    """A row of the table, by the name of its column; times are processor time."""
    # A benchmark may begin at once what otherwise waits for commands to be gone.
    stored._PATIENCE_SECONDS = 0.0
    source = Source(vectors)
    index = StoredIndex(folder, encoder="e", dimensions=vectors.shape[1], source=source)
    every = np.ones(len(vectors), dtype=np.bool_)
    tenth = np.arange(1, len(vectors) + 1, 10)
    truth, filtered = exact(vectors, queries, every), every.copy()
    filtered[:] = False
    filtered[tenth - 1] = True
    row: dict[str, object] = {}
    base = _memory("VmRSS")
    # The most so far is counted from here on.
    Path("/proc/self/clear_refs").write_text("5")
    row["at hand s"], _ = _cpu(index.current)
    row["recall at hand"] = _recall(index.current(), queries, truth)
    row["made s"], _ = _cpu(index.wait)
    held = index.current()
    row["engine"] = index.status().detail.split(", ")[1].split(";")[0]
    row["peak MiB"] = _memory("VmHWM") - base
    row["file MiB"] = sum(each.stat().st_size for each in folder.iterdir()) // _MIB
    row["recall"] = _recall(held, queries, truth)
    row["p50 ms"], row["p95 ms"] = _times(lambda query: held.search(query, PARAGRAPHS), queries)
    row["filtered recall"] = _recall(held, queries, exact(vectors, queries, filtered), among=tenth)
    row["filtered p50 ms"], row["filtered p95 ms"] = _times(
        lambda query: held.search(query, PARAGRAPHS, tenth), queries
    )
    source.append(vectors[:CHANGED])
    row["20 more ms"], grown = _cpu(index.current, 1000)
    source.remove(np.arange(1, CHANGED + 1))
    row["20 less ms"], thinned = _cpu(index.current, 1000)
    if (len(grown), len(thinned)) != (len(vectors) + CHANGED, len(vectors)):
        raise RuntimeError("the index is not in step")
    index.close()
    again = StoredIndex(folder, encoder="e", dimensions=vectors.shape[1], source=source)
    row["load s"], _ = _cpu(again.current)
    again.close()
    return row


def of_real(vectors: NDArray[np.float32], queries: NDArray[np.float32]) -> list[dict[str, object]]:
    """Of the nearest to headlines among real vectors alone: how many an inverted file finds.

    By its sketch, and without it by its lists. Among fifty times as many the TOP nearest are about
    as near as the first is among these.
    """
    held = IvfIndex(vectors.shape[1])
    held.train(vectors, len(vectors))
    held.add(np.arange(1, len(vectors) + 1), vectors)
    nearest = np.argsort(-(queries @ vectors.T), axis=1)[:, :TOP] + 1
    rows: list[dict[str, object]] = []
    with mock.patch.multiple(ivf_index, _LEAST=1, _COMPARED_EACH=0):
        for part in (1 / 1000, 1 / 500, 1 / 250):
            count = round(part * len(vectors))
            with mock.patch.object(ivf_index, "_COMPARED_LEAST", count):
                rows.append(_of_real(f"compared by the sketch: {count}", held, queries, nearest))
        held._sketch = None
        for share in (1 / 8, 1 / 4, 1 / 2, 1):
            name = f"lists looked through: {share:.4g} of {held.lists}"
            with mock.patch.object(ivf_index, "_SHARE", share):
                rows.append(_of_real(name, held, queries, nearest))
    return rows


def _of_real(
    name: str, held: IvfIndex, queries: NDArray[np.float32], nearest: NDArray[np.int64]
) -> dict[str, object]:
    found = [held.search(query, TOP)[0] for query in queries]
    row: dict[str, object] = {"": name}
    for first in (1, 5, TOP):
        hits = [
            np.isin(right[:first], ids).mean() for ids, right in zip(found, nearest, strict=True)
        ]
        row[f"of the first {first}"] = round(float(np.mean(hits)), 4)
    return row


def _recall(
    index: VectorIndex,
    queries: NDArray[np.float32],
    truth: NDArray[np.int64],
    among: NDArray[np.int64] | None = None,
) -> float:
    found = [index.search(query, TOP, among)[0] for query in queries]
    hits = [
        len(set(ids.tolist()) & set(right.tolist()))
        for ids, right in zip(found, truth, strict=True)
    ]
    return round(sum(hits) / truth.size, 4)


def _times(
    search: Callable[[NDArray[np.float32]], object], queries: NDArray[np.float32]
) -> tuple[float, float]:
    """Median and 95th percentile of the processor time of a search, in milliseconds."""
    taken = []
    for query in queries:
        started = time.thread_time()
        search(query)
        taken.append(1000 * (time.thread_time() - started))
    return round(float(np.median(taken)), 2), round(float(np.percentile(taken, 95)), 2)


def _cpu(work: Callable[[], VectorIndex | None], scale: int = 1) -> tuple[float, VectorIndex]:
    started = time.process_time()
    made = work()
    taken = round(scale * (time.process_time() - started), 2)
    return taken, made  # type: ignore[return-value]


def _memory(what: str) -> int:
    """A line of what Linux says of the process's memory, in MiB."""
    lines = Path("/proc/self/status").read_text("ascii").splitlines()
    return next(int(each.split()[1]) // 1024 for each in lines if each.startswith(what))
