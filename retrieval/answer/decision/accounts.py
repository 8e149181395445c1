"""Accounts: the passages that answer an open question, those that say the same together."""

from __future__ import annotations

from itertools import combinations
from typing import TYPE_CHECKING

from retrieval.answer.decision.evidence import Evidence, best, passage
from retrieval.answer.decision.grouping import Told, together
from retrieval.answer.decision.sums import adds_up, counted_on, has_grown
from retrieval.answer.finding.times import together as of_one_time
from retrieval.answer.language.speech import ENGLISH
from retrieval.answer.values.amounts import Amount
from retrieval.answer.values.wanted import was_planned
from retrieval.answer.values.wh import Reading, agree, answers, exclude, excludes
from retrieval.answered import Position
from retrieval.models.stance import BESIDE

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    import numpy as np
    from numpy.typing import NDArray

    from retrieval.answer.decision.decide import Weights
    from retrieval.answer.finding.sentence import Sentence
    from retrieval.answer.question.question import Question


# A sentence with its date, if that is known, and its language.
Dated = tuple[str, str | None, str]
_Both = tuple[frozenset[Reading], frozenset[Reading]]


def positions(
    question: Question,
    sentences: Sequence[Sentence],
    decided: NDArray[np.float32],
    weights: Weights,
    per_source: int,
) -> tuple[Position, ...]:
    """One position a distinct answer, the one that most sources give first.

    `decided` has the probabilities of each sentence, shape (n, 4). Where nothing reaches
    `weights.covered` there is none. Of numbers and days a source has each that it tells, once.
    """
    told = 1 - decided[:, BESIDE]
    if not len(told) or float(told.max()) < weights.covered:
        return ()
    evidence = [
        Evidence(sentence, None, float(value))
        for sentence, value in zip(sentences, told, strict=True)
    ]
    chosen = best(evidence, per_source, weights, _same(question), _apart(question))
    groups = together(question, [_told(item) for item in chosen])
    accounts = [[chosen[place] for place in places] for places in groups]
    accounts.sort(key=lambda items: (-len(set(map(_source, items))), -items[0].probability))
    return tuple(
        Position(None, f"Account {number}", tuple(passage(item) for item in items))
        for number, items in enumerate(accounts, 1)
    )


def conflict(question: Question, found: Sequence[Position]) -> bool:
    """Whether accounts exclude each other: the question has one answer, and they give several."""
    return excluding(
        question,
        [
            [
                (item.span.text, item.posted or item.article.published, item.language or ENGLISH)
                for item in position.passages
            ]
            for position in found
        ],
    )


def excluding(question: Question, groups: Sequence[Sequence[Dated]]) -> bool:
    """Whether two groups of sentences give answers that exclude each other."""
    if not excludes(question):
        return False
    across = any(sentence[2] != ENGLISH for group in groups for sentence in group)
    # A number that was not told of what is asked for is no rival of one that was.
    read = [
        [answers(question, *sentence, across=across, bound=True) for sentence in group]
        for group in groups
    ]
    if question.asks not in {"when", "number"}:
        # Of several names nobody can say which one is the answer.
        read = [[found for found in group if len(found) == 1] for group in read]
    told = [frozenset[Reading]().union(*group) for group in read]
    return any(
        exclude(told[one], told[two])
        and any(
            exclude(first, second)
            and _rivals(question, (first, second), groups[one][at], groups[two][by])
            for at, first in enumerate(read[one])
            for by, second in enumerate(read[two])
        )
        for one, two in combinations(range(len(told)), 2)
    )


def _rivals(question: Question, read: _Both, one: Dated, two: Dated) -> bool:
    """Whether other answers of two sentences exclude each other, by when and how they are told.

    What was published half a year apart is of two times, the dead of a day are fewer than those of
    the next, and the parts of a sum are not another one.
    """
    if not of_one_time(one[1], two[1]):
        return False
    if question.asks == "when":
        return not any(was_planned(question.canonical, each[0]) for each in (one, two))
    if question.asks != "number":
        return True
    first, second = ([each for each in told if isinstance(each, Amount)] for told in read)
    when = counted_on(*one[:2], two[1]), counted_on(*two[:2], one[1])
    grown = has_grown(question.canonical, first, second, when)
    return not (grown or adds_up(one[0], two[0]))


def _told(item: Evidence) -> Told:
    sentence = item.sentence
    held = sentence.coverage.held
    posted = next(each.posted for each in held.paragraphs if each.number == sentence.paragraph)
    when = posted or held.article.published
    return Told(sentence.text, sentence.vector, sentence.cosine, when, sentence.language)


def _same(question: Question) -> Callable[[Evidence, Evidence], bool | None]:
    """Whether two sentences give the same number or day; of other questions nobody can tell."""
    read: dict[int, frozenset[Reading]] = {}

    def reading(item: Evidence) -> frozenset[Reading]:
        if id(item) not in read:
            told = _told(item)
            read[id(item)] = answers(question, told.text, told.published, told.language)
        return read[id(item)]

    if question.asks not in {"when", "number"}:
        return lambda _one, _other: None
    return lambda one, other: agree(reading(one), reading(other))


def _apart(question: Question) -> Callable[[Evidence, Evidence], bool]:
    """Whether two sentences plainly give two numbers of what is asked for: then both are shown."""

    def reading(item: Evidence) -> frozenset[Reading]:
        told = _told(item)
        return answers(question, told.text, told.published, told.language, bound=True)

    if question.asks != "number":
        return lambda _one, _other: False
    return lambda one, other: exclude(reading(one), reading(other))


def _source(item: Evidence) -> str:
    return item.sentence.coverage.article.source_id
