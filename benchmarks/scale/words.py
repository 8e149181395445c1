"""The search by words at one size: every paragraph scored, and within the budget."""

from __future__ import annotations

import sqlite3
import time
from contextlib import closing
from typing import TYPE_CHECKING

import numpy as np

from benchmarks.scale.data import texts
from retrieval.store import looked, words

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from pathlib import Path

    from benchmarks.scale.data import Real

TOP, WANTED = 50, 200
QUESTIONS = (
    ("congratulate", "Putin", "Trump"),
    ("Trump", "Putin"),
    ("Supreme", "Court", "overturn", "abortion", "ruling"),
    ("Senate", "Republicans", "vote", "immigration", "bill", "border", "Biden", "deal"),
    ("president", "government", "said", "people", "year"),
)
_AT_ONCE = 2000


def database(cache: Path, held: Real, count: int) -> Path:
    """A file with the tables that a search by words reads, made where it is not there."""
    path = cache / f"words-{len(held.paragraphs)}-{count}.db"
    if path.exists():
        return path
    draft = path.with_suffix(".draft")
    draft.unlink(missing_ok=True)
    columns = f"(text, title, content = '', tokenize = '{looked.TOKENIZE}')"
    with closing(sqlite3.connect(draft, isolation_level=None)) as connection:
        for line in (
            "PRAGMA page_size = 8192",
            "PRAGMA journal_mode = OFF",
            "PRAGMA synchronous = OFF",
            f"CREATE VIRTUAL TABLE words USING fts5 {columns}",
            "CREATE TABLE article (key INTEGER PRIMARY KEY, title TEXT, text TEXT)",
            "CREATE TABLE paragraph (id INTEGER PRIMARY KEY, article, start, end)",
            "BEGIN",
        ):
            connection.execute(line)
        number = 0
        for key, (title, paragraphs) in enumerate(texts(held, count), start=1):
            connection.execute(
                "INSERT INTO article VALUES (?, ?, ?)", (key, title, "\n\n".join(paragraphs))
            )
            start = 0
            for each in paragraphs:
                number += 1
                connection.execute(
                    "INSERT INTO paragraph VALUES (?, ?, ?, ?)",
                    (number, key, start, start + len(each)),
                )
                words.index(connection, [(number, each, title)])
                start += len(each) + 2
            if key % _AT_ONCE == 0:
                connection.execute("COMMIT")
                connection.execute("BEGIN")
        connection.execute("COMMIT")
    draft.rename(path)
    return path


def measured(path: Path, count: int) -> list[dict[str, object]]:
    """A row a question, by the name of its column; times are processor time."""
    tenth = np.arange(1, count + 1, 10)
    rows: list[dict[str, object]] = []
    with closing(sqlite3.connect(path, isolation_level=None)) as connection:
        for terms in QUESTIONS:
            usual = words._WHOLE
            words._WHOLE = 10**12
            every, every_ms = _search(connection, terms)
            words._WHOLE = usual
            found, found_ms = _search(connection, terms, 5)
            _, filtered_ms = _search(connection, terms, 2, tenth)
            best = every[:TOP]
            rows.append(
                {
                    "words": " ".join(terms),
                    "every ms": every_ms,
                    "budget ms": found_ms,
                    "filtered ms": filtered_ms,
                    f"of the best {TOP}": round(len(set(best) & set(found)) / len(best), 2),
                }
            )
    return rows


def _search(
    connection: sqlite3.Connection, terms: Sequence[str], times: int = 1, among: object = None
) -> tuple[list[int], float]:
    """Ids, and the median of the processor time in milliseconds; the first is not counted."""

    def once() -> list[int]:
        connection.execute("BEGIN")
        try:
            found = words.search(connection, terms, WANTED, among)  # type: ignore[arg-type]
        finally:
            connection.execute("ROLLBACK")
        return [each for each, _ in found]

    return _median(once, times)


def _median(work: Callable[[], list[int]], times: int) -> tuple[list[int], float]:
    found, taken = work(), []
    for _ in range(times):
        started = time.process_time()
        work()
        taken.append(1000 * (time.process_time() - started))
    return found, round(float(np.median(taken)), 1)
