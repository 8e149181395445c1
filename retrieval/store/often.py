"""Which paragraphs have a word, and how often: read from the index alone, for all at once."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from retrieval.store import looked

if TYPE_CHECKING:
    import sqlite3

    from numpy.typing import NDArray


def often(
    connection: sqlite3.Connection, query: str, title: float
) -> tuple[NDArray[np.int64], NDArray[np.float64]]:
    """Ids (n,) of the paragraphs with a word, ascending, and how often (n,).

    `query` is an FTS5 phrase; one in the title, however often there, counts as `title`. Where it
    is several words, or the beginning of one, those in the text count once.
    """
    above = matching(connection, f"title : {query}")
    term = looked.term(connection, query)
    if term is None:
        within = matching(connection, f"text : {query}")
    else:
        # FTS5's bm25() takes five times as long: it looks up how long each paragraph is.
        within = _ids(
            connection.execute(
                "SELECT group_concat(doc) FROM temp.place WHERE term = ? AND col = 'text'", (term,)
            )
        )
    held, times = np.unique(within, return_counts=True)
    ids = np.union1d(held, above)
    found = np.zeros(len(ids))
    found[np.searchsorted(ids, held)] = times
    found[np.searchsorted(ids, above)] += title
    return ids, found


def matching(
    connection: sqlite3.Connection, query: str, since: int = 0, until: int = 2**62
) -> NDArray[np.int64]:
    """Ids of the paragraphs that an FTS5 query finds behind the first id, up to the last."""
    return _ids(
        connection.execute(
            "SELECT group_concat(rowid) FROM words "
            "WHERE words MATCH ? AND rowid > ? AND rowid <= ?",
            (query, since, until),
        )
    )


def _ids(rows: sqlite3.Cursor) -> NDArray[np.int64]:
    # One row with all of them: a row each takes several times as long to hand over.
    (found,) = rows.fetchone()
    return np.fromstring(found or "", dtype=np.int64, sep=",")
