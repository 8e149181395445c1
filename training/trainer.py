"""One stage of training, by one or more single-threaded workers that average their weights.

Local SGD (Stich, 2019): on shared CPU cores two workers of one thread each train about twice as
fast as one worker of two threads, which waits at every operation for the slower core.
"""

from __future__ import annotations

import json
import math
import random
import sys
import time
from dataclasses import asdict, dataclass
from itertools import count
from typing import TYPE_CHECKING, Final

import torch
from torch import distributed
from torch.optim.swa_utils import AveragedModel, get_ema_multi_avg_fn

from training.batches import MOST, Batch, bucketed, encode, open_tokenizer
from training.network import StanceNetwork, body_and_head, freeze, halved, smoothed_loss

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from training.data import Example

HEAD_RATE: Final = 5.0
EMA_DECAY: Final = 0.9
# Steps between two averagings of the workers' weights.
SYNC_STEPS: Final = 20


@dataclass(frozen=True, slots=True)
class Stage:
    """One stage: what an epoch holds, how many there are, and the peak learning rate."""

    name: str
    epoch: Callable[[Path, random.Random], list[Example]]
    epochs: int
    rate: float
    floor: float = 0.0
    tokens: int = 2400
    max_tokens: int = 128
    smoothing: float = 0.0


@dataclass(frozen=True, slots=True)
class Place:
    """Where a run reads and writes, and which of how many workers this is."""

    base: Path
    data: Path
    out: Path
    seed: int
    rank: int = 0
    workers: int = 1

    @property
    def device(self) -> torch.device:
        """A GPU where there is one."""
        return torch.device("cuda" if torch.cuda.is_available() else "cpu")

    @property
    def scale(self) -> int:
        """How many times the batch of a CPU fits the device."""
        return 8 if self.device.type == "cuda" else 1


