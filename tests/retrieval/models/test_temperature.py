"""The temperature of a pair: by the passage's length, and the leading stance never changes."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra import numpy as hnp

from retrieval.models.stance import softmax
from retrieval.models.temperature import PASSAGE_TOKENS, Temperature

SCORES = hnp.arrays(np.float32, (3, 4), elements=st.floats(-30, 30, width=32))
WEIGHTS = st.floats(-1, 1)
LENGTHS = hnp.arrays(np.int64, 3, elements=st.integers(0, 256))


@given(SCORES, LENGTHS, st.builds(Temperature, WEIGHTS, WEIGHTS))
def test_the_order_of_the_stances_stays(
    scores: np.ndarray, tokens: np.ndarray, temperature: Temperature
) -> None:
    cooled = temperature.of(tokens)
    assert cooled.shape == (3, 1)
    assert (cooled > 0).all()
    judged = softmax((scores / cooled).astype(np.float32))
    leading = np.take_along_axis(judged, scores.argmax(axis=1)[:, None], axis=1)[:, 0]
    assert np.allclose(leading, judged.max(axis=1), atol=1e-6)


def test_longer_passages_are_cooled_more() -> None:
    tokens = np.asarray([0, PASSAGE_TOKENS, 4 * PASSAGE_TOKENS])
    found = Temperature(base=float(np.log(2)), passage=0.5).of(tokens)[:, 0]
    assert found.tolist() == pytest.approx([2 / PASSAGE_TOKENS**0.5, 2, 4])


def test_no_passages_have_no_temperature() -> None:
    assert Temperature().of(np.zeros(0, dtype=np.int64)).shape == (0, 1)


def test_a_missing_weight_is_told() -> None:
    with pytest.raises(KeyError):
        Temperature.read({"base": 0.1})
