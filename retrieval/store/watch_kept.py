"""What every part of the store of watches works with."""

from __future__ import annotations

import secrets
from contextlib import contextmanager
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Final

from retrieval.errors import NotFoundError

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Iterator

    from retrieval.store.database import Database

GOES_ON: Final = "door <> 'memory' AND ended IS NULL"
"""The condition for a watch that is asked again."""
_LETTERS = "abcdefghijklmnopqrstuvwxyz234567"
_ID_LENGTH = 12


class Kept:
    """The library's file, as far as watches need it."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def _set(self, watch_id: str, change: str, *values: object) -> None:
        with self._database.writing() as connection:
            done = connection.execute(
                f"UPDATE watch SET {change} WHERE id = ?",  # noqa: S608 - from the methods above
                (*values, watch_id),
            )
            if not done.rowcount:
                raise NotFoundError(f"There is no watch {watch_id!r} any more.")

    @contextmanager
    def _erasing(self) -> Iterator[sqlite3.Connection]:
        with self._database.writing() as connection:
            yield connection
        self._database.empty_log()


def new_id() -> str:
    """A random id that may be shown to anybody."""
    return "".join(secrets.choice(_LETTERS) for _ in range(_ID_LENGTH))


def written(moment: float) -> str:
    """A moment in UTC, ISO 8601."""
    return datetime.fromtimestamp(moment, UTC).isoformat(timespec="seconds")