class Trainer:
    """Runs a stage: `last.RANK.pt` to resume from, `NAME.part.pt` meanwhile, `NAME.pt` at the end.

    With `minutes` the learning rate follows the clock instead of the epochs, for a fixed budget.
    """

    def __init__(self, stage: Stage, place: Place, minutes: float | None = None) -> None:
        """Prepare network, optimiser and average."""
        torch.manual_seed(place.seed * 100 + place.rank)
        self.stage, self.place, self.minutes = stage, place, minutes
        self.network = StanceNetwork(place.base)
        freeze(self.network)
        self.network.to(place.device)
        self.trained = [p for p in self.network.parameters() if p.requires_grad]
        body, head = body_and_head(self.network)
        self.optimiser = torch.optim.AdamW(
            [{"params": body, "factor": 1.0}, {"params": head, "factor": HEAD_RATE}],
            lr=stage.rate,
            weight_decay=0.01,
            fused=True,
        )
        fold = get_ema_multi_avg_fn(EMA_DECAY)  # type: ignore[no-untyped-call]
        self.average = AveragedModel(self.network, multi_avg_fn=fold, use_buffers=False)
        self.seen, self.loss, self.steps, self.spent = 0, 0.0, 0, 0.0

    def start_from(self, weights: Path) -> None:
        """Load the averaged weights of an earlier stage."""
        state = torch.load(weights, map_location="cpu", weights_only=True)
        self.network.load_state_dict(state)
        self.average.module.load_state_dict(state)

    def log(self, **values: object) -> None:
        """Append one JSON line to the log and print it; only the first worker does."""
        if self.place.rank == 0:
            line = json.dumps({"stage": self.stage.name, **values})
            with (self.place.out / "log.jsonl").open("a", encoding="utf-8") as handle:
                handle.write(line + "\n")
            sys.stdout.write(line + "\n")
            sys.stdout.flush()

    def batches(self, epoch: int) -> list[Batch]:
        """Return this worker's batches of an epoch; the same for the same seed and epoch."""
        rng = random.Random(f"{self.place.seed}-{self.stage.name}-{epoch}")
        rows = self.stage.epoch(self.place.data, rng)
        tokenizer = open_tokenizer(self.place.base, self.stage.max_tokens)
        scale = self.place.scale
        groups = list(
            bucketed(encode(tokenizer, rows), self.stage.tokens * scale, rng, MOST * scale)
        )
        even = len(groups) // self.place.workers * self.place.workers
        return groups[self.place.rank : even : self.place.workers]

    def step(self, batch: Batch, progress: float) -> None:
        """Take one optimiser step; `progress` is the part of the stage done, 0 to 1."""
        warm = min(progress / 0.03, 1.0)
        curve = 0.5 * (1 + math.cos(math.pi * min(progress, 1.0)))
        scale = warm * (self.stage.floor + (1 - self.stage.floor) * curve)
        for group in self.optimiser.param_groups:
            group["lr"] = self.stage.rate * group["factor"] * scale
        batch = batch.to(self.place.device)
        with halved(self.place.device):
            logits = self.network(batch.input_ids, batch.attention_mask, batch.token_type_ids)
        loss = smoothed_loss(logits.float(), batch.target, batch.allowed, self.stage.smoothing)
        loss.mean().backward()  # type: ignore[no-untyped-call]
        torch.nn.utils.clip_grad_norm_(self.trained, 1.0)
        self.optimiser.step()
        self.optimiser.zero_grad()
        self.seen += len(batch.target)
        self.steps += 1
        self.loss += 0.01 * (float(loss.detach().mean()) - self.loss)
        if self.steps % SYNC_STEPS == 0:
            self.synchronise()

    def synchronise(self) -> None:
        """Average the weights of all workers, then fold them into the running average."""
        if self.place.workers > 1:
            flat = torch.cat([p.detach().view(-1) for p in self.trained])
            distributed.all_reduce(flat)
            flat /= self.place.workers
            at = 0
            for p in self.trained:
                p.data.copy_(flat[at : at + p.numel()].view_as(p))
                at += p.numel()
        if self.place.rank == 0:
            self.average.update_parameters(self.network)

    def save(self, epoch: int, at: int) -> None:
        """Write this worker's checkpoint, replacing the last one at once."""
        state = {
            "stage": self.stage.name,
            "epoch": epoch,
            "at": at,
            "counts": [self.seen, self.steps, self.spent],
            "network": self.network.state_dict(),
            "average": self.average.state_dict(),
            "optimiser": self.optimiser.state_dict(),
            "torch_rng": torch.get_rng_state(),
        }
        target = self.place.out / f"last.{self.place.rank}.pt"
        torch.save(state, target.with_suffix(".part"))
        target.with_suffix(".part").replace(target)
        if self.place.rank == 0:
            torch.save(
                self.average.module.state_dict(), self.place.out / f"{self.stage.name}.part.pt"
            )

    def resume(self) -> tuple[int, int]:
        """Load this stage's checkpoint, if any; return the epoch and batch to go on with."""
        path = self.place.out / f"last.{self.place.rank}.pt"
        if not path.exists():
            return 0, 0
        state = torch.load(path, map_location="cpu", weights_only=True)
        if state["stage"] != self.stage.name:
            return 0, 0
        self.network.load_state_dict(state["network"])
        self.average.load_state_dict(state["average"])
        self.optimiser.load_state_dict(state["optimiser"])
        torch.set_rng_state(state["torch_rng"])
        self.seen, self.steps, self.spent = state["counts"]
        return state["epoch"], state["at"]

    def progress(self, epoch: int, part: float, began: float) -> float:
        """Return the part of the stage that is done, by epochs or by the clock."""
        if self.minutes is None:
            return (epoch + part) / self.stage.epochs
        value = (self.spent + time.monotonic() - began) / 60 / self.minutes
        if self.place.workers == 1:
            return value
        if self.steps % SYNC_STEPS:
            return min(value, 0.9999)
        # Workers must stop at the same step, or one waits for the other for ever.
        shared = torch.tensor([value])
        distributed.all_reduce(shared, op=distributed.ReduceOp.MAX)
        return float(shared)

    def run(self, every: int) -> Path:
        """Train to the end and return the file of averaged weights."""
        first, skip = self.resume()
        values = asdict(self.stage)
        del values["name"], values["epoch"]
        values.update(first=first, batch=skip, seed=self.place.seed, minutes=self.minutes)
        self.log(event="start", workers=self.place.workers, **values)
        self.network.train()
        began, before, spent = time.monotonic(), self.seen, self.spent
        finished = False
        # By the clock a stage has as many epochs as there is time for.
        epochs = count(first) if self.minutes is not None else range(first, self.stage.epochs)
        for epoch in epochs:
            batches = self.batches(epoch)
            for at, batch in enumerate(batches):
                if epoch == first and at < skip:
                    continue
                done = self.progress(epoch, at / len(batches), began)
                finished = self.minutes is not None and done >= 1
                if finished:
                    break
                self.step(batch, done)
                if (at + 1) % every == 0:
                    seconds = time.monotonic() - began
                    self.spent = spent + seconds
                    speed = self.place.workers * (self.seen - before) / seconds
                    self.log(
                        epoch=epoch,
                        batch=at + 1,
                        of=len(batches),
                        done=round(done, 3),
                        loss=round(self.loss, 4),
                        pairs_per_s=round(speed, 1),
                    )
                    self.save(epoch, at + 1)
                    self.spent = spent
            if finished:
                break
        self.synchronise()
        target = self.place.out / f"{self.stage.name}.pt"
        if self.place.rank == 0:
            torch.save(self.average.module.state_dict(), target)
        self.log(event="done", pairs=self.seen * self.place.workers, epoch=epoch)
        return target
