"""Deleting so that nothing of a row stays in the file, each inside the caller's transaction.

SQLite overwrites a deleted row where it stood (`secure_delete`). When it moved rows from page to
page before, what they left in the unused part of a page stays, until `rewrite` has copied what is
kept into new pages and given up the old ones, which are overwritten whole.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import sqlite3

_MARK = "ledger.deleted"


def delete(connection: sqlite3.Connection, table: str, condition: str, *values: object) -> int:
    """Delete the rows of a table for which an SQL condition holds; gives how many those were."""
    gone = connection.execute(
        f"DELETE FROM {table} WHERE {condition}",  # noqa: S608 - both are the store's own
        values,
    ).rowcount
    if gone:
        connection.execute("INSERT OR REPLACE INTO setting VALUES (?, 'yes')", (_MARK,))
    return gone


def rewrite(connection: sqlite3.Connection, *tables: str) -> bool:
    """Write the tables anew; False, and nothing done, where nothing was deleted since."""
    if not connection.execute("DELETE FROM setting WHERE name = ?", (_MARK,)).rowcount:
        return False
    for table in tables:
        _rewrite(connection, table)
    return True


def _rewrite(connection: sqlite3.Connection, table: str) -> None:
    (made,) = connection.execute(
        "SELECT sql FROM sqlite_schema WHERE type = 'table' AND name = ?", (table,)
    ).fetchone()
    indexes = connection.execute(
        "SELECT sql FROM sqlite_schema WHERE type = 'index' AND tbl_name = ? AND sql IS NOT NULL",
        (table,),
    ).fetchall()
    copy = f"{table}_copy"
    # SQLite puts a renamed table's name in quotation marks.
    connection.execute(re.sub(rf'^CREATE TABLE "?{table}"?', f"CREATE TABLE {copy}", made))
    connection.execute(f"INSERT INTO {copy} SELECT * FROM {table}")  # noqa: S608
    connection.execute(f"DROP TABLE {table}")
    connection.execute(f"ALTER TABLE {copy} RENAME TO {table}")
    for (index,) in indexes:
        connection.execute(index)
