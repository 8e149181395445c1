"""The words of a question as texts in other languages have them: names, years and numbers.

By the consonants that all scripts share (`subjects.skeletons`) and nearly the sounds between them:
Spanish "presa" is no Paris.
"""

from __future__ import annotations

from collections import Counter
from functools import lru_cache
from typing import TYPE_CHECKING, Final, NamedTuple

from retrieval.answer.language.languages import place_told, unelided
from retrieval.answer.language.speech import ENGLISH
from retrieval.answer.names.scripts import apart
from retrieval.answer.names.subjects import fold, heard, places_in, skeletons, uninflected
from retrieval.answer.question.question import words

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from retrieval.answer.question.question import Question

GERMAN: Final = "de"
# A name is written with a capital so many times as often as without.
CAPITALS: Final = 2
_SOUNDS: Final = "="


class Abroad(NamedTuple):
    """What stands for a word in other languages, and whether they write it as a name."""

    keys: frozenset[str]
    named: bool


@lru_cache(maxsize=32_768)
def keys_abroad(text: str, language: str) -> frozenset[str]:
    """What stands in a text for names, numbers and countries of a question in another language.

    Of a name its consonants, and these with its sounds.
    """
    found = {f"place:{place}" for place in places_in(text, language)}
    for word in words(text):
        bare = unelided(word, language)
        # "Мурманский": of a place, and without a capital.
        of_place = place_told(bare, language)
        if of_place or bare[:1].isupper() or bare[:1].isdecimal():
            for each in of_place or (bare,):
                found |= _keys(each, language)
    return frozenset(found)


def told_abroad(
    question: Question, texts: Sequence[str], languages: Sequence[str]
) -> dict[str, Abroad]:
    """What the texts in other languages than the question's have for each of its words.

    Whether it is a name there, no English question asks, nor do German capitals tell.
    """
    asked = question.language
    bones = {term: skeletons(term, asked) for term in question.terms}
    others = [(text, code) for text, code in zip(texts, languages, strict=True) if code != asked]
    held = frozenset[str]().union(*(keys_abroad(text, code) for text, code in others))
    near = {term: frozenset(_near(term, asked, bones[term], held)) for term in question.terms}
    written = _written(question, bones, others) if asked != ENGLISH else Counter()
    return {
        term: Abroad(
            # A name that no text has is not to be found by its consonants alone.
            near[term] or frozenset(_unsounded(each) for each in bones[term]),
            written[term, True] > CAPITALS * written[term, False],
        )
        for term in question.terms
    }


def _near(term: str, asked: str, bones: frozenset[str], held: Iterable[str]) -> Iterable[str]:
    """Of what texts hold what may be the word."""
    for key in held:
        consonants, parted, sound = key.partition(_SOUNDS)
        if consonants not in bones:
            continue
        if not parted:
            if _is_number(consonants):
                yield key
        elif apart(fold(uninflected(term, asked)), sound) is not None:
            yield key


def _written(
    question: Question, bones: dict[str, frozenset[str]], texts: Iterable[tuple[str, str]]
) -> Counter[tuple[str, bool]]:
    """How often texts write each word with a capital and without, behind their first word."""
    found: Counter[tuple[str, bool]] = Counter()
    for text, code in texts:
        if code == GERMAN:
            continue
        for word in words(text)[1:]:
            bare = unelided(word, code)
            keys = _keys(bare, code)
            for term in question.terms:
                if not bones[term].isdisjoint(keys) and any(
                    _near(term, question.language, bones[term], keys)
                ):
                    found[term, bare[:1].isupper()] += 1
    return found


@lru_cache(maxsize=50_000)
def _keys(word: str, language: str) -> frozenset[str]:
    found = frozenset[str]()
    for form in heard(word, language):
        bones = skeletons(form, language)
        sound = fold(uninflected(form, language))
        found |= bones | {f"{each}{_SOUNDS}{sound}" for each in bones if not _is_number(each)}
    return found


def _unsounded(bones: str) -> str:
    return bones if _is_number(bones) else f"{bones}{_SOUNDS}"


def _is_number(bones: str) -> bool:
    return bones[1:].isdecimal()
