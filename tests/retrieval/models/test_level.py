"""Any encoder's cosines on one scale."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from retrieval.errors import ModelError
from retrieval.models.level import UNRELATED, Level, Levelled, measure

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from numpy.typing import NDArray

SIZE, SUBJECTS, LANGUAGES = 48, 40, 3


def crowded(seed: int) -> tuple[list[NDArray[np.float32]], list[NDArray[np.float32]]]:
    """Vectors of the same subjects in three languages, all of them in one narrow cone."""
    chance = np.random.default_rng(seed)
    cone = 4 * chance.standard_normal(SIZE)
    subjects = chance.standard_normal((SUBJECTS, SIZE))
    tongues = 2 * chance.standard_normal((LANGUAGES, SIZE))
    found = []
    for role in (0.5 * chance.standard_normal(SIZE), 0):
        raw = [cone + subjects + tongue + role for tongue in tongues]
        found.append(
            [
                (each / np.linalg.norm(each, axis=1, keepdims=True)).astype(np.float32)
                for each in raw
            ]
        )
    return found[0], found[1]


@given(st.integers(0, 1000))
def test_a_cone_is_opened_and_languages_fall_together(seed: int) -> None:
    questions, passages = crowded(seed)
    assert float(np.median(questions[0] @ passages[1].T)) > 0.5

    level = Level.of(questions, passages)
    asked = level.off(questions[0], query=True)
    same, other = (level.off(passages[at], query=False) for at in (0, 1))

    assert np.allclose(np.linalg.norm(asked, axis=1), 1, atol=1e-4)
    assert abs(float(np.median(asked @ other.T)) - UNRELATED) < 0.1
    # The same subject in another language is as near as in the question's own, before any other.
    right = np.diagonal(asked @ other.T)
    assert float(right.mean()) > 0.8
    assert abs(float(right.mean()) - float(np.diagonal(asked @ same.T).mean())) < 0.1


class Fixed:
    key = "fixed@1/fp32"
    dimensions = SIZE

    def encode(self, texts: Sequence[str], *, query: bool = False) -> NDArray[np.float32]:
        rows = [np.random.default_rng(len(text)).standard_normal(SIZE) + 3 for text in texts]
        found = np.asarray(rows, dtype=np.float32).reshape(-1, SIZE)
        unit: NDArray[np.float32] = found / np.linalg.norm(found, axis=1, keepdims=True)
        return unit


def test_a_levelled_encoder_files_its_vectors_apart(tmp_path: Path) -> None:
    measure(Fixed(), tmp_path)
    levelled = Levelled(Fixed(), tmp_path)

    assert levelled.key != Fixed.key
    assert levelled.encode([]).shape == (0, SIZE)
    texts = ["One.", "And two more words.", "Words upon words, and words again."]
    assert float(np.min(Fixed().encode(texts) @ Fixed().encode(texts).T)) > 0.8
    assert float(np.min(levelled.encode(texts) @ levelled.encode(texts).T)) < 0.3


def test_a_level_that_cannot_be_read_is_a_model_error(tmp_path: Path) -> None:
    with pytest.raises(ModelError, match="prepared again"):
        Levelled(Fixed(), tmp_path)
