"""What is followed and what it led to. In the library's file, so that it goes on where it was.

Times are seconds since 1970.
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from retrieval.errors import NotFoundError
from retrieval.store.following_records import Followed, FollowedRow, Wanted

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Iterable, Mapping

    from retrieval.store.database import Database

_COLUMNS = (
    "id, address, kind, title, added, due, interval, etag, modified, looked, failing, failures, "
    "paused, reason"
)
# Some feeds stamp every article anew at every look: those are fetched again so often and no more.
_MOST_UNCHANGED = 3
_FORGOTTEN_AFTER = 90 * 86_400.0


class Following:
    """The state of following. Every method is one transaction, from any thread."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def follow(
        self, address: str, *, kind: str, title: str | None, now: float, interval: float
    ) -> tuple[Followed, Followed | None]:
        """Follow an address, from now on; one that was paused goes on.

        Gives it as it is now, and as it was where it was followed before.
        """
        with self._database.writing() as connection:
            before = _found(connection, address)
            connection.execute(
                "INSERT INTO followed (address, kind, title, added, due, interval) "
                "VALUES (?, ?, ?, ?, ?, ?) ON CONFLICT (address) DO UPDATE SET kind = "
                "excluded.kind, title = coalesce(excluded.title, title), due = excluded.due, "
                "paused = 0, failing = NULL, failures = 0, reason = NULL",
                (address, kind, title, now, now, interval),
            )
            return _by_address(connection, address), before

    def unfollow(self, address: str) -> Followed:
        """Follow an address no more; what it led to and waits is forgotten, articles stay.

        Raises NotFoundError.
        """
        with self._database.writing() as connection:
            found = _by_address(connection, address)
            connection.execute("DELETE FROM followed WHERE id = ?", (found.id,))
            return found

    def all(self) -> list[FollowedRow]:
        """Everything followed, in the order it was begun."""
        with self._database.reading() as connection:
            rows = connection.execute(
                f"SELECT {_COLUMNS}, "  # noqa: S608
                "(SELECT count(*) FROM wanted WHERE followed = followed.id AND due IS NOT NULL), "
                "(SELECT count(*) FROM wanted WHERE followed = followed.id AND outcome IN "
                "('added', 'copy', 'updated', 'unchanged')) FROM followed ORDER BY id"
            ).fetchall()
        return [FollowedRow(_followed(row[:-2]), row[-2], row[-1]) for row in rows]

    def folders(self) -> list[Followed]:
        """The folders followed."""
        with self._database.reading() as connection:
            rows = connection.execute(
                f"SELECT {_COLUMNS} FROM followed WHERE kind = 'folder' ORDER BY id"  # noqa: S608
            ).fetchall()
        return [_followed(row) for row in rows]

    def looks(self, now: float) -> list[Followed]:
        """The feeds and sitemaps to be looked at by now, the longest due first."""
        with self._database.reading() as connection:
            rows = connection.execute(
                f"SELECT {_COLUMNS} FROM followed WHERE kind <> 'folder' AND paused = 0 "  # noqa: S608
                "AND due <= ? ORDER BY due, id",
                (now,),
            ).fetchall()
        return [_followed(row) for row in rows]

    def wants(self, now: float) -> list[Wanted]:
        """The addresses to be fetched by now, the longest due of each host."""
        with self._database.reading() as connection:
            rows = connection.execute(
                "SELECT url, host, tries, entry, address, title, min(wanted.due) FROM wanted "
                "JOIN followed ON followed.id = followed WHERE wanted.due <= ? "
                "GROUP BY host ORDER BY min(wanted.due), url",
                (now,),
            ).fetchall()
        return [
            Wanted(
                url,
                host,
                tries,
                entry=json.loads(entry) if entry else {},
                followed=address,
                feed=title,
            )
            for url, host, tries, entry, address, title, _ in rows
        ]

    def next_due(self) -> float | None:
        """When there is something to do next; None where nothing is followed."""
        with self._database.reading() as connection:
            (due,) = connection.execute(
                "SELECT min(due) FROM (SELECT min(due) AS due FROM followed WHERE kind <> 'folder' "
                "AND paused = 0 UNION ALL SELECT min(due) FROM wanted WHERE due IS NOT NULL)"
            ).fetchone()
        return None if due is None else float(due)

    def looked(
        self,
        followed: int,
        *,
        now: float,
        due: float,
        interval: float,
        etag: str | None = None,
        modified: str | None = None,
        title: str | None = None,
    ) -> None:
        """Something followed was looked at and is well; what it lists is told with `listed`."""
        with self._database.writing() as connection:
            connection.execute(
                "UPDATE followed SET looked = ?, due = ?, interval = ?, etag = ?, modified = ?, "
                "title = coalesce(?, title), failing = NULL, failures = 0, reason = NULL "
                "WHERE id = ?",
                (now, due, interval, etag, modified, title, followed),
            )

    def listed(
        self,
        followed: int,
        items: Iterable[tuple[str, str, str]],
        *,
        now: float,
        newest: int,
        entries: Mapping[str, Mapping[str, str]] | None = None,
    ) -> tuple[int, bool]:
        """Take note of (url, host, stamp) that something followed lists, the newest first.

        `entries` is what it says of the articles, by address.
        Addresses that are new, at most `newest` of them, or changed are to be fetched. Gives how
        many those are, and whether new ones were left for another look.
        """
        count, left = 0, False
        with self._database.writing() as connection:
            for url, host, stamp in items:
                row = connection.execute(
                    "SELECT stamp, due, same FROM wanted WHERE url = ?", (url,)
                ).fetchone()
                if row is None and count >= newest:
                    left = True
                elif row is None:
                    # Without the row of what is followed, it was given up meanwhile.
                    count += connection.execute(
                        "INSERT INTO wanted (url, followed, host, stamp, due, listed, entry) "
                        "SELECT ?, id, ?, ?, ?, ?, ? FROM followed WHERE id = ?",
                        (url, host, stamp, now, now, _entry(entries, url), followed),
                    ).rowcount
                else:
                    changed = row[1] is None and stamp != row[0] and row[2] < _MOST_UNCHANGED
                    connection.execute(
                        "UPDATE wanted SET listed = ?, stamp = ?, due = iif(?, ?, due), "
                        "entry = coalesce(?, entry) WHERE url = ?",
                        (now, stamp, changed, now, _entry(entries, url), url),
                    )
                    count += changed
            connection.execute(
                "DELETE FROM wanted WHERE due IS NULL AND listed < ?", (now - _FORGOTTEN_AFTER,)
            )
        return count, left

    def failed(self, followed: int, *, now: float, due: float, reason: str, paused: bool) -> None:
        """Something followed could not be looked at."""
        with self._database.writing() as connection:
            connection.execute(
                "UPDATE followed SET due = ?, failing = coalesce(failing, ?), "
                "failures = failures + 1, paused = ?, reason = ? WHERE id = ?",
                (due, now, paused, reason, followed),
            )

    def settled(self, url: str, outcome: str, reason: str | None = None) -> None:
        """An address was fetched, or is given up."""
        with self._database.writing() as connection:
            connection.execute(
                "UPDATE wanted SET due = NULL, outcome = ?, reason = ?, tries = 0, "
                "same = iif(? = 'unchanged', same + 1, 0) WHERE url = ?",
                (outcome, reason, outcome, url),
            )

    def postponed(self, url: str, *, due: float, reason: str) -> None:
        """An address could not be fetched for now."""
        with self._database.writing() as connection:
            connection.execute(
                "UPDATE wanted SET due = ?, tries = tries + 1, reason = ? WHERE url = ?",
                (due, reason, url),
            )


def _entry(entries: Mapping[str, Mapping[str, str]] | None, url: str) -> str | None:
    said = (entries or {}).get(url)
    return json.dumps(dict(said)) if said else None


def _by_address(connection: sqlite3.Connection, address: str) -> Followed:
    found = _found(connection, address)
    if found is None:
        raise NotFoundError(f"{address} is not followed; `whosays follows` lists what is.")
    return found


def _found(connection: sqlite3.Connection, address: str) -> Followed | None:
    row = connection.execute(
        f"SELECT {_COLUMNS} FROM followed WHERE address = ?",  # noqa: S608
        (address,),
    ).fetchone()
    return None if row is None else _followed(row)


def _followed(row: tuple[object, ...]) -> Followed:
    values = dict(zip(_COLUMNS.split(", "), row, strict=True))
    return Followed(**{**values, "paused": bool(values["paused"])})  # type: ignore[arg-type]
