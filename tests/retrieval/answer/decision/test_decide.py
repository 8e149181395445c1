"""One decision over what the judge says and what search knows."""

from __future__ import annotations

import math
from dataclasses import dataclass, field
from types import SimpleNamespace
from typing import Any

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from retrieval.answer.decision.asked import Asked
from retrieval.answer.decision.decide import FEATURES, Weights, decide, features_of, shipped
from retrieval.answer.question.question import understand

ASKED = understand("Did the ferry sail?")


@dataclass(eq=False)
class Nearby:
    """What a decision reads of a sentence's article."""

    belonging: float = 0.8
    title: float = 0.4
    source: str = "herald"

    @property
    def held(self) -> SimpleNamespace:
        return SimpleNamespace(article=SimpleNamespace(source=SimpleNamespace(id=self.source)))


@dataclass(eq=False)
class Told:
    """What a decision reads of a sentence."""

    coverage: Nearby = field(default_factory=Nearby)
    number: int = 0
    cosine: float = 0.5
    context: float = 0.5
    words: float = 0.7
    names: float = 1.0
    deeds: float = 0.5
    named: bool = True
    asks: bool = False
    quoted: bool = False
    language: str = "en"
    vector: np.ndarray[Any, Any] = field(default_factory=lambda: np.asarray((1, 0), np.float32))


def column(rows: np.ndarray[Any, Any], name: str) -> list[float]:
    return [float(value) for value in rows[:, FEATURES.index(name)]]


def judged(*rows: tuple[float, float, float, float]) -> np.ndarray[Any, Any]:
    return np.asarray(rows, dtype=np.float32)


def test_odds_are_against_beside_the_point() -> None:
    rows = features_of(ASKED, [Told()], judged((0.6, 0.2, 0.1, 0.1)))  # type: ignore[list-item]
    assert column(rows, "yes") == pytest.approx([math.log(6)], rel=1e-5)
    assert column(rows, "open") == pytest.approx([0], abs=1e-5)


def test_a_sentence_in_another_language_than_the_question_is_told_apart() -> None:
    sentences = [Told(), Told(language="fr")]
    rows = features_of(ASKED, sentences, judged((0.1, 0, 0, 0.9), (0.1, 0, 0, 0.9)))  # type: ignore[arg-type]
    assert column(rows, "abroad") == [0, 1]


def test_neighbours_and_article_are_those_of_the_same_article() -> None:
    one, other = Nearby(), Nearby()
    sentences = [Told(one, 3), Told(one, 4), Told(other, 4)]
    rows = features_of(
        ASKED,
        sentences,  # type: ignore[arg-type]
        judged((0.1, 0.1, 0, 0.8), (0.8, 0, 0, 0.2), (0.01, 0, 0, 0.99)),
    )
    answers = [math.log(0.2 / 0.8), math.log(0.8 / 0.2), math.log(0.01 / 0.99)]
    assert column(rows, "neighbours") == pytest.approx(
        [answers[1], answers[0], answers[2]], rel=1e-3
    )
    assert column(rows, "article") == pytest.approx([answers[1], answers[1], answers[2]], rel=1e-3)
    assert column(rows, "best") == pytest.approx([answers[1]] * 3, rel=1e-3)


def test_what_resembles_it_in_another_source_is_heard_as_far_as_it_does() -> None:
    half = np.asarray((0.65, math.sqrt(1 - 0.65**2)), np.float32)
    sentences = [
        Told(Nearby(source="herald")),
        Told(Nearby(source="courier"), vector=half),
        Told(Nearby(source="courier"), vector=np.asarray((-1, 0), np.float32)),
    ]
    rows = features_of(
        ASKED,
        sentences,  # type: ignore[arg-type]
        judged((0.2, 0.1, 0.1, 0.6), (0.8, 0.1, 0, 0.1), (0.1, 0.9, 0, 0)),
    )
    # 0.65 is half way from what counts as unlike to the same; the opposite counts nothing. The
    # first leans to a side by 0.1, the second by 0.7, and hears so much less.
    assert column(rows, "yes elsewhere") == pytest.approx([0.9 * 0.4, 0.3 * 0.1, 0], abs=1e-3)
    assert column(rows, "no elsewhere") == pytest.approx([0.9 * 0.05, 0.3 * 0.05, 0], abs=1e-3)


def test_who_takes_a_side_plainly_is_not_talked_out_of_it() -> None:
    sentences = [Told(Nearby(source="herald")), Told(Nearby(source="courier"))]
    rows = features_of(ASKED, sentences, judged((1, 0, 0, 0), (0, 1, 0, 0)))  # type: ignore[arg-type]
    assert column(rows, "no elsewhere")[0] == pytest.approx(0, abs=1e-3)
    assert column(rows, "yes elsewhere")[1] == pytest.approx(0, abs=1e-3)


def test_a_source_does_not_hear_itself() -> None:
    sentences = [Told(Nearby()), Told(Nearby())]
    rows = features_of(ASKED, sentences, judged((0.9, 0, 0, 0.1), (0.9, 0, 0, 0.1)))  # type: ignore[arg-type]
    assert column(rows, "yes elsewhere") == [0, 0]


def test_nothing_judged_is_nothing_decided() -> None:
    assert decide(ASKED, shipped()["polar"], [], np.zeros((0, 4), dtype=np.float32)).shape == (0, 4)


def test_a_model_that_does_not_know_beside_the_point_is_believed_in_yes_and_no_alone() -> None:
    sentences: Any = [Told(number=0), Told(number=9)]
    rows = decide(
        ASKED, shipped()["polar"], sentences, judged((0.9, 0.05, 0.05, 0), (0.01, 0.01, 0.98, 0))
    )
    assert rows[0, 0] > 2 * max(rows[0, 1], rows[0, 2])
    assert rows[1].argmax() == 3


@given(st.lists(st.tuples(*[st.floats(0, 1, width=32)] * 4), min_size=1, max_size=8))
def test_decisions_are_probabilities(rows: list[tuple[float, float, float, float]]) -> None:
    raw = np.asarray(rows, dtype=np.float32) + 1e-3
    shares = raw / raw.sum(axis=1, keepdims=True)
    found = decide(ASKED, shipped()["polar"], [Told(number=at) for at in range(len(rows))], shares)  # type: ignore[misc]
    assert found.shape == shares.shape
    assert np.allclose(found.sum(axis=1), 1, atol=1e-4)


def test_what_ships_knows_both_kinds_of_question() -> None:
    weights = shipped()
    assert set(weights) == {"polar", "open"}
    for each in weights.values():
        assert each.coefficients.shape == (4, len(FEATURES))
        assert 0 < each.first <= each.second < 1
        assert 0 < each.covered < 1


def test_a_file_that_lacks_a_feature_is_refused() -> None:
    with pytest.raises(KeyError):
        Weights.read({"coefficients": {}, "intercepts": [0, 0, 0, 0]})


def test_whose_words_are_asked_for_counts_of_open_questions(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(Asked, "another_s", lambda self, sentences: [0.5] * len(sentences))
    sentences: Any = [Told(), Told(number=1)]
    shares = judged((0.6, 0, 0, 0.4), (0, 0, 0, 1))
    rows = features_of(understand("What did Ida Moen say about the ferry?"), sentences, shares)
    # What does not answer at all is not looked at.
    assert column(rows, "another's") == [0.5, 0]
    for other in ("Did Ida Moen say that the ferry sank?", "Where did the ferry sink?"):
        assert column(features_of(understand(other), sentences, shares), "another's") == [0, 0]
