"""Rows that programs made of sentence frames around invented events, kept as data.

The programs are no more; training/data/README.md says what the rows are and how they came to be.
"""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, Final

from training.data import Example, draw, read_rows

if TYPE_CHECKING:
    import random

FOLDER: Final = Path(__file__).parent / "data"
TRAINED: Final = FOLDER / "generated.jsonl.gz"
HELD: Final = FOLDER / "held.jsonl.gz"
# The set of `HELD` by which `training.export` chooses integers.
INTEGERS: Final = "integers"
# Rows that an epoch of the stance stage adds to the public ones.
EPOCH: Final = 49_600


@lru_cache(maxsize=1)
def read_generated(path: Path = TRAINED) -> tuple[Example, ...]:
    """Read the rows to train on; all four stances are allowed in each."""
    return tuple(
        Example(question, passage, group["target"], origin=group["kind"])
        for group in read_rows(path)
        for question, passage in group["rows"]
    )


def generated_rows(rng: random.Random, share: float = 1.0) -> list[Example]:
    """Draw a share of an epoch of the stance stage, no row twice before each came once."""
    rows = read_generated()
    return draw(rows, share * EPOCH / len(rows), rng)


def read_held(path: Path = HELD) -> dict[str, list[Example]]:
    """Read the rows that nothing is trained on, by the name of their set."""
    return {
        group["set"]: [
            Example(question, passage, target, origin=group["set"])
            for question, passage, target in group["rows"]
        ]
        for group in read_rows(path)
    }
