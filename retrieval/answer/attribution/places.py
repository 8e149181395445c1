"""Where in an article a report stands, and which one a sentence belongs to."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from retrieval.answer.attribution import lexicon as lx
from retrieval.answer.attribution.adjuncts import PLATFORMS
from retrieval.answer.attribution.clauses import Report
from retrieval.answer.attribution.denials import denial
from retrieval.answer.attribution.occasions import told_within
from retrieval.answer.attribution.papers import writer_of
from retrieval.answer.attribution.phrases import Kind, phrase_starting
from retrieval.answer.attribution.reading import Reading, Sentence, read
from retrieval.answer.attribution.reports import FRAME
from retrieval.answer.attribution.subjects import subject_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from retrieval.answer.attribution.phrases import Phrase
    from retrieval.model import Paragraph

# How many paragraphs back a speaker or a pronoun's meaning is looked for.
_BACK = 4
# The share of quoted characters from which a sentence that begins with them goes on with them.
_MOSTLY = 0.5


@dataclass(frozen=True, slots=True)
class Place:
    """A sentence with the index of its paragraph and its own index there."""

    paragraph: int
    number: int
    sentence: Sentence


class Pages:
    """An article's paragraphs, read as they are asked for."""

    def __init__(self, text: str, paragraphs: Sequence[Paragraph]) -> None:
        self.text = text
        self.paragraphs = paragraphs

    def reading(self, index: int) -> Reading:
        """The paragraph of that index, read."""
        piece = self.paragraphs[index]
        return read(self.text[piece.start : piece.end])

    def position(self, place: Place, phrase: Phrase) -> int:
        """The offset of a phrase in the article's text."""
        return self.paragraphs[place.paragraph].start + place.sentence.start + phrase.start

    def before(self, place: Place, back: int = _BACK) -> Iterator[Place]:
        """The sentences before a place, nearest first, `back` paragraphs with its own."""
        for index in range(place.paragraph, max(-1, place.paragraph - back), -1):
            sentences = self.reading(index).sentences
            last = place.number if index == place.paragraph else len(sentences)
            for number in range(last - 1, -1, -1):
                yield Place(index, number, sentences[number])

    def covering(self, index: int, start: int, end: int) -> tuple[Place, Report] | None:
        """The report that the span [start, end) of the text, in that paragraph, belongs to."""
        here = self._at(index, start, end)
        if here is None:
            return None
        offset = self.paragraphs[index].start + here.sentence.start
        report = _covering(here.sentence, start - offset, end - offset)
        if report is not None:
            return here, report
        if here.sentence.is_quotation or self._goes_on(here):
            return self._quoted(here)
        occasion = told_within(here.sentence.tokens, here.sentence.reports)
        if occasion is not None:
            return here, occasion
        return self._said_on(here) or self._announced(here)

    def denying(self, index: int, start: int, end: int) -> tuple[Place, Report] | None:
        """The report that denies what else the sentence of that span tells."""
        here = self._at(index, start, end)
        found = denial(here.sentence.tokens, here.sentence.reports) if here is not None else None
        return (here, found) if here is not None and found is not None else None

    def _at(self, index: int, start: int, end: int) -> Place | None:
        """The sentence that holds most of the span [start, end) of the text."""
        offset = self.paragraphs[index].start
        sentences = self.reading(index).sentences
        shares = [min(end - offset, s.end) - max(start - offset, s.start) for s in sentences]
        number = max(range(len(shares)), key=shares.__getitem__, default=-1)
        if number < 0 or shares[number] <= 0:
            return None
        return Place(index, number, sentences[number])

    def _said_on(self, place: Place) -> tuple[Place, Report] | None:
        """The speaker before `"They keep it," which nobody may.`, whose words these are as well."""
        sentence = place.sentence
        if place.number == 0 or sentence.tokens[0].tag != "Q" or sentence.quoted < _MOSTLY:
            return None
        before = self.reading(place.paragraph).sentences[place.number - 1]
        said = [r for r in before.reports if r.trailing and r.lemma != FRAME]
        opened = bool(before.tokens) and before.tokens[0].tag == "Q"
        return (
            (Place(place.paragraph, place.number - 1, before), said[-1])
            if opened and said
            else None
        )

    def _quoted(self, place: Place) -> tuple[Place, Report] | None:
        """The report of a sentence that is all quotation: further on in it, before it, after it."""
        sentences = self.reading(place.paragraph).sentences
        end = self._quotation_end(place)
        for number in range(place.number + 1, len(sentences)):
            if sentences[number].start < end and sentences[number].reports:
                return Place(place.paragraph, number, sentences[number]), sentences[number].reports[
                    0
                ]
        prose = self._prose_before(place)
        if prose is not None and prose.sentence.reports:
            return prose, _main(prose.sentence)
        follows = prose is not None and prose.number == place.number - 1
        for number in range(place.number + 1, len(sentences)):
            if sentences[number].reports:
                return Place(place.paragraph, number, sentences[number]), sentences[number].reports[
                    0
                ]
            if not sentences[number].is_quotation:
                break
        if prose is None:
            return self._beyond(place.paragraph)
        return _acting(prose) if follows else None

    def _prose_before(self, place: Place) -> Place | None:
        """The last sentence before a place, in its paragraph, that says who speaks or acts."""
        sentences = self.reading(place.paragraph).sentences
        numbers = range(place.number - 1, -1, -1)
        found = next(
            (n for n in numbers if sentences[n].reports or not sentences[n].is_quotation), None
        )
        return None if found is None else Place(place.paragraph, found, sentences[found])

    def _goes_on(self, place: Place) -> bool:
        """Whether a sentence begins inside a quotation that was opened before it."""
        marks = self.reading(place.paragraph).quotations
        return any(mark.start < place.sentence.start < mark.end for mark in marks)

    def _quotation_end(self, place: Place) -> int:
        """Where the quotation ends in which the sentence begins, in its paragraph."""
        start = place.sentence.start
        marks = self.reading(place.paragraph).quotations
        return next((mark.end for mark in marks if mark.start <= start < mark.end), 0)

    def _beyond(self, index: int) -> tuple[Place, Report] | None:
        """The speaker of a paragraph that is all quotation, from the paragraphs around it."""
        after = index + 1
        if self.reading(index).left_open and after < len(self.paragraphs):
            following = self.reading(after)
            if following.quotations and following.quotations[0].start == 0:
                for number, sentence in enumerate(following.sentences):
                    if sentence.reports:
                        return Place(after, number, sentence), sentence.reports[0]
        start = self.reading(index).sentences[0]
        for place in self.before(Place(index, 0, start)):
            if place.sentence.reports:
                return place, _main(place.sentence)
            if not place.sentence.is_quotation and place.sentence.is_prose:
                return _heralded(place) or (_acting(place) if _leads_in(place.sentence) else None)
        return None

    def _announced(self, place: Place) -> tuple[Place, Report] | None:
        """Who was announced before a paragraph without quotation marks: `Moen wrote:`."""
        if place.paragraph == 0:
            return None
        before = self.reading(place.paragraph - 1).sentences
        if not before or not before[-1].announces:
            return None
        announcing = Place(place.paragraph - 1, len(before) - 1, before[-1])
        if not before[-1].reports:
            return _heralded(announcing)
        return announcing, _main(before[-1])


