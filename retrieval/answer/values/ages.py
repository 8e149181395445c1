"""Which of an English sentence's numbers are ages, and of whom."""

from __future__ import annotations

import re
from typing import Final

from retrieval.answer.language.lexicon import stem
from retrieval.answer.values.amounts import NUMBER_WORDS, Amount
from retrieval.answer.values.bearers import head_of, stems_of

_YEAR: Final = 365.25
# No count: "a 26-year-old", "Kelley, 26, ...".
_AGE_AFTER: Final = re.compile(r"[\s-]+years?[\s-]+old|[\s-]+years?\s+of\s+age", re.IGNORECASE)
_NAME_BEFORE: Final = re.compile(r"[A-ZÀ-Þ]\w+,\s+$")
_AGED: Final = re.compile(r"\b(?:aged|is|was|turned|turns|be)\s+$|,\s+$", re.IGNORECASE)
_AGED_AFTER: Final = re.compile(r"[,.;]|\s+(?:and|who|when)\b|\s*$")
_OLD: Final = re.compile(r"[\s-]+years?[\s-]+old\b,?\s*(?P<rest>[^.;:]{0,60})", re.IGNORECASE)
_AGE_OF: Final = re.compile(
    rf"\b(?P<many>\d+|{NUMBER_WORDS})[\s-]+years?[\s-]+old\b", re.IGNORECASE
)
# Words right before it, and an article that names nobody: "A 21-year-old man", but "Moen, a ...".
_LAST: Final = re.compile(r"[^\W\d_]+(?=(?:\s+[^\W\d_]+){0,4}\s+$)")
_SOMEBODY: Final = re.compile(r"(?:^|[^,\s]\s+)an?\s+$", re.IGNORECASE)
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


def age_of_another(asked: str, sentence: str, start: int, end: int) -> bool:
    """Whether an age is that of a thing, and none is asked about, or of a man without a name."""
    found = _OLD.match(sentence, end)
    if found is None:
        return False
    things = _THINGS & {*head_of(found["rest"]), *map(stem, _LAST.findall(sentence[:start]))}
    if things:
        return things.isdisjoint(stems_of(asked))
    return _SOMEBODY.search(sentence[:start]) is not None


def without_things(asked: str, sentence: str) -> str:
    """The sentence without what it says of the age of things, where none is asked about."""
    for found in reversed(list(_AGE_OF.finditer(sentence))):
        if age_of_another(asked, sentence, found.start(), found.end("many")):
            sentence = sentence[: found.start()] + sentence[found.end() :]
    return sentence
