"""Embeddings of an article's sentences, one row an article, as int8.

Vectors have unit length, so that a row needs no scale: its direction is all there is to keep.
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import numpy as np

from retrieval.store import vectors
from retrieval.store.records import SentenceVectors

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Sequence

    from numpy.typing import NDArray

_PLACE = np.dtype("<i4")
_PLACE_WIDTH = 3
PLACE_BYTES = _PLACE_WIDTH * _PLACE.itemsize
_MOST = 127


def put(
    connection: sqlite3.Connection,
    article: int,
    encoder: str,
    splitter: int,
    sentences: SentenceVectors,
) -> None:
    """File the sentences of an article in place of those it has of that encoder."""
    key = vectors.encoder_key(connection, encoder, sentences.vectors.shape[1])
    places = np.stack([sentences.paragraphs, sentences.starts, sentences.ends], axis=1)
    connection.execute("DELETE FROM sentence WHERE article = ? AND encoder = ?", (article, key))
    connection.execute(
        "INSERT INTO sentence (article, encoder, splitter, places, vectors) VALUES (?, ?, ?, ?, ?)",
        (
            article,
            key,
            splitter,
            places.astype(_PLACE).tobytes(),
            narrowed(sentences.vectors).tobytes(),
        ),
    )


def get(
    connection: sqlite3.Connection, encoder: str, splitter: int | None, articles: Sequence[str]
) -> dict[str, SentenceVectors]:
    """The sentences of articles, by their ids; those without any of that kind are left out.

    Without a splitter as whichever cut them last.
    """
    rows = connection.execute(
        "SELECT article.id, dimensions, places, vectors FROM json_each(?) AS wanted "
        "JOIN article ON article.id = wanted.value JOIN encoder ON encoder.name = ? "
        "JOIN sentence ON sentence.article = article.key AND sentence.encoder = encoder.id "
        "AND splitter = ifnull(?, splitter)",
        (json.dumps(list(articles)), encoder, splitter),
    )
    return {each: _read(*row) for each, *row in rows}


def is_complete(connection: sqlite3.Connection, encoder: str, splitter: int) -> bool:
    """Whether every article has sentences of that kind: there are as many rows as articles."""
    (held,) = connection.execute("SELECT coalesce(sum(articles), 0) FROM tally").fetchone()
    (filed,) = connection.execute(
        "SELECT count(*) FROM sentence WHERE splitter = ? "
        "AND encoder = (SELECT id FROM encoder WHERE name = ?)",
        (splitter, encoder),
    ).fetchone()
    return bool(held == filed)


def missing(connection: sqlite3.Connection, encoder: str, splitter: int, limit: int) -> list[str]:
    """Ids of at most `limit` articles without sentences of that kind, oldest first."""
    rows = connection.execute(
        "SELECT id FROM article WHERE NOT EXISTS (SELECT 1 FROM sentence "
        "WHERE article = article.key AND splitter = ? "
        "AND encoder = (SELECT id FROM encoder WHERE name = ?)) ORDER BY key LIMIT ?",
        (splitter, encoder, limit),
    )
    return [each for (each,) in rows]


def drop(connection: sqlite3.Connection, article: int) -> None:
    """Forget the sentences of an article, of every encoder."""
    connection.execute("DELETE FROM sentence WHERE article = ?", (article,))


def narrowed(matrix: NDArray[np.float32]) -> NDArray[np.int8]:
    """Rows as int8, each over its own range."""
    largest = np.abs(matrix).max(axis=1, initial=0.0, keepdims=True)
    steps = np.rint(matrix * (_MOST / np.maximum(largest, np.float32(1e-12))))
    return np.asarray(steps, dtype=np.int8)


def widened(matrix: NDArray[np.int8]) -> NDArray[np.float32]:
    """Rows of unit length again."""
    wide = matrix.astype(np.float32)
    length = np.linalg.norm(wide, axis=1, keepdims=True)
    return np.asarray(wide / np.maximum(length, np.float32(1e-12)), dtype=np.float32)


def _read(dimensions: int, places: bytes, values: bytes) -> SentenceVectors:
    paragraphs, starts, ends = (
        np.frombuffer(places, dtype=_PLACE).reshape(-1, _PLACE_WIDTH).T.astype(np.int32)
    )
    matrix = np.frombuffer(values, dtype=np.int8).reshape(-1, dimensions)
    return SentenceVectors(paragraphs, starts, ends, widened(matrix))
