"""Which sentences stand under which position."""

from __future__ import annotations

from dataclasses import dataclass, field
from types import SimpleNamespace
from typing import Any

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from retrieval.answer.decision.decide import Weights
from retrieval.answer.decision.evidence import best
from retrieval.answer.decision.polar import conflict, judge
from retrieval.answered import Position, Stance

WEIGHTS = Weights(np.zeros((0, 0)), np.zeros(0), first=0.3, second=0.5, covered=0.4, against=0.35)


@dataclass(eq=False)
class Nearby:
    article: Any


@dataclass(eq=False)
class Source:
    source_id: str = "north"


@dataclass(eq=False)
class Told:
    """A sentence as `best` and `judge` see it; unlike all others unless given a vector."""

    coverage: Nearby = field(default_factory=lambda: Nearby(Source()))
    paragraph: int = 1
    vector: Any = None
    text: str = ""

    def __post_init__(self) -> None:
        if self.vector is None:
            self.vector = np.eye(8)[self.paragraph % 8]


def judged(*rows: tuple[float, float, float, float]) -> list[tuple[Stance | None, float]]:
    sentences: Any = [Told(paragraph=at) for at in range(len(rows))]
    found = judge(sentences, np.asarray(rows, dtype=np.float32), WEIGHTS)
    return [(each.stance, round(each.probability, 3)) for each in found]


def test_each_sentence_stands_under_its_likeliest_stance() -> None:
    assert judged((0.7, 0.1, 0.1, 0.1), (0.1, 0.6, 0.1, 0.2), (0.1, 0.1, 0.5, 0.3)) == [
        (Stance.SUPPORTS, 0.7),
        (Stance.REFUTES, 0.6),
        (Stance.NEUTRAL, 0.5),
    ]


def test_where_nothing_is_likely_enough_there_is_silence() -> None:
    assert judged((0.39, 0, 0, 0.61), (0.1, 0.2, 0.05, 0.65)) == []
    assert judged((0.3, 0.1, 0.05, 0.55)) != []


def test_a_side_needs_a_plain_passage_where_the_other_is_likelier() -> None:
    assert judged((0.8, 0.1, 0, 0.1), (0.1, 0.34, 0, 0.56)) == [(Stance.SUPPORTS, 0.8)]
    stances = {stance for stance, _ in judged((0.8, 0.1, 0, 0.1), (0.1, 0.36, 0, 0.54))}
    assert stances == {Stance.SUPPORTS, Stance.REFUTES}


def shown(*items: tuple[Told, float], per_source: int = 2) -> list[float]:
    from retrieval.answer.decision.evidence import Evidence  # noqa: PLC0415

    evidence: Any = [Evidence(told, None, value) for told, value in items]  # type: ignore[arg-type]
    return [each.probability for each in best(evidence, per_source, WEIGHTS)]


def test_a_sources_second_passage_must_be_plainer() -> None:
    assert shown((Told(paragraph=1), 0.45), (Told(paragraph=2), 0.4)) == [0.45]
    assert shown((Told(paragraph=1), 0.6), (Told(paragraph=2), 0.55)) == [0.6, 0.55]
    assert shown((Told(paragraph=1), 0.29)) == []


@pytest.mark.parametrize(
    ("second", "adds"),
    [
        (Told(paragraph=1), False),
        (Told(paragraph=2, vector=np.eye(8)[1]), False),
        (Told(paragraph=2), True),
    ],
)
def test_a_second_passage_says_more_than_the_same_words_again(second: Told, adds: bool) -> None:
    first = Told(paragraph=1)
    second.coverage = first.coverage
    assert len(shown((first, 0.9), (second, 0.8))) == 1 + adds


def test_sources_are_counted_apart() -> None:
    south = Told(coverage=Nearby(Source("south")), paragraph=3)
    assert shown((Told(paragraph=1), 0.45), (south, 0.4)) == [0.45, 0.4]


@given(st.lists(st.floats(0, 1), max_size=12), st.integers(1, 4))
def test_the_likeliest_come_first_and_never_more_than_asked(
    values: list[float], per_source: int
) -> None:
    items = [(Told(paragraph=at % 7), value) for at, value in enumerate(values)]
    found = shown(*items, per_source=per_source)
    assert found == sorted(found, reverse=True)
    assert len(found) <= per_source
    assert bool(found) == any(value >= WEIGHTS.first for value in values)


@pytest.mark.parametrize(
    ("yes", "no", "is_one"),
    [
        (["2018-01-20"], ["2018-01-22"], True),
        (["2018-01-20"], ["2019-12-09"], False),
        (["2018-01-20", "2019-12-08"], ["2019-12-09"], True),
        (["2018-01-20"], [None], True),
        (["2018-01-20"], [], False),
    ],
)
def test_yes_and_no_of_two_times_exclude_nothing(
    yes: list[str | None], no: list[str | None], is_one: bool
) -> None:
    def position(stance: Stance, days: list[str | None]) -> Position:
        passages: Any = tuple(
            SimpleNamespace(posted=None, article=SimpleNamespace(published=day)) for day in days
        )
        return Position(stance, "", passages)

    assert conflict([position(Stance.SUPPORTS, yes), position(Stance.REFUTES, no)]) is is_one
