"""What an epoch of each stage holds."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, Final

from retrieval.models.training import wrap
from retrieval.models.training.anaphora import generate_anaphora
from retrieval.models.training.contrasts import generate_contrasts
from retrieval.models.training.data import PLANS, Example, draw, load_sets
from retrieval.models.training.generate import generate, make_unrelated

if TYPE_CHECKING:
    import random
    from collections.abc import Callable
    from pathlib import Path

# Rows that an epoch of the stance stage adds to the public ones.
FRAMED: Final = 15_000
CONTRASTS: Final = 11_000
ANAPHORA: Final = 4_000
UNRELATED: Final = 600
ASKED: Final = {
    "mnli": 1500, "snli": 1500, "fever": 2000,
    "perspectrum": 500, "scifact": 300, "cad-nli": 700,
}  # fmt: skip
FLIPPED: Final = {"snli": 700, "mnli": 900, "fever": 1200, "perspectrum": 300, "cad-nli": 300}
SAID: Final = {"snli": 800, "mnli": 1200, "fever": 1200, "cad-nli": 400}
DENIED: Final = {"snli": 900, "mnli": 1100, "fever": 1200}
HEDGED: Final = {"snli": 500, "mnli": 700, "fever": 900}
MISPLACED: Final = {"fever": 700, "mnli": 600, "perspectrum": 300, "boolq": 500, "scifact": 200}
NEAR: Final = {"fever": 900, "boolq": 500, "mnli": 300, "scifact": 300}


@lru_cache(maxsize=1)
def _sets(data: Path) -> dict[str, list[Example]]:
    return load_sets(data)


def general_epoch(data: Path, rng: random.Random) -> list[Example]:
    """Return the public rows of one epoch of the general stage."""
    return [
        row for name, rows in _sets(data).items() for row in draw(rows, PLANS[name].general, rng)
    ]


def _wrapped(
    rows: list[Example],
    count: int,
    make: Callable[[Example, random.Random], Example | None],
    rng: random.Random,
) -> list[Example]:
    made = (make(row, rng) for row in rng.sample(rows, len(rows)))
    kept = (row for row in made if row is not None)
    return [row for row, _ in zip(kept, range(count), strict=False)]


def wrapped_rows(sets: dict[str, list[Example]], rng: random.Random) -> list[Example]:
    """Return public rows as questions, flipped, attributed, denied, hedged and misplaced."""
    out: list[Example] = []
    for name, count in ASKED.items():
        out += _wrapped(sets[name], count, wrap.as_question, rng)
    for counts, make in (
        (FLIPPED, wrap.flipped),
        (SAID, wrap.attributed),
        (DENIED, wrap.denied),
        (HEDGED, wrap.hedged),
    ):
        for name, count in counts.items():
            out += _wrapped(sets[name], count, make, rng)
    for name, count in MISPLACED.items():
        out += wrap.misplaced(sets[name], count, rng)
    for name, count in NEAR.items():
        out += wrap.near_misses(sets[name], count, rng)
    return out


def stance_epoch(data: Path, rng: random.Random) -> list[Example]:
    """Return one epoch of the stance stage: public rows thinned, wrapped rows, generated ones."""
    sets = _sets(data)
    rows = [row for name, known in sets.items() for row in draw(known, PLANS[name].stance, rng)]
    rows += wrapped_rows(sets, rng)
    rows += generate(FRAMED, f"frames-{rng.random()}")
    rows += generate_contrasts(CONTRASTS, f"contrasts-{rng.random()}")
    rows += generate_anaphora(ANAPHORA, f"anaphora-{rng.random()}")
    rows += [make_unrelated(rng) for _ in range(UNRELATED)]
    return rows
