"""A collection brought in step with a store: filled, continued where it was stopped, followed."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Literal

from retrieval.errors import IndexDamagedError, IndexForeignError
from retrieval.index.milvus.collection import FORMAT, Mark

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from retrieval.index.milvus.collection import Collection
    from retrieval.index.milvus.rows import RowSource

BATCH = 500

State = Literal["sound", "behind", "filling", "missing", "stale"]


@dataclass(frozen=True, slots=True)
class Standing:
    """How a collection stands to its store, and how many paragraphs it lacks or has otherwise.

    `changed` are the ids to look at again; `why` says what makes one stale.
    """

    state: State
    backlog: int
    mark: Mark | None = None
    changed: Sequence[int] = ()
    why: str = ""


class Filling:
    """Fills one collection with the paragraphs of one encoder.

    Putting a paragraph in twice is putting it in once, and the mark only says what is in already:
    whoever goes on after a crash repeats at most a batch.
    """

    def __init__(self, collection: Collection, source: RowSource, encoder: str) -> None:
        self._collection = collection
        self._source = source
        self._encoder = encoder

    def look(self) -> Standing:
        """How the collection stands; changes nothing.

        Raises IndexForeignError for another library's, IndexAwayError, and what the store raises.
        """
        mark = self._collection.mark()
        if mark is None:
            return Standing("missing", self._source.index_count(self._encoder))
        if mark.library != self._source.identity:
            raise IndexForeignError(
                f"The collection {self._collection.name!r} at "
                f"{self._collection.server.address.uri} is another library's: name one for this "
                "library with `index.collection`."
            )
        if why := self._stale(mark):
            return Standing("stale", self._source.index_count(self._encoder), mark, why=why)
        changed = self._source.touched(mark.generation)
        if changed is None:
            why = "more has changed since than is remembered"
            return Standing("stale", self._source.index_count(self._encoder), mark, why=why)
        if mark.ready and mark.generation == self._source.generation():
            return Standing("sound", 0, mark)
        backlog = len(changed) + self._source.index_count(self._encoder, mark.filled)
        return Standing("behind" if mark.ready else "filling", backlog, mark, changed)

    def bring(
        self,
        standing: Standing,
        progress: Callable[[int], None] = lambda _: None,
        stopped: Callable[[], bool] = lambda: False,
    ) -> Mark | None:
        """Bring the collection in step; the mark it has then, None where it was stopped.

        `progress` hears how many paragraphs are done. Raises like `look`, and IndexDamagedError
        where the server does not hold what it has taken.
        """
        mark = standing.mark
        if mark is None or standing.state in ("missing", "stale"):
            mark = self._empty()
            self._collection.create(mark)
        # What changes from here on is left to the next time.
        generation = self._source.generation()
        token = self._source.token(generation)
        done = self._again(standing.changed if standing.mark is mark else (), progress)
        filled = mark.filled
        while rows := self._source.index_rows(self._encoder, filled, BATCH):
            if stopped():
                return None
            self._collection.put(rows)
            filled = rows[-1].id
            done += len(rows)
            progress(done)
            if len(rows) == BATCH:
                # Not `ready` sooner than it was: the generation stays as well.
                self._collection.write(replace(mark, filled=filled))
        if not mark.ready:
            self._counted(generation)
        brought = replace(mark, generation=generation, token=token, filled=filled, ready=True)
        if brought != mark:
            self._collection.write(brought)
        return brought

    def _again(self, changed: Sequence[int], progress: Callable[[int], None]) -> int:
        """Paragraphs that went are taken out, those that are otherwise are put in anew."""
        for start in range(0, len(changed), BATCH):
            part = changed[start : start + BATCH]
            rows = self._source.index_rows_of(self._encoder, part)
            held = {row.id for row in rows}
            if gone := [each for each in part if each not in held]:
                self._collection.remove(gone)
            if rows:
                self._collection.put(rows)
            progress(start + len(part))
        return len(changed)

    def _counted(self, generation: int) -> None:
        there, wanted = self._collection.count() - 1, self._source.index_count(self._encoder)
        if there < wanted and self._source.generation() == generation:
            raise IndexDamagedError(
                f"The collection {self._collection.name!r} holds {there:,} paragraphs of "
                f"{wanted:,} that were put into it: see the server's log, and fill it anew with "
                "`whosays reindex`."
            )

    def _stale(self, mark: Mark) -> str:
        """Why a collection of this library cannot be followed on; empty where it can."""
        dimensions = self._collection.dimensions
        if mark.format != FORMAT:
            return f"format {mark.format} instead of {FORMAT}"
        if mark.encoder != self._encoder:
            return f"encoder {mark.encoder} instead of {self._encoder}"
        if mark.dimensions != dimensions:
            return f"{mark.dimensions} dimensions instead of {dimensions}"
        if self._source.token(mark.generation) != mark.token:
            return "the library is not the one it was filled from, as after a restored backup"
        return ""

    def _empty(self) -> Mark:
        generation = self._source.generation()
        return Mark(
            library=self._source.identity,
            encoder=self._encoder,
            dimensions=self._collection.dimensions,
            generation=generation,
            token=self._source.token(generation),
            filled=0,
            ready=False,
        )
