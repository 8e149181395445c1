"""The library's file, opened: its folder, its state and what is remembered in it by name."""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING, Self

from retrieval.store import checking, generations
from retrieval.store.database import Database

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

GROWN = "grown"


class Opened:
    """One SQLite file. Every method is one transaction, from any thread."""

    def __init__(self, database: Database) -> None:
        self._database = database

    @classmethod
    def open(cls, folder: Path, *, busy_seconds: float = 30.0, create: bool = True) -> Self:
        """Open the library in a folder, made where there is none and `create` says so.

        Raises LibraryError, LibraryVersionError or LibraryBusyError. A library that cannot be
        written opens for reading.
        """
        return cls(Database(folder, busy_seconds=busy_seconds, create=create))

    def close(self) -> None:
        """Close the file; the catalogue cannot be used afterwards."""
        self._database.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *exc: object) -> None:
        self.close()

    @property
    def folder(self) -> Path:
        """The library's folder."""
        return self._database.folder

    @property
    def database(self) -> Database:
        """The file, for what is kept in it beside the articles."""
        return self._database

    @property
    def read_only(self) -> bool:
        """Whether changes are refused."""
        return self._database.read_only

    @contextmanager
    def writing(self) -> Iterator[None]:
        """Hold the write lock, so that what is read inside is still so when it is acted on.

        Calls of the same thread inside the block are one transaction: all or nothing.
        """
        with self._database.writing():
            yield

    def generation(self) -> int:
        """A number that grows with every change of articles or vectors."""
        with self._database.reading() as connection:
            return generations.last(connection)

    def token(self, generation: int) -> int | None:
        """The random number drawn for that change; None where there was none."""
        with self._database.reading() as connection:
            return generations.token(connection, generation)

    def rewritten(self) -> int:
        """The last generation that did more than put new vectors after all others; 0 for none."""
        with self._database.reading() as connection:
            return generations.rewritten(connection)

    def grown(self) -> str | None:
        """When an article was last added, in UTC; None where that was before it was noted."""
        return self.setting(GROWN)

    def setting(self, name: str) -> str | None:
        """The value remembered under a name."""
        with self._database.reading() as connection:
            row = connection.execute("SELECT value FROM setting WHERE name = ?", (name,)).fetchone()
        return None if row is None else str(row[0])

    def check(self) -> list[str]:
        """What is wrong with the library, a line each; reads the whole file."""
        with self._database.reading() as connection:
            return list(checking.problems(connection))

    def set_setting(self, name: str, value: str) -> None:
        """Remember a value under a name."""
        with self._database.writing() as connection:
            connection.execute(
                "INSERT INTO setting VALUES (?, ?) "
                "ON CONFLICT (name) DO UPDATE SET value = excluded.value",
                (name, value),
            )
