"""What an index outside this file is filled from."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import numpy as np

from retrieval.store.filters import AS_HELD, PUBLISHED
from retrieval.store.records import IndexRow, WordRow

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Mapping, Sequence

_STORED = np.dtype("<f4")
_WORDS = (
    f"SELECT paragraph.id, article.key, article.source, coalesce({PUBLISHED}, ''), "
    f"coalesce({AS_HELD}, ''), article.language, article.title, start, end"
)
_OF_ARTICLE = " JOIN article ON article.key = paragraph.article "
_VECTORS = (
    f"{_WORDS}, vector.value FROM {{first}}{_OF_ARTICLE}"  # noqa: S608 - written here
    "WHERE vector.encoder = (SELECT id FROM encoder WHERE name = ?) AND {condition} "
    "ORDER BY paragraph.id LIMIT ?"
)


def identity(connection: sqlite3.Connection) -> str:
    """A name drawn at random when the library was made."""
    return str(connection.execute("SELECT name FROM identity").fetchone()[0])


def after(connection: sqlite3.Connection, encoder: str, last: int, limit: int) -> list[IndexRow]:
    """At most `limit` paragraphs above id `last` that have a vector of the encoder, ascending."""
    query = _VECTORS.format(
        first="vector JOIN paragraph ON paragraph.id = vector.paragraph",
        condition="vector.paragraph > ?",
    )
    return _rows(connection, query, (encoder, last, limit))


def these(connection: sqlite3.Connection, encoder: str, ids: Sequence[int]) -> list[IndexRow]:
    """The paragraphs with these ids; those gone, or without a vector, are left out."""
    query = _VECTORS.format(
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


def paragraphs(connection: sqlite3.Connection) -> int:
    """How many paragraphs there are."""
    (found,) = connection.execute("SELECT coalesce(sum(paragraphs), 0) FROM tally").fetchone()
    return int(found)


def words_after(connection: sqlite3.Connection, last: int, limit: int) -> list[WordRow]:
    """At most `limit` paragraphs above id `last`, ascending."""
    query = (
        f"{_WORDS} FROM paragraph{_OF_ARTICLE}WHERE paragraph.id > ? ORDER BY paragraph.id LIMIT ?"
    )
    return _words(connection, query, (last, limit))


def words_of(connection: sqlite3.Connection, ids: Sequence[int]) -> list[WordRow]:
    """The paragraphs with these ids; those gone are left out."""
    query = (
        f"{_WORDS} FROM json_each(?) AS wanted JOIN paragraph ON paragraph.id = wanted.value"
        f"{_OF_ARTICLE}ORDER BY paragraph.id"
    )
    return _words(connection, query, (json.dumps(list(ids)),))


def _rows(
    connection: sqlite3.Connection, query: str, parameters: Sequence[object]
) -> list[IndexRow]:
    found = connection.execute(query, parameters).fetchall()
    texts = _texts(connection, found)
    return [
        IndexRow(
            *_described(row, texts),
            vector=np.frombuffer(row[9], dtype=_STORED).astype(np.float32, copy=False),
        )
        for row in found
    ]


def _words(
    connection: sqlite3.Connection, query: str, parameters: Sequence[object]
) -> list[WordRow]:
    found = connection.execute(query, parameters).fetchall()
    texts = _texts(connection, found)
    return [WordRow(*_described(row, texts)) for row in found]


def _texts(connection: sqlite3.Connection, rows: Sequence[tuple[Any, ...]]) -> dict[int, str]:
    """The texts of the rows' articles, by their keys."""
    return dict(
        connection.execute(
            "SELECT article.key, text FROM json_each(?) JOIN article ON article.key = value",
            (json.dumps(sorted({row[1] for row in rows})),),
        ).fetchall()
    )


def _described(
    row: tuple[Any, ...], texts: Mapping[int, str]
) -> tuple[int, int, str, str, str, str, str, str]:
    each, article, source, published, held, language, title, start, end = row[:9]
    text = texts[article][start:end]
    return each, article, source, published, held, language or "", title, text
