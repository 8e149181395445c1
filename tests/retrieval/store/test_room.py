"""What is removed gives its room back."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from typing import TYPE_CHECKING

import pytest

from retrieval.errors import LibraryBusyError
from retrieval.store.admission import FILE
from retrieval.store.catalogue import Catalogue
from retrieval.store.room import Room
from tests.retrieval.store.entries import entry

if TYPE_CHECKING:
    from pathlib import Path

TEXTS = [f"Paragraph {number} of a long article. " + "word " * 400 for number in range(40)]


def filled(catalogue: Catalogue) -> None:
    catalogue.add([entry(name, TEXTS) for name in ("a1", "b1", "c1", "d1")], encoder="e")


def size(folder: Path) -> int:
    return (folder / FILE).stat().st_size


def emptied(catalogue: Catalogue) -> int:
    """Remove most of it; the bytes of the file then."""
    for name in ("a1", "b1", "c1"):
        catalogue.remove(name)
    assert catalogue.database.empty_log()
    return size(catalogue.folder)


def test_a_new_library_gives_it_back_piece_by_piece(catalogue: Catalogue) -> None:
    room = Room(catalogue.database)
    filled(catalogue)
    before, free = emptied(catalogue), room.free()
    assert room.is_movable()
    assert free > before / 5
    given = 0
    while freed := room.shorten():
        given += freed
    assert given == free
    assert room.free() == 0
    assert catalogue.database.empty_log()
    assert size(catalogue.folder) == before - free
    assert catalogue.check() == []
    assert len(catalogue.paragraphs("d1")) == len(TEXTS)


def unmovable(folder: Path) -> Catalogue:
    """A library as they were made before."""
    with Catalogue.open(folder) as catalogue:
        filled(catalogue)
    with closing(sqlite3.connect(folder / FILE)) as connection:
        connection.execute("PRAGMA journal_mode = DELETE")
        connection.execute("PRAGMA auto_vacuum = NONE")
        connection.execute("VACUUM")
    return Catalogue.open(folder, busy_seconds=0)


def test_one_made_before_is_written_anew_once(tmp_path: Path) -> None:
    with unmovable(tmp_path) as catalogue:
        room = Room(catalogue.database)
        before = emptied(catalogue)
        assert not room.is_movable()
        assert room.shorten() == 0
        room.remake()
        assert catalogue.database.empty_log()
        assert size(tmp_path) < before * 5 / 6
        assert room.is_movable()
        assert room.free() == 0
        assert catalogue.check() == []


def test_where_somebody_writes_it_stays_as_it_is(tmp_path: Path) -> None:
    with unmovable(tmp_path) as catalogue, closing(sqlite3.connect(tmp_path / FILE)) as other:
        before = emptied(catalogue)
        other.execute("BEGIN IMMEDIATE")
        with pytest.raises(LibraryBusyError):
            Room(catalogue.database).remake()
        other.execute("ROLLBACK")
        assert size(tmp_path) == before
        assert not Room(catalogue.database).is_movable()
