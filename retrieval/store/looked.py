"""BM25 of a few paragraphs, read and split into words anew, against what the whole library has."""

from __future__ import annotations

import json
from math import log
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Mapping, Sequence

# Of the table `words`, so that the same words are found.
TOKENIZE = "porter unicode61 remove_diacritics 2"
_LEAST_IDF = 1e-6


def scores(
    connection: sqlite3.Connection, ids: Sequence[int], idfs: Mapping[str, float], title: float
) -> dict[int, float]:
    """The BM25 of paragraphs by their ids; those without any of the phrases are left out.

    `idfs` has the inverse document frequency of each phrase (an FTS5 query), `title` what a word in
    the title counts.
    """
    _open(connection)
    rows = _texts(connection, ids)
    connection.executemany("INSERT INTO temp.looked (rowid, text, title) VALUES (?, ?, ?)", rows)
    found: dict[int, float] = {}
    for phrase, idf in idfs.items():
        having = connection.execute(
            "SELECT rowid, -bm25(looked, 1.0, ?) FROM temp.looked WHERE looked MATCH ?",
            (title, phrase),
        ).fetchall()
        # FTS5 weighs a word by how rare it is among these few; here it is weighed by all.
        among = log((len(rows) - len(having) + 0.5) / (len(having) + 0.5))
        weight = idf / (among if among > 0 else _LEAST_IDF)
        for each, score in having:
            found[each] = found.get(each, 0.0) + weight * score
    return found


def best(scores: Mapping[int, float], k: int) -> list[tuple[int, float]]:
    """The k highest of what `scores` gives, the highest first."""
    return sorted(scores.items(), key=lambda each: (-each[1], each[0]))[:k]


def term(connection: sqlite3.Connection, phrase: str) -> str | None:
    """The one word of the index that a phrase (an FTS5 query) is; None for several, or a prefix."""
    if phrase.endswith("*"):
        return None
    _open(connection)
    connection.execute("INSERT INTO temp.looked (rowid, text) VALUES (1, ?)", (phrase,))
    connection.execute(
        "CREATE VIRTUAL TABLE IF NOT EXISTS temp.looked_words USING fts5vocab (temp, looked, row)"
    )
    connection.execute(
        "CREATE VIRTUAL TABLE IF NOT EXISTS temp.place USING fts5vocab (main, words, instance)"
    )
    rows = connection.execute("SELECT term, cnt FROM temp.looked_words LIMIT 2").fetchall()
    return str(rows[0][0]) if len(rows) == 1 and rows[0][1] == 1 else None


def _open(connection: sqlite3.Connection) -> None:
    """An empty table that splits words as the index does."""
    connection.execute(
        "CREATE VIRTUAL TABLE IF NOT EXISTS temp.looked USING fts5 "
        f"(text, title, content = '', tokenize = '{TOKENIZE}')"
    )
    connection.execute("INSERT INTO temp.looked (looked) VALUES ('delete-all')")


def _texts(connection: sqlite3.Connection, ids: Sequence[int]) -> list[tuple[int, str, str]]:
    """Ids, texts and titles of paragraphs."""
    places = connection.execute(
        "SELECT id, article, start, end FROM paragraph "
        "WHERE id IN (SELECT value FROM json_each(?))",
        (json.dumps(list(ids)),),
    ).fetchall()
    articles = {
        key: (text, title)
        for key, text, title in connection.execute(
            "SELECT key, text, title FROM article WHERE key IN (SELECT value FROM json_each(?))",
            (json.dumps(sorted({article for _, article, _, _ in places})),),
        )
    }
    return [
        (each, articles[article][0][start:end], articles[article][1])
        for each, article, start, end in places
    ]
