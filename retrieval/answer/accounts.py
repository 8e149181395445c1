"""Accounts: the passages that answer an open question, those that say the same together."""

from __future__ import annotations

from typing import TYPE_CHECKING

from retrieval.answer.evidence import Evidence, best, passage
from retrieval.answer.wh import answers, excludes, inner
from retrieval.model import Position

if TYPE_CHECKING:
    from collections.abc import Sequence

    from retrieval.answer.evidence import Held
    from retrieval.answer.question import Question
    from retrieval.answer.units import Unit
    from retrieval.models.base import StanceModel

# Least probability that a sentence answers.
LEAST = 0.45
# The model is asked about a deed that such a question does not name, and doubts the most of it.
LEAST_ABOUT_SOMEBODY = 0.2


def positions(
    question: Question,
    units: Sequence[Unit],
    held: dict[str, Held],
    model: StanceModel,
    per_source: int,
) -> tuple[Position, ...]:
    """One position a distinct answer, the one that most sources give first."""
    chosen = best(judge(question, units, model), per_source)
    accounts = _together(question, chosen, held)
    accounts.sort(key=lambda items: (-len({_source(item) for item in items}), -items[0].strength))
    return tuple(
        Position(
            stance=None,
            label=f"Account {number}",
            passages=tuple(passage(item, held[_article(item)]) for item in items),
        )
        for number, items in enumerate(accounts, 1)
    )


def conflict(question: Question, found: Sequence[Position]) -> bool:
    """Whether accounts exclude each other: the question has one answer, and they give several."""
    told = [
        frozenset[str]().union(*(answers(question, p.span.text) for p in position.passages))
        for position in found
    ]
    return excludes(question) and sum(bool(keys) for keys in told) > 1


def judge(question: Question, units: Sequence[Unit], model: StanceModel) -> list[Evidence]:
    """The sentences that answer: the polar question inside the open one is a yes in them."""
    asked = inner(question)
    found = []
    rows = model.judge([(asked, unit.judged) for unit in units])
    for unit, row in zip(units, rows, strict=True):
        yes, no, _, beside = (float(value) for value in row)
        addressed = 1 - beside if question.asks == "matter" else yes
        least = LEAST_ABOUT_SOMEBODY if question.about_somebody else LEAST
        text = unit.judged
        if question.asks in {"when", "number", "where"} and not answers(question, text):
            continue
        if addressed >= least and (question.asks == "matter" or yes >= no):
            found.append(
                Evidence(unit.candidate, unit.start, unit.end, None, addressed, unit.relevance)
            )
    return found


def _together(
    question: Question, chosen: Sequence[Evidence], held: dict[str, Held]
) -> list[list[Evidence]]:
    """Evidence in groups that share an answer; what gives none that we can read stands alone."""
    groups: list[tuple[set[str], list[Evidence]]] = []
    for item in chosen:
        text = held[_article(item)].article.text[item.start : item.end]
        keys = set(answers(question, text))
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
    return item.candidate.paragraph.source_id


def _article(item: Evidence) -> str:
    return item.candidate.paragraph.article_id
