"""Which watched questions are to be asked again: what was looked at, and what that has marked.

Times are seconds since 1970.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import numpy as np

from retrieval.store import generations
from retrieval.store import watch_rows as rows
from retrieval.store.watch_kept import GOES_ON, Kept

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Sequence

    from numpy.typing import NDArray

    from retrieval.store.watch_records import Door, Watch

_SEEN = "watch.seen"


class Marks(Kept):
    """Vectors of questions, paragraphs that are new, and marks."""

    def any(self) -> bool:
        """Whether anything is watched."""
        with self._database.reading() as connection:
            sql = f"SELECT 1 FROM watch WHERE {GOES_ON} LIMIT 1"  # noqa: S608
            return connection.execute(sql).fetchone() is not None

    def seen(self) -> int | None:
        """The last paragraph that was looked at; None before the first look."""
        with self._database.reading() as connection:
            return _seen(connection)

    def vectors(self, encoder: str) -> tuple[list[str], list[str], NDArray[np.float32]]:
        """Ids and questions of all watches that go on, and their vectors (n, dimensions).

        Those whose vector is another encoder's are left out: `strangers` has them.
        """
        with self._database.reading() as connection:
            found = connection.execute(
                f"SELECT id, canonical, vector FROM watch WHERE {GOES_ON} AND encoder = ?",  # noqa: S608
                (encoder,),
            ).fetchall()
        if not found:
            return [], [], np.empty((0, 0), dtype=np.float32)
        ids, questions, vectors = zip(*found, strict=True)
        matrix = np.frombuffer(b"".join(vectors), dtype="<f4").reshape(len(ids), -1)
        return list(ids), list(questions), matrix

    def strangers(self, encoder: str) -> list[Watch]:
        """The watches whose vector is of another encoder."""
        with self._database.reading() as connection:
            return rows.find(connection, f"{GOES_ON} AND encoder <> ?", encoder)

    def put_vector(self, watch_id: str, encoder: str, vector: NDArray[np.float32]) -> None:
        """Keep the vector of a watch's question."""
        self._set(watch_id, "encoder = ?, vector = ?", encoder, vector.astype("<f4").tobytes())

    def fresh_paragraphs(
        self, encoder: str, after: int, limit: int
    ) -> tuple[list[int], list[str], list[bytes | None]]:
        """At most `limit` paragraphs after one: ids, their articles' ids, vectors of the encoder.

        A vector is None where it is still to be made.
        """
        with self._database.reading() as connection:
            found = connection.execute(
                "SELECT paragraph.id, article.id, value FROM paragraph "
                "JOIN article ON article.key = paragraph.article LEFT JOIN vector "
                "ON vector.paragraph = paragraph.id "
                "AND vector.encoder = (SELECT id FROM encoder WHERE name = ?) "
                "WHERE paragraph.id > ? ORDER BY paragraph.id LIMIT ?",
                (encoder, after, limit),
            ).fetchall()
        return [each[0] for each in found], [each[1] for each in found], [each[2] for each in found]

    def mark(self, near: Sequence[str], articles: Sequence[str], *, upto: int, now: float) -> int:
        """Note that all paragraphs up to one were looked at; gives how many watches are marked.

        Those in `near`, and those that were told of one of the articles, are asked again.
        """
        with self._database.writing() as connection:
            before = _seen(connection)
            if before is not None and before >= upto:
                return 0
            connection.execute(
                "INSERT INTO setting VALUES (?, ?) "
                "ON CONFLICT (name) DO UPDATE SET value = excluded.value",
                (_SEEN, str(upto)),
            )
            wanted = set(near)
            for article in articles:
                wanted |= {
                    watch
                    for (watch,) in connection.execute(
                        "SELECT DISTINCT watch FROM told "
                        "WHERE article = ? AND gone = 0 AND shown = 1",
                        (article,),
                    )
                }
            _mark(connection, sorted(wanted), upto, now)
        return len(wanted)

    def mark_stale(self, generation: int, *, seconds: float, now: float) -> int:
        """Mark what was not asked for so long, nor since the library changed; how many.

        What was asked long after now was asked before the clock was set back.
        """
        with self._database.reading() as connection:
            found = connection.execute(
                f"SELECT id FROM watch WHERE {GOES_ON} AND marked = 0 "  # noqa: S608
                "AND generation <> ? AND (asked < ? OR asked > ?)",
                (generation, now - seconds, now + seconds),
            ).fetchall()
        if found:
            with self._database.writing() as connection:
                _mark(connection, [each for (each,) in found], _seen(connection) or 1, now)
        return len(found)

    def marked(self, door: Door) -> list[Watch]:
        """The watches to be asked again that are not paused, the longest marked first."""
        with self._database.reading() as connection:
            found = rows.find(
                connection,
                "door = ? AND marked > 0 AND paused = 0 AND ended IS NULL",
                door,
            )
        return sorted(found, key=lambda each: each.marked_at or 0.0)


def overtaken(connection: sqlite3.Connection, watch: Watch) -> Watch:
    """The watch, marked where the library has changed since its question was asked."""
    if not connection.execute(f"SELECT 1 FROM watch WHERE {GOES_ON}").fetchone():  # noqa: S608
        # Nobody has looked since the last watch was removed.
        connection.execute(
            "INSERT OR REPLACE INTO setting SELECT ?, coalesce(max(id), 0) FROM paragraph", (_SEEN,)
        )
    if watch.door == "memory" or watch.marked or generations.last(connection) == watch.generation:
        return watch
    return replace(watch, marked=1, marked_at=watch.asked)


def _seen(connection: sqlite3.Connection) -> int | None:
    row = connection.execute("SELECT value FROM setting WHERE name = ?", (_SEEN,)).fetchone()
    return None if row is None else int(row[0])


def _mark(connection: sqlite3.Connection, ids: Sequence[str], upto: int, now: float) -> None:
    connection.executemany(
        "UPDATE watch SET marked = max(?, marked + 1), "  # noqa: S608
        "marked_at = CASE WHEN marked > 0 THEN marked_at ELSE ? END "
        f"WHERE id = ? AND {GOES_ON}",
        ((max(upto, 1), now, each) for each in ids),
    )
