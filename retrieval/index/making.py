"""Indexes made of what a store holds: whole, carried on, or made one part again."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

import numpy as np

from retrieval.errors import LibraryError
from retrieval.index.clusters import StoppedError
from retrieval.index.engines import STAND_IN, engine_for
from retrieval.index.ivf_index import IvfIndex, lists_for
from retrieval.index.segments import Segmented

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from numpy.typing import NDArray

    from retrieval.index.base import Part, VectorIndex, VectorSource
    from retrieval.index.engines import Engine

# Read at once: some 25 MB at 384 dimensions.
_BATCH = 16_384
# Vectors an inverted file is trained on for each of its lists, and how many that lie together are
# read at once.
_SAMPLE_A_LIST = 32
_RUN = 8
# How often what came meanwhile is read before an index is taken that is right and behind.
_TRIES = 20
_SEED = 7


class RewrittenError(Exception):
    """The store has changed so that what was made of it before cannot be carried on."""


@dataclass(frozen=True, slots=True)
class Held:
    """An index, never changed once it is here, so that searches need no lock.

    It has what the store had at `generation`, and where it is not `exact` something of what came
    after. `file` is where its first part is stored, None where it is not.
    """

    index: Segmented
    engine: Engine
    generation: int
    token: int | None
    exact: bool
    file: str | None = None


def never() -> bool:
    """The answer of somebody who waits however long it takes."""
    return False


class Maker:
    """Makes indexes of one encoder's vectors. Methods raise LibraryError for an unreadable store.

    Those that take long ask `stopped` and raise StoppedError.
    """

    def __init__(self, source: VectorSource, *, encoder: str, dimensions: int) -> None:
        self._source = source
        self._encoder = encoder
        self._dimensions = dimensions

    def at_hand(self) -> Held:
        """An index of everything, as soon as it can be had: one that needs no training."""
        count, _ = self._source.span(self._encoder)
        engine = engine_for(count)
        return self._whole(STAND_IN if engine.trained else engine, never)

    def best(self, stopped: Callable[[], bool] = never) -> Held:
        """An index of everything in the engine that fits, trained on a sample where it needs to."""
        count, _ = self._source.span(self._encoder)
        return self._abreast(self._whole(engine_for(count), stopped))

    def carried_on(self, held: Held) -> Held:
        """The index with what the store has and has not since; raises RewrittenError."""
        if held.generation == self._source.generation():
            return held
        index = held.index.copy()
        generation, exact = self._advance(index, held.generation)
        token = self._source.token(generation)
        return replace(held, index=index, generation=generation, token=token, exact=exact)

    def made_one(self, held: Held, stopped: Callable[[], bool] = never) -> Held:
        """The same vectors in one part, of the engine that fits; raises RewrittenError."""
        if engine_for(len(held.index)).name != held.engine.name:
            return self.best(stopped)
        part = held.index.first.copy()
        part.remove(held.index.gone)
        if stopped():
            raise StoppedError
        # What was added is in the index, too, but in the precision of its engine.
        for ids, vectors in self._batches(part.last):
            part.add(ids, vectors)
        if part.drifted:
            return self.best(stopped)
        return self._abreast(self._held(part, held.engine, held.generation))

    def _whole(self, engine: Engine, stopped: Callable[[], bool]) -> Held:
        generation = self._source.generation()
        part = engine.create(self._dimensions)
        if isinstance(part, IvfIndex):
            count, highest = self._source.span(self._encoder)
            part.train(self._sample(count, highest), count, stopped)
        for ids, vectors in self._batches(0):
            if stopped():
                raise StoppedError
            part.add(ids, vectors)
        return self._held(part, engine, generation)

    def _abreast(self, held: Held) -> Held:
        """The same in one part, with what has come while it was made."""
        part, generation, exact = held.index.first, held.generation, held.exact
        for _ in range(_TRIES):
            if exact:
                break
            generation, exact = self._advance(part, generation)
        return self._held(part, held.engine, generation)

    def _held(self, part: Part, engine: Engine, generation: int) -> Held:
        index = Segmented(part, engine.tail)
        exact = self._source.generation() == generation
        return Held(index, engine, generation, self._source.token(generation), exact)

    def _advance(self, index: VectorIndex, since: int) -> tuple[int, bool]:
        """Bring an index to the present; gives the generation, and whether it is just that."""
        generation = self._source.generation()
        gone = self._source.removed(since)
        if gone is None:
            raise RewrittenError
        if len(gone):
            index.remove(gone)
        for ids, vectors in self._batches(index.last):
            index.add(ids, vectors)
        return generation, self._source.generation() == generation

    def _batches(self, after: int) -> Iterator[tuple[NDArray[np.int64], NDArray[np.float32]]]:
        while True:
            ids, vectors = self._source.vectors(self._encoder, after, _BATCH)
            if len(ids):
                self._fit(vectors)
                yield ids, vectors
                after = int(ids[-1])
            if len(ids) < _BATCH:
                return

    def _sample(self, count: int, highest: int) -> NDArray[np.float32]:
        """Vectors from all over the store, some that lie together at a time."""
        wanted = _SAMPLE_A_LIST * lists_for(count)
        if count <= wanted:
            return np.concatenate([vectors for _, vectors in self._batches(0)])
        dice = np.random.default_rng(_SEED)
        starts = np.sort(dice.choice(highest, size=min(highest, wanted // _RUN), replace=False))
        found, last = [], -1
        for start in starts.tolist():
            ids, vectors = self._source.vectors(self._encoder, max(start, last), _RUN)
            if len(ids):
                found.append(vectors)
                last = int(ids[-1])
        sample = np.concatenate(found)
        self._fit(sample)
        return sample

    def _fit(self, vectors: NDArray[np.float32]) -> None:
        if vectors.shape[1] != self._dimensions:
            raise LibraryError(
                f"The library holds vectors of {self._encoder} with {vectors.shape[1]} dimensions, "
                f"and the model gives {self._dimensions}: run `whosays reindex`."
            )
