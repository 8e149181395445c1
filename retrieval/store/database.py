"""The SQLite file: opening it safely, and connections for several threads."""

from __future__ import annotations

import secrets
import sqlite3
import threading
import time
from contextlib import closing, contextmanager
from typing import TYPE_CHECKING

from retrieval.durable import sync_folder
from retrieval.errors import LibraryError
from retrieval.store import archive
from retrieval.store.admission import FILE, admit, writable
from retrieval.store.failures import of_system, translated
from retrieval.store.savepoint import savepoint
from retrieval.store.schema import MIGRATIONS, migrate

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

# Five float32 vectors of 384 dimensions fill a page of 8 KiB; a page of 4 KiB holds two and wastes
# a quarter.
_PAGE_BYTES = 8192
# The backup made before a library becomes this version, and how many of them are kept.
_BACKUP = "library.before-{}.zip"
_BACKUPS = 2
_RETRY_SECONDS = 0.01
# Of each connection, at most; SQLite's own 2 MB do not hold what one search of words reads.
_CACHE_KIB = 16_000
# Emptying the log may wait for readers, who are quick; it is tried again at the next deletion.
_LOG_WAIT_MS = 1000


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
                admit(folder, create=create)
                if not self._file.exists():
                    self._make()
            except OSError as error:
                raise of_system(error, folder) from error
            self.read_only = self._file.exists() and not (writable(folder) and writable(self._file))
            connection = self._connect("rw")
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
            with translated(self.folder), savepoint(held):
                yield held
            return
        with self._transaction("BEGIN IMMEDIATE", end="COMMIT") as connection:
            yield connection

    def empty_log(self) -> bool:
        """Move what is committed into the file and cut the log to nothing.

        False, and nothing lost, where that cannot be done now: somebody is at work on the file,
        this thread holds a transaction, or the disk is full. A later call does it then.
        """
        if self._held() is not None:
            return False
        with translated(self.folder), self._borrowed() as connection:
            connection.execute(f"PRAGMA busy_timeout = {_LOG_WAIT_MS}")
            try:
                busy, _, _ = connection.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()
            except sqlite3.OperationalError:
                return False
            finally:
                connection.execute(f"PRAGMA busy_timeout = {round(self._busy_seconds * 1000)}")
        return not busy

    @contextmanager
    def outside(self) -> Iterator[sqlite3.Connection]:
        """A connection outside of any transaction, for what SQLite refuses inside of one."""
        with translated(self.folder), self._borrowed() as connection:
            yield connection

    def _make(self) -> None:
        """A new library under its name whole or not at all; where two are made, one is kept."""
        draft = self.folder / f".{FILE}.{secrets.token_hex(4)}"
        try:
            with closing(sqlite3.connect(draft, isolation_level=None)) as connection:
                connection.execute("PRAGMA synchronous = FULL")
                connection.execute(f"PRAGMA page_size = {_PAGE_BYTES}")
                # What is removed gives its room back piece by piece (`room`).
                connection.execute("PRAGMA auto_vacuum = INCREMENTAL")
                migrate(connection, MIGRATIONS)
            try:
                self._file.hardlink_to(draft)
            except FileExistsError:
                return
            except OSError:
                # Not every file system has links; then the last of two that are made is kept.
                draft.rename(self._file)
            sync_folder(self.folder)
        finally:
            for suffix in ("", "-journal"):
                draft.with_name(f"{draft.name}{suffix}").unlink(missing_ok=True)

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
            # A search reads some thousand pages, many of them again and again.
            connection.execute(f"PRAGMA cache_size = -{_CACHE_KIB}")
            # Not every build of SQLite overwrites what is deleted unless told to.
            connection.execute("PRAGMA secure_delete = ON")
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
        # Before WAL, so that the application id is in the file itself from the first commit on.
        migrate(connection, MIGRATIONS, before=self._back_up)
        self._use_wal(connection)

    def _back_up(self) -> None:
        """Keep the library as it was before a migration; of such backups the oldest go."""
        # A connection of its own: SQLite copies nothing through one that is writing.
        with closing(self._connect("rw")) as connection:
            archive.write(connection, self.folder / _BACKUP.format(len(MIGRATIONS)))
        backups = self.folder.glob(_BACKUP.format("*"))
        for old in sorted(backups, key=lambda path: path.stat().st_mtime)[:-_BACKUPS]:
            old.unlink()

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
