"""Which of an English sentence's numbers are ages, and of whom."""

from __future__ import annotations

import re
from typing import Final

from retrieval.answer.amounts import Amount
from retrieval.answer.bearers import head_of, stems_of
from retrieval.answer.lexicon import stem

_YEAR: Final = 365.25
# No count: "a 26-year-old", "Kelley, 26, ...".
_AGE_AFTER: Final = re.compile(r"[\s-]+years?[\s-]+old|[\s-]+years?\s+of\s+age", re.IGNORECASE)
_NAME_BEFORE: Final = re.compile(r"[A-ZÀ-Þ]\w+,\s+$")
_AGED: Final = re.compile(r"\b(?:aged|is|was|turned|turns|be)\s+$|,\s+$", re.IGNORECASE)
_AGED_AFTER: Final = re.compile(r"[,.;]|\s+(?:and|who|when)\b|\s*$")
_OLD: Final = re.compile(r"[\s-]+years?[\s-]+old,?\s+(?P<rest>[^.;:]{1,60})", re.IGNORECASE)
# What is as old as that, and nobody.
_THINGS: Final = frozenset(
    map(
        stem,
        (
            "claim allegation accusation incident charge case crime law rule policy treaty deal "
            "agreement war conflict dispute ban record event company program"
        ).split(),
    )
)


def age(amount: Amount) -> Amount:
    """An age is told as "16", "aged 16" or "16 years"."""
    return Amount(round(amount.value / _YEAR, 1), "", 1, rough=False) if amount.unit else amount


def is_age(sentence: str, start: int, end: int) -> bool:
    """Whether a number is plainly an age, and not that of another time ("at age 78")."""
    if _AGE_AFTER.match(sentence, end):
        return True
    return bool(_AGED.search(sentence[:start]) and _AGED_AFTER.match(sentence, end))


def is_of_age(sentence: str, start: int, end: int) -> bool:
    """Whether a number is somebody's age that stands beside the name, and no count."""
    if _AGE_AFTER.match(sentence, end):
        return True
    return bool(_NAME_BEFORE.search(sentence[:start]) and sentence[end : end + 1] == ",")


def age_of_a_thing(asked: str, sentence: str, end: int) -> bool:
    """Whether the age that ends there is that of a thing, and no thing is asked about."""
    found = _OLD.match(sentence, end)
    things = _THINGS & set(head_of(found["rest"])) if found is not None else set()
    return bool(things) and things.isdisjoint(stems_of(asked))
