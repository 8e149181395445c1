"""Scores of a stance model on labelled rows: `whosays eval stance FILE` and the benchmarks."""

from __future__ import annotations

import gzip
import json
import zlib
from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final

import numpy as np

from retrieval.errors import InputError

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from numpy.typing import NDArray

    from retrieval.models.base import StanceModel

LABELS: Final = ("supports", "refutes", "neutral")
ECE_BINS: Final = 15
CHANCE_DRAWS: Final = 100
# Rows a call of the model; keeps memory flat on files of any length.
CHUNK: Final = 512


@dataclass(frozen=True, slots=True)
class StanceRow:
    """A labelled pair; `label` is one of LABELS."""

    question: str
    passage: str
    label: str


@dataclass(frozen=True, slots=True)
class StanceScores:
    """Scores over one file; F1s and their mean are over the labels that the file has.

    `ece_chance` is what the calibration error would be if the probabilities were right.
    """

    rows: int
    accuracy: float
    macro_f1: float
    f1: dict[str, float]
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
            "f1": {label: round(value, 4) for label, value in self.f1.items()},
            "ece": round(self.ece, 4),
            "ece_chance": round(self.ece_chance, 4),
            "labels": self.labels,
            "predicted": self.predicted,
        }


def read_stance_rows(path: Path) -> list[StanceRow]:
    """Read rows with passage, hypothesis and label, one JSON object a line, plain or gzipped.

    Raises InputError for a file that is missing, empty or holds anything else.
    """
    try:
        raw = path.read_bytes()
        text = (gzip.decompress(raw) if raw[:2] == b"\x1f\x8b" else raw).decode("utf-8")
        # Split at newlines only: JSON text may hold U+2028, at which splitlines would cut.
        rows = [_row(json.loads(line)) for line in text.split("\n") if line.strip()]
    except (OSError, EOFError, zlib.error, ValueError, KeyError, TypeError) as error:
        raise InputError(
            f"{path} does not hold stance rows (passage, hypothesis, label a line): {error}"
        ) from error
    if not rows:
        raise InputError(f"{path} holds no stance rows.")
    return rows


def _row(values: dict[str, Any]) -> StanceRow:
    label = "neutral" if values["label"] == "beside" else values["label"]
    if label not in LABELS:
        raise ValueError(f"label {label!r} is not one of {', '.join(LABELS)}")
    return StanceRow(str(values["hypothesis"]), str(values["passage"]), label)


def merge_beside(probabilities: NDArray[np.float32]) -> NDArray[np.float32]:
    """Probabilities of shape (n, 3): beside the point counts as neutral."""
    merged: NDArray[np.float32] = probabilities[:, :3].copy()
    merged[:, 2] += probabilities[:, 3]
    return merged


def score(
    probabilities: NDArray[np.float32], gold: Sequence[str], *, bins: int = ECE_BINS
) -> StanceScores:
    """Score probabilities of shape (n, 3 or 4) against n labels.

    Predictions are among the labels that `gold` has. The calibration error is the expected one
    of the chosen label, over equal-width bins (Guo et al., 2017).
    """
    merged = merge_beside(probabilities) if probabilities.shape[1] > len(LABELS) else probabilities
    present = [at for at, label in enumerate(LABELS) if label in set(gold)]
    shares = merged[:, present] / merged[:, present].sum(axis=1, keepdims=True).clip(1e-12)
    chosen = np.asarray(present)[shares.argmax(axis=1)]
    truth = np.asarray([LABELS.index(label) for label in gold])
    right = chosen == truth
    f1 = dict.fromkeys(LABELS, 0.0)
    for at in present:
        hits = int((right & (truth == at)).sum())
        total = int((truth == at).sum() + (chosen == at).sum())
        f1[LABELS[at]] = 2 * hits / total if total else 0.0
    return StanceScores(
        rows=len(gold),
        accuracy=float(right.mean()),
        macro_f1=float(np.mean([f1[LABELS[at]] for at in present])),
        f1=f1,
        ece=calibration_error(shares.max(axis=1), right, bins=bins),
        ece_chance=chance_error(shares.max(axis=1), bins=bins),
        labels=_counts(truth),
        predicted=_counts(chosen),
    )


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


def _counts(values: NDArray[np.int_]) -> dict[str, int]:
    found = Counter(values.tolist())
    return {label: found.get(at, 0) for at, label in enumerate(LABELS)}


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
