"""The question's words in the texts of an event: how rare each is, and which of them name.

Whether a word is a name is read off the articles, which write it with a capital in mid-sentence:
a question may be typed in any case. German ones tell nothing by that, and who is written otherwise
in the question's language may be told by those of other languages. Of another language than the
question's a text is asked for names and numbers only, in whatever spelling.
"""

from __future__ import annotations

import math
import re
from dataclasses import dataclass, replace
from itertools import chain
from typing import TYPE_CHECKING

from retrieval.answer.language.languages import LANGUAGES, language, place_told, stem_in, whole_too
from retrieval.answer.language.speech import ENGLISH
from retrieval.answer.names.looking import GERMAN, LookedFor
from retrieval.answer.names.named_abroad import CAPITALS, told_abroad
from retrieval.answer.names.placed import is_place
from retrieval.answer.names.subjects import (
    CALENDAR,
    fold,
    place_of,
    places_of_several,
    unchanged,
)
from retrieval.answer.question.question import words

if TYPE_CHECKING:
    from collections import Counter
    from collections.abc import Iterable, Sequence

    from retrieval.answer.question.question import Question

_YEAR = re.compile(r"(?:19|20)\d\d")


@dataclass(frozen=True, slots=True)
class Term:
    """A word of the question: keys that stand for it, how rare it is, whether it names.

    `last` is true for the last word of a name, "Barr" of "Bill Barr"; `year` for a year. `abroad`
    stand for it in other languages.
    """

    keys: frozenset[str]
    weight: float
    name: bool
    last: bool
    year: bool = False
    abroad: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Wording:
    """The words of a question, weighed by how rare they are among the sentences of its event."""

    terms: tuple[Term, ...]
    looked_for: LookedFor

    def share(self, keys: frozenset[str]) -> float:
        """The share of all words, by weight, that are among the keys."""
        return _share(self.terms, keys)

    def parting(self, texts: Iterable[tuple[str, str]]) -> Wording:
        """The words that any of the texts, given with their languages, holds; all if none names.

        What none of them does ("who paid for the funeral") parts none of them from the others.
        """
        if not self.names_somebody:
            return self
        told = frozenset[str]().union(*(self.keys_of(*each) for each in texts))
        return replace(self, terms=tuple(term for term in self.terms if term.keys & told))

    def names(self, keys: frozenset[str]) -> float:
        """The share of the names; 1 where there are none."""
        return _share([term for term in self.terms if term.name], keys)

    def deeds(self, keys: frozenset[str]) -> float:
        """The share of the words that name nobody; 1 where there are none."""
        return _share([term for term in self.terms if not term.name], keys)

    @property
    def looks_for_deeds(self) -> bool:
        """Whether any word names nobody."""
        return not all(term.name for term in self.terms)

    @property
    def names_somebody(self) -> bool:
        """Whether any word names, and not just a country or a great body such as the FBI."""
        return any(
            not any(key.startswith("place:") for key in term.keys)
            for term in self.terms
            if term.name
        )

    def named(self, keys: frozenset[str]) -> bool:
        """Whether the last word of every name is among the keys."""
        return all(term.keys & keys for term in self.terms if term.last)

    def fits(self, keys: frozenset[str]) -> bool:
        """Whether an article of these keys, its dates among them, can be on what is asked about.

        It names everybody, and every year: another year's event is another event.
        """
        return all(term.keys & keys for term in self.terms if term.last or term.year)

    def names_any(self, keys: frozenset[str]) -> bool:
        """Whether one of the names is among the keys; true where there are none."""
        names = [term for term in self.terms if term.name]
        return not names or any(term.keys & keys for term in names)

    def abroad(self) -> Wording:
        """Of these words those that another language has too: names, years and numbers.

        No name must be there: many are translated ("Germany", "Allemagne").
        """
        return Wording(
            tuple(
                replace(term, keys=term.abroad, last=False)
                for term in self.terms
                if term.abroad and (term.name or term.year)
            ),
            self.looked_for,
        )

    def keys_of(self, text: str, language: str = ENGLISH) -> frozenset[str]:
        """The keys of these words that a text in the question's language holds."""
        return self.looked_for.held(text, language)


