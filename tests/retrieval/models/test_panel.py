"""Two judges: the second is asked of what the first takes for a possible answer."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from config.settings import ModelSettings
from retrieval.models.load import load_stance
from retrieval.models.panel import LEAST, Panel, WithEnglish, together
from retrieval.models.stance import OnnxStanceModel

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

Shares = tuple[float, float, float, float]


class Judge:
    """Judges by a table, and keeps what it was asked."""

    def __init__(self, name: str, table: dict[str, Shares]) -> None:
        self.name, self._table = name, table
        self.languages = frozenset({"en"})
        self.asked: list[str] = []
        self.questions: list[str] = []

    def judge(self, pairs: Sequence[tuple[str, str]]) -> np.ndarray[Any, Any]:
        self.asked += [passage for _, passage in pairs]
        self.questions += [question for question, _ in pairs]
        rows = [self._table[passage] for _, passage in pairs]
        return np.asarray(rows, np.float32).reshape(len(rows), 4)


def test_what_may_answer_is_judged_twice_and_the_rest_once() -> None:
    first = Judge("one", {"yes": (0.8, 0.1, 0, 0.1), "aside": (0.02, 0.01, 0, 0.97)})
    second = Judge("two", {"yes": (0.2, 0.7, 0, 0.1)})
    found = Panel(first, second).judge([("?", "aside"), ("?", "yes"), ("?", "aside")])
    assert second.asked == ["yes"]
    assert found[0] == pytest.approx((0.02, 0.01, 0, 0.97))
    # The roots of 0.16, 0.07 and 0.01 are 0.4, 0.265 and 0.1.
    assert found[1] == pytest.approx((0.523, 0.346, 0, 0.131), abs=1e-3)


def test_the_second_is_asked_from_the_least_on() -> None:
    shares = (LEAST, 0.0, 0.0, 1 - LEAST)
    second = Judge("two", {"edge": shares})
    Panel(Judge("one", {"edge": shares}), second).judge([("?", "edge")])
    assert second.asked == ["edge"]


def test_the_second_reads_no_capitals_in_a_question() -> None:
    shares = (0.5, 0.1, 0.1, 0.3)
    second = Judge("two", {"Edge": shares})
    Panel(Judge("one", {"Edge": shares}), second).judge([("Did Bell GO?", "Edge")])
    assert second.questions == ["did bell go?"]


def test_no_pairs_ask_nobody() -> None:
    second = Judge("two", {})
    assert Panel(Judge("one", {}), second).judge([]).shape == (0, 4)
    assert second.asked == []


@given(st.lists(st.tuples(*[st.floats(2**-10, 1, width=32)] * 8), min_size=1, max_size=5))
def test_together_is_a_share_and_takes_no_side(rows: list[tuple[float, ...]]) -> None:
    raw = np.asarray(rows, np.float32)
    one = raw[:, :4] / raw[:, :4].sum(axis=1, keepdims=True)
    other = raw[:, 4:] / raw[:, 4:].sum(axis=1, keepdims=True)
    both = together(one, other)
    assert np.allclose(both.sum(axis=1), 1, atol=1e-4)
    assert np.allclose(both, together(other, one), atol=1e-6)
    assert np.allclose(together(one, one), one, atol=1e-3)


def test_the_settings_say_whether_there_is_a_second_look(tmp_path: Path) -> None:
    both = load_stance(ModelSettings(cache=tmp_path))
    assert isinstance(both, Panel)
    assert "whosays-stance-six" in both.name
    alone = load_stance(ModelSettings(cache=tmp_path, second_look=False))
    assert isinstance(alone, OnnxStanceModel)
    six = load_stance(ModelSettings(cache=tmp_path, encoder="multilingual"))
    assert isinstance(six, WithEnglish)
    assert six.languages == frozenset({"en", "de", "fr", "es", "ru", "uk"})
    alone = load_stance(ModelSettings(cache=tmp_path, encoder="multilingual", second_look=False))
    assert isinstance(alone, OnnxStanceModel)
    assert "stance-six" in alone.name


def test_what_is_english_is_judged_by_the_judge_of_english_too() -> None:
    six = Judge("six", {"yes": (0.8, 0.1, 0, 0.1), "oui": (0.7, 0.1, 0.1, 0.1)})
    english = Judge("english", {"yes": (0.2, 0.7, 0, 0.1)})
    both = WithEnglish(six, english)
    found = both.judge_told([("?", "oui"), ("?", "yes")], [False, True])
    assert english.asked == ["yes"]
    assert found[0] == pytest.approx((0.7, 0.1, 0.1, 0.1))
    assert found[1] == pytest.approx((0.523, 0.346, 0, 0.131), abs=1e-3)
    assert both.judge([("?", "yes")])[0] == pytest.approx((0.8, 0.1, 0, 0.1))
    assert both.name == "six and english"
