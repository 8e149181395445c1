"""Who says a sentence of an article, and where the information comes from.

The rule, as a careful reader has it:

- The *speaker* is whoever the text says utters the sentence: the outermost reporter whose clause
  holds the span ("X said that Y lied": X). None where the source speaks in its own voice, which
  includes acts ("X congratulated Y"), silence ("X declined to comment") and hearsay without a
  name ("it is believed").
- A quotation without attribution belongs to the speaker beside it: later in the same quotation,
  before it or after it in the paragraph, or across a break where the quotation runs on.
- The *origin* is the last party in the chain that has a name or publishes: whom the speaker cites
  ("A, citing B, reported": B) or was read in ("X said so, according to B": B), unless that is an
  unnamed person; for an unnamed speaker, the outlet that was told, that owns the source, or that
  was reporting just before; else the speaker.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from retrieval.answer.attribution import lexicon as lx
from retrieval.answer.attribution.phrases import Kind, Phrase
from retrieval.answer.attribution.places import Pages, Place, opening
from retrieval.answer.attribution.posts import signed_by
from retrieval.answer.attribution.prose import blanked
from retrieval.answer.attribution.resolve import (
    full_name,
    fuller_body,
    meant_by,
    role_holder,
)

if TYPE_CHECKING:
    from collections.abc import Sequence

    from retrieval.answer.attribution.clauses import Report
    from retrieval.model import Paragraph

# A pronoun may mean a pronoun before it, but not for ever.
_DEEPEST = 3
_REPORTING = frozenset({"report", "learn", "reveal", "publish", "frame"})


@dataclass(frozen=True, slots=True)
class Attribution:
    """Speaker and origin in the article's words; `spans` are their offsets in its text."""

    speaker: str | None = None
    origin: str | None = None
    spans: tuple[tuple[int, int], ...] = ()


def attribute(
    text: str,
    paragraphs: Sequence[Paragraph],
    paragraph: int,
    sentence: tuple[int, int],
    *,
    title: str = "",
) -> Attribution:
    """Who says `text[sentence[0]:sentence[1]]`, which lies in paragraph number `paragraph`.

    A surname, pronoun or role is resolved to the fullest name near it; the title helps to choose.
    """
    if not 1 <= paragraph <= len(paragraphs):
        return Attribution()
    return _Article(text, paragraphs, title).attribute(paragraph - 1, sentence)


_Name = tuple[str, int]


class _Article:
    def __init__(self, text: str, paragraphs: Sequence[Paragraph], title: str) -> None:
        self.text = text
        self.prose = blanked(text)
        self.pages = Pages(self.prose, paragraphs)
        self.title = title

    def attribute(self, index: int, span: tuple[int, int]) -> Attribution:
        post = signed_by(self.text, self.pages.paragraphs, index, *span)
        if post is not None:
            name, at = post
            return Attribution(name, name, ((at, at + len(name)),))
        found = self.pages.covering(index, *span)
        if found is None:
            return Attribution()
        place, report = found
        speaker = self.resolved(place, report.speaker, report)
        origin = self.origin(place, report, speaker)
        spans = tuple(sorted({(start, start + len(name)) for name, start in (speaker, origin)}))
        return Attribution(speaker[0], origin[0], spans)

    def resolved(
        self, place: Place, phrase: Phrase, report: Report | None = None, depth: int = 0
    ) -> _Name:
        """The phrase in its fullest form with its offset; as it stands where nothing fits."""
        at = self.pages.position(place, phrase)
        literal = self.text[at : at + phrase.end - phrase.start]
        found: _Name | None = None
        if phrase.kind is Kind.PRONOUN and depth < _DEEPEST:
            meant = self.meant(place, phrase, report)
            if meant is not None:
                return self.resolved(*meant, depth=depth + 1)
        elif phrase.kind is Kind.NAME:
            found = full_name(literal, self.prose, at, self.title)
        elif phrase.kind is Kind.ROLE and phrase.head == "R":
            found = role_holder(literal, self.prose, at)
            if found is not None:
                found = full_name(found[0], self.prose, at, self.title) or found
            else:
                found = self.same_role(place, phrase)
        elif phrase.kind is Kind.ROLE and phrase.head in "BO":
            found = fuller_body(literal, self.prose, at)
        return found or (literal, at)

    def meant(
        self, place: Place, phrase: Phrase, report: Report | None
    ) -> tuple[Place, Phrase] | None:
        """Whom a pronoun means, in its own sentence or before it."""
        word = lx.POSSESSIVES.get(phrase.noun, phrase.noun)
        places = list(self.pages.before(place))
        if report is not None and not report.trailing:
            places.insert(0, opening(place, report))
        return meant_by(word, places, self.prose)

    def same_role(self, place: Place, phrase: Phrase) -> _Name | None:
        """For "the official": the earlier speaker who was introduced as "an official for X"."""
        for earlier in self.pages.before(place):
            for report in earlier.sentence.reports:
                other = report.speaker
                if other.kind is Kind.UNNAMED and other.noun == phrase.noun:
                    return self.resolved(earlier, other)
        return None

    def origin(self, place: Place, report: Report, speaker: _Name) -> _Name:
        cited, told = report.cited, report.told
        if cited is not None and _publishes(cited):
            return self.resolved(place, cited)
        if not _anonymous(report.speaker):
            return speaker
        if told is not None and (outlet := self.outlet(place, told)) is not None:
            return outlet
        owner = report.speaker.owner
        if owner and _is_source(report.speaker):
            shift = self.pages.position(place, report.speaker) - report.speaker.start
            return self.text[owner[0] + shift : owner[1] + shift], owner[0] + shift
        return self.reporting_before(place, report) or speaker

    def outlet(self, place: Place, told: Phrase) -> _Name | None:
        """Who was told, where that is an outlet and not a person ("told Judge X")."""
        if told.kind is not Kind.NAME:
            return None
        found = self.resolved(place, told)
        person = told.outer != told.first or found[1] != self.pages.position(place, told)
        return None if person and not lx.OUTLET_NAME.search(found[0]) else found

    def reporting_before(self, place: Place, report: Report) -> _Name | None:
        """The outlet whose report an unnamed source goes on with."""
        reach = place.paragraph - int(_is_source(report.speaker))
        for earlier in self.pages.before(place):
            if earlier.paragraph < reach:
                return None
            for other in reversed(earlier.sentence.reports):
                told = other.told if _anonymous(other.speaker) else None
                party = told or other.speaker
                if party.kind is Kind.NAME and (told or other.lemma in _REPORTING):
                    return self.resolved(earlier, party)
                if not _anonymous(other.speaker):
                    return None
        return None


def _anonymous(phrase: Phrase) -> bool:
    owned = phrase.owner is not None and _is_source(phrase)
    return phrase.kind is Kind.UNNAMED or owned


def _is_source(phrase: Phrase) -> bool:
    return lx.SOURCE.match(phrase.noun) is not None


def _publishes(phrase: Phrase) -> bool:
    """Whether a cited party can be an origin: it has a name, or is an outlet or institution."""
    return phrase.kind in {Kind.NAME, Kind.ROLE} or phrase.head in "OB"
