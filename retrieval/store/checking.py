"""What `whosays doctor` asks of a library: is everything whole and in step?"""

from __future__ import annotations

import sqlite3
from typing import TYPE_CHECKING

from retrieval.store.keeping_schema import TALLIED
from retrieval.store.sentences import PLACE_BYTES

if TYPE_CHECKING:
    from collections.abc import Iterator

_SHOWN = 10
# The word index can only be asked in the form of an INSERT, which these refuse.
_CANNOT_ASK = {sqlite3.SQLITE_READONLY, sqlite3.SQLITE_BUSY}


def problems(connection: sqlite3.Connection) -> Iterator[str]:
    """One line for each thing that is wrong; reads the whole file."""
    try:
        yield from _problems(connection)
    except sqlite3.DatabaseError as error:
        yield f"SQLite: {error}"


def _problems(connection: sqlite3.Connection) -> Iterator[str]:
    for (line,) in connection.execute(f"PRAGMA integrity_check({_SHOWN})"):
        if line != "ok":
            yield f"SQLite: {line}"
    for table, row, parent, _ in connection.execute("PRAGMA foreign_key_check").fetchmany(_SHOWN):
        yield f"row {row} of {table} points to nothing in {parent}"
    yield from _unlike_words(connection)
    yield from _misplaced(connection)
    yield from _miscounted(connection)
    for (article,) in connection.execute(
        "SELECT id FROM article WHERE NOT EXISTS "
        "(SELECT 1 FROM address WHERE article = article.key AND number = 0)"
    ):
        yield f"article {article} has lost its address"
    for encoder, count in connection.execute(
        "SELECT name, count(*) FROM vector JOIN encoder ON encoder.id = vector.encoder "
        "WHERE length(value) != 4 * dimensions GROUP BY name"
    ):
        yield f"{count} vectors of {encoder} have the wrong length"
    for encoder, count in connection.execute(
        "SELECT name, count(*) FROM sentence JOIN encoder ON encoder.id = sentence.encoder "
        "WHERE length(places) % ?1 OR length(places) / ?1 * dimensions != length(vectors) "
        "GROUP BY name",
        (PLACE_BYTES,),
    ):
        yield f"the sentences of {count} articles, by {encoder}, have the wrong length"


def _unlike_words(connection: sqlite3.Connection) -> Iterator[str]:
    """The ids FTS5 keeps in its shadow table must be those of the paragraphs."""
    for what, query in (
        (
            "cannot be found by their words",
            "SELECT id FROM paragraph EXCEPT SELECT id FROM words_docsize",
        ),
        (
            "are gone but still found",
            "SELECT id FROM words_docsize EXCEPT SELECT id FROM paragraph",
        ),
    ):
        (count,) = connection.execute(f"SELECT count(*) FROM ({query})").fetchone()  # noqa: S608
        if count:
            yield f"{count} paragraphs {what}"
    try:
        connection.execute("INSERT INTO words (words) VALUES ('integrity-check')")
    except sqlite3.DatabaseError as error:
        if error.sqlite_errorcode & 0xFF not in _CANNOT_ASK:
            yield f"word index: {error}"


def _miscounted(connection: sqlite3.Connection) -> Iterator[str]:
    held, counted = (
        set(connection.execute(query))
        for query in (TALLIED, "SELECT source, language, articles, paragraphs FROM tally")
    )
    for source in sorted({row[0] for row in held ^ counted}):
        yield f"what is held of {source} is counted wrong"
    for (article,) in connection.execute(
        "SELECT article.id FROM article LEFT JOIN paragraph ON paragraph.article = article.key "
        "GROUP BY article.key HAVING paragraphs <> count(paragraph.id) OR "
        "first <> min(paragraph.id) OR first + paragraphs - 1 <> max(paragraph.id)"
    ):
        yield f"article {article} has other paragraphs than it says"


def _misplaced(connection: sqlite3.Connection) -> Iterator[str]:
    rows = connection.execute(
        "SELECT article.id, text, max(end) FROM article "
        "JOIN paragraph ON paragraph.article = article.key GROUP BY article.key"
    )
    for article, text, end in rows:
        if end > len(text):
            yield f"article {article} has a paragraph outside its text"
