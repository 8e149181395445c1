"""A question through every room: understand, search, judge, attribute, group."""

from __future__ import annotations

import time
from dataclasses import replace
from typing import TYPE_CHECKING

from retrieval.answer.attribution import origins
from retrieval.answer.decision import accounts, polar
from retrieval.answer.decision.already import not_yet
from retrieval.answer.decision.copies import Copies
from retrieval.answer.decision.decide import decide, shipped
from retrieval.answer.decision.examined import Examination
from retrieval.answer.decision.heard import heard
from retrieval.answer.finding.event import gather
from retrieval.answer.finding.sift import on_event, sift
from retrieval.answer.finding.then import with_appearances
from retrieval.answer.finding.times import in_time, of_another_time
from retrieval.answer.grammar import open_questions
from retrieval.answer.grammar.by_grammar import by_name, party_sides, telling
from retrieval.answer.grammar.newest import among_newest, as_one_account
from retrieval.answer.grammar.of_source import of_source
from retrieval.answer.language.speech import ENGLISH
from retrieval.answer.names.names_alone import by_names
from retrieval.answer.names.namesakes import of_namesakes
from retrieval.answer.question.question import understand
from retrieval.answered import Answer, Heading, Kind, SilentSource, Took
from retrieval.index.base import NarrowedIndex
from retrieval.model import Filter
from retrieval.models.panel import WithEnglish

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping, Sequence

    from config.settings import SearchSettings
    from retrieval.answer.decision.decide import Weights
    from retrieval.answer.finding.event import Coverage
    from retrieval.answer.question.question import Question
    from retrieval.answered import Origin, Position
    from retrieval.index.base import SearchedIndex
    from retrieval.models.base import Encoder, StanceModel
    from retrieval.store.catalogue import Catalogue

HEADINGS = 3


