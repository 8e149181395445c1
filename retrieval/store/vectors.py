"""Embeddings of paragraphs, by encoder, as little-endian float32 blobs."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Sequence

    from numpy.typing import NDArray

_STORED = np.dtype("<f4")


def put(
    connection: sqlite3.Connection, encoder: str, ids: Sequence[int], matrix: NDArray[np.float32]
) -> bool:
    """File vectors of shape (n, dimensions) under paragraph ids; those no longer held are skipped.

    True where that only appended: every id is above all that had a vector of this encoder.
    Raises ValueError where the shape is not the encoder's.
    """
    if matrix.ndim != 2 or len(ids) != len(matrix):  # noqa: PLR2004
        raise ValueError("vectors are of shape (len(ids), dimensions)")
    if not len(ids):
        return True
    key = encoder_key(connection, encoder, matrix.shape[1])
    highest = connection.execute(
        "SELECT max(paragraph) FROM vector WHERE encoder = ?", (key,)
    ).fetchone()[0]
    rows = np.ascontiguousarray(matrix, dtype=_STORED)
    connection.executemany(
        "INSERT OR REPLACE INTO vector (encoder, paragraph, value) "
        "SELECT ?1, ?2, ?3 WHERE EXISTS (SELECT 1 FROM paragraph WHERE id = ?2)",
        ((key, each, row.tobytes()) for each, row in zip(map(int, ids), rows, strict=True)),
    )
    return highest is None or min(map(int, ids)) > highest


def span(connection: sqlite3.Connection, encoder: str) -> tuple[int, int]:
    """How many vectors there are of an encoder, and the highest of their ids (0 for none)."""
    count, highest = connection.execute(
        "SELECT count(*), coalesce(max(paragraph), 0) FROM vector "
        "WHERE encoder = (SELECT id FROM encoder WHERE name = ?)",
        (encoder,),
    ).fetchone()
    return int(count), int(highest)


def after(
    connection: sqlite3.Connection, encoder: str, last: int, most: int | None = None
) -> tuple[NDArray[np.int64], NDArray[np.float32]]:
    """Ids above `last`, ascending, with their vectors (n, dimensions); (0, 0) where unknown.

    With `most`, only the first so many.
    """
    known = connection.execute(
        "SELECT id, dimensions FROM encoder WHERE name = ?", (encoder,)
    ).fetchone()
    if known is None:
        return np.empty(0, dtype=np.int64), np.empty((0, 0), dtype=np.float32)
    key, dimensions = known
    ids: list[int] = []
    values = bytearray()
    for paragraph, value in connection.execute(
        "SELECT paragraph, value FROM vector WHERE encoder = ? AND paragraph > ? "
        "ORDER BY paragraph LIMIT ?",
        (key, last, -1 if most is None else most),
    ):
        ids.append(paragraph)
        values += value
    matrix = np.frombuffer(values, dtype=_STORED).reshape(len(ids), dimensions)
    return np.array(ids, dtype=np.int64), matrix.astype(np.float32, copy=False)


def of_article(
    connection: sqlite3.Connection, encoder: str, article: int
) -> tuple[NDArray[np.int64], NDArray[np.float32]]:
    """Numbers of an article's paragraphs that have a vector, and the vectors (n, dimensions)."""
    rows = connection.execute(
        "SELECT number, value FROM paragraph JOIN vector ON vector.paragraph = paragraph.id "
        "WHERE article = ? AND encoder = (SELECT id FROM encoder WHERE name = ?) ORDER BY number",
        (article, encoder),
    ).fetchall()
    if not rows:
        return np.empty(0, dtype=np.int64), np.empty((0, 0), dtype=np.float32)
    matrix = np.stack([np.frombuffer(value, dtype=_STORED) for _, value in rows])
    return np.array([number for number, _ in rows], dtype=np.int64), matrix.astype(np.float32)


def is_complete(connection: sqlite3.Connection, encoder: str) -> bool:
    """Whether every paragraph has a vector of that encoder: there are as many as paragraphs."""
    (held,) = connection.execute("SELECT coalesce(sum(paragraphs), 0) FROM tally").fetchone()
    (filed,) = connection.execute(
        "SELECT count(*) FROM vector WHERE encoder = (SELECT id FROM encoder WHERE name = ?)",
        (encoder,),
    ).fetchone()
    return bool(held == filed)


def missing(connection: sqlite3.Connection, encoder: str, limit: int) -> list[int]:
    """Ids of at most `limit` paragraphs without a vector of that encoder, ascending."""
    rows = connection.execute(
        "SELECT id FROM paragraph WHERE NOT EXISTS (SELECT 1 FROM vector "
        "WHERE paragraph = paragraph.id AND encoder = (SELECT id FROM encoder WHERE name = ?)) "
        "ORDER BY id LIMIT ?",
        (encoder, limit),
    )
    return [each for (each,) in rows]


def encoder_key(connection: sqlite3.Connection, name: str, dimensions: int) -> int:
    """The key an encoder is filed under; raises ValueError where it has other dimensions."""
    connection.execute(
        "INSERT INTO encoder (name, dimensions) VALUES (?, ?) ON CONFLICT (name) DO NOTHING",
        (name, dimensions),
    )
    key, filed = connection.execute(
        "SELECT id, dimensions FROM encoder WHERE name = ?", (name,)
    ).fetchone()
    if filed != dimensions:
        raise ValueError(f"{name} has {filed} dimensions, not {dimensions}")
    return int(key)
