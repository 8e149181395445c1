"""Whom and what a question names, and whether a text speaks of them.

Subject, object and place count: a passage on other people is no evidence, however near its words.
"""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib.resources import files
from typing import TYPE_CHECKING

from retrieval.answer.attribution import name_key
from retrieval.answer.question import STOPWORDS, words

if TYPE_CHECKING:
    from collections.abc import Iterable

    from retrieval.answer.question import Question

# So many content words, all with capitals, are a question typed like a headline.
_TITLE_WORDS = 4
CALENDAR = frozenset(
    (
        "january february march april may june july august september october november december "
        "jan feb mar apr jun jul aug sep sept oct nov dec monday tuesday wednesday thursday "
        "friday saturday sunday"
    ).split()
)


@dataclass(frozen=True, slots=True)
class Name:
    """A name in a question: folded words, and the country where it names one."""

    text: str
    keys: tuple[str, ...]
    place: int | None


@dataclass(frozen=True, slots=True)
class Mentions:
    """What a text names: folded capitalised words, and countries under any of their names."""

    keys: frozenset[str]
    places: frozenset[int]

    @classmethod
    def together(cls, parts: Iterable[Mentions]) -> Mentions:
        """What several texts name between them."""
        found = list(parts)
        return cls(
            frozenset().union(*(part.keys for part in found)),
            frozenset().union(*(part.places for part in found)),
        )

    def speaks_of(self, name: Name, *, fully: bool = False) -> bool:
        """Whether the name occurs; `fully` asks for its surname or all its words, not just any."""
        if name.place is not None:
            return name.place in self.places
        if not name.keys:
            return True
        if fully:
            return name.keys[-1] in self.keys or all(key in self.keys for key in name.keys)
        return any(key in self.keys for key in name.keys)


def names(question: Question, texts: Iterable[str]) -> tuple[Name, ...]:
    """Whom and what the question names.

    Where its capitals tell nothing (all lower case, or a headline's), the `texts` that were found
    tell: a word that they only ever write with a capital is a name.
    """
    capitals = [term[:1].isupper() for term in question.terms]
    headline = len(capitals) >= _TITLE_WORDS and all(capitals)
    runs = question.names
    if headline or not any(capitals):
        runs = _capitalised(question.terms, texts)
    found = []
    for run in runs:
        parts = [word for word in words(run) if word.casefold() not in CALENDAR]
        if parts:
            keys = tuple(key for key in map(fold, parts) if key)
            found.append(Name(run, keys, place_of(run)))
    return tuple(found)


def _capitalised(terms: Iterable[str], texts: Iterable[str]) -> tuple[str, ...]:
    """Those of the terms that the texts hold with a capital within a sentence and never without."""
    wanted = {term.casefold(): term for term in terms}
    upper, lower = set(), set()
    for text in texts:
        tokens = words(text)
        for before, token in zip(["", *tokens], tokens, strict=False):
            key = token.casefold()
            if key not in wanted:
                continue
            if token == key:
                lower.add(key)
            elif before and not before.endswith("."):
                upper.add(key)
    return tuple(wanted[key] for key in wanted if key in upper - lower)


@lru_cache(maxsize=8192)
def mentions(text: str) -> Mentions:
    """Every name in the text; kept, since a bot asks the same paragraphs again and again."""
    keys = set()
    for word in words(text):
        # A letter within counts too: "iPhone", "al-Assad".
        if word.casefold() != word and word.casefold() not in STOPWORDS:
            keys.add(fold(word))
    places = {_places()[match.group().casefold()] for match in _place_pattern().finditer(text)}
    return Mentions(frozenset(keys), frozenset(places))


@lru_cache(maxsize=50_000)
def fold(word: str) -> str:
    """The word as a key that other spellings and romanisations of it share."""
    return name_key(word)


def place_of(name: str) -> int | None:
    """The number of the country that the name names, in any of its words for it."""
    return _places().get(name.casefold())


@cache
def _places() -> dict[str, int]:
    """Every name of a country, case folded, with the country's number."""
    table = tomllib.loads(files("retrieval.answer").joinpath("places.toml").read_text("utf-8"))
    return {
        name.casefold(): number
        for number, spellings in enumerate(table["countries"])
        for name in spellings
    }


@cache
def _place_pattern() -> re.Pattern[str]:
    table = tomllib.loads(files("retrieval.answer").joinpath("places.toml").read_text("utf-8"))
    spellings = sorted((name for row in table["countries"] for name in row), key=len, reverse=True)
    # Case counts: "us" and "turkey" are no countries.
    return re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, spellings))})(?!\w)")
