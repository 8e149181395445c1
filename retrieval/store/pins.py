"""Articles that the operator keeps, however old they get."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from retrieval.store.filters import article_key

if TYPE_CHECKING:
    from retrieval.store.database import Database


@dataclass(frozen=True, slots=True)
class Pinned:
    """An article that stays: its id and title, its source's name and its dates; `at`: pinned."""

    id: str
    title: str
    source: str
    published: str | None
    at: str


class Pins:
    """The pins of a library. Every method is one transaction, from any thread.

    Articles are named by their id or its unambiguous beginning; NotFoundError for what is not held.
    """

    def __init__(self, database: Database) -> None:
        self._database = database

    def add(self, article: str) -> bool:
        """Pin an article; False where it is pinned already."""
        now = datetime.now(UTC).isoformat(timespec="seconds")
        with self._database.writing() as connection:
            done = connection.execute(
                "INSERT INTO pin VALUES (?, ?) ON CONFLICT DO NOTHING",
                (article_key(connection, article), now),
            )
        return done.rowcount > 0

    def remove(self, article: str) -> bool:
        """Pin an article no more; False where it was not pinned."""
        with self._database.writing() as connection:
            key = article_key(connection, article)
            done = connection.execute("DELETE FROM pin WHERE article = ?", (key,))
        return done.rowcount > 0

    def all(self) -> list[Pinned]:
        """The pinned articles, the last pinned first."""
        with self._database.reading() as connection:
            rows = connection.execute(
                "SELECT article.id, title, source.name, published, at FROM pin "
                "JOIN article ON article.key = pin.article "
                "JOIN source ON source.id = article.source ORDER BY at DESC, article.key DESC"
            ).fetchall()
        return [Pinned(*row) for row in rows]