class Answerer:
    """Answers questions over one catalogue with one pair of models."""

    def __init__(
        self,
        catalogue: Catalogue,
        encoder: Encoder,
        stance: StanceModel,
        settings: SearchSettings,
        languages: Collection[str] = ("en",),
        decision: Mapping[str, Weights] | None = None,
    ) -> None:
        self._catalogue = catalogue
        self._encoder = encoder
        self._stance = stance
        self._settings = settings
        self._languages = languages
        self._decision = decision or shipped()

    def answer(
        self, text: str, index: SearchedIndex, where: Filter, per_source: int | None
    ) -> Answer:
        """What each source says; raises QuestionError and NotFoundError (an unknown filter)."""
        started = time.perf_counter()
        found = self.examine(text, index, where)
        question, searched, where = found.question, found.searched, found.where
        positions = self._positions(found, per_source)
        away = {
            id(each)
            for each in of_another_time(found.event, found.sentences, of_heard=found.of_heard)
        }
        near = [each for each in found.near if id(each) not in away]
        traced = origins([item for position in positions for item in position.passages])
        positions = self._with_copies(_with_origins(positions, traced), where.at)
        positions = with_appearances(positions, self._catalogue)
        done = time.perf_counter()
        shown = {
            source
            for position in positions
            for passage in position.passages
            for source in (passage.source.id, *(copy.source for copy in passage.article.copies))
        }
        return Answer(
            question=question.text,
            kind=question.kind,
            covered=bool(positions),
            conflict=self._conflict(question, positions),
            positions=positions,
            origins=traced,
            silent=self._silent(where, shown, {each.article.source_id for each in near}),
            # Where any is on the event, no heading stands beside its own that is not.
            nearest=() if positions else _headings(near or found.event),
            searched=self._catalogue.counts(where),
            took=Took(
                search_ms=_ms(started, searched),
                stance_ms=_ms(searched, done),
                total_ms=_ms(started, time.perf_counter()),
            ),
            at=where.at,
            language=question.language,
        )

    def examine(
        self, text: str, index: SearchedIndex, where: Filter, most: int | None = None
    ) -> Examination:
        """The sentences worth a look, and what the stance model says of each; raises likewise.

        At most `most`; without, as many as the settings say, and some of every source on the event.
        """
        question = by_name(understand(text, self._languages))
        question, where = of_source(question, where, self._catalogue.source_in_full)
        looked_at = among_newest(question, where, self._catalogue, self._settings.articles)
        among, whole = None, index
        if looked_at != Filter() and isinstance(index, NarrowedIndex):
            index = index.within(self._catalogue.chosen(looked_at))
        elif looked_at != Filter():
            among = self._catalogue.paragraph_ids(looked_at)
        vector = self._encoder.encode([question.canonical], query=True)[0]
        event = gather(
            question,
            vector,
            catalogue=self._catalogue,
            encoder=self._encoder,
            index=index,
            where=looked_at,
            among=among,
            articles=self._settings.articles,
            languages=self._languages,
        )
        theirs = of_namesakes(question, [each.texts for each in event])
        told = [each for each, is_theirs in zip(event, theirs, strict=True) if not is_theirs]
        near = on_event(question, told, self._languages)
        looked = [each for each in told if each.rank <= self._settings.articles or each in near]
        named = by_names(question, [text for each in event for text in each.texts])
        if named:
            found = self.examine(named, whole, where, most)
            return replace(found, question=replace(found.question, text=question.text))
        sentences = []
        if named is None:
            sentences = sift(
                question,
                vector,
                looked,
                most or self._settings.sentences,
                self._languages,
                near if most is None else (),
                telling(question),
            )
        searched = time.perf_counter()
        pairs = [(question.canonical, each.read) for each in sentences]
        if isinstance(self._stance, WithEnglish):
            english = [question.language == each.language == ENGLISH for each in sentences]
            judged = self._stance.judge_told(pairs, english)
        else:
            judged = self._stance.judge(pairs)
        return Examination(question, told or event, near, sentences, judged, searched, where)

    def _positions(self, found: Examination, per_source: int | None) -> tuple[Position, ...]:
        limit = per_source or self._settings.per_source
        kind = found.question.kind
        weights = self._decision[kind.value]
        decided = decide(found.question, weights, found.sentences, found.judged)
        decided = not_yet(found.question, found.sentences, decided)
        decided = in_time(found.event, found.sentences, decided, of_heard=found.of_heard)
        decided = heard(found.question, found.sentences, decided, weights.first)
        if kind is Kind.POLAR:
            decided = party_sides(found.question, found.sentences, decided)
            return polar.positions(found.sentences, decided, weights, limit)
        told = open_questions.told(found, decided, weights)
        return as_one_account(told.question, accounts.positions(*told, limit))

    def _with_copies(self, positions: tuple[Position, ...], at: str | None) -> tuple[Position, ...]:
        """Each passage with the addresses at which it stands word for word, and no others."""
        copies = Copies(self._catalogue, at)
        return tuple(
            replace(
                position,
                passages=tuple(
                    replace(item, article=replace(item.article, copies=copies.of(item)))
                    for item in position.passages
                ),
            )
            for position in positions
        )

    def _silent(
        self, where: Filter, shown: set[str | None], near: set[str]
    ) -> tuple[SilentSource, ...]:
        searched = self._catalogue.passing(where)
        return tuple(
            SilentSource(source.id, source.name, on_event=source.id in near)
            for source in sorted(searched, key=lambda each: (each.name.casefold(), each.id))
            if source.id not in shown
        )

    @staticmethod
    def _conflict(question: Question, positions: Sequence[Position]) -> bool:
        if question.kind is Kind.POLAR:
            return polar.conflict(positions)
        return accounts.conflict(question, positions)


def _headings(event: Sequence[Coverage]) -> tuple[Heading, ...]:
    articles = [each.held.article for each in event[:HEADINGS]]
    return tuple(Heading(article.title, article.url) for article in articles)


def _with_origins(
    positions: tuple[Position, ...], traced: Sequence[Origin]
) -> tuple[Position, ...]:
    """Passages name their origin as they print it; an answer refers to it by its id."""
    ids = {name: origin.id for origin in traced for name in origin.names}
    return tuple(
        replace(
            position,
            passages=tuple(
                replace(item, origin=ids.get(item.origin or "")) for item in position.passages
            ),
        )
        for position in positions
    )


def _ms(start: float, end: float) -> float:
    return round((end - start) * 1000, 2)
