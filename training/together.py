"""A teacher and the two judges that it teaches, on one GPU or, slowly, on a CPU.

`python -m training.together WORK prepare`, then `teacher`, then `student english` and `student
six`, which may run side by side. WORK holds a pack (`training.packing`) and a folder for each
network (`training.parts send`). Nothing is imported but torch, transformers, tokenizers and NumPy,
so that a machine with these and the folder training/ will do.
"""

from __future__ import annotations

import argparse
import json
import time
from pathlib import Path
from typing import TYPE_CHECKING, Final

import numpy as np
import torch
from tokenizers import Tokenizer

from training.held import HeldRows, Layout, Tokens
from training.learner import STUDENT_PLAN, TEACHER_PLAN, Learner
from training.network import StanceNetwork
from training.packed import DEV, ENGLISH, SIX, UNLABELLED, Rows, read_rows, read_texts
from training.parts import LEARNT, START, as_halves, as_rows, learnt, read_parts, write_parts
from training.scoring import judge, measure

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from numpy.typing import NDArray
    from torch import Tensor

TEACHER: Final = "teacher"
NETWORKS: Final = (TEACHER, ENGLISH, SIX)
# Tokens and rows of a batch at most.
BATCHES: Final = {"cuda": (16_384, 320), "cpu": (2400, 48)}
# Seconds that version 8 of the English judge and version 3 of the judge of six had.
SECONDS: Final = {TEACHER: 95.0, ENGLISH: 105.0, SIX: 125.0}
JUDGING: Final = 35.0
# Rows are judged in slices of so many batches, and after each the clock is looked at.
JUDGED: Final = 64
# Of the English rows the share that comes beside an epoch in six languages.
BESIDE_SIX: Final = 0.5
# Seconds between two lines of the log, and between two times that a student is measured and saved.
TOLD, SAVED = 20.0, 70.0


class Place:
    """One network in the folder WORK: its rows, where it logs and where it writes."""

    def __init__(self, work: Path, name: str, out: Path | None = None) -> None:
        """Put the rows of the pack on a GPU, where there is one."""
        self.work, self.name, self.out = work, name, (out or work / "back") / name
        self.device = torch.device("cuda" if torch.cuda.is_available() else "cpu")
        self.tokens, self.most = BATCHES[self.device.type]
        self.slice = JUDGED * self.most
        self.rows: Rows = read_rows(work)
        layout = Layout.of(Tokenizer.from_file(str(work / name / "tokenizer.json")))
        tokens = Tokens.load(work / name / "tokens.npz")
        self.held = HeldRows(self.rows, tokens, layout, self.device)
        self.dev = tuple(kind for kind in DEV if (kind == "six.dev") <= (name == SIX))

    def log(self, **values: object) -> None:
        """Append one JSON line to the network's log, and print it."""
        line = json.dumps({"network": self.name, "at": round(time.time(), 1), **values})
        print(line, flush=True)
        self.out.mkdir(parents=True, exist_ok=True)
        with (self.out / "log.jsonl").open("a", encoding="utf-8") as lines:
            lines.write(line + "\n")

    def network(self) -> StanceNetwork:
        """Return the network with the weights that were sent; only a new head may be missing.

        Raises ValueError where others are missing or unknown.
        """
        folder = self.work / self.name
        network = StanceNetwork(folder, empty=True)
        found = network.load_state_dict(read_parts(folder, START), strict=False)
        missing = [name for name in found.missing_keys if not name.startswith(("mix.", "out."))]
        if missing or found.unexpected_keys:
            raise ValueError(f"{folder}: {missing} are missing, {found.unexpected_keys} unknown")
        return network.to(self.device)

    def measure(self, network: StanceNetwork) -> dict[str, dict[str, float]]:
        """Return the figures of the dev sets."""
        return measure(network, self.held, self.tokens, self.dev)


class Teller:
    """Logs how a learner gets on, and now and then measures and saves its average."""

    def __init__(self, place: Place, learner: Learner, *, saves: bool) -> None:
        """Begin to count the time."""
        self.place, self.learner, self.saves = place, learner, saves
        self._told = self._saved = time.monotonic()

    def __call__(self, done: float) -> None:
        """Take note that a step was taken."""
        now = time.monotonic()
        if now - self._told >= TOLD:
            self._told = now
            counts = {"steps": self.learner.steps, "seen": self.learner.seen}
            self.place.log(done=round(done, 3), loss=round(self.learner.loss, 4), **counts)
        if self.saves and now - self._saved >= SAVED:
            with self.learner.averaged():
                self.place.log(so_far=self.place.measure(self.learner.network))
                save(self.place, self.learner.network)
            self._saved = time.monotonic()


def save(place: Place, network: StanceNetwork) -> None:
    """Write all that was learnt: a teacher as int8, since it is large, a student as float16."""
    state = learnt(network.state_dict())
    arrays = as_rows(state) if place.name == TEACHER else as_halves(state)
    write_parts(arrays, place.out, LEARNT)


def prepare(work: Path) -> None:
    """Cut the texts of the pack into the tokens of every network that was sent."""
    texts = read_texts(work)
    for name in NETWORKS:
        if (work / name).is_dir():
            began = time.monotonic()
            tokenizer = Tokenizer.from_file(str(work / name / "tokenizer.json"))
            tokens = Tokens.of(texts, tokenizer)
            tokens.save(work / name / "tokens.npz")
            spent = time.monotonic() - began
            print(f"{name}: {len(tokens.ids)} tokens in {spent:.0f} s", flush=True)


