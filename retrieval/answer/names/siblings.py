"""Storms and fires by name: what is told of Hurricane Maria is not told of Florence.

Whoever writes on one compares it with others, in the same words: so many dead, so many houses.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING, Final

from retrieval.answer.language.lexicon import words
from retrieval.answer.language.speech import ENGLISH

if TYPE_CHECKING:
    from retrieval.answer.question.question import Question

_STORM: Final = r"(?:hurricanes?|typhoon|cyclone|tropical\s+(?:storm|depression))\s+"
_ASKED: Final = (
    re.compile(rf"\b{_STORM}(?P<name>[^\W\d_]+)", re.IGNORECASE),
    re.compile(r"(?P<name>[^\W\d_]+)\s+(?:wild)?fire\b", re.IGNORECASE),
)
# Capitals tell a fire's name from "rifle fire"; behind some names it is a brigade.
_TOLD: Final = (
    re.compile(rf"\b(?i:{_STORM})(?P<name>[A-Z][a-z]+)"),
    re.compile(
        r"\b(?P<name>[A-Z][\w’'-]+)\s+Fire\b"
        r"(?!\s+(?:Department|Dept|District|Protection|Chief|Capt|Marshal|Commission|Rescue|and))"
    ),
)
_NO_NAME: Final = frozenset(
    "center centers centre season watch warning warnings surge relief hunter hunters force forces "
    "the a an this that no cal county city state forest national under live structure".split()
)


def of_sibling(question: Question, text: str) -> bool:
    """Whether an English text names another storm or fire than the question, and none of its own.

    False for questions that name none, and in other languages.
    """
    if question.language != ENGLISH:
        return False
    asked = _asked(question.canonical)
    return any(asked) and any(
        _is_other(own, told, question, text) for own, told in zip(asked, _TOLD, strict=True)
    )


def _is_other(own: frozenset[str], naming: re.Pattern[str], question: Question, text: str) -> bool:
    told = _names(naming, text) if own else frozenset()
    # "Was Odile stronger than Petra?" asks about both.
    if not told or told & set(map(str.lower, words(question.canonical))):
        return False
    mine = rf"(?<!\w)(?:{'|'.join(map(re.escape, own))})(?!\w)"
    return re.search(mine, text, re.IGNORECASE) is None


@lru_cache(maxsize=256)
def _asked(canonical: str) -> tuple[frozenset[str], ...]:
    """Of each kind the names in a question; none where it asks about one by no name."""
    return tuple(_names(pattern, canonical) for pattern in _ASKED)


def _names(pattern: re.Pattern[str], text: str) -> frozenset[str]:
    return frozenset(found["name"].lower() for found in pattern.finditer(text)) - _NO_NAME
