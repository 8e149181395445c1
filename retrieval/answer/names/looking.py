"""Which of a question's keys texts hold.

Thousands of sentences are asked for a dozen words. So each word of them is looked at once, and what
it stands for is reckoned only where its letters allow one of the keys.
"""

from __future__ import annotations

import re
from collections import Counter
from functools import lru_cache
from itertools import chain, groupby
from typing import TYPE_CHECKING, Final, NamedTuple

from retrieval.answer.language.languages import (
    LANGUAGES,
    place_told,
    stem_in,
    stopwords_of,
    unelided,
    whole_too,
)
from retrieval.answer.language.lexicon import STOPWORDS, first_word, word_at, words
from retrieval.answer.language.speech import ENGLISH
from retrieval.answer.names.subjects import fold, places_in, spellings_of, unchanged

if TYPE_CHECKING:
    from collections.abc import Iterable

GERMAN = "de"
_PLACE = "place:"
# Of German compounds: shorter words begin or end others by chance ("Brand", "Brandenburg").
_SHORTEST_PART: Final = 5
_SHORTEST_REST: Final = 3
# What the keys of an English word begin with, where that is not its own first letter alone:
# Snowball's stem keeps that, and `fold` writes one sound in one way.
_BEGINNINGS = {
    "c": "ck", "e": "ei", "g": "gh", "i": "ie", "j": "jie", "k": "kh", "o": "oe", "p": "pf",
    "q": "qk", "t": "tck", "w": "wv", "x": "xk", "y": "yie",
}  # fmt: skip
# Letters that `fold` leaves as they are, but for a double one, and that no stem puts in.
_BONES: Final = frozenset("abdlmnru")
_OTHER_LETTER: Final = re.compile(r"[^\W\x00-\x7f]")
_NEVER: Final = re.compile(r"(?!)")


class Word(NamedTuple):
    """A word: its keys are its stem and its spelling folded, none for one that names nothing."""

    text: str
    stem: str
    capital: bool
    keys: frozenset[str]


# A word takes half a kilobyte, and a library of a million paragraphs has some 200,000 in all.
@lru_cache(maxsize=100_000)
def stands_for(text: str, language: str) -> Word:
    """What a word stands for, whatever is asked; kept from one question to the next."""
    bare = unelided(text, language)
    stem = stem_in(language, bare)
    empty = STOPWORDS if language == ENGLISH else stopwords_of(language)
    names = bare.lower() not in empty or text == "US"
    keys = {stem, fold(text), fold(bare)} if names else set[str]()
    if names and (before := unchanged(bare, language)):
        keys.add(stem_in(language, before))
    keys.update(place_told(bare, language), whole_too(bare, language) if names else ())
    return Word(text, stem, bare[:1].isupper(), frozenset(keys))


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
        self._keys, self._language = keys, language
        self._starts = _starting(keys) if language == ENGLISH else None
        self._met: set[str] = set()
        self._wanted: dict[str, Word] = {}

    def among(self, text: str) -> list[tuple[int, Word]]:
        """Those of the words of a text that are looked for, each with 0 where it is the first."""
        found = self._words(text)
        for word in set(found) - self._met:
            self._meet(word)
        if self._wanted.keys().isdisjoint(found):
            return []
        return [(at, self._wanted[word]) for at, word in enumerate(found) if word in self._wanted]

    def _words(self, text: str) -> list[str]:
        """In order at least all words that are looked for, "" for a first one that is not."""
        if self._starts is None or "_" in text or _is_spelt_otherwise(text):
            return words(text)
        places = [found.start() for found in self._starts.finditer(text)]
        if not places:
            return []
        found = [word_at(text, place) for place in places]
        return found if places[0] == first_word(text) else ["", *found]

    def _meet(self, text: str) -> None:
        word = stands_for(text, self._language)
        held = word.keys & self._keys
        if self._language == GERMAN:
            held |= self._parts_of(word.stem)
        if held or word.stem in self._keys:
            self._wanted[text] = word._replace(keys=held)
        # In this order: another thread takes what has been met for known.
        self._met.add(text)

    def _parts_of(self, stem: str) -> frozenset[str]:
        """The keys of which a German word is made: "gelandet" of "notgelandet"."""
        return frozenset(
            key
            for key in self._keys
            if len(key) >= _SHORTEST_PART
            and len(stem) >= len(key) + _SHORTEST_REST
            and (stem.endswith(key) or (len(key) > _SHORTEST_PART and stem.startswith(key)))
        )


def _is_spelt_otherwise(text: str) -> bool:
    """Whether a word has other letters or figures than those of English."""
    return not text.isascii() and _OTHER_LETTER.search(text) is not None


def _starting(keys: frozenset[str]) -> re.Pattern[str]:
    """What finds where the words begin that may have one of the keys, in a text of plain letters.

    It reads a word's first letter and then its bones as those of the key, in this order.
    """
    every, patterns = set(), set()
    for key in keys:
        if key.startswith(_PLACE) or not key.isascii() or not key:
            continue
        first = {letter for letter, keyed in _BEGINNINGS.items() if key[0] in keyed} | {key[0]}
        bones = [bone for bone, _ in groupby(letter for letter in key if letter in _BONES)]
        passed = {key[0]} if bones[:1] == [key[0]] else set()
        pattern = f"(?<={_either(first)})"
        for bone in bones[len(passed) :]:
            pattern += f"[^{_both(_BONES - passed)}\\s]*{_either({bone})}"
            passed = {bone}
        every |= first
        patterns.add(pattern)
    if not patterns:
        return _NEVER
    # At the first letter of a word, and not behind a point or an apostrophe within one.
    begins = r"(?<!\w.)(?<!\w[.'’].)"
    return re.compile(f"{_either(every)}{begins}(?:{'|'.join(sorted(patterns))})")


def _either(letters: Iterable[str]) -> str:
    return f"[{_both(letters)}]"


def _both(letters: Iterable[str]) -> str:
    return "".join(re.escape(letter + letter.upper()) for letter in sorted(letters))


class LookedFor:
    """Keys as `names.wording` makes them; several threads may ask which of them a text holds."""

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
        for at, word in known.among(text):
            keys |= word.keys
            if at and word.stem in self._keys:
                stems[word.capital].append(word.stem)
        if self._places and (language in LANGUAGES or any(each in text for each in self._places)):
            keys |= {f"{_PLACE}{place}" for place in places_in(text, language)} & self._keys
        if not keys and not stems[True] and not stems[False]:
            return _NOTHING
        return _Text(frozenset(keys), tuple(stems[True]), tuple(stems[False]))
