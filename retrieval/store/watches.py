"""Watched questions in the library's file: who watches what, what was told, what is to be posted.

Times are seconds since 1970.
"""

from __future__ import annotations

import secrets
from contextlib import contextmanager
from dataclasses import replace
from datetime import UTC, datetime
from typing import TYPE_CHECKING

import numpy as np

from retrieval.errors import LimitError, NotFoundError
from retrieval.store import generations
from retrieval.store import watch_rows as rows
from retrieval.store.erasing import delete

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Iterator, Sequence

    from numpy.typing import NDArray

    from retrieval.model import Filter
    from retrieval.store.database import Database
    from retrieval.store.watch_records import Cadence, Door, Item, Post, Told, Watch

_LETTERS = "abcdefghijklmnopqrstuvwxyz234567"
_ID_LENGTH = 12
_SEEN = "watch.seen"
_GOES_ON = "door <> 'memory' AND ended IS NULL"
# Questions asked in a terminal of which it is remembered what was shown.
_REMEMBERED = 1000


class Watches:
    """Watches, their news and their posts. Every method is one transaction, from any thread."""

    def __init__(self, database: Database) -> None:
        self._database = database

    # Watches

    def add(
        self,
        watch: Watch,
        told: Sequence[Told],
        *,
        encoder: str,
        vector: NDArray[np.float32],
        most_of_person: int | None = None,
        most_of_server: int | None = None,
    ) -> Watch:
        """Keep a watch under a new random id, with what its owner knows already.

        The same question with the same filter, place and owner is one watch: it is replaced.
        Raises LimitError.
        """
        made = replace(watch, id=_new_id())
        same = (
            "door = ? AND canonical = ? AND chosen = ? AND asker IS ? AND channel IS ?",
            *(watch.door, watch.canonical, rows.written_filter(watch.where)),
            *(watch.asker, watch.channel),
        )
        with self._erasing() as connection:
            rows.drop(connection, *same)
            for name, value, most in (
                ("asker", watch.asker, most_of_person),
                ("server", watch.server, most_of_server),
            ):
                if value is not None and most is not None:
                    (held,) = connection.execute(
                        f"SELECT count(*) FROM watch WHERE {name} = ?",  # noqa: S608
                        (value,),
                    ).fetchone()
                    if held >= most:
                        raise LimitError("person" if name == "asker" else "server", most)
            made = _overtaken(connection, made)
            rows.put(connection, made, encoder, vector)
            rows.add_told(connection, made.id, told)
            if watch.door == "memory":
                rows.drop(
                    connection,
                    "door = 'memory' AND key <= (SELECT max(key) FROM watch) - ?",
                    _REMEMBERED,
                )
        return made

    def get(self, watch_id: str) -> Watch:
        """A watch by its id or the beginning of it; raises NotFoundError."""
        with self._database.reading() as connection:
            found = rows.find(
                connection,
                "door <> 'memory' AND substr(id, 1, ?) = ?",
                *(len(watch_id), watch_id),
            )
        if not watch_id or len(found) != 1:
            several = f"Several watches begin with {watch_id!r}: give more of the id."
            none = f"There is no watch {watch_id!r}; `whosays watches` lists them."
            raise NotFoundError(several if watch_id and found else none)
        return found[0]

    def of(self, door: Door, *, asker: str | None = None, server: str | None = None) -> list[Watch]:
        """The watches of a door, or of a person or server there; ended ones are not among them."""
        condition = "door = ? AND ended IS NULL"
        values: list[str] = [door]
        for name, value in (("asker", asker), ("server", server)):
            if value is not None:
                condition, values = f"{condition} AND {name} = ?", [*values, value]
        with self._database.reading() as connection:
            return rows.find(connection, condition, *values)

    def remembered(self, canonical: str, where: Filter) -> Watch | None:
        """What is remembered of a question asked in a terminal, confined in the same way."""
        with self._database.reading() as connection:
            found = rows.find(
                connection,
                "door = 'memory' AND canonical = ? AND chosen = ?",
                *(canonical, rows.written_filter(where)),
            )
        return found[-1] if found else None

    def remove(self, watch_id: str) -> None:
        """Delete a watch with its news; nothing to do where it is gone."""
        with self._erasing() as connection:
            rows.drop(connection, "id = ?", watch_id)

    def pause(self, watch_id: str, *, paused: bool) -> None:
        """Tell nothing for now, or go on; what came meanwhile is told then."""
        self._set(watch_id, "paused = ?", int(paused))

    def change(self, watch_id: str, cadence: Cadence, due: float | None) -> None:
        """Tell at another pace."""
        self._set(watch_id, "cadence = ?, due = ?", cadence, due)

    def end(self, watch_id: str, why: str) -> None:
        """Post nothing more; the watch stays until its owner has been told why."""
        with self._erasing() as connection:
            connection.execute("UPDATE watch SET ended = ? WHERE id = ?", (why, watch_id))
            for table in ("told", "news", "post"):
                delete(connection, table, "watch = ?", watch_id)

    def ended(self, door: Door) -> list[Watch]:
        """The watches that have ended and whose owner has not been told."""
        with self._database.reading() as connection:
            return rows.find(connection, "door = ? AND ended IS NOT NULL", door)

    # Which are to be asked again

    def any(self) -> bool:
        """Whether anything is watched."""
        with self._database.reading() as connection:
            sql = f"SELECT 1 FROM watch WHERE {_GOES_ON} LIMIT 1"  # noqa: S608
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
                f"SELECT id, canonical, vector FROM watch WHERE {_GOES_ON} AND encoder = ?",  # noqa: S608
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
            return rows.find(connection, f"{_GOES_ON} AND encoder <> ?", encoder)

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
                f"SELECT id FROM watch WHERE {_GOES_ON} AND marked = 0 "  # noqa: S608
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

    # What is known and what is new

    def told(self, watch_id: str) -> list[Told]:
        """What whoever watches knows, oldest first."""
        with self._database.reading() as connection:
            return rows.told(connection, watch_id)

    def waiting(self, watch_id: str) -> list[Item]:
        """The news of a watch that no post tells yet, oldest first."""
        with self._database.reading() as connection:
            return rows.waiting(connection, watch_id)

    def settle(
        self,
        watch: Watch,
        *,
        known: Sequence[Told],
        gone: Sequence[Told],
        news: Sequence[Item],
        stale: Sequence[Item] = (),
        back: Sequence[Item] = (),
        generation: int,
        covered: bool,
        now: float,
    ) -> None:
        """Keep what came of asking again, and that it was asked, all or nothing.

        `known` is told from now on and `gone` no more, `news` wait for a post, `stale` ones that
        waited are forgotten, and so is that what came `back` was gone. Nothing is kept where the
        watch is gone, and its mark stays where it was marked again meanwhile.
        """
        with self._database.writing() as connection:
            if not rows.find(connection, "id = ?", watch.id):
                return
            rows.drop_waiting(connection, watch.id, stale)
            rows.forget_told(connection, watch.id, [each.told for each in stale])
            rows.drop_waiting(connection, watch.id, back)
            rows.mark_gone(connection, watch.id, gone)
            rows.add_told(connection, watch.id, known)
            rows.add_news(connection, watch.id, news)
            connection.execute(
                "UPDATE watch SET asked = ?, generation = ?, covered = max(covered, ?) "
                "WHERE id = ?",
                (now, generation, int(covered), watch.id),
            )
            connection.execute(
                "UPDATE watch SET marked = 0, marked_at = NULL WHERE id = ? AND marked = ?",
                (watch.id, watch.marked),
            )

    def drop_waiting(self, watch_id: str, items: Sequence[Item]) -> None:
        """Forget news that nobody was told; what they told of stays known."""
        with self._database.writing() as connection:
            rows.drop_waiting(connection, watch_id, items)

    # Posts

    def ready(self, door: Door) -> list[Watch]:
        """The watches that have news and nothing else to be done before they are told."""
        with self._database.reading() as connection:
            return rows.find(
                connection,
                "door = ? AND paused = 0 AND ended IS NULL "
                "AND id IN (SELECT watch FROM news WHERE post IS NULL) "
                "AND NOT EXISTS (SELECT 1 FROM post WHERE watch = watch.id AND message IS NULL)",
                door,
            )

    def overdue(self, door: Door, now: float, longest: float) -> list[Watch]:
        """The watches whose time to be told has come, or is further off than any pace is long."""
        with self._database.reading() as connection:
            return rows.find(
                connection,
                "door = ? AND ended IS NULL AND due IS NOT NULL AND (due <= ? OR due > ?)",
                *(door, now, now + longest),
            )

    def intend(self, watch: Watch, *, now: float, due: float | None) -> Post:
        """Write down that all news of a watch are about to be posted together, under a random id.

        `due` is when the next ones are.
        """
        post_id = _new_id()
        with self._database.writing() as connection:
            connection.execute(
                "INSERT INTO post (id, watch, at) VALUES (?, ?, ?)", (post_id, watch.id, now)
            )
            connection.execute(
                "UPDATE news SET post = ? WHERE watch = ? AND post IS NULL", (post_id, watch.id)
            )
            connection.execute("UPDATE watch SET due = ? WHERE id = ?", (due, watch.id))
            return rows.posts(connection, "post.id = ?", post_id)[0]

    def later(self, watch_id: str, due: float) -> None:
        """Move the next time that a watch is told at its pace."""
        self._set(watch_id, "due = ?", due)

    def unsent(self, door: Door) -> list[Post]:
        """The posts that were written down and may or may not have been sent, oldest first."""
        with self._database.reading() as connection:
            return rows.posts(
                connection,
                "post.message IS NULL AND post.watch IN (SELECT id FROM watch WHERE door = ? "
                "AND paused = 0 AND ended IS NULL)",
                door,
            )

    def tried(self, post_id: str, now: float) -> None:
        """Remember when a post was last tried to be sent."""
        with self._database.writing() as connection:
            connection.execute("UPDATE post SET at = ? WHERE id = ?", (now, post_id))

    def sent(self, post_id: str, message: str) -> None:
        """Remember that a post was sent, and as which message."""
        with self._database.writing() as connection:
            connection.execute("UPDATE post SET message = ? WHERE id = ?", (message, post_id))

    def forget_post(self, post_id: str) -> None:
        """Delete a post that was sent and that nothing leads back to; what it told stays known."""
        with self._erasing() as connection:
            delete(connection, "news", "post = ?", post_id)
            delete(connection, "post", "id = ?", post_id)

    def post(self, post_id: str) -> Post:
        """A post by its id; raises NotFoundError where it is kept no more."""
        with self._database.reading() as connection:
            found = rows.posts(connection, "post.id = ?", post_id)
        if not found:
            raise NotFoundError(f"The post {post_id!r} is kept no more.")
        return found[0]

    def expire(self, before: float) -> int:
        """Delete what was posted before a moment, which its buttons lead to; gives how much."""
        old = "SELECT id FROM post WHERE message IS NOT NULL AND at < ?"
        with self._erasing() as connection:
            delete(connection, "news", f"post IN ({old})", before)
            return delete(connection, "post", f"id IN ({old})", before)

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


