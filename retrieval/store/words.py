"""Lexical search over the paragraphs: SQLite FTS5 with BM25 (Robertson and Zaragoza, 2009)."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from retrieval.store import bounded, eligible_ids
from retrieval.store.spellings import variants

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Iterable, Sequence

    from numpy.typing import NDArray

_BATCH = 512
# A paragraph says "he" where the title gives the name. Measured on the seed questions among 3,000
# other articles: of the expected paragraphs 97 % are in the first 20 with this weight, 91 % without
# titles; from 1 on, titles crowd out the words of the paragraph itself.
TITLE_WEIGHT = 0.3
# Where the words asked for are in so many paragraphs together, each is scored: some 30 ms. Of more,
# the rare words choose which (docs/scaling.md).
_WHOLE = 30_000


def index(connection: sqlite3.Connection, rows: Iterable[tuple[int, str, str]]) -> None:
    """Make paragraphs, given as (id, text, title), findable by their words."""
    connection.executemany("INSERT INTO words (rowid, text, title) VALUES (?, ?, ?)", rows)


def forget(connection: sqlite3.Connection, rows: Iterable[tuple[int, str, str]]) -> None:
    """Take paragraphs out again; texts and titles must be those that were indexed."""
    connection.executemany(
        "INSERT INTO words (words, rowid, text, title) VALUES ('delete', ?, ?, ?)", rows
    )


def search(
    connection: sqlite3.Connection,
    terms: Sequence[str],
    k: int,
    among: NDArray[np.int64] | None = None,
    stems: Sequence[str] = (),
) -> list[tuple[int, float]]:
    """Ids and scores of the k best paragraphs that hold any of the terms, best first.

    Words that begin with one of the `stems` count as well: the index knows English endings alone.
    With `among`, only those ids are eligible, and k of them come back where there are k.
    """
    phrases = _phrases(terms, stems)
    if k <= 0 or not phrases:
        return []
    if _is_large(connection):
        counted = bounded.counted(connection, phrases)
        if sum(each.count for each in counted) > _WHOLE:
            return bounded.search(connection, counted, k, TITLE_WEIGHT, among)
    query = " OR ".join(phrases)
    rows = connection.execute(
        "SELECT rowid, -bm25(words, 1.0, ?) AS score FROM words WHERE words MATCH ? "
        "ORDER BY score DESC, rowid LIMIT ?",
        (TITLE_WEIGHT, query, k if among is None else -1),
    )
    if among is None:
        return rows.fetchall()
    found: list[tuple[int, float]] = []
    eligible = eligible_ids.bitmap(among, bounded.highest(connection))
    while len(found) < k and (batch := rows.fetchmany(_BATCH)):
        kept = eligible_ids.passing(eligible, np.array([each for each, _ in batch], dtype=np.int64))
        found.extend(row for row, passes in zip(batch, kept, strict=True) if passes)
    rows.close()
    return found[:k]


def any_of(terms: Sequence[str], stems: Sequence[str] = ()) -> str:
    """An FTS5 query for any of the terms or their other spellings, or a word of any of the stems.

    Each is quoted, so that none of it is read as syntax.
    """
    return " OR ".join(_phrases(terms, stems))


def _phrases(terms: Sequence[str], stems: Sequence[str]) -> list[str]:
    whole = [f'"{term}"' for term in _cleaned(term for each in terms for term in variants(each))]
    return [*whole, *(f'"{stem}" *' for stem in _cleaned(stems))]


def _is_large(connection: sqlite3.Connection) -> bool:
    """Whether words may be so common that it pays to look which are."""
    return bounded.highest(connection) > _WHOLE


def _cleaned(terms: Iterable[str]) -> list[str]:
    # FTS5 reads the query up to the first NUL, and SQLite takes no half surrogate pairs.
    found = (
        term.replace("\0", " ").encode(errors="replace").decode().replace('"', '""')
        for term in terms
    )
    return [term for term in dict.fromkeys(found) if term.strip()]
