"""Whose a number is that stands before a noun: "a four-page letter", "a $6,500 watch"."""

from __future__ import annotations

import re
from typing import Final

from retrieval.answer.language.lexicon import PREPOSITIONS, STOPWORDS, stem, words
from retrieval.answer.names.subjects import place_of, places_in

# "A four-page letter to Moen": the noun behind is what has four pages.
_COMPOUND: Final = re.compile(r"-(?P<unit>[^\W\d_]+),?\s+(?P<rest>[^.;:]{1,60})")
_PRICED_BEFORE: Final = re.compile(r"\b(?:an?|one|another)\s+$", re.IGNORECASE)
_PRICED: Final = re.compile(r"\s+(?P<rest>[^\W\d_][^.;:,]{1,60})")
# A part of all that are counted: "including two children", "57 were among the dead".
_DONE: Final = (
    r"(?:dead|died|killed|victims|fatalities|casualties|injured|wounded|hurt|arrested|missing)"
)
_PART_BEFORE: Final = re.compile(
    r"\b(?:including|among\s+them|among\s+(?:the|those)\s+(?:\w+\s+)?"
    rf"{_DONE}\b[^.;:,]{{0,40}}\s(?:are|is|were|was)(?:\s+\d+\s+\w+\s+and)?)\s+"
    r"(?:(?:at\s+least|about|some|nearly)\s+)?$",
    re.IGNORECASE,
)
_WHO_DID: Final = re.compile(rf"\s+(?:\S+\s+){{0,3}}{_DONE}\b", re.IGNORECASE)
_PART_AFTER: Final = re.compile(
    r"\s+(?:[^\s,;.]+\s+){0,4}?(?:was|were|are|is)\s+among\s+(?:the|those)\s+(?:\w+\s+)?"
    rf"{_DONE}\b",
    re.IGNORECASE,
)
# "Expected to reach 10,000", "could rise to some 500".
_FORECAST: Final = re.compile(
    r"\b(?:expected|projected|predicted|forecast|likely|could|may|might)\s+(?:to\s+)?"
    r"(?:eventually\s+)?(?:reach|rise|climb|grow|hit|top|exceed|kill|infect|be|number)\s+"
    r"(?:as\s+(?:many|high)\s+as\s+|to\s+|up\s+to\s+|about\s+|some\s+|more\s+than\s+)*$",
    re.IGNORECASE,
)
_AHEAD: Final = re.compile(
    r"\b(?:will|would|could|may|might|expect\w*|project\w*|predict\w*|forecast\w*)\b", re.IGNORECASE
)
_MOST: Final = 3


def of_another_thing(asked: str, sentence: str, end: int) -> bool:
    """Whether the number that ends there counts parts of a thing that is not asked about."""
    found = _COMPOUND.match(sentence, end)
    if found is None or stem(found["unit"]) not in (wanted := stems_of(asked)):
        return False
    return len(wanted) > 1 and wanted.isdisjoint(head_of(found["rest"]))


def price_of_another(asked: str, sentence: str, start: int, end: int) -> bool:
    """Whether a sum is what one thing costs that is not asked about: "a $6,500 watch"."""
    found = _PRICED.match(sentence, end)
    if found is None or not _PRICED_BEFORE.search(sentence[:start]):
        return False
    head = head_of(found["rest"])
    return bool(head) and stems_of(asked).isdisjoint(head)


def is_part(sentence: str, start: int, end: int) -> bool:
    """Whether a count is told as a part of all."""
    if _PART_BEFORE.search(sentence[:start]):
        # "Including two who died" are all that did.
        return _WHO_DID.match(sentence, end) is None
    return _PART_AFTER.match(sentence, end) is not None


def of_a_people(asked: str, sentence: str, end: int) -> bool:
    """Whether who is counted is of a country or body that is not asked about: "eight Americans"."""
    for word in words(sentence[end:])[:_MOST]:
        if word.lower() in STOPWORDS | PREPOSITIONS:
            break
        if (place := place_of(word)) is not None:
            return place not in places_in(asked)
    return False


def is_forecast(asked: str, sentence: str, start: int) -> bool:
    """Whether a count is only expected, and what is or was is asked for."""
    return _FORECAST.search(sentence[:start]) is not None and _AHEAD.search(asked) is None


def head_of(text: str) -> list[str]:
    """Stems of the first words of a text, as far as they can be one noun with what tells of it."""
    found = []
    for word in words(text)[:_MOST]:
        if word.lower() in STOPWORDS | PREPOSITIONS:
            break
        found.append(stem(word))
    return found


def stems_of(asked: str) -> set[str]:
    """Stems of the words of a question that hold something."""
    return {stem(word) for word in words(asked) if word.lower() not in STOPWORDS}
