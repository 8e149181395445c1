"""The index of a library: loaded from its file, or built from the store, always in step with it."""

from __future__ import annotations

import errno
import logging
import threading
import time
from contextlib import suppress
from typing import TYPE_CHECKING

from retrieval.errors import LibraryError, LibraryFullError
from retrieval.index.background import Background
from retrieval.index.clusters import StoppedError
from retrieval.index.engines import STAND_IN, engine_for
from retrieval.index.faiss_common import one_thread
from retrieval.index.filed import Filed, IndexStatus
from retrieval.index.making import Maker, RewrittenError
from retrieval.index.manifest import alone

if TYPE_CHECKING:
    from pathlib import Path

    from retrieval.index.base import VectorIndex, VectorSource
    from retrieval.index.making import Held

__all__ = ["IndexStatus", "StoredIndex"]

_LOG = logging.getLogger(__name__)
# What has changed since the file was written is read from the store at each start; beyond either
# of these it pays to make one part of all and write it anew.
_CHANGED_COUNT = 50_000
_CHANGED_SHARE = 0.1
# Up to so many vectors that takes less time than anybody notices; more are left to the background.
_AT_ONCE = 50_000
# A command that answers one question is gone by then, and should not have trained for nothing.
_PATIENCE_SECONDS = 5.0
# After a failure, such as a full disk.
_RETRY_SECONDS = 300.0
# While another process makes an index of the same library.
_OTHERS_SECONDS = 30.0


class StoredIndex:
    """Vectors of one encoder in step with a store; the file in `folder` only saves time.

    Whatever is wrong with the file, it is rebuilt from the store and never searched. A file that
    cannot be written is done without. What takes long is made in the background, while what is
    there answers.
    """

    def __init__(
        self, folder: Path, *, encoder: str, dimensions: int, source: VectorSource
    ) -> None:
        self._filed = Filed(folder, encoder=encoder, dimensions=dimensions, source=source)
        self._maker = Maker(source, encoder=encoder, dimensions=dimensions)
        self._lock = threading.Lock()
        self._held: Held | None = None
        self._made: Held | None = None
        self._background = Background("whosays-index")
        self._not_before = 0.0

    def current(self) -> VectorIndex:
        """An index of every vector in the store; it does not change, ask again for the next.

        Raises LibraryError where the store cannot be read.
        """
        with self._lock:
            made, self._made = self._made, None
            held = self._abreast(made) or self._abreast(self._held)
            self._held = held or self._abreast(self._filed.load()) or self._maker.at_hand()
            if self._overdue(self._held):
                self._held = self._tended(self._held)
            return self._held.index

    def rebuild(self) -> None:
        """Build the index anew from the store and write it; whoever asks meanwhile has the old one.

        Raises LibraryFullError or LibraryError where it cannot be written.
        """
        made = self._maker.best()
        with self._lock:
            self._held = made
        try:
            written = self._filed.write(made)
        except OSError as error:
            raise _unwritten(error, self._filed.folder) from error
        with self._lock:
            self._held = written

    def status(self) -> IndexStatus:
        """The state of the file, its checksum verified; changes nothing."""
        return self._filed.status()

    def wait(self, seconds: float | None = None) -> None:
        """Wait for what is made in the background, if anything is."""
        self._background.wait(seconds)

    def close(self) -> None:
        """End what is made in the background; what is being written is written."""
        self._background.stop()

    def _abreast(self, held: Held | None) -> Held | None:
        """The same with all changes since; None where it cannot be carried on."""
        if held is None or not self._filed.in_line(held.generation, held.token):
            return None
        try:
            return self._maker.carried_on(held)
        except RewrittenError:
            return None

    def _overdue(self, held: Held) -> bool:
        count, changed = len(held.index), held.index.changed
        return count > 0 and (
            held.file is None
            or self._unfit(held)
            or changed >= _CHANGED_COUNT
            or changed >= max(1, count * _CHANGED_SHARE)
        )

    @staticmethod
    def _unfit(held: Held) -> bool:
        return held.engine.name != engine_for(len(held.index)).name

    def _tended(self, held: Held) -> Held:
        """The same in the engine that fits and in a file; now, or later where that takes long."""
        if time.monotonic() < self._not_before:
            return held
        count = len(held.index)
        if count > _AT_ONCE or engine_for(count).trained:
            self._background.start(lambda background: self._make(held, background))
            return held
        if held.index.changed or self._unfit(held):
            with suppress(RewrittenError):
                held = self._maker.made_one(held)
        return self._written(held)

    def _make(self, held: Held, background: Background) -> None:
        """The job: put the best index in the place of one that answers meanwhile."""
        # Those who ask have the other cores.
        one_thread()
        try:
            with alone(self._filed.folder) as first:
                if first:
                    self._made = self._remade(held, background)
                else:
                    self._not_before = time.monotonic() + _OTHERS_SECONDS
        except (StoppedError, RewrittenError):
            return
        except LibraryError as error:
            self._put_off(error)

    def _remade(self, held: Held, background: Background) -> Held | None:
        found = self._made_elsewhere(held)
        if found is not None:
            return found
        if held.file is None:
            # The next start has it at hand, whatever becomes of the rest.
            held = self._written(held)
        trained = engine_for(len(held.index)).trained
        if trained and held.engine.name == STAND_IN.name and background.pause(_PATIENCE_SECONDS):
            return None
        found = self._made_elsewhere(held)
        if found is not None:
            return found
        if held.index.changed or self._unfit(held):
            held = self._written(self._maker.made_one(held, background.stopped))
        return held

    def _made_elsewhere(self, held: Held) -> Held | None:
        """The file of another process that has been here first, where it will do."""
        if self._filed.name() in {None, held.file}:
            return None
        found = self._abreast(self._filed.load())
        return None if found is None or self._overdue(found) else found

    def _written(self, held: Held) -> Held:
        """The same with its file, or without one where it cannot be written: then in memory."""
        try:
            return self._filed.write(held)
        except OSError as error:
            self._put_off(_unwritten(error, self._filed.folder))
            return held

    def _put_off(self, error: LibraryError) -> None:
        self._not_before = time.monotonic() + _RETRY_SECONDS
        _LOG.warning("The index cannot be renewed now, and what there is answers: %s", error)


def _unwritten(error: OSError, folder: Path) -> LibraryError:
    if error.errno in {errno.ENOSPC, errno.EDQUOT}:
        return LibraryFullError(f"The disk that holds {folder} is full: free some space and retry.")
    return LibraryError(f"The index cannot be written to {folder}: {error.strerror or error}.")
