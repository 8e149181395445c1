"""SQLite's and the file system's failures as errors of the library, one line each."""

from __future__ import annotations

import errno
import shlex
import shutil
import sqlite3
from contextlib import contextmanager
from typing import TYPE_CHECKING

from retrieval.errors import (
    InputError,
    LibraryBusyError,
    LibraryDamagedError,
    LibraryError,
    LibraryFullError,
)

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

_PRIMARY_CODE = 0xFF
_BUSY = {sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED}
_DAMAGED = {sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB, sqlite3.SQLITE_FORMAT}
_NOT_OURS = {sqlite3.SQLITE_READONLY, sqlite3.SQLITE_PERM, sqlite3.SQLITE_CANTOPEN}
_NO_FOLDER = {errno.EEXIST, errno.ENOTDIR}
_NO_SPACE = {errno.ENOSPC, errno.EDQUOT}
# A page or two: SQLite reports some failed writes as plain I/O errors when nothing is left.
_NEXT_TO_NOTHING = 64 * 1024


@contextmanager
def translated(folder: Path) -> Iterator[None]:
    """Raise LibraryError, LibraryFullError or LibraryBusyError instead of sqlite3.Error.

    Text that is no text (half of a surrogate pair) becomes an InputError.
    """
    try:
        yield
    except sqlite3.Error as error:
        raise _of_sqlite(error, folder) from error
    except UnicodeEncodeError as error:
        raise InputError(
            "This text cannot be kept: it holds half of a surrogate pair at character "
            f"{error.start}; save it as UTF-8 first."
        ) from error


def restoring(folder: Path) -> str:
    """The command that brings a backup back there, and not into the library of the settings."""
    return f"whosays restore FILE --library {shlex.quote(str(folder))}"


def of_system(error: OSError, folder: Path) -> LibraryError:
    """The library's error for an OSError met in its folder."""
    if error.errno in _NO_SPACE:
        return _full(folder)
    reason = error.strerror or str(error)
    if error.errno in _NO_FOLDER:
        reason = "it is a file, or in one, and a library is a folder"
    return LibraryError(f"The library at {folder} cannot be used: {reason}.")


def _of_sqlite(error: sqlite3.Error, folder: Path) -> LibraryError:
    extended = getattr(error, "sqlite_errorcode", sqlite3.SQLITE_ERROR)
    code = extended & _PRIMARY_CODE
    if code == sqlite3.SQLITE_FULL or (code == sqlite3.SQLITE_IOERR and _exhausted(folder)):
        return _full(folder)
    if code in _BUSY:
        return LibraryBusyError(
            f"Another process is writing to the library at {folder}: try again when it is done."
        )
    if code in _DAMAGED:
        return LibraryDamagedError(
            f"The library at {folder} is damaged ({error}) and was left as it is: bring back a "
            f"backup with `{restoring(folder)}`, or use another library with --library."
        )
    if code in _NOT_OURS:
        return LibraryError(
            f"The library at {folder} cannot be written or opened ({error}): "
            "check the permissions of the folder and of library.sqlite3."
        )
    return LibraryError(f"The library at {folder} failed: {error}.")


def _full(folder: Path) -> LibraryFullError:
    return LibraryFullError(
        f"The disk that holds {folder} is full; nothing was half-written: "
        "free some space and try again."
    )


def _exhausted(folder: Path) -> bool:
    try:
        return shutil.disk_usage(folder).free < _NEXT_TO_NOTHING
    except OSError:
        return False
