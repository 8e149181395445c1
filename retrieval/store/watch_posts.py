"""What is posted of watched questions: written down before it is sent, and noted when it was.

Times are seconds since 1970.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from retrieval.errors import NotFoundError
from retrieval.store import watch_rows as rows
from retrieval.store.erasing import delete
from retrieval.store.watch_kept import Kept, new_id

if TYPE_CHECKING:
    from retrieval.store.watch_records import Door, Post, Watch


class Posts(Kept):
    """Posts and the news in them."""

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
        post_id = new_id()
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
