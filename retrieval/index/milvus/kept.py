"""A library's collection: asked for, it is in step or says in one sentence why it is not."""

from __future__ import annotations

import logging
import threading
import time
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from retrieval.errors import IndexFillingError, WhosaysError
from retrieval.index.milvus.filling import Filling
from retrieval.index.milvus.lock import alone
from retrieval.index.milvus.searching import MilvusIndex

if TYPE_CHECKING:
    from collections.abc import Callable

    from retrieval.index.milvus.collection import Collection, Mark
    from retrieval.index.milvus.rows import RowSource

_LOG = logging.getLogger(__name__)
# So many paragraphs are put in while somebody waits; more are in the background.
AT_ONCE = 2_000
# How long a collection is believed to be what it was, where the library does not change.
BELIEVED_SECONDS = 60.0
# For so long after a change, searches wait for what every process has written until then.
_SETTLING_SECONDS = 10.0


@dataclass(frozen=True, slots=True)
class ServerStatus:
    """What doctor says of a collection; it is "away" where it cannot be asked."""

    state: Literal["sound", "behind", "missing", "stale", "damaged", "away"]
    detail: str

    @property
    def well(self) -> bool:
        """Whether it is there and whole: one that is missing or out of step is no fault."""
        return self.state not in ("damaged", "away")


class MilvusStored:
    """The collection of one library and encoder, filled from the store and in step with it.

    May be used from several threads; the processes of a library take turns. `progress` hears how
    many paragraphs of how many are in while a rebuild takes its time.
    """

    engine = "milvus"

    def __init__(
        self,
        collection: Collection,
        source: RowSource,
        encoder: str,
        progress: Callable[[int, int], None] = lambda *_: None,
    ) -> None:
        self._collection = collection
        self._source = source
        self._encoder = encoder
        self._progress = progress
        self._filling = Filling(collection, source, encoder)
        self._lock = threading.Lock()
        self._stop = threading.Event()
        self._background: threading.Thread | None = None
        self._done = (0, 0)
        self._index: MilvusIndex | None = None
        self._generation = -1
        self._failures = 0
        self._looked = self._changed = float("-inf")

    @property
    def fault(self) -> str | None:
        """Why the server could not be used the last time; None where it could."""
        return self._collection.server.fault

    def current(self) -> MilvusIndex:
        """The collection, in step with the store.

        Raises IndexAwayError, IndexFillingError, IndexForeignError or LibraryError.
        """
        with self._lock:
            generation = self._source.generation()
            if self._index is not None and self._believed(generation):
                return self._index
            self._index = None
            brought = self._bring_in_step()
            if brought is None:
                raise self._unfinished()
            self._index = self._taken(brought)
            return self._index

    def rebuild(self) -> None:
        """Fill the collection anew; one that was never full is filled on. Raises like `current`."""
        with self._lock, alone(self._source.folder, self._collection.server.address.seconds):
            standing = self._filling.look()
            if standing.state != "filling":
                self._collection.drop()
                standing = self._filling.look()
            self._index = None
            wanted = standing.backlog
            self._filling.bring(standing, lambda done: self._progress(done, wanted))

    def status(self) -> ServerStatus:
        """What doctor says of the collection; changes nothing."""
        server = self._collection.server
        where = f"collection {self._collection.name} at {server.address.uri}"
        try:
            version = server.version()
            standing = self._filling.look()
            there = self._collection.count() - 1 if standing.mark is not None else 0
        except WhosaysError as error:
            return ServerStatus("away", str(error))
        detail = f"Milvus {version.lstrip('v')}, {where}: {there:,} paragraphs"
        if standing.state == "sound":
            wanted = self._source.index_count(self._encoder)
            if there == wanted:
                return ServerStatus("sound", detail)
            return ServerStatus(
                "damaged", f"{detail} instead of {wanted:,}: fill it anew with `whosays reindex`"
            )
        if standing.state == "behind":
            return ServerStatus("behind", f"{detail}; the next question brings it up to date")
        if standing.state == "missing":
            return ServerStatus(
                "missing", f"Milvus {version.lstrip('v')}, no {where}; the next question fills it"
            )
        why = standing.why or f"{standing.backlog:,} more are to come"
        return ServerStatus("stale", f"{detail}; {why}; the next question fills it")

    def close(self) -> None:
        """Stop filling, which goes on from there the next time, and let go of the server."""
        self._stop.set()
        if self._background is not None:
            self._background.join()
        self._collection.server.close()

    def _believed(self, generation: int) -> bool:
        return (
            generation == self._generation
            and self._failures == self._collection.server.failures
            and time.monotonic() - self._looked < BELIEVED_SECONDS
        )

    def _bring_in_step(self) -> Mark | None:
        """The mark of a collection that is in step; None where the background is at it."""
        if self._background is not None and self._background.is_alive():
            return None
        standing = self._filling.look()
        if standing.state == "sound":
            return standing.mark
        if standing.backlog <= AT_ONCE:
            with alone(self._source.folder, self._collection.server.address.seconds):
                # Another process may have done it meanwhile.
                return self._filling.bring(self._filling.look())
        self._done = (0, standing.backlog)
        self._background = threading.Thread(
            target=self._fill, args=(standing.backlog,), name="filling", daemon=True
        )
        self._background.start()
        return None

    def _fill(self, wanted: int) -> None:
        def told(done: int) -> None:
            self._done = (done, wanted)

        try:
            with alone(self._source.folder, self._collection.server.address.seconds):
                self._filling.bring(self._filling.look(), told, self._stop.is_set)
        except WhosaysError as error:
            # The next one who asks is told, and starts it again.
            _LOG.warning("The index is not filled: %s", error)

    def _taken(self, mark: Mark) -> MilvusIndex:
        now = time.monotonic()
        if mark.generation != self._generation:
            self._changed = now
        self._generation = mark.generation
        self._failures = self._collection.server.failures
        self._looked = now
        count = max(0, self._collection.count() - 1)
        return MilvusIndex(self._collection, count, mark.filled, self._fresh)

    def _fresh(self) -> bool:
        return time.monotonic() - self._changed < _SETTLING_SECONDS

    def _unfinished(self) -> IndexFillingError:
        done, wanted = self._done
        return IndexFillingError(
            f"The index is being filled ({done:,} of {wanted:,} paragraphs): ask again when it is; "
            "a terminal waits for it with `whosays reindex`."
        )
