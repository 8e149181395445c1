"""Who did it: pairs of the written news in which a person is exchanged for another.

With one side's person exchanged the passage is beside the point, however alike the deed; with both
sides' the label stays, so that no name is itself a sign (counterfactual augmentation, Kaushik et
al., 2020).
"""

from __future__ import annotations

import calendar
import re
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import TYPE_CHECKING, Final

from retrieval.models.context import MARK
from training.data import BESIDE, NEUTRAL, REFUTES, SUPPORTS, Example

if TYPE_CHECKING:
    import random
    from collections.abc import Iterable, Sequence

ORIGIN: Final = "swapped"
# Of the exchanges, those in the question, in the passage with what stands before it, in its last
# sentence alone; what is left is exchanged on both sides.
ASKED, TOLD, LAST = 0.35, 0.2, 0.2
# Shorter words in capitals are mostly abbreviations.
SHORTEST: Final = 4
_DATES: Final = frozenset({*calendar.day_name, *calendar.month_name})
_FULL: Final = re.compile(r"\b([A-ZÀ-ÖØ-Þ][\w'’-]+) ([A-ZÀ-ÖØ-Þ][\w'’-]+)\b")
_LOWER: Final = re.compile(r"(?<![\w'’-])[a-zà-öø-ÿ][\w'’-]+")
_ANY: Final = re.compile(r"(?<![\w'’-])[A-ZÀ-ÖØ-Þ][\w'’-]+")


@dataclass(frozen=True, slots=True)
class Person:
    """A first name, where one is known, and a surname."""

    first: str
    last: str

    def named(self, text: str) -> bool:
        """Whether the surname stands in a text."""
        return re.search(rf"(?<![\w-]){re.escape(self.last)}(?![\w-])", text) is not None

    def exchanged(self, text: str, other: Person) -> str:
        """The text with another person's names for this one's."""
        for old, new in ((self.first, other.first), (self.last, other.last)):
            if not old:
                continue
            text = re.sub(rf"(?<![\w-]){re.escape(old)}(?![\w-])", new, text)
        return text


def people(texts: Iterable[str], common: frozenset[str]) -> list[Person]:
    """Who is named by a word that the news never writes small, with the first name before it.

    A name that stands alone but once is none: it may be half of another's.
    """
    whole = "\n".join(texts)
    found = {
        last: Person(first, last)
        for first, last in _FULL.findall(whole)
        if not {first.casefold(), last.casefold()} & common and first != last
    }
    firsts = {person.first for person in found.values()}
    alone: dict[str, int] = {}
    for word in _ANY.findall(whole):
        if word not in firsts and word.casefold() not in common and _is_name(word):
            alone[word] = alone.get(word, 0) + 1
    return [found.get(word, Person("", word)) for word, count in alone.items() if count > 1]


def _is_name(word: str) -> bool:
    return len(word) > SHORTEST and word.isalpha() and not word.isupper() and word not in _DATES


@lru_cache(maxsize=4)
def common_words(texts: tuple[str, ...]) -> frozenset[str]:
    """The words that stand without a capital at least twice."""
    seen: dict[str, int] = {}
    for text in texts:
        for word in _LOWER.findall(text):
            seen[word] = seen.get(word, 0) + 1
    return frozenset(word for word, count in seen.items() if count > 1)


def swapped(
    row: Example, known: Sequence[Person], pool: Sequence[Person], rng: random.Random
) -> Example | None:
    """A pair with a person exchanged for one of `pool`, or for another one of the event.

    `known` are the people of the event. None where no person stands on both sides.
    """
    if row.target not in {SUPPORTS, REFUTES, NEUTRAL}:
        return None
    both = [each for each in known if each.named(row.question) and each.named(row.passage)]
    if not both:
        return None
    person = rng.choice(both)
    strangers = [each for each in known if not each.named(row.question + row.passage)]
    other = rng.choice(strangers if strangers and rng.random() < 0.5 else pool)  # noqa: PLR2004
    if person.first and not other.first:
        person = Person("", person.last)
    if {other.first, other.last} & set(_ANY.findall(row.question + " " + row.passage)):
        return None
    roll, question = rng.random(), row.question
    before, mark, last = row.passage.rpartition(MARK)
    if roll < ASKED or roll >= ASKED + TOLD + LAST:
        question = person.exchanged(question, other)
    if roll >= ASKED:
        last = person.exchanged(last, other)
    if ASKED <= roll < ASKED + TOLD or roll >= ASKED + TOLD + LAST:
        before = person.exchanged(before, other)
    passage = before + mark + last
    if roll >= ASKED + TOLD + LAST:
        return replace(row, question=question, passage=passage, origin=ORIGIN)
    if question == row.question and passage == row.passage:
        return None
    return replace(row, question=question, passage=passage, target=BESIDE, origin=ORIGIN)
