"""Backing a library up while it is in use, and restoring one while it is not."""

from __future__ import annotations

import logging
import sqlite3
from contextlib import closing
from typing import TYPE_CHECKING

from retrieval.durable import sync_file, sync_folder
from retrieval.errors import InputError, LibraryBusyError
from retrieval.store import archive
from retrieval.store.admission import FILE, admit
from retrieval.store.copying import copy_pages
from retrieval.store.database import Database
from retrieval.store.failures import of_system, translated

if TYPE_CHECKING:
    from pathlib import Path

    from retrieval.store.archive import Manifest
    from retrieval.store.copying import Progress


_LOG = logging.getLogger(__name__)
_DAMAGED = "library.damaged.sqlite3"
_BEYOND_OPENING = {
    sqlite3.SQLITE_CORRUPT,
    sqlite3.SQLITE_NOTADB,
    sqlite3.SQLITE_FORMAT,
    # An unknown number of the file's format.
    sqlite3.SQLITE_ERROR,
}


def back_up(
    folder: Path, file: Path, *, busy_seconds: float = 30.0, progress: Progress | None = None
) -> Manifest:
    """Write the library in a folder to a new file, as it is at one moment; others may go on.

    Raises InputError where the file is there already, and LibraryError and its kin.
    """
    if file.exists():
        raise InputError(f"{file} is there already: choose another name, or delete it first.")
    database = Database(folder, busy_seconds=busy_seconds, create=False)
    with closing(database), database.reading() as connection:
        # The first read fixes the moment; without one, a busy writer makes the copy start over.
        connection.execute("SELECT 1 FROM setting").fetchone()
        return archive.write(connection, file, progress)


def restore(file: Path, folder: Path, *, progress: Progress | None = None) -> Manifest:
    """Make the library in a folder what a backup holds: all of it or nothing, at one moment.

    The index and an older schema are left to the next opening, and a library that SQLite cannot
    open any more is kept under another name. Raises InputError for a file that
    cannot be restored, LibraryBusyError where the library is in use, and LibraryError and its kin.
    """
    whole = folder.absolute()
    scratch = next(each for each in (whole, *whole.parents) if each.is_dir())
    with translated(folder):
        try:
            with archive.unpacked(file, scratch) as (copy, manifest):
                admit(folder, create=True, empty=True)
                if not (is_there(folder) and _overwritten(folder, copy, progress)):
                    _put(folder, copy)
        except OSError as error:
            raise of_system(error, folder) from error
    return manifest


def is_there(folder: Path) -> bool:
    """Whether restoring into a folder would replace a library."""
    file = folder / FILE
    return file.exists() and file.stat().st_size > 0


def _overwritten(folder: Path, copy: Path, progress: Progress | None) -> bool:
    """Copy over the library; False where it is so damaged that SQLite cannot open it."""
    with (
        closing(sqlite3.connect(copy)) as source,
        closing(sqlite3.connect(folder / FILE, timeout=0, isolation_level=None)) as target,
    ):
        try:
            _take(target, folder)
        except sqlite3.DatabaseError as error:
            if error.sqlite_errorcode & 0xFF not in _BEYOND_OPENING:
                raise
            return False
        copy_pages(source, target, progress)
        return True


def _put(folder: Path, copy: Path) -> None:
    """Make the copy the library's file; what is there is kept under another name.

    Also a log that lost its library: SQLite would take it for the new one's.
    """
    for suffix in ("", "-wal", "-shm", "-journal"):
        old = folder / f"{FILE}{suffix}"
        if old.exists() and old.stat().st_size:
            kept = old.replace(folder / f"{_DAMAGED}{suffix}")
            _LOG.warning("What cannot be used is kept as %s.", kept)
    sync_file(copy)
    copy.replace(folder / FILE)
    sync_folder(folder)


def _take(target: sqlite3.Connection, folder: Path) -> None:
    """Lock everybody else out until the connection is closed."""
    try:
        target.execute("PRAGMA locking_mode = EXCLUSIVE")
        # Leaving the write-ahead log is refused while any other connection is open, also an idle
        # one; in this mode the lock that it takes is kept.
        target.execute("PRAGMA journal_mode = DELETE")
        target.execute("BEGIN EXCLUSIVE")
        target.execute("COMMIT")
    except sqlite3.OperationalError as error:
        if error.sqlite_errorcode & 0xFF not in {sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED}:
            raise
        raise LibraryBusyError(
            f"The library at {folder} is in use and was left as it is: "
            "stop the bot and every other whosays, then restore."
        ) from error
