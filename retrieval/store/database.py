"""The SQLite file: opening it safely, and connections for several threads."""

from __future__ import annotations

import os
import sqlite3
import threading
import time
from contextlib import contextmanager
from typing import TYPE_CHECKING

from retrieval.errors import LibraryError
from retrieval.store.failures import of_system, translated
from retrieval.store.schema import APPLICATION_ID, MIGRATIONS, migrate

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

FILE = "library.sqlite3"
# Five float32 vectors of 384 dimensions fill a page of 8 KiB; a page of 4 KiB holds two and wastes
# a quarter.
_PAGE_BYTES = 8192
_MAGIC = b"SQLite format 3\x00"
_HEADER_BYTES = 100
_RETRY_SECONDS = 0.01


class Database:
    """The library's SQLite file with a pool of connections, one for each thread at work.

    Raises LibraryError and its kin for what cannot be opened; a file that is not a library is
    left as it is.
    """

    def __init__(self, folder: Path, *, busy_seconds: float, create: bool) -> None:
        self.folder = folder
        self._file = folder / FILE
        self._busy_seconds = busy_seconds
        self._lock = threading.Lock()
        self._idle: list[sqlite3.Connection] = []
        self._closed = False
        self._local = threading.local()
        with translated(folder):
            try:
                self._admit(create=create)
            except OSError as error:
                raise of_system(error, folder) from error
            self.read_only = self._file.exists() and not (
                _writable(folder) and _writable(self._file)
            )
            connection = self._connect("rwc")
            try:
                self._prepare(connection)
            except BaseException:
                connection.close()
                raise
            self._idle.append(connection)

    def close(self) -> None:
        """Close every connection; those at work are closed when they are done."""
        with self._lock:
            self._closed = True
            idle, self._idle = self._idle, []
        for connection in idle:
            connection.close()

    @contextmanager
    def reading(self) -> Iterator[sqlite3.Connection]:
        """A connection whose reads all see the library at one moment."""
        held = self._held()
        if held is not None:
            yield held
            return
        with self._transaction("BEGIN", end="ROLLBACK") as connection:
            yield connection

    @contextmanager
    def writing(self) -> Iterator[sqlite3.Connection]:
        """A connection that holds the write lock; commits at the end, or nothing is changed.

        Reads and writes of the same thread inside the block belong to the same transaction.
        """
        if self.read_only:
            raise LibraryError(
                f"The library at {self.folder} is read-only: "
                "make the folder writable, or use another with --library."
            )
        held = self._held()
        if held is not None:
            with translated(self.folder), _savepoint(held):
                yield held
            return
        with self._transaction("BEGIN IMMEDIATE", end="COMMIT") as connection:
            yield connection

    def _held(self) -> sqlite3.Connection | None:
        """The connection of this thread's open transaction."""
        held: sqlite3.Connection | None = getattr(self._local, "connection", None)
        return held

    @contextmanager
    def _transaction(self, begin: str, *, end: str) -> Iterator[sqlite3.Connection]:
        with translated(self.folder), self._borrowed() as connection:
            connection.execute(begin)
            self._local.connection = connection
            try:
                yield connection
                connection.execute(end)
            finally:
                self._local.connection = None
                if connection.in_transaction:
                    connection.execute("ROLLBACK")

    @contextmanager
    def _borrowed(self) -> Iterator[sqlite3.Connection]:
        with self._lock:
            if self._closed:
                raise LibraryError(f"The library at {self.folder} is closed.")
            connection = self._idle.pop() if self._idle else None
        if connection is None:
            connection = self._connect("rw")
        try:
            yield connection
        finally:
            with self._lock:
                kept = not self._closed
                if kept:
                    self._idle.append(connection)
            if not kept:
                connection.close()

    def _admit(self, *, create: bool) -> None:
        """Make the folder if asked to; refuse what is no library before SQLite can touch it."""
        if not self._file.exists():
            if not create:
                raise LibraryError(
                    f"There is no library at {self.folder}: "
                    "add articles with `whosays add`, or point --library at one."
                )
            self.folder.mkdir(parents=True, exist_ok=True)
            if not _writable(self.folder):
                raise LibraryError(
                    f"A library cannot be made at {self.folder}: the folder is read-only; "
                    "make it writable, or choose another with --library."
                )
            return
        with self._file.open("rb") as file:
            header = file.read(_HEADER_BYTES)
        # An empty file, or a torn first commit that SQLite rolls back, is a library yet to be made.
        if header and (
            not header.startswith(_MAGIC) or int.from_bytes(header[68:72], "big") != APPLICATION_ID
        ):
            raise LibraryError(
                f"{self._file} is not a whosays library and was left as it is: "
                "choose another folder with --library."
            )

    def _connect(self, mode: str) -> sqlite3.Connection:
        uri = self._file.resolve().as_uri()
        if self.read_only:
            # Without a write-ahead log nobody is writing, and SQLite could not make one here.
            logged = self._file.with_name(f"{FILE}-wal").exists()
            mode = "ro" if logged else "ro&immutable=1"
        connection = sqlite3.connect(
            f"{uri}?mode={mode}",
            uri=True,
            timeout=self._busy_seconds,
            isolation_level=None,
            check_same_thread=False,
        )
        try:
            connection.execute("PRAGMA foreign_keys = ON")
            connection.execute("PRAGMA synchronous = FULL")
        except BaseException:
            connection.close()
            raise
        return connection

    def _prepare(self, connection: sqlite3.Connection) -> None:
        if self.read_only:
            version = connection.execute("PRAGMA user_version").fetchone()[0]
            if version < len(MIGRATIONS):
                raise LibraryError(
                    f"The library at {self.folder} is of an older version and read-only: "
                    "make the folder writable once, so that it can be brought up to date."
                )
            migrate(connection, MIGRATIONS)
            return
        connection.execute(f"PRAGMA page_size = {_PAGE_BYTES}")
        # Before WAL, so that the application id is in the file itself from the first commit on.
        migrate(connection, MIGRATIONS)
        self._use_wal(connection)

    def _use_wal(self, connection: sqlite3.Connection) -> None:
        # SQLite does not wait for other connections here, whatever the timeout.
        deadline = time.monotonic() + self._busy_seconds
        while connection.execute("PRAGMA journal_mode").fetchone()[0] != "wal":
            try:
                connection.execute("PRAGMA journal_mode = WAL")
            except sqlite3.OperationalError as error:
                if error.sqlite_errorcode != sqlite3.SQLITE_BUSY or time.monotonic() > deadline:
                    raise
                time.sleep(_RETRY_SECONDS)


@contextmanager
def _savepoint(connection: sqlite3.Connection) -> Iterator[None]:
    connection.execute("SAVEPOINT inner")
    try:
        yield
    except BaseException:
        # A full disk may have ended the whole transaction already.
        if connection.in_transaction:
            connection.execute("ROLLBACK TO inner")
            connection.execute("RELEASE inner")
        raise
    connection.execute("RELEASE inner")


def _writable(path: Path) -> bool:
    effective = os.access in os.supports_effective_ids
    return os.access(path, os.W_OK, effective_ids=effective)
