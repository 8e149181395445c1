"""The words that the articles hold, and the nearest of them to one that they do not."""

from __future__ import annotations

import re
from difflib import SequenceMatcher, get_close_matches
from typing import TYPE_CHECKING
from unicodedata import combining, normalize

from retrieval.store import reading
from retrieval.store.spellings import variants

if TYPE_CHECKING:
    import sqlite3

# Alike are "menandez" and "menendez" (0.88), "trmp" and "trump" (0.89), "brexti" and "brexit"
# (0.83); "harris" and "harry" (0.73) are not.
_ALIKE = 0.8
# A word of fewer letters is near to too many others, and one that few paragraphs have may itself
# be a slip of the pen.
_SHORTEST = 4
_FREQUENT = 3
_WORD = re.compile(r"[^\W\d_]+")


def nearest(connection: sqlite3.Connection, word: str) -> str | None:
    """The frequent word most like one that no article has, as it is printed.

    None for a word that some article has in any of its forms, and where nothing is like it.
    """
    plain = _plain(word)
    if not (_WORD.fullmatch(plain) and len(plain) >= _SHORTEST) or _held(connection, word):
        return None
    connection.execute(
        "CREATE VIRTUAL TABLE IF NOT EXISTS temp.vocabulary USING fts5vocab (main, words, row)"
    )
    connection.execute(
        "CREATE VIRTUAL TABLE IF NOT EXISTS temp.place USING fts5vocab (main, words, instance)"
    )
    # Few misspell how a word begins; and what is indexed are stems, which are a little shorter.
    rows = connection.execute(
        "SELECT term FROM temp.vocabulary WHERE term >= ? AND term < ? AND doc >= ? "
        "AND length(term) BETWEEN ? AND ?",
        (plain[0], chr(ord(plain[0]) + 1), _FREQUENT, len(plain) - 5, len(plain) + 2),
    )
    stems = get_close_matches(plain, [term for (term,) in rows], n=3, cutoff=_ALIKE - 0.1)
    printed = [found for stem in stems for found in _printed(connection, stem)]
    alike = [(_likeness(plain, each), each) for each in printed]
    best = max(alike, default=(0.0, ""))
    return best[1] if best[0] >= _ALIKE else None


def _held(connection: sqlite3.Connection, word: str) -> bool:
    quoted = " OR ".join('"{}"'.format(each.replace('"', '""')) for each in variants(word))
    found = connection.execute("SELECT 1 FROM words WHERE words MATCH ? LIMIT 1", (quoted,))
    return found.fetchone() is not None


def _printed(connection: sqlite3.Connection, stem: str) -> set[str]:
    """The words that begin like the stem in the first paragraph that has it."""
    row = connection.execute(
        "SELECT doc FROM temp.place WHERE term = ? AND col = 'text' LIMIT 1", (stem,)
    ).fetchone()
    located = reading.locate(connection, [row[0]]) if row else []
    return {
        found
        for each in located
        for found in _WORD.findall(each.text)
        # Porter's stems may differ from the word in their last letter: "happi", "happy".
        if _plain(found).startswith(stem[:-1])
    }


def _likeness(one: str, other: str) -> float:
    return SequenceMatcher(None, one, _plain(other)).ratio()


def _plain(word: str) -> str:
    """The word as FTS5 reads it: in lower case, without diacritics."""
    return "".join(each for each in normalize("NFD", word.casefold()) if not combining(each))
