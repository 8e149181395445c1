"""A network learns from rows held on its device, for as many seconds as there are."""

from __future__ import annotations

import math
import time
from contextlib import contextmanager
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

import torch

from training.network import (
    StanceNetwork,
    body_and_head,
    distilled_loss,
    freeze,
    halved,
    smoothed_loss,
)

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    import numpy as np
    from numpy.typing import NDArray
    from torch import Tensor

    from training.batches import Batch
    from training.held import HeldRows

# The part of the time in which the rate rises.
WARM: Final = 0.04
# Steps between two foldings of the weights into their average.
FOLDED: Final = 4
# Weights that began at random would weigh in the average for long: it forgets faster at first.
EARLY: Final = 40


@dataclass(frozen=True, slots=True)
class Plan:
    """How to learn: peak rate, the head's multiple of it, label smoothing, the average's decay.

    `share` is what a teacher's opinion weighs against the label of the same row.
    """

    rate: float
    head: float
    smoothing: float
    decay: float
    share: float = 0.0


# A new head has more to learn than one that goes on.
TEACHER_PLAN: Final = Plan(rate=6e-5, head=5.0, smoothing=0.02, decay=0.995)
STUDENT_PLAN: Final = Plan(rate=2.5e-4, head=2.0, smoothing=0.03, decay=0.998, share=0.65)


def taught_loss(logits: Tensor, batch: Batch, soft: Tensor, plan: Plan) -> Tensor:
    """Return the loss of each row against its label and a teacher's opinion of shape (n, 4).

    An opinion of zeros is none. A row without a label has the opinion alone, or counts nothing.
    """
    gold = smoothed_loss(logits, batch.target, batch.allowed, plan.smoothing)
    labelled = ~(batch.target == batch.allowed).all(dim=-1)
    judged = soft.sum(dim=-1) > 0.5  # noqa: PLR2004 - of probabilities in float16 the sum is about 1
    share = judged * torch.where(labelled, plan.share, 1.0)
    told = distilled_loss(logits, batch.allowed, soft)
    return (1 - share) * labelled * gold + share * told


class Learner:
    """A network on its way: optimiser, running average and how much was seen."""

    def __init__(
        self, network: StanceNetwork, rows: HeldRows, plan: Plan, opinions: Tensor | None = None
    ) -> None:
        """Prepare to learn; `opinions` of shape (rows, 4) are on the rows' device."""
        self.network, self.rows, self.plan, self.opinions = network, rows, plan, opinions
        freeze(network)
        body, head = body_and_head(network)
        self.trained = [*body, *head]
        self.optimiser = torch.optim.AdamW(
            [{"params": body, "factor": 1.0}, {"params": head, "factor": plan.head}],
            lr=plan.rate,
            weight_decay=0.01,
            fused=True,
        )
        self.average = [p.detach().clone() for p in self.trained]
        self.steps, self.seen = 0, 0
        self._loss = torch.zeros((), device=rows.device)

    @property
    def loss(self) -> float:
        """The running mean of the loss; reading it waits for the device."""
        return float(self._loss)

    def step(self, numbers: NDArray[np.intp], progress: float) -> None:
        """Take one step on these rows; `progress` is the part of the time that is over, 0 to 1."""
        curve = 0.5 * (1 + math.cos(math.pi * min(progress, 1.0)))
        scale = max(min(progress / WARM, 1.0) * curve, 1e-3)
        for group in self.optimiser.param_groups:
            group["lr"] = self.plan.rate * group["factor"] * scale
        batch = self.rows.batch(numbers)
        with halved(self.rows.device):
            logits = self.network(batch.input_ids, batch.attention_mask, batch.token_type_ids)
        soft = torch.zeros_like(logits, dtype=torch.float32)
        if self.opinions is not None:
            soft = self.opinions[torch.from_numpy(numbers).to(self.rows.device)].float()
        loss = taught_loss(logits.float(), batch, soft, self.plan).mean()
        loss.backward()  # type: ignore[no-untyped-call]
        torch.nn.utils.clip_grad_norm_(self.trained, 1.0)
        self.optimiser.step()
        self.optimiser.zero_grad()
        self._loss += 0.01 * (loss.detach() - self._loss)
        self.steps += 1
        self.seen += len(numbers)
        if self.steps % FOLDED == 0:
            decay = min(self.plan.decay, (1 + self.steps) / (EARLY + self.steps))
            weights = [p.detach() for p in self.trained]
            torch._foreach_lerp_(self.average, weights, 1 - decay**FOLDED)

    def learn(
        self,
        batches: Iterable[NDArray[np.intp]],
        seconds: float,
        tell: Callable[[float], None],
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        """Take batches until the time is over; `tell` is called after each with the part done."""
        self.network.train()
        began = clock()
        for numbers in batches:
            done = (clock() - began) / seconds
            if done >= 1:
                break
            self.step(numbers, done)
            tell(done)

    def exchange(self) -> None:
        """Put the averaged weights in the place of the last ones, and these in theirs."""
        with torch.no_grad():
            for last, mean in zip(self.trained, self.average, strict=True):
                kept = last.detach().clone()
                last.copy_(mean)
                mean.copy_(kept)

    @contextmanager
    def averaged(self) -> Iterator[None]:
        """Have the averaged weights in the network meanwhile."""
        self.exchange()
        try:
            yield
        finally:
            self.exchange()
