"""Paragraphs by their ids: whose they are, and which are another article's, as of near copies."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import numpy as np

from retrieval.store.filters import condition, where
from retrieval.store.records import Located, Place

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Sequence

    from numpy.typing import NDArray

    from retrieval.model import Chosen, Filter


def paragraph_ids(connection: sqlite3.Connection, chosen: Filter) -> NDArray[np.int64]:
    """Ids of the paragraphs of the articles that pass, ascending."""
    return _of(connection, *where(connection, chosen))


def passing(connection: sqlite3.Connection, chosen: Chosen) -> NDArray[np.int64]:
    """The same of a filter whose names are known."""
    return _of(connection, *condition(chosen))


def _of(
    connection: sqlite3.Connection, passes: str, parameters: Sequence[object]
) -> NDArray[np.int64]:
    ranges = connection.execute(
        f"SELECT first, paragraphs FROM article WHERE paragraphs > 0 AND {passes}",  # noqa: S608
        parameters,
    ).fetchall()
    if all(first is not None for first, _ in ranges):
        return _expanded(np.array(sorted(ranges), dtype=np.int64).reshape(-1, 2))
    rows = connection.execute(
        "SELECT paragraph.id FROM article JOIN paragraph ON paragraph.article = article.key "  # noqa: S608
        f"WHERE {passes} ORDER BY paragraph.id",
        parameters,
    )
    return np.array([each for (each,) in rows], dtype=np.int64)


def _expanded(ranges: NDArray[np.int64]) -> NDArray[np.int64]:
    """The numbers of ranges (n, 2), each given by its first number and how many it has."""
    first, length = ranges.T
    before = np.cumsum(length) - length
    found: NDArray[np.int64] = np.repeat(first - before, length) + np.arange(length.sum())
    return found


def locate(connection: sqlite3.Connection, ids: Sequence[int]) -> list[Located]:
    """Paragraphs by their ids, in the order given; ids that are no longer held are left out."""
    wanted = json.dumps([int(each) for each in ids])
    rows = connection.execute(
        "SELECT paragraph.id, article.key, article.id, article.source, number, start, end "
        "FROM json_each(?) AS wanted JOIN paragraph ON paragraph.id = wanted.value "
        "JOIN article ON article.key = paragraph.article",
        (wanted,),
    ).fetchall()
    keys = json.dumps(sorted({row[1] for row in rows}))
    texts: dict[int, str] = dict(
        connection.execute(
            "SELECT article.key, text FROM json_each(?) JOIN article ON article.key = value",
            (keys,),
        ).fetchall()
    )
    # SQL's substr() counts the same characters but stops at a NUL and starts over for each slice.
    found = {
        each: Located(each, article_id, source, number, start, end, texts[key][start:end])
        for each, key, article_id, source, number, start, end in rows
    }
    return [found[int(each)] for each in ids if int(each) in found]


def places(connection: sqlite3.Connection, ids: Sequence[int], searched: Filter) -> list[Place]:
    """Whose the paragraphs with these ids are, in no order; ids no longer held are left out."""
    joined = (
        "JOIN paragraph ON paragraph.id = wanted.value "
        "JOIN article AS held ON held.key = paragraph.article"
    )
    return _placed(connection, joined, [int(each) for each in ids], searched)


def places_in(
    connection: sqlite3.Connection, articles: Sequence[str], searched: Filter
) -> list[Place]:
    """Every paragraph of the articles with these ids, in order within each."""
    joined = (
        "JOIN article AS held ON held.id = wanted.value "
        "JOIN paragraph ON paragraph.article = held.key ORDER BY paragraph.article, number"
    )
    return _placed(connection, joined, list(articles), searched)


def near_copies(connection: sqlite3.Connection, key: int) -> list[str]:
    """Ids of the articles that are copies of that one but for some sentences, oldest first."""
    rows = connection.execute("SELECT id FROM article WHERE copy_of = ? ORDER BY key", (key,))
    return [each for (each,) in rows]


def _placed(
    connection: sqlite3.Connection, joined: str, wanted: Sequence[object], searched: Filter
) -> list[Place]:
    condition, parameters = where(connection, searched)
    rows = connection.execute(
        "SELECT paragraph.id, held.id, held.source, number, start, end, "  # noqa: S608
        "CASE WHEN held.copy_of IN "
        f"(SELECT key FROM article WHERE key = held.copy_of AND {condition}) THEN held.own END "
        f"FROM json_each(?) AS wanted {joined}",
        (*parameters, json.dumps(wanted)),
    )
    return [
        Place(each, article, source, number, _own(own, start, end))
        for each, article, source, number, start, end, own in rows
    ]


def _own(spans: str | None, start: int, end: int) -> tuple[tuple[int, int], ...] | None:
    """Of a copy's own sentences, those in a paragraph."""
    if spans is None:
        return None
    return tuple((a, b) for a, b in json.loads(spans) if a < end and b > start)
