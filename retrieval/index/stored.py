"""The index of a library: loaded from its file, or built from the store, always in step with it."""

from __future__ import annotations

import errno
import logging
import threading
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from retrieval.errors import IndexDamagedError, LibraryError, LibraryFullError
from retrieval.index import manifest
from retrieval.index.engines import ENGINES, engine_for

if TYPE_CHECKING:
    from pathlib import Path

    import numpy as np
    from numpy.typing import NDArray

    from retrieval.index.base import VectorIndex, VectorSource

_LOG = logging.getLogger(__name__)
# Additions since the file was written are read from the store at each start; beyond either of
# these it pays to write the file anew.
_TAIL_COUNT = 1000
_TAIL_SHARE = 0.1


@dataclass(frozen=True, slots=True)
class IndexStatus:
    """What `doctor` says of the index file. All but "sound" and "behind" lead to a rebuild."""

    state: Literal["sound", "behind", "missing", "damaged", "foreign", "stale"]
    detail: str

    @property
    def well(self) -> bool:
        """Whether the file is as it was written: one that is missing or out of step is no fault."""
        return self.state != "damaged"


@dataclass(slots=True)
class _Held:
    """An index in memory: never changed once it is here, so that searches need no lock."""

    index: VectorIndex
    engine: str
    generation: int
    token: int | None
    written: int


