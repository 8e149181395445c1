"""The words that the articles hold, and the nearest of them to one that they do not."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING
from unicodedata import combining, normalize

from retrieval.store import placing
from retrieval.store.spellings import variants

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Collection, Iterator

# Shorter words are near to too many others.
_SHORTEST, _SHORTEST_MEANT = 4, 5
# From so many letters on, a word may have two slips.
_LONG = 8
# What few paragraphs have may itself be a slip of the pen.
_FREQUENT = 3
_STEMS, _PARAGRAPHS, _COUNTED = 8, 20, 1000
_WORD = re.compile(r"[^\W\d_]+")
# Behind another word: at the head of a sentence every word has a capital.
_BEHIND = re.compile(r"(?<=[^\W\d_] )[^\W\d_]+")


def nearest(
    connection: sqlite3.Connection, word: str, known: Collection[str] = (), *, named: bool = False
) -> str | None:
    """The frequent word most like one that no article has, as it is printed.

    Of long words with short stems too few are looked through, so those `known` to be like it are
    looked up as well. None for a word that some article has in any of its forms, and where nothing
    is like it; for one that is `named`, nothing but names is.
    """
    plain = _plain(word)
    if not (_WORD.fullmatch(plain) and len(plain) >= _SHORTEST) or _held(connection, word):
        return None
    most = 1 if len(plain) < _LONG else 2
    meant = [
        (slips(plain, _plain(found)), -frequent, found)
        for stem, frequent in _alike(connection, plain, most)
        for found in _printed(connection, stem, named=named)
        if len(found) >= _SHORTEST_MEANT
    ]
    meant += [
        (slips(plain, each), -frequent, each)
        for each in known
        if len(each) >= _SHORTEST_MEANT
        and (frequent := _count(connection, each, named=named)) >= _FREQUENT
    ]
    few, _, found = min(meant, default=(most + 1, 0, ""))
    return found if few <= most else None


def between(connection: sqlite3.Connection, first: str, last: str) -> list[str]:
    """The words of the index from `first` on and before `last`, as FTS5 has them."""
    _open(connection)
    rows = connection.execute(
        "SELECT term FROM temp.vocabulary WHERE term >= ? AND term < ?", (first, last)
    )
    return [term for (term,) in rows]


def slips(one: str, other: str) -> int:
    """How many letters are left out, put in, changed, or swapped with the next.

    The optimal string alignment distance (Damerau 1964).
    """
    before: list[int] = []
    row = list(range(len(other) + 1))
    for i, letter in enumerate(one, 1):
        before, above, row = row, before, [i]
        for j, its in enumerate(other, 1):
            least = min(before[j] + 1, row[j - 1] + 1, before[j - 1] + (letter != its))
            if i > 1 and j > 1 and letter == other[j - 2] and one[i - 2] == its:
                least = min(least, above[j - 2] + 1)
            row.append(least)
    return row[-1]


def _held(connection: sqlite3.Connection, word: str) -> bool:
    quoted = " OR ".join(f'"{each}"' for each in variants(word))
    found = connection.execute("SELECT 1 FROM words WHERE words MATCH ? LIMIT 1", (quoted,))
    return found.fetchone() is not None


def _count(connection: sqlite3.Connection, word: str, *, named: bool) -> int:
    """How many paragraphs have a word in one of its forms; 0 where the first ones have others."""
    rows = connection.execute(
        "SELECT rowid FROM words WHERE words MATCH ? LIMIT ?", (f'"{word}"', _COUNTED)
    ).fetchall()
    first = placing.locate(connection, [paragraph for (paragraph,) in rows[:_PARAGRAPHS]])
    printed = _words([each.text for each in first], named=named)
    return len(rows) if word in map(_plain, printed) else 0


def _alike(connection: sqlite3.Connection, plain: str, most: int) -> list[tuple[str, int]]:
    """Stems that may be the word's, with how many paragraphs have them, the likeliest first."""
    _open(connection)
    # Few misspell how a word begins; and what is indexed are stems, shorter than the word.
    rows = connection.execute(
        "SELECT term, doc FROM temp.vocabulary WHERE term >= ? AND term < ? AND doc >= ? "
        "AND length(term) BETWEEN 3 AND ?",
        (plain[0], chr(ord(plain[0]) + 1), _FREQUENT, len(plain) + most),
    )
    found = []
    for stem, frequent in rows:
        # Porter's stems may differ from the word in their last letter: "happi", "happy".
        body = stem[:-1]
        if len(set(body) - set(plain)) <= most and len(plain) - len(stem) <= len("ingness"):
            parts = {plain[: len(body) + more] for more in range(-most, most + 1)}
            few = min(slips(part, body) for part in parts)
            if few <= most:
                # A long stem with a slip is likelier than a short one without.
                found.append((2 * few - len(body), -frequent, stem))
    return [(stem, -frequent) for _, frequent, stem in sorted(found)[:_STEMS]]


def _open(connection: sqlite3.Connection) -> None:
    connection.execute(
        "CREATE VIRTUAL TABLE IF NOT EXISTS temp.vocabulary USING fts5vocab (main, words, row)"
    )


def _printed(connection: sqlite3.Connection, stem: str, *, named: bool) -> Iterator[str]:
    """The words that begin like the stem in the first paragraphs that have it."""
    connection.execute(
        "CREATE VIRTUAL TABLE IF NOT EXISTS temp.place USING fts5vocab (main, words, instance)"
    )
    rows = connection.execute(
        "SELECT DISTINCT doc FROM temp.place WHERE term = ? AND col = 'text' LIMIT ?",
        (stem, _PARAGRAPHS),
    )
    located = placing.locate(connection, [paragraph for (paragraph,) in rows])
    for found in _words([each.text for each in located], named=named):
        if _plain(found).startswith(stem[:-1]):
            yield found


def _words(texts: list[str], *, named: bool) -> list[str]:
    """The words of texts; where they are to be `named`, those with a capital of their own."""
    found = [word for text in texts for word in dict.fromkeys(_WORD.findall(text))]
    if not named:
        return found
    behind = {word for text in texts for word in _BEHIND.findall(text)}
    small = {word for word in found if word.islower()}
    return [
        word
        for word in found
        if word[0].isupper() and (word in behind or word.casefold() not in small)
    ]


def _plain(word: str) -> str:
    """The word as FTS5 reads it: in lower case, without diacritics."""
    return "".join(each for each in normalize("NFD", word.casefold()) if not combining(each))
