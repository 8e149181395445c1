"""Rows of feedback, each inside the caller's transaction."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from retrieval.answered import Span, Stance
from retrieval.store.erasing import delete
from retrieval.store.ledger_records import Feedback

if TYPE_CHECKING:
    import sqlite3


def put(connection: sqlite3.Connection, given: Feedback) -> None:
    """Keep it; what the same person said of the same kind on the same goes."""
    span = (None, None, None) if given.span is None else _columns(given.span)
    delete(
        connection,
        "feedback",
        "asker = ? AND kind = ? AND question = ? "
        "AND article IS ? AND span_start IS ? AND span_end IS ? AND stance IS ?",
        given.asker,
        given.kind,
        given.question,
        given.article,
        *span[:2],
        given.stance,
    )
    connection.execute(
        "INSERT INTO feedback (id, kind, server, asker, at, question, passage, span_start, "
        "span_end, span_text, article, source, stance, right_stance, comment) "
        "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        (
            given.id,
            given.kind,
            given.server,
            given.asker,
            given.at,
            given.question,
            given.passage,
            *span,
            given.article,
            given.source,
            given.stance,
            given.right,
            given.comment,
        ),
    )


def everything(connection: sqlite3.Connection) -> list[Feedback]:
    """All feedback, oldest first."""
    rows = connection.execute(
        "SELECT span_start, span_end, span_text, stance, right_stance, kind, question, asker, "
        "server, passage, article, source, comment, at, id FROM feedback ORDER BY key"
    )
    return [_feedback(row) for row in rows]


def _feedback(row: tuple[Any, ...]) -> Feedback:
    start, end, text, stance, right, kind, question, asker, *rest = row
    server, passage, article, source, comment, at, name = rest
    return Feedback(
        kind=kind,
        question=question,
        asker=asker,
        server=server,
        passage=passage,
        span=None if text is None else Span(start, end, text),
        article=article,
        source=source,
        stance=None if stance is None else Stance(stance),
        right=None if right is None else Stance(right),
        comment=comment,
        at=at,
        id=name,
    )


def _columns(span: Span) -> tuple[int, int, str]:
    return span.start, span.end, span.text