def weigh(
    question: Question, texts: Sequence[str], languages: Sequence[str] | None = None
) -> Wording:
    """The question's words as the texts, the sentences of an event, use them.

    `languages` are those of the texts, in their order; all English where none are given.
    """
    spoken = languages or [ENGLISH] * len(texts)
    asked = question.language
    of_several = places_of_several(question.canonical, asked)
    keys_by_term = {
        term: _term_keys(term, of_several.get(term.casefold()), asked) for term in question.terms
    }
    looked_for = LookedFor.of(frozenset(chain.from_iterable(keys_by_term.values())))
    counts, capital, lower = looked_for.counted(zip(texts, spoken, strict=True))
    found: list[Term] = []
    deed = _deed_before_all(question)
    abroad = told_abroad(question, texts, spoken)
    for term in question.terms:
        keys = keys_by_term[term]
        held = max((counts[key] for key in keys), default=0)
        weight = math.log((len(texts) + 1) / (held + 1)) + 1e-6
        is_name = (
            term.casefold() in of_several
            or _sum(capital, keys) > CAPITALS * _sum(lower, keys)
            or (
                term[:1].isupper()
                and not _sum(lower, keys)
                and asked != GERMAN
                and term.casefold() != deed
            )
        )
        # A country typed small nobody has to name: its adjectives do as well.
        small = _small_country(term, asked) is not None
        by_others = (abroad[term].named or small) and not _sum(lower, keys)
        name = (is_name or by_others) and term.casefold() not in CALENDAR
        # Whom nobody writes so in the question's language nobody has to name.
        written = is_name or (
            by_others
            and not small
            and any(
                code == asked and looked_for.held(text, asked) & keys
                for text, code in zip(texts, spoken, strict=True)
            )
        )
        # "Eastmere Ferries" is one name, and two where it sank "in Eastmere".
        if (
            name
            and written
            and found
            and found[-1].last
            and not is_place(question.terms[len(found) - 1], term, texts, asked)
        ):
            found[-1] = replace(found[-1], last=False)
        year = _YEAR.fullmatch(term) is not None
        named = name and not year
        theirs = abroad[term].keys | {key for key in keys if ":" in key}
        found.append(Term(keys, weight, named, last=named and written, year=year, abroad=theirs))
    return Wording(tuple(found), looked_for)


def _deed_before_all(question: Question) -> str:
    """The question's first word where that is a verb: its capital is the sentence's own."""
    spoken, asked = question.language, question.canonical
    if spoken not in LANGUAGES or not language(spoken).deed.match(asked):
        return ""
    return words(asked)[0].casefold()


def _term_keys(term: str, of_several: int | None, language: str) -> frozenset[str]:
    place = place_of(term, language) if of_several is None else of_several
    if place is None:
        place = _small_country(term, language)
    keys = {stem_in(language, term), fold(term), *place_told(term, language)}
    keys |= whole_too(term, language)
    if before := unchanged(term, language):
        keys.add(stem_in(language, before))
    return frozenset(keys if place is None else {*keys, f"place:{place}"})


def _small_country(term: str, language: str) -> int | None:
    """The number of a country that is typed small, but in English, which reads it so anyway.

    What is written small, its people and language, names it less: "русские".
    """
    if language == ENGLISH or not term.islower() or place_of(term, language) is not None:
        return None
    return place_of(term.capitalize(), language)


def keys_of_term(term: str, language: str = ENGLISH) -> frozenset[str]:
    """What may stand for a word in a text: its stem, its spelling folded, its country."""
    return _term_keys(term, None, language)


def _sum(counts: Counter[str], keys: frozenset[str]) -> int:
    return sum(counts[key] for key in keys)


def _share(terms: Sequence[Term], keys: frozenset[str]) -> float:
    total = sum(term.weight for term in terms)
    held = sum(term.weight for term in terms if term.keys & keys)
    return held / total if total else 1.0
