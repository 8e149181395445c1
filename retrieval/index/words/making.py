"""Indexes of words made of what a store holds: whole, or one that there is carried on."""

from __future__ import annotations

import errno
import json
import os
import shutil
from contextlib import contextmanager, suppress
from typing import TYPE_CHECKING, Final

from tantivy import Index, Query

from retrieval.errors import IndexDamagedError, LibraryError, LibraryFullError
from retrieval.index.clusters import StoppedError
from retrieval.index.words import folder
from retrieval.index.words.fields import ID, document, schema

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping
    from pathlib import Path

    from tantivy import IndexWriter

    from retrieval.index.followed import Row, WordSource
    from retrieval.index.forms import Forms

# Paragraphs read at once, and how many are split into words between two looks at who waits.
_BATCH = 4_096
_STEP = 32
# Tantivy writes a part when this is full: a million paragraphs are three, which it makes one later.
_MEMORY_BYTES = 200_000_000
# What tantivy writes anew in a folder that is carried on; its other files never change.
_REWRITTEN: Final = ("meta.json", ".managed.json")
# Beyond this share of removed ones it pays to make all anew: tantivy goes on reading them.
_MOST_GONE = 0.25


class Maker:
    """Makes the folder of one library's words; methods raise LibraryError and LibraryFullError.

    They ask `stopped` at every step and raise StoppedError.
    """

    def __init__(self, root: Path, source: WordSource, forms: Forms) -> None:
        self._root = root
        self._source = source
        self._forms = forms

    def whole(self, stopped: Callable[[], bool]) -> folder.Manifest:
        """A folder of every paragraph there is, in the place of the one before."""
        generation = self._source.generation()
        with self._drafted() as path, _writing(Index(schema(), path=str(path))) as writer:
            filled, words = self._filled(writer, 0, stopped)
            return self._sealed(path, writer, generation, filled, words, {})

    def carried_on(
        self, before: folder.Manifest, stopped: Callable[[], bool]
    ) -> folder.Manifest | None:
        """A folder with what has come and without what has gone since; the verified one stays.

        None where it cannot be carried on, or where it pays to make it anew.
        """
        generation = self._source.generation()
        changed = self._source.touched(before.generation)
        if changed is None or self._drifted(before):
            return None
        known = {name: stamp for name, stamp in before.files.items() if name not in _REWRITTEN}
        with self._drafted(before.folder) as path, _writing(Index.open(str(path))) as writer:
            for each in changed:
                writer.delete_documents_by_term(ID, each)
            again = [row for row in self._source.word_rows_of(changed) if row.id <= before.filled]
            words = before.words - len(changed) * before.words // max(1, before.count)
            words += sum(self._put(writer, row) for row in again)
            filled, more = self._filled(writer, before.filled, stopped)
            return self._sealed(path, writer, generation, filled, words + more, known)

    def _filled(
        self, writer: IndexWriter, after: int, stopped: Callable[[], bool]
    ) -> tuple[int, int]:
        """Put every paragraph above an id in; the last id, and how many words they have."""
        words = 0
        while rows := self._source.word_rows(after, _BATCH):
            for start in range(0, len(rows), _STEP):
                words += sum(self._put(writer, row) for row in rows[start : start + _STEP])
                if stopped():
                    raise StoppedError
            after = rows[-1].id
        return after, words

    def _put(self, writer: IndexWriter, row: Row) -> int:
        made, length = document(self._forms, row)
        writer.add_document(made)
        return length

    def _sealed(
        self,
        path: Path,
        writer: IndexWriter,
        generation: int,
        filled: int,
        words: int,
        known: Mapping[str, tuple[int, str]],
    ) -> folder.Manifest:
        writer.commit()
        # Parts are made one meanwhile; from here on nothing in the folder changes.
        writer.wait_merging_threads()
        token = self._source.token(generation)
        if token is None:
            raise LibraryError("The library has not counted its changes: run `whosays doctor`.")
        manifest = folder.Manifest(
            format=folder.FORMAT,
            library=self._source.identity,
            generation=generation,
            token=token,
            filled=filled,
            count=opened(path).searcher().num_docs,
            words=max(0, words),
            folder=path.name,
            files=folder.stamps(path, known),
        )
        folder.write(self._root, manifest)
        return manifest

    @contextmanager
    def _drafted(self, before: str | None = None) -> Iterator[Path]:
        """A new folder, with the files of one before; gone again where it is not sealed."""
        path = None
        try:
            path = folder.new(self._root)
            if before is not None:
                _linked(self._root / before, path)
            yield path
        except BaseException as error:
            if path is not None:
                shutil.rmtree(path, ignore_errors=True)
            # What tantivy raises, for a full disk as for anything else.
            if isinstance(error, (OSError, ValueError)):
                raise unwritten(error, self._root) from error
            raise

    def _drifted(self, before: folder.Manifest) -> bool:
        """Whether so many of its paragraphs are removed that it is to be made anew."""
        meta = json.loads((self._root / before.folder / _REWRITTEN[0]).read_bytes())
        held = sum(part["max_doc"] for part in meta["segments"])
        return bool(held - before.count > held * _MOST_GONE)


@contextmanager
def _writing(index: Index) -> Iterator[IndexWriter]:
    writer = index.writer(_MEMORY_BYTES, 1)
    try:
        yield writer
    except BaseException:
        # Its threads write no more when its folder is removed; it may be used up already.
        with suppress(OSError, ValueError, RuntimeError):
            writer.rollback()
        raise


def opened(path: Path) -> Index:
    """The index in a folder that is verified. Raises IndexDamagedError."""
    try:
        made = Index.open(str(path))
        # Nobody changes it, so nobody need watch it.
        made.config_reader("manual", 0)
        made.searcher().search(Query.all_query(), 1, count=False)
    except (OSError, ValueError) as error:
        raise IndexDamagedError(f"{path} cannot be opened: {error}") from error
    return made


def unwritten(error: OSError | ValueError, root: Path) -> LibraryError:
    """Why an index cannot be written, in one sentence."""
    full = f"(os error {errno.ENOSPC})" in str(error) or f"(os error {errno.EDQUOT})" in str(error)
    if full or getattr(error, "errno", None) in {errno.ENOSPC, errno.EDQUOT}:
        return LibraryFullError(f"The disk that holds {root} is full: free some space and retry.")
    return LibraryError(f"The index of words cannot be written to {root}: {error}")


def _linked(before: Path, path: Path) -> None:
    """The files of an index in another folder too, without another copy of what never changes."""
    for file in before.iterdir():
        if file.name in _REWRITTEN:
            shutil.copyfile(file, path / file.name)
        elif not file.name.endswith(".lock"):
            try:
                os.link(file, path / file.name)
            except OSError:
                # A file system without such names.
                shutil.copyfile(file, path / file.name)