def _endless(place: Place, rng: np.random.Generator) -> Iterator[NDArray[np.intp]]:
    epoch = 0
    while True:
        numbers = place.rows.where(ENGLISH, epoch=epoch % place.rows.epoch_count)
        yield from place.held.groups(numbers, place.tokens, place.most, rng)
        epoch += 1


def teach(place: Place, seconds: float, judging: float) -> None:
    """Let the teacher learn, write it, and keep its opinion of the rows that there is time for."""
    learner = Learner(place.network(), place.held, TEACHER_PLAN)
    batches = _endless(place, np.random.default_rng(5))
    learner.learn(batches, seconds, Teller(place, learner, saves=False))
    last = place.measure(learner.network)
    learner.exchange()
    mean = place.measure(learner.network)
    place.log(last=last, averaged=mean, steps=learner.steps, seen=learner.seen)
    if _worth(last) > _worth(mean):
        learner.exchange()
    save(place, learner.network)
    began = time.monotonic()
    soft = opinions(place, learner.network, judging)
    spent = time.monotonic() - began
    place.log(judged=int((soft.sum(dim=1) > 0).sum()), seconds=round(spent, 1))
    part = place.work / "opinions.part.npy"
    np.save(part, soft.cpu().numpy())
    part.replace(place.work / "opinions.npy")


def opinions(
    place: Place,
    network: StanceNetwork,
    judging: float,
    clock: Callable[[], float] = time.monotonic,
) -> Tensor:
    """Return what a teacher says of the rows, of shape (rows, 4), zeros where it was not asked.

    Epoch after epoch, each in any order, until the next slice would not be done in time.
    """
    soft = torch.zeros(len(place.rows.kinds), 4, dtype=torch.float16, device=place.device)
    rng, size = np.random.default_rng(3), place.slice
    began, slices = clock(), 0
    for epoch in range(place.rows.epoch_count):
        numbers = rng.permutation(place.rows.where(ENGLISH, UNLABELLED, epoch=epoch))
        for at in range(0, len(numbers), size):
            if slices and (clock() - began) * (slices + 1) / slices > judging:
                return soft
            some = numbers[at : at + size]
            found = judge(network, place.held, some, place.tokens)
            soft[torch.from_numpy(some).to(place.device)] = found.half()
            slices += 1
    return soft


def _worth(found: dict[str, dict[str, float]]) -> float:
    return sum(figures.get("f1", 0.0) for figures in found.values())


def lessons(
    rows: Rows, judged: NDArray[np.bool_], name: str, rng: np.random.Generator
) -> Iterator[NDArray[np.intp]]:
    """Yield the rows of one epoch of a student after the other, without end.

    English ones are of epochs that the teacher judged, or of all where it judged none.
    """
    every = range(rows.epoch_count)
    taught = [epoch for epoch in every if judged[rows.where(ENGLISH, epoch=epoch)].any()]
    at = 0
    while True:
        epoch = (taught or every)[at % len(taught or every)]
        extra = rows.where(UNLABELLED, epoch=epoch)
        numbers = np.concatenate([rows.where(ENGLISH, epoch=epoch), extra[judged[extra]]])
        if name == SIX:
            some = rng.permutation(numbers)[: round(BESIDE_SIX * len(numbers))]
            numbers = np.concatenate([some, rows.where(SIX, epoch=at % len(every))])
        yield numbers
        at += 1


def study(place: Place, seconds: float) -> None:
    """Let a student learn from labels and, where a teacher has judged, from its opinion."""
    path = place.work / "opinions.npy"
    soft = np.load(path) if path.exists() else np.zeros((len(place.rows.kinds), 4), np.float16)
    opinions = torch.from_numpy(soft).to(place.device)
    learner = Learner(place.network(), place.held, STUDENT_PLAN, opinions)
    judged = soft.sum(axis=1) > 0.5  # noqa: PLR2004 - of probabilities in float16 the sum is about 1
    place.log(start=place.measure(learner.network), judged=int(judged.sum()))
    rng = np.random.default_rng(11)
    batches = (
        numbers
        for epoch in lessons(place.rows, judged, place.name, rng)
        for numbers in place.held.groups(epoch, place.tokens, place.most, rng)
    )
    learner.learn(batches, seconds, Teller(place, learner, saves=True))
    learner.exchange()
    end = place.measure(learner.network)
    place.log(end=end, steps=learner.steps, seen=learner.seen)
    save(place, learner.network)


def main() -> None:
    """Run one of the three from the command line."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("work", type=Path, help="folder of the pack and the networks")
    parser.add_argument("what", choices=["prepare", TEACHER, "student"])
    parser.add_argument("name", nargs="?", choices=[ENGLISH, SIX], help="of a student")
    parser.add_argument("--seconds", type=float, default=None, help="to learn in")
    parser.add_argument("--judging", type=float, default=JUDGING, help="seconds to judge in")
    parser.add_argument("--out", type=Path, default=None, help="for what comes back: WORK/back")
    args = parser.parse_args()
    torch.backends.cuda.matmul.allow_tf32 = True
    torch.manual_seed(7)
    if args.what == "prepare":
        prepare(args.work)
        return
    name = TEACHER if args.what == TEACHER else args.name
    if name is None:
        parser.error("which student?")
    place = Place(args.work, name, args.out)
    seconds = args.seconds or SECONDS[name]
    if name == TEACHER:
        teach(place, seconds, args.judging)
    else:
        study(place, seconds)


if __name__ == "__main__":
    main()
