"""Giving the disk back what deleted rows have left free in the library's file."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import sqlite3

    from retrieval.store.database import Database

# SQLite's number for a file that can be made shorter piece by piece.
_INCREMENTAL = 2
# Pages moved in one transaction: 4 MB, which other writers wait for.
_PAGES = 512


class Room:
    """The free pages of one library's file."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def free(self) -> int:
        """Bytes in the file that hold nothing."""
        with self._database.reading() as connection:
            pages, size = (_number(connection, name) for name in ("freelist_count", "page_size"))
        return pages * size

    def is_movable(self) -> bool:
        """Whether the file can be made shorter piece by piece: not one made before version 11."""
        with self._database.reading() as connection:
            return _number(connection, "auto_vacuum") == _INCREMENTAL

    def shorten(self) -> int:
        """Give some of the free pages back, others at work go on; how many bytes those were."""
        with self._database.writing() as connection:
            size, before = (_number(connection, name) for name in ("page_size", "freelist_count"))
            connection.execute(f"PRAGMA incremental_vacuum({_PAGES})").fetchall()
            return (before - _number(connection, "freelist_count")) * size

    def remake(self) -> None:
        """Write the whole file anew, without free pages, so that it can be shortened from then on.

        Readers go on, writers wait. Raises LibraryError and its kin: where there is no room, or
        another process writes, nothing has changed.
        """
        with self._database.outside() as connection:
            connection.execute(f"PRAGMA auto_vacuum = {_INCREMENTAL}")
            connection.execute("VACUUM")


def _number(connection: sqlite3.Connection, name: str) -> int:
    return int(connection.execute(f"PRAGMA {name}").fetchone()[0])
