"""What an index outside this file is filled from."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import numpy as np

from retrieval.store.filters import AS_HELD, PUBLISHED
from retrieval.store.records import IndexRow

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Sequence

_STORED = np.dtype("<f4")
_ROWS = (
    "SELECT paragraph.id, article.key, article.source, coalesce({published}, ''), "
    "coalesce({as_held}, ''), article.language, article.title, start, end, vector.value "
    "FROM {first} JOIN article ON article.key = paragraph.article "
    "WHERE vector.encoder = (SELECT id FROM encoder WHERE name = ?) AND {condition} "
    "ORDER BY paragraph.id LIMIT ?"
)


def identity(connection: sqlite3.Connection) -> str:
    """A name drawn at random when the library was made."""
    return str(connection.execute("SELECT name FROM identity").fetchone()[0])


def after(connection: sqlite3.Connection, encoder: str, last: int, limit: int) -> list[IndexRow]:
    """At most `limit` paragraphs above id `last` that have a vector of the encoder, ascending."""
    query = _ROWS.format(
        published=PUBLISHED,
        as_held=AS_HELD,
        first="vector JOIN paragraph ON paragraph.id = vector.paragraph",
        condition="vector.paragraph > ?",
    )
    return _rows(connection, query, (encoder, last, limit))


def these(connection: sqlite3.Connection, encoder: str, ids: Sequence[int]) -> list[IndexRow]:
    """The paragraphs with these ids; those gone, or without a vector, are left out."""
    query = _ROWS.format(
        published=PUBLISHED,
        as_held=AS_HELD,
        first="json_each(?) AS wanted JOIN paragraph ON paragraph.id = wanted.value "
        "JOIN vector ON vector.paragraph = paragraph.id",
        condition="TRUE",
    )
    return _rows(connection, query, (json.dumps(list(ids)), encoder, -1))


def count(connection: sqlite3.Connection, encoder: str, last: int = 0) -> int:
    """How many paragraphs above id `last` have a vector of the encoder."""
    (found,) = connection.execute(
        "SELECT count(*) FROM vector WHERE encoder = (SELECT id FROM encoder WHERE name = ?) "
        "AND paragraph > ?",
        (encoder, last),
    ).fetchone()
    return int(found)


def _rows(
    connection: sqlite3.Connection, query: str, parameters: Sequence[object]
) -> list[IndexRow]:
    found = connection.execute(query, parameters).fetchall()
    texts: dict[int, str] = dict(
        connection.execute(
            "SELECT article.key, text FROM json_each(?) JOIN article ON article.key = value",
            (json.dumps(sorted({row[1] for row in found})),),
        ).fetchall()
    )
    return [
        IndexRow(
            id=each,
            article=article,
            source=source,
            published=published,
            held=held,
            language=language or "",
            title=title,
            text=texts[article][start:end],
            vector=np.frombuffer(value, dtype=_STORED).astype(np.float32, copy=False),
        )
        for each, article, source, published, held, language, title, start, end, value in found
    ]
