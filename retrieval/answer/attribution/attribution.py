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
  was reporting just before; for an outlet's own reporter, the outlet; else the speaker.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from retrieval.answer.attribution import lexicon as lx
from retrieval.answer.attribution.near import speaker_near
from retrieval.answer.attribution.ordinary import is_ordinary
from retrieval.answer.attribution.phrases import Kind, Phrase
from retrieval.answer.attribution.places import Pages, Place
from retrieval.answer.attribution.posts import named_below, signed_by
from retrieval.answer.attribution.prose import blanked
from retrieval.answer.attribution.resolver import Name, Resolver
from retrieval.answer.attribution.transcripts import turn_of
from retrieval.answer.language.languages import LANGUAGES

if TYPE_CHECKING:
    from collections.abc import Sequence

    from retrieval.answer.attribution.clauses import Report
    from retrieval.model import Paragraph

# Where these mean nobody who was named, they name nobody.
_NOBODY = frozenset({"it", *lx.POSSESSIVES})
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
    language: str | None = None,
    denied: bool = False,
) -> Attribution:
    """Who says `text[sentence[0]:sentence[1]]`, which lies in paragraph number `paragraph`.

    A surname, pronoun or role is resolved to the fullest name near it; the title helps to choose.
    In a `language` (ISO 639-1) of `languages.LANGUAGES` only what is plain counts. Of a sentence
    that says "no" to what was asked, `denied`, it is whoever denies what else it tells.
    """
    reader = Reader(text, paragraphs, title=title, language=language)
    return reader.of(paragraph, sentence, denied=denied)


class Reader:
    """One article, read once for all of its sentences that `attribute` may be asked of."""

    def __init__(
        self,
        text: str,
        paragraphs: Sequence[Paragraph],
        *,
        title: str = "",
        language: str | None = None,
    ) -> None:
        code = (language or "")[:2].lower()
        self._text, self._paragraphs = text, paragraphs
        self._abroad = code if code in LANGUAGES else None
        self._article = _Article(text, paragraphs, title) if self._abroad is None else None

    def of(self, paragraph: int, sentence: tuple[int, int], *, denied: bool = False) -> Attribution:
        """Who says the sentence with these offsets, which lies in paragraph number `paragraph`."""
        if not 1 <= paragraph <= len(self._paragraphs):
            return Attribution()
        if self._article is not None:
            return self._article.attribute(paragraph - 1, sentence, denied=denied)
        code = self._abroad or ""
        found = speaker_near(self._text, self._paragraphs, paragraph - 1, sentence, code)
        if found is None:
            return Attribution()
        return Attribution(self._text[slice(*found)], self._text[slice(*found)], (found,))


class _Article:
    def __init__(self, text: str, paragraphs: Sequence[Paragraph], title: str) -> None:
        self.text = text
        prose = blanked(text)
        self.pages = Pages(prose, paragraphs)
        self.resolved = Resolver(prose, self.pages, title).resolved

    def attribute(self, index: int, span: tuple[int, int], *, denied: bool) -> Attribution:
        paragraphs = self.pages.paragraphs
        marked = (
            signed_by(self.text, paragraphs, index, *span)
            or turn_of(self.text, paragraphs, index)
            or named_below(self.text, paragraphs, index, span[0])
        )
        if marked is not None:
            name, at = marked
            return Attribution(name, name, ((at, at + len(name)),))
        found = self.pages.denying(index, *span) if denied else None
        found = found or self.pages.covering(index, *span)
        if found is None:
            return Attribution()
        place, report = found
        if is_ordinary(report.speaker, self.pages.text):
            return Attribution()
        speaker = self.resolved(place, report.speaker, report)
        if speaker[0].lower() in _NOBODY:
            return Attribution()
        origin = self.origin(place, report, speaker)
        spans = tuple(sorted({(start, start + len(name)) for name, start in (speaker, origin)}))
        return Attribution(speaker[0], origin[0], spans)

    def origin(self, place: Place, report: Report, speaker: Name) -> Name:
        cited, told = report.cited, report.told
        if cited is not None and _publishes(cited):
            return self.resolved(place, cited)
        if not _anonymous(report.speaker):
            return self.newsroom(place, report.speaker) or speaker
        if told is not None and (outlet := self.outlet(place, told)) is not None:
            return outlet
        owned = self.owner(place, report.speaker) if _is_source(report.speaker) else None
        return owned or self.reporting_before(place, report) or speaker

    def owner(self, place: Place, phrase: Phrase) -> Name | None:
        """The name before a genitive: Verstka of "Verstka's source"."""
        if phrase.owner is None:
            return None
        shift = self.pages.position(place, phrase) - phrase.start
        start, end = phrase.owner[0] + shift, phrase.owner[1] + shift
        return self.text[start:end], start

    def newsroom(self, place: Place, phrase: Phrase) -> Name | None:
        """The outlet whose reporter speaks: "the Associated Press's Ida Moen"."""
        owner = (
            self.owner(place, phrase) if phrase.kind is Kind.NAME and phrase.head == "N" else None
        )
        return owner if owner is not None and lx.OUTLET_NAME.search(owner[0]) else None

    def outlet(self, place: Place, told: Phrase) -> Name | None:
        """Who was told, where that is an outlet and not a person ("told Judge X")."""
        if told.kind is not Kind.NAME:
            return None
        found = self.resolved(place, told)
        person = told.outer != told.first or found[1] != self.pages.position(place, told)
        return None if person and not lx.OUTLET_NAME.search(found[0]) else found

    def reporting_before(self, place: Place, report: Report) -> Name | None:
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
