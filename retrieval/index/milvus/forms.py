"""A paragraph as the words that Milvus's BM25 compares."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from retrieval.index.forms import Forms

# A word of the text counts as much as three of the title (retrieval/store/words.py says why); the
# collection's k1 is three times the usual one, so that a word said thrice is not taken for more.
TEXT_COUNTS = 3
NOTHING = "whosays0nothing"
"""Stands for a text without words; nobody asks for it."""
MOST = 60_000
"""Characters of a paragraph's words that are kept; Milvus takes 65,535 bytes."""


def of_paragraph(forms: Forms, text: str, title: str, language: str) -> str:
    """What is kept of a paragraph: the stems of its words and of its article's title."""
    own, heading = forms.stems(text, language), forms.stems(title, language)
    words = [*own * TEXT_COUNTS, *heading]
    return _cut(" ".join(words)) or NOTHING


def _cut(words: str) -> str:
    raw = words.encode()
    if len(raw) <= MOST:
        return words
    return raw[:MOST].decode(errors="ignore").rsplit(" ", 1)[0]
