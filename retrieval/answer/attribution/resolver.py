"""Whom a phrase of an article means, in the fullest words that the article has for them."""

from __future__ import annotations

import re
from dataclasses import replace
from itertools import pairwise
from typing import TYPE_CHECKING

from retrieval.answer.attribution import lexicon as lx
from retrieval.answer.attribution.genders import may_be
from retrieval.answer.attribution.incumbent import incumbent, may_preside
from retrieval.answer.attribution.papers import BODY, paper_before, stating, writer_of
from retrieval.answer.attribution.phrases import Kind, Phrase
from retrieval.answer.attribution.places import opening
from retrieval.answer.attribution.resolve import (
    EITHER,
    full_name,
    fuller_body,
    is_person,
    meant_by,
)
from retrieval.answer.attribution.roles import bears, role_holder
from retrieval.answer.attribution.subjects import subject_of
from retrieval.answer.attribution.tagging import tokenize

if TYPE_CHECKING:
    from retrieval.answer.attribution.clauses import Report
    from retrieval.answer.attribution.places import Pages, Place

Name = tuple[str, int]
# A pronoun may mean a pronoun before it, but not for ever.
_DEEPEST = 6
# Who is called by one of these was named just before: "the California Republican".
_EPITHET = re.compile(
    r"the\s(?:\d+-year-old(?:\s[\w-]+)?$|(?:[\w.’'-]+\s){0,3}(?:president|governor|senator|congress(?:wo)?man|mayor|lawmaker|republican"
    r"|democrat|independent|candidate|nominee|pontiff|pope|billionaire|businessman|mogul)$)",
    re.IGNORECASE,
)
_PARTY = re.compile(r"(?:republican|democrat)$", re.IGNORECASE)
_OUTLET = re.compile(r"(?:newspaper|paper|outlet|network|website|magazine)$", re.IGNORECASE)
# Nouns for one text.
_SAME_WORDS = (
    frozenset({"report", "article", "story", "column", "editorial"}),
    frozenset({"lawsuit", "suit", "complaint", "filing"}),
)
_ANSWERING = frozenset({"answer", "reply", "respond"})
_PRINTED = frozenset({"article", "report", "story"})


