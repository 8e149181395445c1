"""The question's words in the texts of an event: how rare each is, and which of them name.

Whether a word is a name is read off the articles, which write it with a capital in mid-sentence:
a question may be typed in any case.
"""

from __future__ import annotations

import math
import re
from collections import Counter
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

from retrieval.answer.question import STOPWORDS, stem, words
from retrieval.answer.subjects import CALENDAR, fold, mentions, place_of, places_of_several

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from retrieval.answer.question import Question

_YEAR = re.compile(r"(?:19|20)\d\d")
# A name is written with a capital so many times as often as without.
_CAPITALS = 2


@dataclass(frozen=True, slots=True)
class Term:
    """A word of the question: keys that stand for it, how rare it is, whether it names.

    `last` is true for the last word of a name, "Barr" of "Bill Barr"; `year` for a year.
    """

    keys: frozenset[str]
    weight: float
    name: bool
    last: bool
    year: bool = False


@dataclass(frozen=True, slots=True)
class Wording:
    """The words of a question, weighed by how rare they are among the sentences of its event."""

    terms: tuple[Term, ...]

    def share(self, keys: frozenset[str]) -> float:
        """The share of all words, by weight, that are among the keys."""
        return _share(self.terms, keys)

    def names(self, keys: frozenset[str]) -> float:
        """The share of the names; 1 where there are none."""
        return _share([term for term in self.terms if term.name], keys)

    def deeds(self, keys: frozenset[str]) -> float:
        """The share of the words that name nobody; 1 where there are none."""
        return _share([term for term in self.terms if not term.name], keys)

    def named(self, keys: frozenset[str]) -> bool:
        """Whether the last word of every name is among the keys."""
        return all(term.keys & keys for term in self.terms if term.last)

    def fits(self, keys: frozenset[str]) -> bool:
        """Whether an article of these keys, its dates among them, can be on what is asked about.

        It names everybody, and every year: another year's event is another event.
        """
        return all(term.keys & keys for term in self.terms if term.last or term.year)


def weigh(question: Question, texts: Sequence[str]) -> Wording:
    """The question's words as the texts, the sentences of an event, use them."""
    counts = Counter(key for text in texts for key in keys_of(text))
    capital, lower = _capitals(texts)
    of_several = places_of_several(question.canonical)
    found: list[Term] = []
    for term in question.terms:
        keys = _term_keys(term, of_several.get(term.casefold()))
        held = max((counts[key] for key in keys), default=0)
        weight = math.log((len(texts) + 1) / (held + 1)) + 1e-6
        is_name = (
            term.casefold() in of_several
            or _sum(capital, keys) > _CAPITALS * _sum(lower, keys)
            or (term[:1].isupper() and not _sum(lower, keys))
        )
        name = is_name and term.casefold() not in CALENDAR
        if name and found and found[-1].last:
            before = found[-1]
            found[-1] = Term(before.keys, before.weight, before.name, last=False)
        year = _YEAR.fullmatch(term) is not None
        found.append(Term(keys, weight, name and not year, last=name and not year, year=year))
    return Wording(tuple(found))


@lru_cache(maxsize=32_768)
def keys_of(text: str) -> frozenset[str]:
    """Stems, names under any of their spellings, and countries under any of their names."""
    found = {
        key
        for word in words(text)
        if word.lower() not in STOPWORDS or word == "US"
        for key in (stem(word), fold(word))
    }
    return frozenset(found | {f"place:{place}" for place in mentions(text).places})


def _term_keys(term: str, of_several: int | None) -> frozenset[str]:
    place = place_of(term) if of_several is None else of_several
    keys = {stem(term), fold(term)}
    return frozenset(keys if place is None else {*keys, f"place:{place}"})


def _capitals(texts: Iterable[str]) -> tuple[Counter[str], Counter[str]]:
    """How often each stem stands with a capital within a sentence, and without."""
    capital: Counter[str] = Counter()
    lower: Counter[str] = Counter()
    for text in texts:
        of_text, small = _cased(text)
        capital.update(of_text)
        lower.update(small)
    return capital, lower


@lru_cache(maxsize=32_768)
def _cased(text: str) -> tuple[tuple[str, ...], tuple[str, ...]]:
    within = words(text)[1:]
    capital = (word for word in within if word[:1].isupper())
    lower = (word for word in within if not word[:1].isupper())
    return tuple(map(stem, capital)), tuple(map(stem, lower))


def _sum(counts: Counter[str], keys: frozenset[str]) -> int:
    return sum(counts[key] for key in keys)


def _share(terms: Sequence[Term], keys: frozenset[str]) -> float:
    total = sum(term.weight for term in terms)
    held = sum(term.weight for term in terms if term.keys & keys)
    return held / total if total else 1.0
