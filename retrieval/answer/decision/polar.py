"""Yes, no, or left open: the stance of each sentence towards a polar question."""

from __future__ import annotations

from itertools import product
from typing import TYPE_CHECKING

from retrieval.answer.decision.evidence import Evidence, best, passage
from retrieval.answer.finding.times import together
from retrieval.answered import Position, Stance
from retrieval.models.stance import BESIDE

if TYPE_CHECKING:
    from collections.abc import Sequence

    import numpy as np
    from numpy.typing import NDArray

    from retrieval.answer.decision.decide import Weights
    from retrieval.answer.finding.sentence import Sentence

LABELS = {
    Stance.SUPPORTS: "Says yes",
    Stance.REFUTES: "Says no",
    Stance.NEUTRAL: "Leaves it open",
}
# The columns of a decision but the last, which is "beside the point".
STANCES = tuple(LABELS)


def positions(
    sentences: Sequence[Sentence],
    decided: NDArray[np.float32],
    weights: Weights,
    per_source: int,
) -> tuple[Position, ...]:
    """One position a stance that has evidence, always in the order yes, no, open.

    `decided` has the probabilities of each sentence, shape (n, 4). Where nothing reaches
    `weights.covered` there is none.
    """
    evidence = judge(sentences, decided, weights)
    found = []
    for stance, label in LABELS.items():
        chosen = best((item for item in evidence if item.stance is stance), per_source, weights)
        if chosen:
            found.append(Position(stance, label, tuple(passage(item) for item in chosen)))
    return tuple(found)


def conflict(found: Sequence[Position]) -> bool:
    """Yes and no of one time exclude each other; who leaves it open contradicts neither."""
    dates = {
        position.stance: [item.posted or item.article.published for item in position.passages]
        for position in found
    }
    told = product(dates.get(Stance.SUPPORTS, ()), dates.get(Stance.REFUTES, ()))
    return any(together(yes, no) for yes, no in told)


def judge(
    sentences: Sequence[Sentence], decided: NDArray[np.float32], weights: Weights
) -> list[Evidence]:
    """The sentences that may be shown, each under the likeliest of its stances."""
    if not len(decided) or float((1 - decided[:, BESIDE]).max()) < weights.covered:
        return []
    likeliest = decided[:, :BESIDE].argmax(axis=1).tolist()
    found = [
        Evidence(sentence, STANCES[at], float(row[at]))
        for sentence, row, at in zip(sentences, decided, likeliest, strict=True)
    ]
    weak = _weaker_side(found, weights.against)
    return [item for item in found if item.stance is not weak]


def _weaker_side(found: Sequence[Evidence], least: float) -> Stance | None:
    """The less likely of yes and no, where its plainest passage has less than `least`."""
    plainest = {
        stance: max((item.probability for item in found if item.stance is stance), default=0.0)
        for stance in (Stance.SUPPORTS, Stance.REFUTES)
    }
    weaker = min(plainest, key=lambda stance: plainest[stance])
    return weaker if plainest[weaker] < least else None
