"""Where texts in any language write a person's name: across scripts, spellings and cases."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING, Final

from retrieval.answer.grammar.introducing import rules_of
from retrieval.answer.language.languages import CYRILLIC, unelided
from retrieval.answer.language.speech import ENGLISH
from retrieval.answer.names.named_abroad import CAPITALS, GERMAN
from retrieval.answer.names.scripts import apart
from retrieval.answer.names.subjects import fold, heard, skeletons, uninflected

if TYPE_CHECKING:
    from collections.abc import Sequence

    from retrieval.answer.finding.sentence import Sentence

WORD: Final = re.compile(r"[^\W\d_](?:[\w.'’-]*\w)?")
_ARTICLE: Final = re.compile(
    r"(?<!\w)(?:[Dd](?:er|ie|as|en|em|es)|(?:[KkMmSsDd]?[Ee]in)?e?[nmrs]?|[zZ]um|[zZ]ur|[bB]eim|[vV]om"
    r"|[iIaA]m|[a-zäöüß]+e[nmrs]?)\s$"
)
# Within a name: "Le Dantec", "von Moen"; too short for a skeleton.
_PARTICLE: Final = 3
_MOST: Final = 4
_SHORT: Final = 5


@dataclass(frozen=True, slots=True)
class Place:
    """A name in a text, whether with a given name of those asked for, and its last word's form."""

    start: int
    end: int
    full: bool
    last: str


@dataclass(frozen=True, slots=True)
class Called:
    """A person's name as it is asked for, and the language that it is asked in."""

    name: str
    language: str

    @property
    def parts(self) -> tuple[str, ...]:
        """The words of the name."""
        return tuple(WORD.findall(self.name))

    def named(self, text: str, language: str) -> bool:
        """Whether a text holds the last word of the name."""
        last = self.parts[-1]
        return any(self._is(last, found.group(), language) for found in WORD.finditer(text))

    def written(self, word: str, text: str, language: str) -> tuple[int, int]:
        """How often a text has a word of the name with a capital, and without."""
        big = small = 0
        for found in WORD.finditer(text):
            told = unelided(found.group(), language)
            if self._is(word, told, language):
                big += 1
            elif told[:1].islower() and _same(word, self.language, told.title(), language):
                small += 1
        return big, small

    def places(self, text: str, language: str) -> list[Place]:
        """Where a text has the name, as whole as it writes it; where it is another's nowhere."""
        found = list(WORD.finditer(text))
        *given, last = self.parts
        places = []
        for at, each in enumerate(found):
            word = unelided(each.group(), language)
            if not self._is(last, word, language):
                continue
            first = at
            for before in range(at - 1, max(at - _MOST, 0) - 1, -1) if given else ():
                if not _joined(text, found[before], found[before + 1]):
                    break
                bare = unelided(found[before].group(), language)
                if any(self._is(one, bare, language) for one in given):
                    first = before
                elif len(bare) > _PARTICLE:
                    break
            start = found[first].end() - len(unelided(found[first].group(), language))
            places.append(Place(start, each.end(), first < at, word))
        return places

    def _is(self, word: str, told: str, language: str) -> bool:
        return told[:1].isupper() and _same(word, self.language, told, language)


def is_name(called: Called, sentences: Sequence[Sentence]) -> bool:
    """Whether sentences write every word of a name as one; in none of them, whether it looks it."""
    told = [(each.text, each.language) for each in sentences]
    alone = len(called.parts) == 1
    # "президентом України" may be a name as well.
    office = called.language != ENGLISH and rules_of(called.language).is_person(
        called.parts[0].lower()
    )
    full = [place.full for text, code in told for place in called.places(text, code)]
    if any(full) and not office:
        return True
    for word in called.parts:
        if len(word) <= _PARTICLE and word != called.parts[-1]:
            continue
        big = small = 0
        for text, code in told:
            if code == GERMAN:
                # Every noun has a capital there; a name stands by another of its words, or alone.
                for each in called.places(text, code):
                    article = _ARTICLE.search(text[: each.start]) is not None
                    big += (alone or each.full) and not article
                    small += (alone or each.full) and article
            else:
                found = called.written(word, text, code)
                big, small = big + found[0], small + found[1]
        if big <= CAPITALS * small and (big or small):
            return False
        if not big:
            return _looks(called)
    return True


def _looks(called: Called) -> bool:
    """Whether a name that no text has looks like one as it is asked for."""
    *_, last = called.parts
    least = 2 if called.language in {GERMAN, ENGLISH} else 1
    if called.language == GERMAN and rules_of(GERMAN).is_person(last.lower()):
        # "Moens Vorgänger".
        return False
    return len(called.parts) >= least and all(each[:1].isupper() for each in called.parts)


def _joined(text: str, one: re.Match[str], other: re.Match[str]) -> bool:
    return text[one.end() : other.start()] in {" ", ". ", "\u00a0"}


@lru_cache(maxsize=50_000)
def _same(word: str, language: str, told: str, other: str) -> bool:
    """Whether two words of two languages may be one name."""
    told = unelided(told, other)
    if word.casefold() == told.casefold() or fold(word) == fold(told):
        return True
    bones = skeletons(word, language)
    return any(
        not bones.isdisjoint(skeletons(form, other)) and _sounds(word, language, form, other)
        for form in heard(told, other)
    )


def _sounds(word: str, language: str, told: str, other: str) -> bool:
    differ = apart(fold(uninflected(word, language)), fold(uninflected(told, other)))
    # Within one script a short name is written as it is: Abad is no Abedi, Moltó no Malta.
    strict = (language in CYRILLIC) == (other in CYRILLIC) and len(word) <= _SHORT
    return differ is not None and (differ == 0 or not strict)
