"""The words of a library in tantivy: loaded from their folder, carried on, renewed beside it."""

from __future__ import annotations

import logging
import threading
import time
from contextlib import suppress
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from retrieval.errors import IndexDamagedError, LibraryError
from retrieval.index.background import Background
from retrieval.index.clusters import StoppedError
from retrieval.index.manifest import alone
from retrieval.index.words import folder
from retrieval.index.words.filed import Filed
from retrieval.index.words.kinds import weights
from retrieval.index.words.making import Maker, opened
from retrieval.index.words.searching import Searched, TantivyWords
from retrieval.index.words.tail import Tail

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from retrieval.index.filed import IndexStatus
    from retrieval.index.followed import Row, WordSource
    from retrieval.index.forms import Forms

_LOG = logging.getLogger(__name__)
# So many changes are read while somebody waits, some 0.1 s; more are left to the background, and
# SQLite searches meanwhile.
AT_ONCE = 2_000
# From so many on they are put into the folder, so that the next start need not read them.
_CHANGED = 1_000
# A command that answers one question is gone by then.
_PATIENCE_SECONDS = 5.0
# After a failure, such as a full disk.
_RETRY_SECONDS = 300.0
# While another process makes an index of the same library.
_OTHERS_SECONDS = 30.0
# A thread that splits text into words keeps others from Python: at every step it stands back.
_STEP_BACK_SECONDS = 0.001


@dataclass(frozen=True, slots=True)
class _Held:
    """The index of a folder with what has changed since, as of a change of the library.

    `last` is the highest id it has, `changed` how many of its paragraphs are not in the folder.
    """

    manifest: folder.Manifest
    index: TantivyWords
    tail: Tail | None
    generation: int
    token: int | None
    last: int
    changed: int = 0


class StoredWords:
    """The words of a library, in step with its store; may be used from several threads.

    Whatever is wrong with the folder, it is made anew from the store and never searched. `title` is
    what a word of the title counts.
    """

    def __init__(self, root: Path, *, source: WordSource, forms: Forms, title: float) -> None:
        self._root = root
        self._source = source
        self._forms = forms
        self._title = title
        self._filed = Filed(root, source)
        self._maker = Maker(root, source, forms)
        self._lock = threading.Lock()
        self._held: _Held | None = None
        self._made: _Held | None = None
        # The folder that was tried last: one that will not do is not read again.
        self._tried: str | None = None
        self._background = Background("whosays-words")
        self._not_before = 0.0

    def current(self) -> TantivyWords | None:
        """An index of every paragraph in the store; it does not change, ask again for the next.

        None while it is made. Raises LibraryError where the store cannot be read.
        """
        with self._lock:
            made, self._made = self._made, None
            held = self._abreast(made) or self._abreast(self._held) or self._abreast(self._loaded())
            self._held = held
            if (held is None or held.changed >= _CHANGED) and time.monotonic() >= self._not_before:
                self._background.start(self._make)
            return None if held is None else held.index

    def rebuild(self) -> None:
        """Make the index anew from the store; whoever asks meanwhile has the old one.

        Raises LibraryFullError or LibraryError where it cannot be written.
        """
        held = self._taken(self._maker.whole(lambda: False))
        with self._lock:
            self._held, self._made = held, None

    def status(self) -> IndexStatus:
        """The state of the folder, its checksums verified; changes nothing."""
        return self._filed.status()

    def wait(self, seconds: float | None = None) -> None:
        """Wait for what is made in the background, if anything is."""
        self._background.wait(seconds)

    def close(self) -> None:
        """End what is made in the background; what is being written is written."""
        self._background.stop()

    def _loaded(self) -> _Held | None:
        """The index in the folder; None where there is none that can be believed and carried on."""
        name = self._filed.name()
        if name is not None and name == self._tried:
            return None
        self._tried = name
        try:
            found = self._filed.verified()
            return None if found is None else self._taken(found)
        except IndexDamagedError as error:
            if self._filed.name() in {None, name}:
                _LOG.warning("The index of words is damaged and is made anew: %s", error)
            else:
                # Another process has put another in its place between two looks.
                self._tried = None
            return None

    def _taken(self, found: folder.Manifest) -> _Held:
        """A folder whose files are as they were written."""
        index = opened(self._root / found.folder)
        first = Searched(index.searcher(), index.schema)
        if first.count != found.count:
            raise IndexDamagedError(f"{found.folder} is not what its manifest says.")
        marks = weights(self._title, _mean(found))
        words = TantivyWords(first, None, frozenset(), self._forms, marks)
        return _Held(found, words, None, found.generation, found.token, found.filled)

    def _abreast(self, held: _Held | None) -> _Held | None:
        """The same with all changes since; None where it cannot be carried on at once."""
        if held is None or held.generation == self._source.generation():
            return held
        # Read before the changes: what comes meanwhile is looked at the next time.
        generation = self._source.generation()
        token = self._source.token(generation)
        gone = self._source.touched(held.generation)
        if gone is None or len(gone) > AT_ONCE:
            return None
        if not self._filed.in_line(held.generation, held.token):
            return None
        rows = self._source.word_rows(held.last, AT_ONCE + 1)
        if len(rows) > AT_ONCE:
            return None
        again = [row for row in self._source.word_rows_of(gone) if row.id <= held.last]
        return self._with(held, gone, [*again, *rows], generation, token)

    def _with(
        self,
        held: _Held,
        gone: Sequence[int],
        rows: Sequence[Row],
        generation: int,
        token: int | None,
    ) -> _Held:
        tail, index = held.tail, held.index
        if gone or rows:
            tail = tail or Tail(self._forms, _mean(held.manifest))
            filled = held.manifest.filled
            hidden = index.gone | {each for each in gone if each <= filled}
            index = replace(index, later=tail.put(gone, rows), gone=hidden)
        return replace(
            held,
            index=index,
            tail=tail,
            generation=generation,
            token=token,
            last=max(held.last, rows[-1].id if rows else 0),
            changed=held.changed + len(gone) + len(rows),
        )

    def _make(self, background: Background) -> None:
        """The job: put an index that is in step in the place of the one before."""
        try:
            if background.pause(_PATIENCE_SECONDS):
                return
            with alone(self._root, folder.LOCK) as first:
                if first:
                    self._made = self._renewed(background)
                else:
                    self._not_before = time.monotonic() + _OTHERS_SECONDS
        except StoppedError:
            return
        except LibraryError as error:
            self._not_before = time.monotonic() + _RETRY_SECONDS
            _LOG.warning("The index of words cannot be renewed now: %s", error)

    def _renewed(self, background: Background) -> _Held:
        def stopped() -> bool:
            return background.pause(_STEP_BACK_SECONDS)

        held, found = self._held, None
        with suppress(IndexDamagedError):
            found = self._filed.verified()
            if found is not None and (held is None or found.folder != held.manifest.folder):
                # Another process has been here first.
                other = self._abreast(self._taken(found))
                if other is not None and other.changed < _CHANGED:
                    return other
        made = None if found is None else self._maker.carried_on(found, stopped)
        return self._taken(made or self._maker.whole(stopped))


def _mean(found: folder.Manifest) -> float:
    """How many words a paragraph has."""
    return max(1.0, found.words / max(1, found.count))
