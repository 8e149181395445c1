"""Temperature and offsets, chosen on dev rows with the int8 graph that is served.

It minimises the negative log likelihood (Guo et al., 2017) on every other row; the calibration
error is to be measured on the rows between. The written news, the nearest to what the product
meets, weighs as much as all public sets together, and these the same each.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

import numpy as np
import torch

from retrieval.models.calibration import Calibration, log_lengths
from retrieval.models.evaluation import LABELS, read_stance_rows
from retrieval.models.stance import STANCES, OnnxStanceModel
from retrieval.models.stance_rows import LABELS as FOUR
from training.network import merged_logs
from training.written import FOLDER

if TYPE_CHECKING:
    from pathlib import Path

    from numpy.typing import NDArray

# Sets whose labels mean what the product means.
CALIBRATION_SETS: Final = (
    "snli", "mnli", "fever", "fever-symmetric", "boolq", "perspectrum", "cad-nli", "negnli",
    "scifact",
)  # fmt: skip
WRITTEN: Final = FOLDER / "en.dev.jsonl.gz"
EVERY: Final = torch.ones((1, len(STANCES)), dtype=torch.bool)
IN_SIX: Final = FOLDER / "six.dev.jsonl.gz"


@dataclass(frozen=True, slots=True)
class Judged:
    """Logits (n, 4), passage tokens, gold columns and a set's labels, as indices of STANCES.

    `weight` is what the set counts among all.
    """

    logits: NDArray[np.float32]
    tokens: NDArray[np.int64]
    gold: NDArray[np.int_]
    present: list[int]
    weight: float = 1.0


def judge_sets(model: OnnxStanceModel, data: Path, *, six: bool = False) -> list[Judged]:
    """Run the model over every other dev row of each calibration set and of the written news."""
    public = (data / "stance" / f"{name}.dev.jsonl.gz" for name in CALIBRATION_SETS)
    judged = [_judged(model, path) for path in public]
    written = [WRITTEN, IN_SIX] if six else [WRITTEN]
    return [*judged, *(_judged(model, path, weight=len(judged)) for path in written)]


def _judged(model: OnnxStanceModel, path: Path, weight: float = 1.0) -> Judged:
    rows = read_stance_rows(path)[::2]
    gold = np.asarray([FOUR.index(row.label) for row in rows])
    found = model.logits_and_lengths([(row.question, row.passage) for row in rows])
    return Judged(*found, gold, sorted(set(gold.tolist())), weight)


def find_calibration(sets: list[Judged]) -> Calibration:
    """Return what has the least mean negative log likelihood over the sets."""
    weights = torch.zeros(2, requires_grad=True)
    offsets = torch.zeros(len(STANCES), requires_grad=True)
    search = torch.optim.LBFGS([weights, offsets], max_iter=200, line_search_fn="strong_wolfe")
    tensors = [
        (
            torch.tensor(j.logits),
            torch.tensor(log_lengths(j.tokens)),
            torch.tensor(j.gold),
            _allowed(j.present),
            j.weight / sum(other.weight for other in sets),
        )
        for j in sets
    ]

    def loss() -> torch.Tensor:
        search.zero_grad()
        total = torch.zeros(())
        for logits, lengths, gold, allowed, weight in tensors:
            cooled = logits / torch.exp(weights[0] + weights[1] * lengths)[:, None] + offsets
            # Public sets do not tell neutral and beside the point apart.
            merged = merged_logs(cooled, allowed.expand_as(cooled))
            logs = torch.log_softmax(cooled, dim=-1) if allowed is EVERY else merged
            total = total - weight * logs[torch.arange(len(gold)), gold].mean()
        total.backward()  # type: ignore[no-untyped-call]
        return total

    search.step(loss)  # type: ignore[no-untyped-call]
    # Only the differences of offsets matter: they are given from their mean.
    even = offsets.detach() - offsets.detach().mean()
    base, passage, *found = (round(float(value), 4) for value in (*weights.detach(), *even))
    return Calibration(base, passage, tuple(found))


def _allowed(present: list[int]) -> torch.Tensor:
    if len(STANCES) - 1 in present:
        return EVERY
    open_ones = [at in present for at in range(len(LABELS))]
    return torch.tensor([[*open_ones, open_ones[-1]]])


def calibrate(folder: Path, data: Path, threads: int = 0, *, six: bool = False) -> Calibration:
    """Find the calibration of the exported model in `folder` on the dev files below `data`."""
    model = OnnxStanceModel(folder, threads=threads)
    return find_calibration(judge_sets(model, data, six=six))