class Resolver:
    """Resolves phrases of one article; `text` is its prose, in which the names are looked for."""

    def __init__(self, text: str, pages: Pages, title: str) -> None:
        self.text = text
        self.pages = pages
        self.title = title

    def resolved(
        self,
        place: Place,
        phrase: Phrase,
        report: Report | None = None,
        depth: int = 0,
        pronoun: str = "",
    ) -> Name:
        """The phrase in its fullest form with its offset; as it stands where nothing fits."""
        at = self.pages.position(place, phrase)
        literal = self.text[at : at + phrase.end - phrase.start]
        # What a page sets between two words is no part of a name.
        literal = re.split(r"\s{3,}", literal, maxsplit=1)[0] or literal
        meant: tuple[Place, Phrase] | None = None
        found: Name | None = None
        if phrase.kind is Kind.PRONOUN:
            meant = self.meant(place, phrase, phrase.noun, report)
        elif _PARTY.search(literal) and _EPITHET.match(literal):
            pass
        elif phrase.head == "R" and phrase.kind is Kind.ROLE:
            found = self.holder(place, phrase, literal, at)
        elif phrase.head == "K" and phrase.kind is not Kind.NAME:
            meant = self.author(place, phrase, literal)
        elif phrase.kind is Kind.ROLE and phrase.head in "BO":
            found = fuller_body(literal, self.text, at) or paper_before(phrase.noun, self.text, at)
        elif phrase.kind is Kind.NAME:
            found = full_name(literal, self.text, at, self.title, pronoun)
        if found is None and meant is None:
            meant = self.called(place, phrase, literal, report)
        if meant is not None and depth < _DEEPEST:
            said = lx.POSSESSIVES.get(phrase.noun, phrase.noun)
            known = said if phrase.kind is Kind.PRONOUN else pronoun
            return self.resolved(*meant, depth=depth + 1, pronoun=known)
        if phrase.kind is Kind.PRONOUN and phrase.noun in {"he", "she"}:
            found = self.only_person(place, at, phrase.noun)
        return found or (literal, at)

    def only_person(self, place: Place, at: int, pronoun: str) -> Name | None:
        """The one person who is named in the paragraph before a pronoun or in its own."""
        start = self.pages.paragraphs[max(0, place.paragraph - 1)].start
        known: dict[str, bool] = {}
        for token in tokenize(self.text[start:at]):
            if token.tag == "N" and token.text[:1].isupper() and token.text not in known:
                known[token.text] = is_person(token.text, self.text)
        persons = [
            name for name, person in known.items() if person and may_be(pronoun, name, self.text)
        ]
        if len(persons) != 1:
            return None
        return full_name(persons[0], self.text, at, self.title, pronoun)

    def meant(
        self, place: Place, phrase: Phrase, pronoun: str, report: Report | None
    ) -> tuple[Place, Phrase] | None:
        """Whom a pronoun means, or a phrase that stands for it, in its own sentence or before."""
        word = lx.POSSESSIVES.get(pronoun, pronoun)
        places = list(self.pages.before(place))
        # "X is ill, he said" is another's word than X's; "Acme is well, the firm said" is Acme's.
        # In `X was blunt: "...," he said` X speaks.
        led_in = any(
            one.tag == ":" and two.tag == "Q" and two.end < phrase.start
            for one, two in pairwise(place.sentence.tokens)
        )
        aside = (
            report is not None and report.trailing and word in {"he", "she", EITHER} and not led_in
        )
        own = opening(place, phrase, subject=True)
        if report is not None and report.lemma in _ANSWERING:
            places = _without_asker(places)
        if aside:
            places.insert(0, opening(place, phrase, subject=False))
            return meant_by(word, places, self.text) or meant_by(word, [own], self.text)
        return meant_by(word, [own, *_after_opener(own), *places], self.text)

    def holder(self, place: Place, phrase: Phrase, literal: str, at: int) -> Name | None:
        """Who holds a role; "this official" is one that was spoken of, whoever else is one."""
        shown = literal.lower().startswith(("this ", "that "))
        found = None if shown else role_holder(literal, self.text, at)
        # Of two senators it is the one who was spoken of last.
        last = meant_by(EITHER, self.pages.before(place), self.text)
        if found is not None and last is not None and last[1].kind is Kind.NAME:
            name = self.resolved(*last)
            if name[0] != found[0] and bears(name[0], literal, self.text):
                return name
        surname = incumbent(literal, self.text, at, found)
        president = full_name(surname, self.text, at, self.title) if surname else None
        if president is not None:
            return president
        same = self.same_role(place, phrase)
        # "the official" is the one who was introduced last, with a name or without.
        if found is None or (same is not None and not same[1] < found[1] < at):
            return same
        return full_name(found[0], self.text, at, self.title) or found

    def called(
        self, place: Place, phrase: Phrase, literal: str, report: Report | None
    ) -> tuple[Place, Phrase] | None:
        """Whom "the California Republican" or "the company" means: who was named just before."""
        if _EPITHET.match(literal):
            found = self.meant(place, phrase, EITHER, report)
            if found is None or found[1].kind is Kind.UNNAMED:
                return None
            president = phrase.noun == "president"
            return (
                found if not president or may_preside(self.resolved(*found)[0], self.text) else None
            )
        if not BODY.match(literal):
            return None
        found = self.meant(place, phrase, "it", report)
        # "It is well, the company said.", "The company, which has left, said the company is well."
        trailing = report is not None and report.trailing
        while found is not None and (
            (trailing and found[1].kind is Kind.PRONOUN) or found[1].noun == phrase.noun
        ):
            found = self.meant(*found, "it", None)
        if found is None or is_person(found[1].text, self.text) or found[1].kind is not Kind.NAME:
            return None
        if phrase.noun == "union" and not self._is_union(found[1].text):
            return None
        printed = lx.OUTLET_NAME.search(found[1].text) is not None
        return found if printed == bool(_OUTLET.search(literal)) else None

    def _is_union(self, name: str) -> bool:
        """Whether the text calls a body a union: "its union, ATW", "ATW, the drivers' union"."""
        called, near = re.escape(name), r"\W+(?:[\w’'-]+\W+){0,4}"
        is_union = rf"\bunion{near}{called}|{called}{near}union\b"
        return "nion" in name or re.search(is_union, self.text, re.IGNORECASE) is not None

    def same_role(self, place: Place, phrase: Phrase) -> Name | None:
        """For "the official": the earlier speaker who was introduced as "an official for X"."""
        for earlier in self.pages.before(place):
            for report in earlier.sentence.reports:
                other = report.speaker
                # "President called for end to recount", above a story, introduces nobody.
                introduced = other.kind is Kind.UNNAMED and other.first < other.last
                if introduced and other.noun == phrase.noun:
                    return self.resolved(earlier, other)
        return None

    def author(self, place: Place, phrase: Phrase, literal: str) -> tuple[Place, Phrase] | None:
        """Whose words "the report" or "the statement" are, where the article said so before."""
        if not re.match(r"(?:the|this|that)\s(?:[\w-]+\s)?[\w-]+$", literal, re.IGNORECASE):
            return None
        nouns = next((group for group in _SAME_WORDS if phrase.noun in group), {phrase.noun})
        for earlier in self.pages.before(place, back=place.paragraph + 1):
            tokens = earlier.sentence.tokens
            for at, token in enumerate(tokens):
                if token.low in nouns and token.tag == "K":
                    writer = writer_of(tokens, at) or stating(earlier.sentence, at)
                    if writer is not None:
                        return earlier, writer
            if phrase.noun in _PRINTED and place.paragraph - earlier.paragraph <= 1:
                for report in reversed(earlier.sentence.reports):
                    for outlet in (report.speaker, report.told):
                        if outlet is not None and _is_outlet(outlet):
                            return earlier, outlet
        return None


def _is_outlet(phrase: Phrase) -> bool:
    return phrase.kind is Kind.NAME and lx.OUTLET_NAME.search(phrase.text) is not None


def _without_asker(places: list[Place]) -> list[Place]:
    """The sentences before an answer; who asked last is not who answers."""
    at = next((i for i, place in enumerate(places) if place.sentence.reports), None)
    if at is None:
        return places
    sentence = places[at].sentence
    asked = [r for r in sentence.reports if r.lemma == "ask"]
    rest = tuple(r for r in sentence.reports if r.lemma != "ask")
    subject = subject_of(sentence.tokens)
    asker = subject is not None and any(r.speaker.end == subject.end for r in asked)
    without = replace(sentence, reports=rest, tokens=() if asker else sentence.tokens)
    return [*places[:at], replace(places[at], sentence=without), *places[at + 1 :]]


def _after_opener(place: Place) -> list[Place]:
    """X's clause in "After X had left, he said", as a sentence of its own."""
    tokens = place.sentence.tokens
    # In "After the judge had called her, she stood up" it is somebody else.
    other = any(t.low in {"her", "him", "them"} for t in tokens)
    if not tokens or tokens[0].tag != "S" or other:
        return []
    return [replace(place, sentence=replace(place.sentence, tokens=tokens[1:], reports=()))]
