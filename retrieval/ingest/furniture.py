"""What a page prints between and around an article's sentences, by its wording alone.

Advertisement marks, links to other stories, appeals to sign up, share rows, players, credits of
pictures.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from retrieval.ingest.agencies import agency_of
from retrieval.ingest.furniture_lines import BACKS, FRONTS, LINES
from retrieval.ingest.furniture_paragraphs import is_beside

if TYPE_CHECKING:
    from collections.abc import Iterable

_WORD = re.compile(r"\w")
_STOP = re.compile(r"[.!?…](?:[\"”’»)\]]|\*\*)*\s+")
_LONGEST = 600
_MOST_SENTENCES = 4
_MOST_CUTS = 20
# Among so many paragraphs a page repeats its headline.
_FIRST = 3


def without_furniture(paragraphs: Iterable[str], title: str | None = None) -> tuple[str, ...]:
    """The paragraphs less those that are furniture, the others less what of it is at their ends.

    Where the title is known, its copy above the text is none of it either.
    """
    kept = tuple(cut for each in paragraphs if (cut := cut_furniture(each)))
    return _below_title(kept, title) if title else kept


def cut_furniture(paragraph: str) -> str:
    """A verbatim piece of the paragraph without furniture at its ends; empty where all of it is."""
    piece = paragraph.strip()
    if is_beside(piece):
        return ""
    for _ in range(_MOST_CUTS):
        if is_furniture(piece):
            return ""
        shorter = _shorter(piece)
        if shorter == piece:
            break
        piece = shorter
    return piece


def is_furniture(line: str) -> bool:
    """Whether a line says nothing of the news; a credit that names an agency does."""
    if not line:
        return True
    if len(line) > _LONGEST and "Hide Caption" not in line:
        return False
    return any(each.fullmatch(line) for each in LINES) and agency_of(line) is None


def _below_title(paragraphs: tuple[str, ...], title: str) -> tuple[str, ...]:
    letters = _letters(title)
    # A first sentence that says what the headline says has a full stop where that has none.
    ended = title.rstrip().endswith(".")
    kept = tuple(
        each
        for at, each in enumerate(paragraphs)
        if at >= _FIRST or _letters(each) != letters or (each.endswith(".") and not ended)
    )
    # An article of nothing else is what there is.
    return kept if letters and any(map(_letters, kept)) else paragraphs


def _letters(text: str) -> str:
    return "".join(filter(str.isalnum, text)).casefold()


def _shorter(piece: str) -> str:
    for front in FRONTS:
        if found := front.match(piece):
            return piece[found.end() :].lstrip()
    for back in BACKS:
        if found := back.search(piece[-_LONGEST:]):
            return piece[: len(piece) - len(piece[-_LONGEST:]) + found.start()].rstrip()
    ends = [found.end() for found in _STOP.finditer(piece)]
    for at in ends[-_MOST_SENTENCES:]:
        # Marks alone are the sentence's: a quotation that closes, three dots.
        if _WORD.search(piece, at) and is_furniture(piece[at:]):
            return piece[:at].rstrip()
    for at in ends[:1]:
        if _WORD.search(piece, 0, at) and is_furniture(piece[:at].strip()):
            return piece[at:].lstrip()
    return piece
