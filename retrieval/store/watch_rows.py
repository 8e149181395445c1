"""Rows of watches, of what was told and of news, each inside the caller's transaction."""

from __future__ import annotations

import json
import zlib
from dataclasses import asdict
from typing import TYPE_CHECKING

from retrieval.store.asked import read_filter
from retrieval.store.erasing import delete
from retrieval.store.watch_records import Item, Post, Told, Watch, told_adapter

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Iterable, Sequence

    import numpy as np
    from numpy.typing import NDArray

    from retrieval.model import Filter

TABLES = ("watch", "told", "news", "post")
_OF_WATCH = ("told", "news", "post")
_COLUMNS = (
    "id, door, question, canonical, chosen, cadence, at, asker, server, channel, language, paused, "
    "ended, due, marked, marked_at, asked, generation, covered"
)


def put(
    connection: sqlite3.Connection, watch: Watch, encoder: str, vector: NDArray[np.float32]
) -> None:
    """Keep a watch that is new, with the vector of its question."""
    values = {
        **asdict(watch),
        "chosen": written_filter(watch.where),
        "encoder": encoder,
        "vector": vector.astype("<f4").tobytes(),
    }
    connection.execute(
        f"INSERT INTO watch ({_COLUMNS}, encoder, vector) VALUES (:id, :door, :question, "  # noqa: S608
        ":canonical, :chosen, :cadence, :at, :asker, :server, :channel, :language, :paused, "
        ":ended, :due, :marked, :marked_at, :asked, :generation, :covered, :encoder, :vector)",
        {name: value for name, value in values.items() if name != "where"},
    )


def written_filter(where: Filter) -> str:
    """A filter as JSON, the same for the same filter."""
    return json.dumps(asdict(where))


def find(connection: sqlite3.Connection, condition: str, *values: object) -> list[Watch]:
    """The watches for which an SQL condition holds, oldest first."""
    rows = connection.execute(
        f"SELECT {_COLUMNS} FROM watch WHERE {condition} ORDER BY key",  # noqa: S608
        values,
    )
    return [_watch(row) for row in rows]


def drop(connection: sqlite3.Connection, condition: str, *values: object) -> int:
    """Delete watches with all that belongs to them; gives how many watches those were."""
    for table in _OF_WATCH:
        delete(
            connection,
            table,
            f"watch IN (SELECT id FROM watch WHERE {condition})",  # noqa: S608
            *values,
        )
    return delete(connection, "watch", condition, *values)


def told(connection: sqlite3.Connection, watch: str) -> list[Told]:
    """What whoever watches knows, oldest first; sources as they are called and merged by now."""
    rows = connection.execute(
        "SELECT said, gone FROM told WHERE watch = ? ORDER BY key", (watch,)
    ).fetchall()
    return [_told(said, gone=bool(gone)) for said, gone in rows]


def add_told(connection: sqlite3.Connection, watch: str, items: Iterable[Told]) -> None:
    """Keep what is known from now on."""
    connection.executemany(
        "INSERT INTO told (watch, position, source, article, words, shown, said) "
        "VALUES (?, ?, ?, ?, ?, ?, ?)",
        (
            (
                watch,
                each.position,
                each.passage.source.id,
                each.passage.article.id,
                each.words,
                int(each.shown),
                _packed(each),
            )
            for each in items
        ),
    )


def forget_told(connection: sqlite3.Connection, watch: str, items: Iterable[Told]) -> None:
    """Know no more of these, as where they were never told after all."""
    for each in items:
        delete(
            connection,
            "told",
            "watch = ? AND position = ? AND article = ? AND words = ?",
            *(watch, each.position, each.passage.article.id, each.words),
        )


def mark_gone(connection: sqlite3.Connection, watch: str, items: Iterable[Told]) -> None:
    """Remember that corrections took these passages away."""
    connection.executemany(
        "UPDATE told SET gone = 1 WHERE watch = ? AND position = ? AND article = ? AND words = ?",
        ((watch, each.position, each.passage.article.id, each.words) for each in items),
    )


def waiting(connection: sqlite3.Connection, watch: str) -> list[Item]:
    """The news of a watch that no post tells yet, oldest first."""
    return _items(connection, "watch = ? AND post IS NULL", watch)


def add_news(connection: sqlite3.Connection, watch: str, items: Iterable[Item]) -> None:
    """Keep news until a post tells them."""
    connection.executemany(
        "INSERT INTO news (watch, kind, article, words, first, noticed, said) "
        "VALUES (?, ?, ?, ?, ?, ?, ?)",
        (
            (
                watch,
                each.kind,
                each.told.passage.article.id,
                each.told.words,
                int(each.first),
                each.noticed,
                _packed(each.told),
            )
            for each in items
        ),
    )


def drop_waiting(connection: sqlite3.Connection, watch: str, items: Sequence[Item]) -> None:
    """Forget news that were not told."""
    for each in items:
        delete(
            connection,
            "news",
            "watch = ? AND kind = ? AND article = ? AND words = ? AND post IS NULL",
            *(watch, each.kind, each.told.passage.article.id, each.told.words),
        )


def posts(connection: sqlite3.Connection, condition: str, *values: object) -> list[Post]:
    """The posts for which an SQL condition holds, oldest first, with their watches and news."""
    rows = connection.execute(
        f"SELECT post.id, post.watch, post.at, post.message FROM post WHERE {condition} "  # noqa: S608
        "ORDER BY post.key",
        values,
    ).fetchall()
    found = []
    for post, watch, at, message in rows:
        (held,) = find(connection, "id = ?", watch)
        found.append(Post(post, held, at, tuple(_items(connection, "post = ?", post)), message))
    return found


def _items(connection: sqlite3.Connection, condition: str, *values: object) -> list[Item]:
    rows = connection.execute(
        f"SELECT kind, said, noticed, first FROM news WHERE {condition} ORDER BY key",  # noqa: S608
        values,
    )
    return [
        Item(kind, _told(said, gone=False), noticed, bool(first))
        for kind, said, noticed, first in rows
    ]


def _watch(row: Sequence[object]) -> Watch:
    values = dict(zip(_COLUMNS.split(", "), row, strict=True))
    where = read_filter(str(values.pop("chosen")))
    for name in ("paused", "covered"):
        values[name] = bool(values[name])
    return Watch(**{**values, "where": where})  # type: ignore[arg-type]


def _packed(told: Told) -> bytes:
    return zlib.compress(told_adapter().dump_json(told))


def _told(said: bytes, *, gone: bool) -> Told:
    read = told_adapter().validate_json(zlib.decompress(said))
    return read if read.gone == gone else Told(read.position, read.said, read.origin, read.shown,
                                               gone)  # fmt: skip