def _overtaken(connection: sqlite3.Connection, watch: Watch) -> Watch:
    """The watch, marked where the library has changed since its question was asked."""
    if not connection.execute(f"SELECT 1 FROM watch WHERE {_GOES_ON}").fetchone():  # noqa: S608
        # Nobody has looked since the last watch was removed.
        connection.execute(
            "INSERT OR REPLACE INTO setting SELECT ?, coalesce(max(id), 0) FROM paragraph", (_SEEN,)
        )
    if watch.door == "memory" or watch.marked or generations.last(connection) == watch.generation:
        return watch
    return replace(watch, marked=1, marked_at=watch.asked)


def written(moment: float) -> str:
    """A moment in UTC, ISO 8601."""
    return datetime.fromtimestamp(moment, UTC).isoformat(timespec="seconds")


def _seen(connection: sqlite3.Connection) -> int | None:
    row = connection.execute("SELECT value FROM setting WHERE name = ?", (_SEEN,)).fetchone()
    return None if row is None else int(row[0])


def _mark(connection: sqlite3.Connection, ids: Sequence[str], upto: int, now: float) -> None:
    connection.executemany(
        "UPDATE watch SET marked = max(?, marked + 1), "  # noqa: S608
        "marked_at = CASE WHEN marked > 0 THEN marked_at ELSE ? END "
        f"WHERE id = ? AND {_GOES_ON}",
        ((max(upto, 1), now, each) for each in ids),
    )


def _new_id() -> str:
    return "".join(secrets.choice(_LETTERS) for _ in range(_ID_LENGTH))
