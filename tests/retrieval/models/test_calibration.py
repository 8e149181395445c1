"""Scores made into probabilities: by the passage's length, and by stance."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra import numpy as hnp

from retrieval.models.calibration import PASSAGE_TOKENS, Calibration
from retrieval.models.stance import softmax

SCORES = hnp.arrays(np.float32, (3, 4), elements=st.floats(-30, 30, width=32))
WEIGHTS = st.floats(-1, 1)
LENGTHS = hnp.arrays(np.int64, 3, elements=st.integers(0, 256))


@given(SCORES, LENGTHS, st.builds(Calibration, WEIGHTS, WEIGHTS))
def test_without_offsets_the_leading_stance_stays(
    scores: np.ndarray, tokens: np.ndarray, calibration: Calibration
) -> None:
    judged = softmax(calibration.of(scores, tokens))
    leading = np.take_along_axis(judged, scores.argmax(axis=1)[:, None], axis=1)[:, 0]
    assert np.allclose(leading, judged.max(axis=1), atol=1e-6)


def test_longer_passages_are_cooled_more() -> None:
    tokens = np.asarray([0, PASSAGE_TOKENS, 4 * PASSAGE_TOKENS])
    found = Calibration(base=float(np.log(2)), passage=0.5).of(np.ones((3, 4), np.float32), tokens)
    assert (1 / found[:, 0]).tolist() == pytest.approx([2 / PASSAGE_TOKENS**0.5, 2, 4])


def test_offsets_are_added_to_what_is_cooled() -> None:
    calibration = Calibration(base=float(np.log(2)), offsets=(0, 0, 0, 1.5))
    found = calibration.of(np.asarray([[2, 4, 6, 8]], np.float32), np.asarray([PASSAGE_TOKENS]))
    assert found.tolist() == [[1, 2, 3, 5.5]]


def test_no_passages_have_no_probabilities() -> None:
    found = Calibration().of(np.zeros((0, 4), np.float32), np.zeros(0, dtype=np.int64))
    assert found.shape == (0, 4)


@pytest.mark.parametrize(
    "values", [{"base": 0.1, "passage": 0}, {"base": 0, "passage": 0, "offsets": [1, 2, 3]}]
)
def test_what_is_missing_is_told(values: dict[str, object]) -> None:
    with pytest.raises((KeyError, ValueError)):
        Calibration.read(values)
