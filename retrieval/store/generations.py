"""Every change of the catalogue is counted, so that what was made of it before is known as old."""

from __future__ import annotations

import secrets
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import sqlite3


def record(connection: sqlite3.Connection, *, rewrites: bool) -> None:
    """Count one more change; `rewrites` unless it only put new paragraphs after all others."""
    token = secrets.randbits(63)
    connection.execute("INSERT INTO change (token, rewrites) VALUES (?, ?)", (token, int(rewrites)))


def last(connection: sqlite3.Connection) -> int:
    """How many changes there were."""
    (last,) = connection.execute("SELECT coalesce(max(generation), 0) FROM change").fetchone()
    return int(last)


def token(connection: sqlite3.Connection, generation: int) -> int | None:
    """The random number of a change, None where there was no such change."""
    row = connection.execute(
        "SELECT token FROM change WHERE generation = ?", (generation,)
    ).fetchone()
    return None if row is None else int(row[0])


def rewritten(connection: sqlite3.Connection) -> int:
    """The last change that did more than append, 0 where there was none."""
    (last,) = connection.execute(
        "SELECT coalesce(max(generation), 0) FROM change WHERE rewrites = 1"
    ).fetchone()
    return int(last)
