"""The ledger: what is kept of those who ask. In the library's file, apart from its articles."""

from __future__ import annotations

import json
import secrets
from contextlib import contextmanager
from dataclasses import replace
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from retrieval.errors import NotFoundError
from retrieval.store import asked as questions
from retrieval.store import feedback, watch_rows
from retrieval.store.erasing import delete, rewrite
from retrieval.store.ledger_records import Asked, Kept

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Collection, Iterator, Mapping

    from retrieval.answered import Answer
    from retrieval.model import Filter
    from retrieval.store.database import Database
    from retrieval.store.ledger_records import Feedback

_LETTERS = "abcdefghijklmnopqrstuvwxyz234567"
_ID_LENGTH = 12
_TABLES = ("asked", "feedback")


class Ledger:
    """Questions with their answers, feedback, and servers' settings; watches are `Watches`'.

    Every method is one transaction, from any thread; it may wait for another writer. Methods
    raise LibraryError and its kin where the file cannot be read or written. What is deleted is
    overwritten in the file, and the log is emptied, where nobody is at work on it; `scrub` takes
    what is left of it in the unused parts of pages.
    """

    def __init__(self, database: Database) -> None:
        self._database = database

    # Questions

    def note(
        self,
        *,
        server: str | None,
        channel: str | None,
        asker: str,
        where: Filter,
        per_source: int | None,
        private: bool,
        answer: Answer,
        asked_id: str | None = None,
    ) -> Asked:
        """Keep a question with its answer, under a new random id unless one is given."""
        asked = Asked(
            id=asked_id or _new_id(),
            server=server,
            channel=channel,
            asker=asker,
            question=answer.question,
            where=where,
            per_source=per_source,
            private=private,
            at=_written(datetime.now(UTC)),
            answer=answer,
        )
        with self._database.writing() as connection:
            questions.put(connection, asked)
        return asked

    def asked(self, asked_id: str) -> Asked:
        """The question with that id; raises NotFoundError where it is kept no more."""
        with self._database.reading() as connection:
            found = questions.get(connection, asked_id)
        if found is None:
            raise _gone(asked_id)
        return found

    def publish(self, asked_id: str) -> None:
        """Make a private question a public one; raises NotFoundError."""
        self._update("private = 0", asked_id)

    def placed(self, asked_id: str, message: str) -> None:
        """Remember the message that shows the answer; raises NotFoundError."""
        self._update("message = ?", asked_id, message)

    def forget_answer(self, asked_id: str) -> None:
        """Delete a question with its answer; nothing to do where it is gone."""
        with self._erasing() as connection:
            delete(connection, "asked", "id = ?", asked_id)

    def forget_message(self, message: str) -> bool:
        """Delete the question whose answer that message shows; False where there is none.

        Waits for no other writer where there is none.
        """
        with self._database.reading() as connection:
            row = connection.execute(
                "SELECT id FROM asked WHERE message = ?", (message,)
            ).fetchone()
        if row is not None:
            self.forget_answer(row[0])
        return row is not None

    def suggestions(
        self,
        server: str,
        typed: str,
        limit: int = 25,
        *,
        channels: Collection[str] | None = None,
    ) -> list[str]:
        """Questions asked publicly in that server that hold what was typed, newest first.

        Letter case does not count, and each question comes once. With `channels`, only what was
        asked in one of them.
        """
        with self._database.reading() as connection:
            return questions.suggestions(connection, server, typed, limit, channels)

    # Feedback

    def add_feedback(self, given: Feedback) -> None:
        """Keep what somebody said; it replaces what they said of the same kind on the same."""
        made = replace(given, id=_new_id(), at=_written(datetime.now(UTC)))
        with self._erasing() as connection:
            feedback.put(connection, made)

    def feedback(self) -> list[Feedback]:
        """All feedback, oldest first."""
        with self._database.reading() as connection:
            return feedback.everything(connection)

    # Servers

    def server(self, server: str) -> dict[str, object]:
        """A server's settings as they were set; empty where none were."""
        with self._database.reading() as connection:
            row = connection.execute(
                "SELECT settings FROM server WHERE id = ?", (server,)
            ).fetchone()
        return {} if row is None else dict(json.loads(row[0]))

    def set_server(self, server: str, settings: Mapping[str, object]) -> None:
        """Remember a server's settings (JSON values) in place of those before."""
        with self._database.writing() as connection:
            connection.execute(
                "INSERT INTO server VALUES (?, ?) "
                "ON CONFLICT (id) DO UPDATE SET settings = excluded.settings",
                (server, json.dumps(dict(settings))),
            )

    def servers(self) -> list[str]:
        """Every server of which anything is kept."""
        with self._database.reading() as connection:
            rows = connection.execute(
                "SELECT id FROM server UNION SELECT server FROM asked UNION "
                "SELECT server FROM feedback UNION SELECT server FROM watch ORDER BY 1"
            ).fetchall()
        return [row[0] for row in rows if row[0] is not None]

    def leave(self, server: str) -> int:
        """Delete a server's questions, watches, feedback and settings; how many rows those were."""
        with self._erasing() as connection:
            gone = watch_rows.drop(connection, "server = ?", server)
            gone += sum(delete(connection, table, "server = ?", server) for table in _TABLES)
            return gone + delete(connection, "server", "id = ?", server)

    # People and time

    def kept(self, asker: str) -> Kept:
        """How much is kept of a person."""
        with self._database.reading() as connection:
            return _kept(connection, asker)

    def forget(self, asker: str) -> Kept:
        """Delete a person's questions, answers, watches and feedback; gives how much that was."""
        with self._erasing() as connection:
            kept = _kept(connection, asker)
            watch_rows.drop(connection, "asker = ?", asker)
            for table in _TABLES:
                delete(connection, table, "asker = ?", asker)
        return kept

    def expire(self, before: datetime) -> int:
        """Delete questions and feedback from before a moment; gives how many rows those were."""
        with self._erasing() as connection:
            return sum(delete(connection, table, "at < ?", _written(before)) for table in _TABLES)

    def scrub(self) -> bool:
        """Write anew what is kept, so that the file holds nothing of what was deleted.

        False where nothing was deleted since the last time. Takes as long as copying the rows.
        """
        with self._erasing() as connection:
            return rewrite(connection, *_TABLES, "server", *watch_rows.TABLES)

    def _update(self, change: str, asked_id: str, *values: str) -> None:
        with self._database.writing() as connection:
            done = connection.execute(
                f"UPDATE asked SET {change} WHERE id = ?",  # noqa: S608 - from the methods above
                (*values, asked_id),
            )
            if not done.rowcount:
                raise _gone(asked_id)

    @contextmanager
    def _erasing(self) -> Iterator[sqlite3.Connection]:
        with self._database.writing() as connection:
            yield connection
        self._database.empty_log()


def _kept(connection: sqlite3.Connection, asker: str) -> Kept:
    counts, firsts = {}, []
    for table in (*_TABLES, "watch"):
        counts[table], first = connection.execute(
            f"SELECT count(*), min(at) FROM {table} WHERE asker = ?",  # noqa: S608
            (asker,),
        ).fetchone()
        firsts += [first] if first else []
    oldest = min(firsts, default=None)
    return Kept(counts["asked"], counts["feedback"], oldest, counts["watch"])


def _written(moment: datetime) -> str:
    """UTC to the microsecond, so that the order of the texts is the order of the moments."""
    return moment.astimezone(UTC).isoformat(timespec="microseconds")


def _new_id() -> str:
    return "".join(secrets.choice(_LETTERS) for _ in range(_ID_LENGTH))


def _gone(asked_id: str) -> NotFoundError:
    return NotFoundError(f"The question {asked_id!r} is kept no more: ask it again.")
