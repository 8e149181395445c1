"""A transaction inside of a transaction."""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Iterator


@contextmanager
def savepoint(connection: sqlite3.Connection) -> Iterator[None]:
    """All or nothing of what the block does; the transaction around it goes on either way."""
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