def _main(sentence: Sentence) -> Report:
    """The report of a sentence that a quotation after it goes on with."""
    outer = [r for r in sentence.reports if not r.inner and not r.weak] or list(sentence.reports)
    trailing = [r for r in outer if r.trailing]
    # In `"...," X said, according to Y` it is X who goes on.
    spoken = [r for r in trailing if r.lemma != FRAME]
    return (spoken or trailing or outer)[-1]


def _acting(place: Place) -> tuple[Place, Report] | None:
    """Who acts in the sentence before a quotation that nobody else is named for."""
    tokens = place.sentence.tokens
    subject = subject_of(tokens)
    if subject is None or not (subject.kind is Kind.NAME or subject.noun in {"he", "she"}):
        return None
    # "MOEN HITS LUND" is a headline.
    after = tokens[subject.last + 1].text if subject.last + 1 < len(tokens) else ""
    if subject.text.isupper() and (after.isupper() or subject.last - subject.first > 1):
        return None
    outlet = lx.OUTLET_NAME.search(subject.text) is not None
    # "The AP has more from the scene:" leads in to what the AP wrote.
    if (outlet or subject.head not in "NM") and not (outlet and place.sentence.announces):
        return None
    return place, Report(subject, "say", subject.last, 0, tokens[-1].end, weak=True)


def _heralded(place: Place) -> tuple[Place, Report] | None:
    """Whose words come after "Here is X's statement:"; "Here are five points" are anybody's."""
    tokens = place.sentence.tokens
    one = [t.low for t in tokens[:2]] == ["here", "is"] or tokens[0].low == "here's"
    if not place.sentence.announces or not one:
        return None
    for at in range(1, len(tokens) - 1):
        ends = tokens[at].tag == "K" and tokens[at + 1].tag == ":"
        writer = writer_of(tokens, at) if ends else None
        if tokens[at].low == "from" and any(t.low == "more" for t in tokens[:at]):
            writer = phrase_starting(tokens, at + 1)
        if writer is not None and writer.kind is not Kind.UNNAMED:
            return place, Report(writer, "say", at, 0, tokens[-1].end, weak=True)
    return None


def _leads_in(sentence: Sentence) -> bool:
    """Whether a sentence speaks of words spoken or written, as one before a quotation does."""
    return sentence.announces or any(t.tag == "K" or t.text in PLATFORMS for t in sentence.tokens)


def opening(place: Place, phrase: Phrase, *, subject: bool) -> Place:
    """The part of a sentence before a phrase of it, with its reports or with its subject."""
    sentence = place.sentence
    cut = tuple(t for t in sentence.tokens if subject and t.end <= phrase.start)
    told = tuple(r for r in sentence.reports if not subject and r.speaker.end <= phrase.start)
    return replace(place, sentence=replace(sentence, tokens=cut, reports=told))


def _covering(sentence: Sentence, start: int, end: int) -> Report | None:
    """The report that covers most of the span, the outermost where several do."""
    best: tuple[tuple[int, bool, bool, int], Report] | None = None
    for report in sentence.reports:
        shared = min(end, report.end) - max(start, report.start)
        beside = report.weak and shared * 3 < end - start
        if shared <= 0 or beside or (report.inner and start < report.start):
            continue
        key = (shared, not report.weak, report.trailing, -report.start)
        if best is None or key > best[0]:
            best = key, report
    return best[1] if best else None
