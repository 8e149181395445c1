"""Lexical search whose cost does not grow with the library: as much as a budget allows.

Paragraphs with one of the rare words are scored wherever they are, as MaxScore does (Turtle and
Flood 1995). The common words order these, and are looked for themselves among the newest paragraphs
only. SQLite tells quickly which paragraphs have a word and slowly how long these are: so those that
are the best if all are of middling length are chosen, and scored by their own.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from math import log
from typing import TYPE_CHECKING

import numpy as np

from retrieval.store import eligible_ids, looked
from retrieval.store.often import matching, often

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Sequence

    from numpy.typing import NDArray

# Up to so many paragraphs that have a word are counted; of more, how many there are is reckoned by
# how close together the newest of them are.
COUNTED = 20_000
# Paragraphs with rare words, and places of common words that are read, each 0.1 microseconds.
_RARE = 10_000
_READ = 150_000
# How many of the best by how often they have the words are measured at least, and how many are
# read, for each that is wanted; and how many times as much a word counts in a short paragraph.
_MEASURED, _LOOKED = 4, 1.5
_SHORT = 1.3
# Of so many that pass a filter each is read.
_FEW = 600
# So much more than all common words count must be reached: who has them may be short.
_SPARE = 1.15
# As FTS5 has them (Robertson and Zaragoza 2009).
_K1, _B = 1.2, 0.75
_LEAST_IDF = 1e-6


@dataclass(frozen=True, slots=True)
class Phrase:
    """A word as an FTS5 query, and how many paragraphs have it, counted or reckoned."""

    query: str
    count: int
    idf: float


def counted(connection: sqlite3.Connection, queries: Sequence[str]) -> list[Phrase]:
    """The phrases that some paragraph has, the rarest first."""
    total = highest(connection)
    found = []
    for query in dict.fromkeys(queries):
        count = _count(connection, query, total)
        if count:
            idf = log((total - count + 0.5) / (count + 0.5)) if count < total else 0.0
            found.append(Phrase(query, count, max(idf, _LEAST_IDF)))
    return sorted(found, key=lambda each: each.count)


def search(
    connection: sqlite3.Connection,
    phrases: Sequence[Phrase],
    k: int,
    title: float,
    among: NDArray[np.int64] | None = None,
) -> list[tuple[int, float]]:
    """Ids and scores of the k best paragraphs, best first; `phrases` as `counted` gives them.

    `title` is what a word in the title counts. With `among`, only those ids are eligible, and k of
    them come back where there are k.
    """
    idfs = {each.query: each.idf for each in phrases}
    if among is not None and len(among) <= _FEW:
        return looked.best(looked.scores(connection, among.tolist(), idfs, title), k)
    room, leading = _RARE, 0
    while leading < len(phrases) and phrases[leading].count <= room:
        room -= phrases[leading].count
        leading += 1
    rare, common = phrases[:leading], phrases[leading:]
    total = highest(connection)
    eligible = None if among is None else eligible_ids.bitmap(among, total)
    # What is older or newer than all that pass need not be read.
    lowest, last = (1, total) if among is None else eligible_ids.span(among, total)
    least = lowest - 1
    read = sum(each.count for each in common) * (last - least) / max(1, total)
    since = round(last - (last - least) * _READ / read) if read > _READ else least
    led = _led(connection, rare, common, title, eligible)
    found = _measured(connection, led, k)
    if not _suffices(found, common, k):
        while True:
            newest = _newest(connection, common, title, (since, last), eligible, led.ids)
            if len(led.ids) + len(newest.ids) >= k or since == least:
                break
            # Too few of them pass: look through all, however long it takes.
            since = least
        found = _measured(connection, led.joined(newest), k)
    found = found.best(round(_LOOKED * k), found.whole + found.once)
    return looked.best(looked.scores(connection, found.ids.tolist(), idfs, title), k)


@dataclass(frozen=True, slots=True, eq=False)
class _Found:
    """Paragraphs by their ids, and what they score.

    `whole` is by their rare words, and `once` by their common ones, if they have each of these once
    and are of middling length.
    """

    ids: NDArray[np.int64]
    whole: NDArray[np.float64]
    once: NDArray[np.float64]

    def of(self, places: NDArray[np.int64] | NDArray[np.bool_]) -> _Found:
        """Those at some places."""
        return _Found(self.ids[places], self.whole[places], self.once[places])

    def best(self, count: int, scores: NDArray[np.float64]) -> _Found:
        """So many of them, the best by these scores first."""
        if len(scores) > count:
            few = np.sort(np.argpartition(-scores, count)[:count])
            return self.of(few[np.argsort(-scores[few], kind="stable")])
        return self.of(np.argsort(-scores, kind="stable"))

    def joined(self, other: _Found) -> _Found:
        """These and those."""
        return _Found(
            np.concatenate([self.ids, other.ids]),
            np.concatenate([self.whole, other.whole]),
            np.concatenate([self.once, other.once]),
        )


def _suffices(found: _Found, common: Sequence[Phrase], k: int) -> bool:
    """Whether the best k have scores that a paragraph with all the common words, once, has not."""
    if len(found.ids) < k:
        return False
    scores = found.whole + found.once
    return bool(np.partition(scores, -k)[-k] >= _SPARE * sum(each.idf for each in common))


def _measured(connection: sqlite3.Connection, found: _Found, k: int) -> _Found:
    """Those that may be among the k best, with scores that go by how long they are."""
    scores = found.whole + found.once
    count = _MEASURED * k
    if len(scores) > count:
        least = np.partition(scores, -k)[-k]
        # As many as there are rare ones at most.
        count = max(count, min(_RARE, int(np.count_nonzero(scores * _SHORT >= least))))
    some = found.best(count, scores)
    relative = _of_length(connection, some)
    return _Found(some.ids, some.whole * relative, some.once * relative)


def highest(connection: sqlite3.Connection) -> int:
    """The highest id of a paragraph, 0 where there is none."""
    (found,) = connection.execute("SELECT coalesce(max(id), 0) FROM paragraph").fetchone()
    return int(found)


def _count(connection: sqlite3.Connection, query: str, total: int) -> int:
    row = connection.execute(
        "SELECT rowid FROM words WHERE words MATCH ? ORDER BY rowid DESC LIMIT 1 OFFSET ?",
        (query, COUNTED),
    ).fetchone()
    if row is not None:
        close = COUNTED / max(1, total - int(row[0]))
        return max(COUNTED, min(total, round(close * total)))
    (count,) = connection.execute(
        "SELECT count(*) FROM words WHERE words MATCH ?", (query,)
    ).fetchone()
    return int(count)


def _led(
    connection: sqlite3.Connection,
    rare: Sequence[Phrase],
    common: Sequence[Phrase],
    title: float,
    eligible: NDArray[np.bool_] | None,
) -> _Found:
    """The paragraphs with a rare word."""
    ids, whole = _weighed(connection, rare, title)
    once = np.zeros(len(ids))
    lead = " OR ".join(each.query for each in rare)
    for phrase in common if rare else ():
        for column, weight in (("text", 1.0), ("title", title)):
            having = matching(connection, f"({lead}) AND {column} : {phrase.query}")
            once[np.searchsorted(ids, having)] += weight * phrase.idf
    found = _Found(ids, whole, once)
    return found if eligible is None else found.of(eligible_ids.passing(eligible, ids))


def _weighed(
    connection: sqlite3.Connection, rare: Sequence[Phrase], title: float
) -> tuple[NDArray[np.int64], NDArray[np.float64]]:
    """Ids, ascending, and scores of the paragraphs with these words, as if of middling length."""
    found = [(phrase.idf, *often(connection, phrase.query, title)) for phrase in rare]
    every = [np.empty(0, dtype=np.int64), *(ids for _, ids, _ in found)]
    ids = np.unique(np.concatenate(every))
    whole = np.zeros(len(ids))
    for idf, having, times in found:
        whole[np.searchsorted(ids, having)] += idf * times * (_K1 + 1) / (times + _K1)
    return ids, whole


def _newest(
    connection: sqlite3.Connection,
    common: Sequence[Phrase],
    title: float,
    span: tuple[int, int],
    eligible: NDArray[np.bool_] | None,
    known: NDArray[np.int64],
) -> _Found:
    """The paragraphs with a common word behind the first id of the span, up to the last.

    Without those that are `known`.
    """
    since, highest = span
    once = np.zeros(max(0, highest - since), dtype=np.float64)
    for phrase in common:
        for column, weight in (("text", 1.0), ("title", title)):
            having = matching(connection, f"{column} : {phrase.query}", since, highest)
            once[having - since - 1] += weight * phrase.idf
    if eligible is not None:
        once[~eligible[since + 1 : highest + 1]] = 0
    once[known[(known > since) & (known <= highest)] - since - 1] = 0
    places = np.flatnonzero(once)
    return _Found(places + since + 1, np.zeros(len(places)), once[places])


def _of_length(connection: sqlite3.Connection, found: _Found) -> NDArray[np.float64]:
    """What a word that a paragraph has once counts by how long that is: more in a short one."""
    if not len(found.ids):
        return found.once
    rows = dict(
        connection.execute(
            "SELECT id, end - start FROM paragraph WHERE id IN (SELECT value FROM json_each(?))",
            (json.dumps(found.ids.tolist()),),
        )
    )
    lengths = np.array([rows.get(each, 0) for each in found.ids.tolist()], dtype=np.float64)
    relative = lengths / max(1.0, float(lengths.mean()))
    return (_K1 + 1) / (1 + _K1 * (1 - _B + _B * relative))
