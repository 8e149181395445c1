"""Accounts: the passages that answer an open question, those that say the same together."""

from __future__ import annotations

from itertools import combinations
from typing import TYPE_CHECKING

from retrieval.answer.evidence import Evidence, best, passage
from retrieval.answer.grouping import Told, together
from retrieval.answer.speech import ENGLISH
from retrieval.answer.wh import Reading, agree, answers, exclude, excludes
from retrieval.answered import Position
from retrieval.models.stance import BESIDE

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    import numpy as np
    from numpy.typing import NDArray

    from retrieval.answer.decide import Weights
    from retrieval.answer.question import Question
    from retrieval.answer.sentence import Sentence


# A sentence with its date, if that is known, and its language.
Dated = tuple[str, str | None, str]


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
    return any(exclude(one, two) for one, two in combinations(told, 2))


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
