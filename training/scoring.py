"""What a network says of rows held on a device, and how right it is."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import numpy as np
import torch

from training.network import SHUT, StanceNetwork, halved

if TYPE_CHECKING:
    from collections.abc import Iterable

    from numpy.typing import NDArray
    from torch import Tensor

    from training.held import HeldRows

# Without gradients, batches fit that are so many times as large.
LARGER: Final = 4
MOST: Final = 4096
_SUPPORTS, _REFUTES, _NEUTRAL, _BESIDE = 1, 2, 4, 8


@torch.inference_mode()
def judge(network: StanceNetwork, held: HeldRows, numbers: NDArray[np.intp], tokens: int) -> Tensor:
    """Return probabilities of shape (n, 4), on the device, in the order of `numbers`."""
    network.eval()
    shares = torch.zeros(len(held.lengths), 4, device=held.device)
    for group in held.groups(numbers, LARGER * tokens, MOST):
        batch = held.batch(group)
        with halved(held.device):
            logits = network(batch.input_ids, batch.attention_mask, batch.token_type_ids)
        found = torch.softmax(logits.float().masked_fill(~batch.allowed, SHUT), dim=-1)
        shares[torch.from_numpy(group).to(held.device)] = found
    network.train()
    return shares[torch.from_numpy(numbers).to(held.device)]


def average_precision(scores: NDArray[np.float32], hits: NDArray[np.bool_]) -> float:
    """The mean of the precision at each hit; 0 where there is none."""
    found = hits[np.argsort(-scores, kind="stable")]
    if not found.any():
        return 0.0
    return float((np.cumsum(found) / np.arange(1, len(found) + 1))[found].mean())


def macro_f1(said: NDArray[np.intp], gold: NDArray[np.intp], classes: int) -> float:
    """The mean F1 of the classes, one that neither has counting 0."""
    values = []
    for each in range(classes):
        both = int(((said == each) & (gold == each)).sum())
        values.append(2 * both / max(1, int((said == each).sum() + (gold == each).sum())))
    return float(np.mean(values))


def figures(shares: NDArray[np.float32], targets: NDArray[np.uint8]) -> dict[str, float]:
    """Return the figures of one dev set: four-way where it tells beside from open, else three-way.

    `side` is how often, of rows that are a yes or a no, that of the two is the likelier.
    """
    yes, no = targets == _SUPPORTS, targets == _REFUTES
    right = np.concatenate([shares[yes, 0] > shares[yes, 1], shares[no, 1] > shares[no, 0]])
    found = {"side": float(right.mean()) if len(right) else 0.0}
    if (targets == _BESIDE).any():
        gold = np.select([yes, no, targets == _NEUTRAL], [0, 1, 2], 3)
        found |= {
            "f1": macro_f1(shares.argmax(axis=1), gold, 4),
            "yes": average_precision(shares[:, 0], yes),
            "no": average_precision(shares[:, 1], no),
            "open": average_precision(shares[:, 2], targets == _NEUTRAL),
            "any": average_precision(1 - shares[:, 3], targets != _BESIDE),
        }
    else:
        three = np.stack([shares[:, 0], shares[:, 1], shares[:, 2] + shares[:, 3]], axis=1)
        found["right"] = float((three.argmax(axis=1) == np.select([yes, no], [0, 1], 2)).mean())
    return {name: round(value, 4) for name, value in found.items()}


def measure(
    network: StanceNetwork, held: HeldRows, tokens: int, kinds: Iterable[str]
) -> dict[str, dict[str, float]]:
    """Return the figures of dev sets that the rows hold, by name."""
    found = {}
    for kind in kinds:
        numbers = held.rows.where(kind)
        if len(numbers):
            shares = judge(network, held, numbers, tokens).cpu().numpy()
            found[kind] = figures(shares, held.rows.targets[numbers])
    return found
