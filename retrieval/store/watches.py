"""Watched questions in the library's file: who watches what, what was told, what is to be posted.

Times are seconds since 1970.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from retrieval.errors import LimitError, NotFoundError
from retrieval.store import watch_rows as rows
from retrieval.store.erasing import delete
from retrieval.store.watch_kept import new_id
from retrieval.store.watch_marks import Marks, overtaken
from retrieval.store.watch_posts import Posts

if TYPE_CHECKING:
    from collections.abc import Sequence

    import numpy as np
    from numpy.typing import NDArray

    from retrieval.model import Filter
    from retrieval.store.watch_records import Cadence, Door, Item, Told, Watch

# Questions asked in a terminal of which it is remembered what was shown.
_REMEMBERED = 1000


class Watches(Marks, Posts):
    """Watches, their news and their posts. Every method is one transaction, from any thread."""

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
        made = replace(watch, id=new_id())
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
            made = overtaken(connection, made)
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
