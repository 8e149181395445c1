"""Every change of the catalogue is counted, so that what was made of it before is known as old."""

from __future__ import annotations

import secrets
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import sqlite3

# Removed paragraphs remembered: of more than this the older half is forgotten, and what was made
# before that is made anew. It is looked after every so many changes.
MOST = 1_000_000
_EVERY = 64


def record(
    connection: sqlite3.Connection, *, rewrites: bool = False, removes: bool = False
) -> None:
    """Count one more change.

    `removes` where it took paragraphs out and put new ones after all others, or either;
    `rewrites` where it did more than that.
    """
    token = secrets.randbits(63)
    (generation,) = connection.execute(
        "INSERT INTO change (token, rewrites, removes) VALUES (?, ?, ?) RETURNING generation",
        (token, int(rewrites or removes), int(removes and not rewrites)),
    ).fetchone()
    if removes and generation % _EVERY == 0:
        forget(connection)


def forget(connection: sqlite3.Connection) -> None:
    """Forget the older half of the paragraphs removed, where they are too many."""
    row = connection.execute(
        "SELECT generation FROM removed ORDER BY generation DESC LIMIT 1 OFFSET ?", (MOST,)
    ).fetchone()
    if row is None:
        return
    (until,) = connection.execute(
        "SELECT generation FROM removed ORDER BY generation DESC LIMIT 1 OFFSET ?", (MOST // 2,)
    ).fetchone()
    connection.execute("DELETE FROM removed WHERE generation <= ?", (until,))
    # What is older cannot be carried on from here.
    connection.execute(
        "UPDATE change SET removes = 0 WHERE generation = "
        "(SELECT max(generation) FROM change WHERE rewrites = 1 AND generation <= ?)",
        (until,),
    )


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


def removed(connection: sqlite3.Connection, generation: int) -> list[int] | None:
    """Ids of the paragraphs taken out by later changes, ascending; None where some did more."""
    more = connection.execute(
        "SELECT 1 FROM change WHERE rewrites = 1 AND removes = 0 AND generation > ? LIMIT 1",
        (generation,),
    ).fetchone()
    if more is not None:
        return None
    rows = connection.execute(
        "SELECT paragraph FROM removed WHERE generation > ? ORDER BY paragraph", (generation,)
    )
    return [each for (each,) in rows]
