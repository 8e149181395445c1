"""Temperature and thresholds, chosen on dev rows with the int8 graph that is served.

The temperature is the one that minimises the negative log likelihood (Guo et al., 2017), with each
set weighing the same, since the product will meet none of their proportions. It is fitted on every
other row; the calibration error is to be measured on the rows between. Thresholds are the least
that keep a passage from the wrong side: that error costs most.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

import numpy as np
import torch

from retrieval.models.evaluation import LABELS, merge_beside, read_stance_rows
from retrieval.models.stance import OnnxStanceModel, softmax
from retrieval.models.temperature import Temperature, log_lengths
from training.network import merged_logs

if TYPE_CHECKING:
    from pathlib import Path

    from numpy.typing import NDArray

# Sets whose labels mean what the product means.
CALIBRATION_SETS: Final = (
    "snli", "mnli", "fever", "fever-symmetric", "boolq", "perspectrum", "cad-nli", "negnli",
    "scifact",
)  # fmt: skip
# Cost of showing a passage under the wrong side, of a missed passage, and of an extra neutral.
COST_WRONG: Final = 5.0
COST_MISSED: Final = 1.0
COST_EXTRA_NEUTRAL: Final = 0.3


@dataclass(frozen=True, slots=True)
class Calibration:
    """What was found: a temperature, and per stance the least probability to be shown at."""

    temperature: Temperature
    thresholds: dict[str, float]


@dataclass(frozen=True, slots=True)
class Judged:
    """Logits (n, 4), passage tokens, gold columns and a set's labels, as indices of LABELS."""

    logits: NDArray[np.float32]
    tokens: NDArray[np.int64]
    gold: NDArray[np.int_]
    present: list[int]


def judge_sets(model: OnnxStanceModel, data: Path) -> list[Judged]:
    """Run the model over every other dev row of each calibration set."""
    judged = []
    for name in CALIBRATION_SETS:
        rows = read_stance_rows(data / "stance" / f"{name}.dev.jsonl.gz")[::2]
        gold = np.asarray([LABELS.index(row.label) for row in rows])
        found = model.logits_and_lengths([(row.question, row.passage) for row in rows])
        judged.append(Judged(*found, gold, sorted(set(gold.tolist()))))
    return judged


def shares_at(judged: Judged, temperature: Temperature) -> NDArray[np.float32]:
    """Probabilities of shape (n, 3) at a temperature, renormalised over the labels present."""
    merged = merge_beside(softmax(judged.logits / temperature.of(judged.tokens)))
    for at in range(len(LABELS)):
        if at not in judged.present:
            merged[:, at] = 0
    total: NDArray[np.float32] = merged.sum(axis=1, keepdims=True).clip(1e-9)
    shares: NDArray[np.float32] = merged / total
    return shares


def find_temperature(sets: list[Judged]) -> Temperature:
    """Return the temperature with the least mean negative log likelihood over the sets."""
    weights = torch.zeros(2, requires_grad=True)
    search = torch.optim.LBFGS([weights], max_iter=200, line_search_fn="strong_wolfe")
    tensors = [
        (
            torch.tensor(j.logits),
            torch.tensor(log_lengths(j.tokens)),
            torch.tensor(j.gold),
            _allowed(j.present),
        )
        for j in sets
    ]

    def loss() -> torch.Tensor:
        search.zero_grad()
        total = torch.zeros(())
        for logits, lengths, gold, allowed in tensors:
            cooled = logits / torch.exp(weights[0] + weights[1] * lengths)[:, None]
            logs = merged_logs(cooled, allowed.expand_as(cooled))
            total = total - logs[torch.arange(len(gold)), gold].mean() / len(tensors)
        total.backward()  # type: ignore[no-untyped-call]
        return total

    search.step(loss)  # type: ignore[no-untyped-call]
    return Temperature(*(round(float(weight), 4) for weight in weights.detach()))


def _allowed(present: list[int]) -> torch.Tensor:
    open_ones = [at in present for at in range(len(LABELS))]
    return torch.tensor([[*open_ones, open_ones[-1]]])


def cost_of(shares: NDArray[np.float32], gold: NDArray[np.int_], at: int, floor: float) -> float:
    """Return the mean cost of showing stance `at` where it leads with at least `floor`."""
    shown = (shares.argmax(axis=1) == at) & (shares[:, at] >= floor)
    wrong = float((shown & (gold != at)).mean())
    missed = float((~shown & (gold == at)).mean())
    price = COST_EXTRA_NEUTRAL if LABELS[at] == "neutral" else COST_WRONG
    return wrong * price + missed * COST_MISSED


def find_thresholds(sets: list[Judged], temperature: Temperature) -> dict[str, float]:
    """Return the cheapest floor per stance over sets that have all labels."""
    whole = [judged for judged in sets if len(judged.present) == len(LABELS)]
    shares = np.concatenate([shares_at(judged, temperature) for judged in whole])
    gold = np.concatenate([judged.gold for judged in whole])
    floors = np.arange(0.34, 0.96, 0.02)
    return {
        label: round(float(min(floors, key=lambda f: cost_of(shares, gold, at, float(f)))), 2)
        for at, label in enumerate(LABELS)
    }


def calibrate(folder: Path, data: Path, threads: int = 0) -> Calibration:
    """Calibrate the exported model in `folder` on the dev files below `data`."""
    sets = judge_sets(OnnxStanceModel(folder, threads=threads), data)
    temperature = find_temperature(sets)
    return Calibration(temperature, find_thresholds(sets, temperature))