class StoredIndex:
    """Vectors of one encoder in step with a store; the file in `folder` only saves time.

    Whatever is wrong with the file, it is rebuilt from the store and never searched. A file that
    cannot be written is done without.
    """

    def __init__(
        self, folder: Path, *, encoder: str, dimensions: int, source: VectorSource
    ) -> None:
        self._folder = folder
        self._encoder = encoder
        self._dimensions = dimensions
        self._source = source
        self._lock = threading.Lock()
        self._held: _Held | None = None

    def current(self) -> VectorIndex:
        """An index of every vector in the store; it does not change, ask again for the next.

        Raises LibraryError where the store cannot be read.
        """
        with self._lock:
            generation = self._source.generation()
            if self._held is not None and not self._continues(self._held):
                self._held = None
            if self._held is None:
                self._held = self._load()
            if self._held is None:
                self._held = self._build(generation)
            elif self._held.generation != generation:
                self._held = self._extended(self._held, generation)
            if self._overdue(self._held):
                self._held = self._refitted(self._held, generation)
                self._write_if_possible(self._held)
            return self._held.index

    def rebuild(self) -> None:
        """Build the index anew from the store and write it.

        Raises LibraryFullError or LibraryError where it cannot be written.
        """
        with self._lock:
            self._held = self._build(self._source.generation())
            try:
                self._write(self._held)
            except OSError as error:
                raise _unwritten(error, self._folder) from error

    def status(self) -> IndexStatus:
        """The state of the file, its checksum verified; changes nothing."""
        try:
            found = manifest.read(self._folder)
            if found is None:
                return IndexStatus("missing", "there is no index yet; the next question builds it")
            manifest.verify(self._folder, found)
        except IndexDamagedError as error:
            return IndexStatus(
                "damaged", f"{str(error).rstrip('.')}: build it anew with `whosays reindex`"
            )
        if foreign := self._foreign(found):
            return IndexStatus("foreign", f"{foreign}; the next question builds it anew")
        detail = f"{found.count} vectors of {found.dimensions} dimensions, {found.engine}"
        if not self._in_line(found.generation, found.token):
            return IndexStatus(
                "stale",
                f"{detail}; the library has changed since, and the next question builds it anew",
            )
        if found.generation != self._source.generation():
            return IndexStatus("behind", f"{detail}; additions since are read from the library")
        return IndexStatus("sound", detail)

    def _load(self) -> _Held | None:
        try:
            found = manifest.read(self._folder)
            if found is None or not self._in_line(found.generation, found.token):
                return None
            if foreign := self._foreign(found):
                _LOG.info("The index is not this library's (%s) and is rebuilt.", foreign)
                return None
            index = ENGINES[found.engine].load(manifest.verify(self._folder, found))
        except IndexDamagedError as error:
            _LOG.warning("The index is damaged and is rebuilt: %s", error)
            return None
        if len(index) != found.count or index.dimensions != found.dimensions:
            _LOG.warning("The index is not what its manifest says and is rebuilt.")
            return None
        return _Held(index, found.engine, found.generation, found.token, written=found.count)

    def _foreign(self, found: manifest.Manifest) -> str | None:
        """Why an index file is not for this library and encoder; None where it is."""
        if found.format != manifest.FORMAT:
            return f"format {found.format} instead of {manifest.FORMAT}"
        if found.encoder != self._encoder:
            return f"encoder {found.encoder} instead of {self._encoder}"
        if found.dimensions != self._dimensions:
            return f"{found.dimensions} dimensions instead of {self._dimensions}"
        if found.engine not in ENGINES:
            return f"the engine {found.engine} is not known"
        return None

    def _continues(self, held: _Held) -> bool:
        return self._in_line(held.generation, held.token)

    def _in_line(self, generation: int, token: int | None) -> bool:
        """Whether the store only had vectors appended since that change, and knows the change."""
        return self._source.token(generation) == token and self._source.rewritten() <= generation

    def _build(self, generation: int) -> _Held:
        ids, vectors = self._tail(after=0)
        engine = engine_for(len(ids))
        index = engine.create(self._dimensions)
        index.add(ids, vectors)
        return _Held(index, engine.name, generation, self._source.token(generation), written=0)

    def _extended(self, held: _Held, generation: int) -> _Held:
        ids, vectors = self._tail(after=held.index.last)
        index = held.index
        if len(ids):
            index = index.copy()
            index.add(ids, vectors)
        token = self._source.token(generation)
        return _Held(index, held.engine, generation, token, held.written)

    def _tail(self, after: int) -> tuple[NDArray[np.int64], NDArray[np.float32]]:
        ids, vectors = self._source.vectors(self._encoder, after)
        if not len(ids):
            vectors = vectors.reshape(0, self._dimensions)
        if vectors.shape[1] != self._dimensions:
            raise LibraryError(
                f"The library holds vectors of {self._encoder} with {vectors.shape[1]} dimensions, "
                f"and the model gives {self._dimensions}: run `whosays reindex`."
            )
        return ids, vectors

    def _overdue(self, held: _Held) -> bool:
        count = len(held.index)
        tail = count - held.written
        return count > 0 and (tail >= _TAIL_COUNT or tail >= max(1, count * _TAIL_SHARE))

    def _refitted(self, held: _Held, generation: int) -> _Held:
        """The same vectors in the engine that fits their number by now."""
        if held.engine == engine_for(len(held.index)).name:
            return held
        return self._build(generation)

    def _write_if_possible(self, held: _Held) -> None:
        try:
            self._write(held)
        except OSError as error:
            # It has served its purpose in memory; the next start builds it again.
            _LOG.info("The index cannot be written to %s: %s", self._folder, error)
            held.written = len(held.index)

    def _write(self, held: _Held) -> None:
        # Vectors read after the generation may belong to a later one. Such an index is right in
        # memory, but a file must hold exactly what its generation says.
        if held.token is None or self._source.generation() != held.generation:
            return
        manifest.write(
            self._folder,
            held.index,
            encoder=self._encoder,
            engine=held.engine,
            generation=held.generation,
            token=held.token,
        )
        held.written = len(held.index)


def _unwritten(error: OSError, folder: Path) -> LibraryError:
    if error.errno in {errno.ENOSPC, errno.EDQUOT}:
        return LibraryFullError(f"The disk that holds {folder} is full: free some space and retry.")
    return LibraryError(f"The index cannot be written to {folder}: {error.strerror or error}.")
