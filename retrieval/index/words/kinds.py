"""A paragraph's words as tantivy keeps them, so that its BM25 is that of FTS5.

FTS5 counts a word of the title as a part of one of the text, and tantivy whole words. So a word is
kept as one of several kinds, by where the paragraph has it, and a search weighs each kind.
"""

from __future__ import annotations

from math import log
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from retrieval.index.forms import Forms

# What stands before a word; forms have letters and digits alone, so that no two can meet.
_TEXT, _ONCE, _OFTEN = "", "+", "*"
# A paragraph that has a word in its title alone gets the more of it the shorter it is: one of fewer
# words than the first number, with its title, is weighed as one of the second; where all are
# shorter, or longer, than these, as a middling one.
_TITLE: Final = (("^", 30, 20), ("^^", 60, 45), ("^^^", 2**31, 85))
KINDS: Final = (_TEXT, _ONCE, _OFTEN, *(mark for mark, _, _ in _TITLE))
FILLER: Final = "."
"""Stands for words that are counted elsewhere, so that a paragraph is as long as it is."""
# As FTS5 and tantivy have them (Robertson and Zaragoza 2009).
_K1, _B = 1.2, 0.75
_LEAST_IDF = 1e-6


def of_paragraph(forms: Forms, text: str, title: str, language: str) -> list[str]:
    """What is kept of a paragraph, one for each of its words and its title's."""
    own, heading = forms.stems(text, language), forms.stems(title, language)
    shared = set(own) & set(heading)
    length = len(own) + len(heading)
    above = next(mark for mark, below, _ in _TITLE if length < below)
    often = {each for each in shared if own.count(each) > 1}
    kept = [
        each if each not in shared else (_OFTEN if each in often else _ONCE) + each for each in own
    ]
    kept += [FILLER if each in shared else above + each for each in heading]
    return kept


def weights(title: float, mean: float) -> dict[str, float]:
    """What each kind counts of what tantivy makes of it.

    `title` is what a word of the title counts, `mean` how many words a paragraph has.
    """
    found = {_TEXT: 1.0, _ONCE: _share(1 + title, 1, 1.0), _OFTEN: _share(2 + title, 2, 1.0)}
    for place, (mark, _, length) in enumerate(_TITLE):
        outside = (mean < length) if place == 0 else (mean > length and place == len(_TITLE) - 1)
        found[mark] = _share(title, 1, 1.0 if outside else length / mean)
    return found


def rarity(count: int, having: int) -> float:
    """FTS5's inverse document frequency of a word that so many of all paragraphs have."""
    return max(log((count - having + 0.5) / (having + 0.5)), _LEAST_IDF)


def tantivys_rarity(count: int, having: int) -> float:
    """Tantivy's own."""
    return log(1 + (count - having + 0.5) / (having + 0.5))


def _share(times: float, kept: int, length: float) -> float:
    """BM25 of a word said `times`, as a part of that of one kept so often."""
    slow = _K1 * (1 - _B + _B * length)
    return times / (times + slow) / (kept / (kept + slow))
