"""The public sets: which rows may teach shipped weights, how much, and what their labels mean."""

from __future__ import annotations

import gzip
import json
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final

if TYPE_CHECKING:
    import random
    from collections.abc import Iterable, Iterator, Sequence
    from pathlib import Path

SUPPORTS: Final = 1
REFUTES: Final = 2
NEUTRAL: Final = 4
BESIDE: Final = 8
ALL: Final = SUPPORTS | REFUTES | NEUTRAL | BESIDE

# Public inference sets have one 'neutral', which may mean "left open" or "says nothing on it".
TARGETS: Final = {"supports": SUPPORTS, "refutes": REFUTES, "neutral": NEUTRAL | BESIDE}


@dataclass(frozen=True, slots=True)
class SetPlan:
    """How a set is used: rows per epoch as a share of its size, and the labels it can hold."""

    general: float
    stance: float
    allowed: int = ALL


YES_NO: Final = SUPPORTS | REFUTES
NEVER_REFUTES: Final = SUPPORTS | NEUTRAL | BESIDE

# Only sets whose licence lets weights be passed on. Rule-made, single-word and noisy sets are
# thinned, since their style (and for breaking-nli its 87 % of one label) would set the prior.
PLANS: Final[dict[str, SetPlan]] = {
    "snli": SetPlan(1.0, 0.6),
    "mnli": SetPlan(1.0, 1.0),
    "taxinli": SetPlan(1.0, 1.0),
    "cad-nli": SetPlan(1.0, 0.8),
    "negnli": SetPlan(1.0, 1.0),
    "scitail": SetPlan(1.0, 0.7, NEVER_REFUTES),
    "conjnli": SetPlan(0.25, 0.1),
    "breaking-nli": SetPlan(0.2, 0.1),
    "med": SetPlan(0.3, 0.1, NEVER_REFUTES),
    "help": SetPlan(0.15, 0.05, NEVER_REFUTES),
    "fever": SetPlan(1.0, 0.7, YES_NO),
    "fever-symmetric": SetPlan(2.0, 2.0, YES_NO),
    "scifact": SetPlan(1.0, 1.0),
    "boolq": SetPlan(1.0, 1.0, YES_NO),
    "perspectrum": SetPlan(1.0, 1.5, YES_NO),
    "pubmedqa": SetPlan(1.0, 0.7),
    "arc": SetPlan(0.15, 0.15),
    "argus-noisy": SetPlan(0.08, 0.08, YES_NO),
}


@dataclass(frozen=True, slots=True)
class Example:
    """A training pair; `target` and `allowed` are bit sets over the four stances."""

    question: str
    passage: str
    target: int
    allowed: int = ALL
    origin: str = ""


def read_rows(path: Path) -> Iterator[dict[str, Any]]:
    """Yield the JSON rows of a plain or gzipped file, one object a line."""
    with path.open("rb") as probe:
        packed = probe.read(2) == b"\x1f\x8b"
    if packed:
        with gzip.open(path, "rt", encoding="utf-8") as lines:
            yield from (json.loads(line) for line in lines if line.strip())
    else:
        with path.open(encoding="utf-8") as lines:
            yield from (json.loads(line) for line in lines if line.strip())


def load_set(folder: Path, name: str, split: str = "train") -> list[Example]:
    """Read one set as examples, with its labels as targets among those the set can hold."""
    plan = PLANS.get(name, SetPlan(0.0, 0.0))
    return [
        Example(
            row["hypothesis"],
            row["passage"],
            TARGETS[row["label"]] & plan.allowed,
            plan.allowed,
            name,
        )
        for row in read_rows(folder / "stance" / f"{name}.{split}.jsonl.gz")
    ]


def load_sets(folder: Path, names: Iterable[str] = PLANS) -> dict[str, list[Example]]:
    """Read the training rows of several sets, by name."""
    return {name: load_set(folder, name) for name in names}


def draw(rows: Sequence[Example], share: float, rng: random.Random) -> list[Example]:
    """Take `share` of the rows without repeats; above 1, whole copies and then a remainder."""
    whole, part = divmod(share, 1.0)
    drawn = list(rows) * int(whole)
    drawn.extend(rng.sample(list(rows), round(part * len(rows))))
    return drawn
