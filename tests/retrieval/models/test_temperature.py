"""A temperature a pair: which features it has, and that it never changes which stance leads."""

from __future__ import annotations

import math

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra import numpy as hnp

from retrieval.models.stance import softmax
from retrieval.models.temperature import Temperature, features, is_asked

SCORES = hnp.arrays(np.float32, (3, 4), elements=st.floats(-30, 30, width=32))
WEIGHTS = st.floats(-1, 1)


@given(SCORES, st.builds(Temperature, WEIGHTS, WEIGHTS, WEIGHTS, WEIGHTS, WEIGHTS))
def test_the_order_of_the_stances_stays(scores: np.ndarray, temperature: Temperature) -> None:
    known = features(scores, ["Did she go?", "She went.", ""], [(5, 9), (4, 200), (0, 0)])
    cooled = temperature.of(known)
    assert cooled.shape == (3, 1)
    assert (cooled > 0).all()
    judged = softmax((scores / cooled).astype(np.float32))
    leading = np.take_along_axis(judged, scores.argmax(axis=1)[:, None], axis=1)[:, 0]
    assert np.allclose(leading, judged.max(axis=1), atol=1e-6)


def test_features_of_a_pair() -> None:
    scores = np.asarray([[0, 0, 0, 0], [50, 0, 0, 0]], dtype=np.float32)
    known = features(scores, ["did she go", "She went."], [(12, 64), (24, 32)])
    expected = [[1, 1, math.log(2), 0, math.log(4)], [1, 0, 0, math.log(2), 0]]
    assert np.allclose(known, expected, atol=1e-5)


def test_no_pairs_have_no_features() -> None:
    assert features(np.zeros((0, 4), dtype=np.float32), [], []).shape == (0, 5)


def test_plain_scaling_is_one_number() -> None:
    scores = np.asarray([[1, 2, 3, 4]], dtype=np.float32)
    known = features(scores, ["Is it?"], [(3, 4)])
    assert Temperature(base=math.log(2)).of(known) == pytest.approx(2, rel=1e-5)
    assert Temperature().of(known) == pytest.approx(1)


@pytest.mark.parametrize(
    ("text", "asked"),
    [("Did she go?", True), ("are they the same", True), ("She went.", False), ("", False)],
)
def test_what_is_asked(text: str, *, asked: bool) -> None:
    assert is_asked(text) is asked


def test_a_missing_weight_is_told() -> None:
    with pytest.raises(KeyError):
        Temperature.read({"base": 0.1})
