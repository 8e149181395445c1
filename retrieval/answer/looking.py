"""Which of a question's keys texts hold.

Thousands of sentences are asked for a dozen words. So what a word stands for is looked up once for
all texts that have it, and of most words only that they stand for nothing that is looked for.
"""

from __future__ import annotations

from collections import Counter
from functools import lru_cache
from itertools import chain
from string import ascii_lowercase
from typing import TYPE_CHECKING, NamedTuple

from retrieval.answer.languages import LANGUAGES
from retrieval.answer.lexicon import words
from retrieval.answer.met import met_in
from retrieval.answer.speech import ENGLISH
from retrieval.answer.subjects import places_in, spellings_of

if TYPE_CHECKING:
    from collections.abc import Iterable

    from retrieval.answer.met import Word

GERMAN = "de"
_PLACE = "place:"
# What the keys of an English word begin with, where that is not its own first letter alone:
# Snowball's stem keeps that, and `fold` writes one sound in one way.
_BEGINNINGS = {
    "c": "ck", "e": "ei", "g": "gh", "i": "ie", "j": "jie", "k": "kh", "o": "oe", "p": "pf",
    "q": "qk", "t": "tck", "w": "wv", "x": "xk", "y": "yie",
}  # fmt: skip


class _Text(NamedTuple):
    """The keys that a text holds, and which stand in it as stems, behind its first word.

    `capital` and `lower` are those of words with a capital and without, as often as they come.
    """

    keys: frozenset[str]
    capital: tuple[str, ...]
    lower: tuple[str, ...]


# Most texts hold none, and one of these is little to keep.
_NOTHING = _Text(frozenset(), (), ())


class _Known:
    """The words met so far in texts of a language, and those of them that are looked for."""

    def __init__(self, keys: frozenset[str], language: str) -> None:
        self._keys = keys
        self._met = met_in(language)
        self._passed: set[str] = set()
        begun = {key[0] for key in keys if key and not key.startswith(_PLACE)}
        # The first letters of words that cannot be looked for, which need not be folded.
        self._passed_over = {
            letter
            for lower in ascii_lowercase
            if language == ENGLISH and begun.isdisjoint(_BEGINNINGS.get(lower, lower))
            for letter in (lower, lower.upper())
        }
        # First how many there are: those met meanwhile are looked at twice rather than never.
        self._seen = len(self._met)
        self._wanted: dict[str, Word] = {}
        self._want(self._met.standing_for(keys))

    def among(self, found: list[str]) -> list[tuple[int, Word]]:
        """Those of the words of a text that are looked for, each with its place."""
        met = self._met
        if not met.has_all(found):
            for word in met.new(found) - self._passed:
                if word[0] not in self._passed_over or not word.isascii() or not word.isalnum():
                    met.meet(word)
                else:
                    self._passed.add(word)
        if (count := len(met)) > self._seen:
            self._want(met.since(self._seen))
            self._seen = count
        if self._wanted.keys().isdisjoint(found):
            return []
        return [(at, self._wanted[word]) for at, word in enumerate(found) if word in self._wanted]

    def _want(self, words: Iterable[Word]) -> None:
        for word in words:
            held = word.keys & self._keys
            if held or word.stem in self._keys:
                self._wanted[word.text] = word._replace(keys=held)


class LookedFor:
    """Keys as `retrieval.answer.wording` makes them; several threads may ask which a text holds."""

    def __init__(self, keys: frozenset[str]) -> None:
        self._keys = keys
        numbers = [int(key.removeprefix(_PLACE)) for key in keys if key.startswith(_PLACE)]
        self._places = [name for number in numbers for name in spellings_of(number)]
        self._known: dict[str, _Known] = {}
        # The sentences of one event are asked several times.
        self._read = lru_cache(maxsize=8192)(self._reading)

    @staticmethod
    @lru_cache(maxsize=8)
    def of(keys: frozenset[str]) -> LookedFor:
        """Those of these keys: who asked for the same before has left what was looked up."""
        return LookedFor(keys)

    def held(self, text: str, language: str = ENGLISH) -> frozenset[str]:
        """Those of the keys that a text holds."""
        return self._read(text, language).keys

    def counted(
        self, texts: Iterable[tuple[str, str]]
    ) -> tuple[Counter[str], Counter[str], Counter[str]]:
        """How many texts, given with their languages, hold each of the keys.

        And how often each stands as a stem within them, with a capital and without; not so in
        German, where capitals tell nothing.
        """
        found = [
            (held, language != GERMAN)
            for text, language in texts
            if (held := self._read(text, language)) is not _NOTHING
        ]
        return (
            Counter(chain.from_iterable(each.keys for each, _ in found)),
            Counter(chain.from_iterable(each.capital for each, tells in found if tells)),
            Counter(chain.from_iterable(each.lower for each, tells in found if tells)),
        )

    def _reading(self, text: str, language: str) -> _Text:
        known = self._known.get(language)
        if known is None:
            known = self._known.setdefault(language, _Known(self._keys, language))
        keys: set[str] = set()
        stems: dict[bool, list[str]] = {True: [], False: []}
        for at, found in known.among(words(text)):
            keys |= found.keys
            if at and found.stem in self._keys:
                stems[found.capital].append(found.stem)
        if self._places and (language in LANGUAGES or any(each in text for each in self._places)):
            keys |= {f"{_PLACE}{place}" for place in places_in(text, language)} & self._keys
        if not keys and not stems[True] and not stems[False]:
            return _NOTHING
        return _Text(frozenset(keys), tuple(stems[True]), tuple(stems[False]))
