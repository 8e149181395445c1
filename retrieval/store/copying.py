"""One SQLite database made what another is, and whether a database is sound."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Callable

    Progress = Callable[[int, int], None]

# Pages copied between two reports of progress: 8 MB.
_PAGES = 1024


def copy_pages(
    source: sqlite3.Connection, target: sqlite3.Connection, progress: Progress | None = None
) -> None:
    """Make one database what another is, in one transaction of the target (SQLite's backup API).

    `progress` hears pages done and in all. Raises sqlite3.Error.
    """

    def report(_status: int, remaining: int, total: int) -> None:
        if progress is not None:
            progress(total - remaining, total)

    source.backup(target, pages=_PAGES, progress=report)


def fault(connection: sqlite3.Connection) -> str | None:
    """What SQLite finds wrong with a database, in one line; None where it is sound.

    Reads the whole file. Raises sqlite3.Error where it cannot even be read.
    """
    (line,) = connection.execute("PRAGMA integrity_check(1)").fetchone()
    if line != "ok":
        return " ".join(str(line).split())
    dangling = connection.execute("PRAGMA foreign_key_check").fetchone()
    return None if dangling is None else f"a row of {dangling[0]} points to nothing"
