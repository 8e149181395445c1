"""Every change of the catalogue is counted, so that what was made of it before is known as old."""

from __future__ import annotations

import secrets
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import sqlite3

# Touched paragraphs remembered: of more than MOST those of older changes are forgotten until no
# more than KEPT are left, and what was made before is made anew. It is looked after every so often.
KEPT = 2_000_000
MOST = 3_000_000
_EVERY = 128
_FORGOTTEN = "forgotten"


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
    if generation % _EVERY == 0:
        forget(connection)


def forget(connection: sqlite3.Connection) -> None:
    """Forget the paragraphs touched the longest ago, where they are too many."""
    if _newest(connection, MOST) is None or (until := _newest(connection, KEPT)) is None:
        return
    connection.execute("DELETE FROM touched WHERE generation <= ?", (until,))
    # What is older cannot be carried on from here.
    connection.execute("INSERT OR REPLACE INTO setting VALUES (?, ?)", (_FORGOTTEN, str(until)))


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
    if more is not None or not _known(connection, generation):
        return None
    rows = connection.execute(
        "SELECT paragraph FROM touched WHERE generation > ? AND gone = 1 ORDER BY paragraph",
        (generation,),
    )
    return [each for (each,) in rows]


def touched(connection: sqlite3.Connection, generation: int) -> list[int] | None:
    """Ids of the paragraphs that went or changed later, ascending; None: not all are known."""
    if not _known(connection, generation):
        return None
    rows = connection.execute(
        "SELECT DISTINCT paragraph FROM touched WHERE generation > ? ORDER BY paragraph",
        (generation,),
    )
    return [each for (each,) in rows]


def _newest(connection: sqlite3.Connection, number: int) -> int | None:
    """With which change the paragraph was touched that has so many after it; None for none."""
    row = connection.execute(
        "SELECT generation FROM touched ORDER BY generation DESC LIMIT 1 OFFSET ?", (number,)
    ).fetchone()
    return None if row is None else int(row[0])


def _known(connection: sqlite3.Connection, generation: int) -> bool:
    """Whether all that was touched after a change is remembered."""
    row = connection.execute("SELECT value FROM setting WHERE name = ?", (_FORGOTTEN,)).fetchone()
    return row is None or int(row[0]) <= generation
