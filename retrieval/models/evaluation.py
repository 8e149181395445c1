"""Scores of a stance model on labelled rows: `whosays eval stance FILE` and the benchmarks."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final

import numpy as np

from retrieval.models.stance_rows import LABELS as FOUR
from retrieval.models.stance_rows import StanceRow, read_stance_rows

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from numpy.typing import NDArray

    from retrieval.models.base import StanceModel

__all__ = [
    "LABELS",
    "StanceRow",
    "StanceScores",
    "evaluate_file",
    "judge_all",
    "merge_beside",
    "read_stance_rows",
    "score",
]

# Those of sets that do not tell what is beside the point from what is left open.
LABELS: Final = FOUR[:3]
ECE_BINS: Final = 15
CHANCE_DRAWS: Final = 100
# Rows a call of the model; keeps memory flat on files of any length.
CHUNK: Final = 512


@dataclass(frozen=True, slots=True)
class StanceScores:
    """Scores over one file; F1s and their mean are over the labels that the file has.

    `average_precision` has each of these labels, and "any": all that is not beside the point.
    `right_side` is how often the right one of yes and no is the likelier, where either is right;
    None where neither ever is. `ece_chance` is what the calibration error would be if the
    probabilities were right.
    """

    rows: int
    accuracy: float
    macro_f1: float
    f1: dict[str, float]
    average_precision: dict[str, float]
    right_side: float | None
    ece: float
    ece_chance: float
    labels: dict[str, int]
    predicted: dict[str, int]

    def as_dict(self) -> dict[str, Any]:
        """Plain values for JSON, fractions rounded to four places."""
        return {
            "rows": self.rows,
            "accuracy": round(self.accuracy, 4),
            "macro_f1": round(self.macro_f1, 4),
            "f1": _rounded(self.f1),
            "average_precision": _rounded(self.average_precision),
            "right_side": None if self.right_side is None else round(self.right_side, 4),
            "ece": round(self.ece, 4),
            "ece_chance": round(self.ece_chance, 4),
            "labels": self.labels,
            "predicted": self.predicted,
        }


def _rounded(values: dict[str, float]) -> dict[str, float]:
    return {name: round(value, 4) for name, value in values.items()}


def merge_beside(probabilities: NDArray[np.float32]) -> NDArray[np.float32]:
    """Probabilities of shape (n, 3): beside the point counts as neutral."""
    merged: NDArray[np.float32] = probabilities[:, :3].copy()
    merged[:, 2] += probabilities[:, 3]
    return merged


def score(
    probabilities: NDArray[np.float32], gold: Sequence[str], *, bins: int = ECE_BINS
) -> StanceScores:
    """Score probabilities of shape (n, 3 or 4) against n labels.

    Predictions are among the labels that `gold` has; where it never says beside, that counts as
    neutral. The calibration error is the expected one of the chosen label, over equal-width bins
    (Guo et al., 2017).
    """
    names = FOUR if FOUR[-1] in set(gold) else LABELS
    merge = probabilities.shape[1] > len(names)
    held = merge_beside(probabilities) if merge else probabilities
    present = [at for at, label in enumerate(names) if label in set(gold)]
    shares = held[:, present] / held[:, present].sum(axis=1, keepdims=True).clip(1e-12)
    chosen = np.asarray(present)[shares.argmax(axis=1)]
    truth = np.asarray([names.index(label) for label in gold])
    right = chosen == truth
    f1 = dict.fromkeys(names, 0.0)
    for at in present:
        hits = int((right & (truth == at)).sum())
        total = int((truth == at).sum() + (chosen == at).sum())
        f1[names[at]] = 2 * hits / total if total else 0.0
    precision = {names[at]: average_precision(held[:, at], truth == at) for at in present}
    if names is FOUR:
        precision["any"] = average_precision(1 - held[:, -1], truth != len(FOUR) - 1)
    return StanceScores(
        rows=len(gold),
        accuracy=float(right.mean()),
        macro_f1=float(np.mean([f1[names[at]] for at in present])),
        f1=f1,
        average_precision=precision,
        right_side=_right_side(held, truth),
        ece=calibration_error(shares.max(axis=1), right, bins=bins),
        ece_chance=chance_error(shares.max(axis=1), bins=bins),
        labels=_counts(truth, names),
        predicted=_counts(chosen, names),
    )


def average_precision(scores: NDArray[np.float32], relevant: NDArray[np.bool_]) -> float:
    """Mean precision at each relevant row, best score first; 0 where none is relevant."""
    hits = relevant[np.argsort(-scores, kind="stable")]
    if not hits.any():
        return 0.0
    precision = np.cumsum(hits) / np.arange(1, len(hits) + 1)
    return float(precision[hits].mean())


def _right_side(shares: NDArray[np.float32], truth: NDArray[np.int_]) -> float | None:
    either = truth < 2  # noqa: PLR2004 - yes and no are the first two labels
    if not either.any():
        return None
    return float(((shares[:, 0] > shares[:, 1]) == (truth == 0))[either].mean())


def calibration_error(
    confidence: NDArray[np.float32], right: NDArray[np.bool_], *, bins: int = ECE_BINS
) -> float:
    """Mean gap between confidence and accuracy over `bins` equal-width bins, weighted by rows."""
    places = np.minimum((confidence * bins).astype(int), bins - 1)
    gap = 0.0
    for at in range(bins):
        inside = places == at
        if inside.any():
            gap += inside.mean() * abs(float(right[inside].mean() - confidence[inside].mean()))
    return float(gap)


def chance_error(
    confidence: NDArray[np.float32], *, bins: int = ECE_BINS, draws: int = CHANCE_DRAWS
) -> float:
    """Mean calibration error where each row is right exactly as often as its confidence says.

    Few rows a bin leave a gap by chance alone: a file of 300 rows cannot show an error near 0.
    """
    rng = np.random.default_rng(0)
    errors = [
        calibration_error(confidence, rng.random(len(confidence)) < confidence, bins=bins)
        for _ in range(draws)
    ]
    return float(np.mean(errors))


def _counts(values: NDArray[np.int_], names: Sequence[str]) -> dict[str, int]:
    found = Counter(values.tolist())
    return {label: found.get(at, 0) for at, label in enumerate(names)}


def judge_all(model: StanceModel, pairs: Sequence[tuple[str, str]]) -> NDArray[np.float32]:
    """Judge any number of (question, passage) pairs in bounded memory; shape (n, 4)."""
    parts = [model.judge(pairs[at : at + CHUNK]) for at in range(0, len(pairs), CHUNK)]
    return np.concatenate(parts) if parts else np.zeros((0, 4), dtype=np.float32)


def evaluate_rows(model: StanceModel, rows: Sequence[StanceRow]) -> StanceScores:
    """Judge and score labelled rows."""
    probabilities = judge_all(model, [(row.question, row.passage) for row in rows])
    return score(probabilities, [row.label for row in rows])


def evaluate_file(model: StanceModel, path: Path) -> StanceScores:
    """Judge and score a file of rows; raises InputError where it is not one."""
    return evaluate_rows(model, read_stance_rows(path))
