"""What answers where somebody's words are asked for, and nothing else."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from retrieval.answer.asked import asked_for_words
from retrieval.models.stance import BESIDE

if TYPE_CHECKING:
    from collections.abc import Sequence

    import numpy as np
    from numpy.typing import NDArray

    from retrieval.answer.decide import Weights
    from retrieval.answer.question import Question
    from retrieval.answer.sentence import Sentence


def own_words(
    question: Question,
    sentences: Sequence[Sentence],
    decided: NDArray[np.float32],
    weights: Weights,
) -> tuple[Sequence[Sentence], NDArray[np.float32], Weights]:
    """The sentences to answer from, with what was decided, shape (n, 4), and the thresholds.

    "What did Ida Moen say?" holds nothing that makes one sentence of hers likelier than another.
    So where none reaches `covered`, those she speaks need no more than a passage does, `first`.
    """
    told = 1 - decided[:, BESIDE]
    party = asked_for_words(question)
    if party is None or not len(told) or float(told.max()) >= weights.covered:
        return sentences, decided, weights
    rows = [at for at, value in enumerate(told.tolist()) if value >= weights.first]
    own = party.own([sentences[at] for at in rows])
    kept = [at for at, is_own in zip(rows, own, strict=True) if is_own]
    return [sentences[at] for at in kept], decided[kept], replace(weights, covered=weights.first)
