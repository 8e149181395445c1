"""Accounts: the passages that answer an open question, those that say the same together."""

from __future__ import annotations

from typing import TYPE_CHECKING

from retrieval.answer.evidence import Evidence, best, passage
from retrieval.answer.wh import answers, excludes
from retrieval.model import Position
from retrieval.models.stance import BESIDE

if TYPE_CHECKING:
    from collections.abc import Sequence

    import numpy as np
    from numpy.typing import NDArray

    from retrieval.answer.decide import Weights
    from retrieval.answer.question import Question
    from retrieval.answer.sift import Sentence


def positions(
    question: Question,
    sentences: Sequence[Sentence],
    decided: NDArray[np.float32],
    weights: Weights,
    per_source: int,
) -> tuple[Position, ...]:
    """One position a distinct answer, the one that most sources give first.

    `decided` has the probabilities of each sentence, shape (n, 4). Where nothing reaches
    `weights.covered` there is none.
    """
    told = 1 - decided[:, BESIDE]
    if not len(told) or float(told.max()) < weights.covered:
        return ()
    evidence = (
        Evidence(sentence, None, float(value))
        for sentence, value in zip(sentences, told, strict=True)
    )
    chosen = best(evidence, per_source, weights)
    accounts = _together(question, chosen)
    accounts.sort(key=lambda items: (-len(set(map(_source, items))), -items[0].probability))
    return tuple(
        Position(None, f"Account {number}", tuple(passage(item) for item in items))
        for number, items in enumerate(accounts, 1)
    )


def conflict(question: Question, found: Sequence[Position]) -> bool:
    """Whether accounts exclude each other: the question has one answer, and they give several."""
    told = [
        frozenset[str]().union(*(answers(question, p.span.text) for p in position.passages))
        for position in found
    ]
    return excludes(question) and sum(bool(keys) for keys in told) > 1


def _together(question: Question, chosen: Sequence[Evidence]) -> list[list[Evidence]]:
    """Evidence in groups that share an answer; what gives none that we can read stands alone."""
    groups: list[tuple[set[str], list[Evidence]]] = []
    for item in chosen:
        keys = set(answers(question, item.sentence.text))
        joined = [group for group in groups if group[0] & keys]
        for group in joined:
            groups.remove(group)
        groups.append(
            (
                keys.union(*(group[0] for group in joined)),
                [*(other for group in joined for other in group[1]), item],
            )
        )
    return [items for _, items in groups]


def _source(item: Evidence) -> str:
    return item.sentence.coverage.article.source_id
