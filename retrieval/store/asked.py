"""Rows of questions with their answers, each inside the caller's transaction."""

from __future__ import annotations

import json
import zlib
from dataclasses import asdict
from typing import TYPE_CHECKING

from retrieval.answered import Answer
from retrieval.model import Filter
from retrieval.store.ledger_records import Asked

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Collection


def put(connection: sqlite3.Connection, asked: Asked) -> None:
    """Keep a question that is new."""
    connection.execute(
        "INSERT INTO asked (id, server, channel, asker, question, chosen, per_source, private, at, "
        "answer, message) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        (
            asked.id,
            asked.server,
            asked.channel,
            asked.asker,
            asked.question,
            json.dumps(asdict(asked.where)),
            asked.per_source,
            int(asked.private),
            asked.at,
            zlib.compress(json.dumps(asked.answer.to_json()).encode()),
            asked.message,
        ),
    )


def get(connection: sqlite3.Connection, asked_id: str) -> Asked | None:
    """The question with that id."""
    row = connection.execute(
        "SELECT server, channel, asker, question, chosen, per_source, private, at, answer, message "
        "FROM asked WHERE id = ?",
        (asked_id,),
    ).fetchone()
    if row is None:
        return None
    server, channel, asker, question, chosen, per_source, private, at, answer, message = row
    return Asked(
        id=asked_id,
        server=server,
        channel=channel,
        asker=asker,
        question=question,
        where=read_filter(chosen),
        per_source=per_source,
        private=bool(private),
        at=at,
        answer=Answer.from_json(json.loads(zlib.decompress(answer))),
        message=message,
    )


def suggestions(
    connection: sqlite3.Connection,
    server: str,
    typed: str,
    limit: int,
    channels: Collection[str] | None,
) -> list[str]:
    """Public questions of a server that hold what was typed in any case, newest first, once each.

    In Python, because SQLite knows the case of ASCII letters only.
    """
    wanted, found = typed.strip().casefold(), dict[str, str]()
    for channel, question in connection.execute(
        "SELECT channel, question FROM asked WHERE server = ? AND private = 0 ORDER BY key DESC",
        (server,),
    ):
        folded = question.casefold()
        if wanted in folded and (channels is None or channel in channels):
            found.setdefault(folded, question)
            if len(found) >= limit:
                break
    return list(found.values())


def read_filter(chosen: str) -> Filter:
    """A filter from its JSON."""
    fields = json.loads(chosen)
    return Filter(**{**fields, "sources": tuple(fields["sources"])})
