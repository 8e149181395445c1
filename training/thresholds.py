"""From which probability on a sentence is shown, an answer given and a side taken."""

from __future__ import annotations

import math
from itertools import product
from typing import TYPE_CHECKING, Final

from training.golden import picks, score

if TYPE_CHECKING:
    from collections.abc import Sequence

    import numpy as np
    from numpy.typing import NDArray

    from training.golden import Asked

NEWS: Final = "news"
SIX: Final = "six"
# What silence and the wrong side cost against f1, where they miss their bars.
REFUSED, ANSWERED, WRONG, CONFLICT = 0.87, 0.94, 0.03, 0.77
GRID: Final = {
    "first": (0.3, 0.35, 0.4, 0.45),
    "further": (0.0, 0.1, 0.2),
    "covered": (0.25, 0.35, 0.45, 0.5, 0.55, 0.6, 0.65),
    "against": (0.0, 0.35, 0.45, 0.55),
}


def worth(figures: dict[str, float]) -> float:
    """What thresholds are chosen by: f1, less what is short of the bars of silence and of side."""
    return (
        figures["f1"]
        - 0.6 * max(0.0, REFUSED - figures["refused"])
        - 2 * max(0.0, ANSWERED - figures["answered"])
        - 2 * max(0.0, figures["wrong"] - WRONG)
        - 0.3 * max(0.0, CONFLICT - figures["conflict"])
    )


def choose(rows: Sequence[Asked], probabilities: Sequence[NDArray[np.float32]]) -> dict[str, float]:
    """The thresholds of the grid that are worth most over questions of one kind."""
    # Of what is written in English none: its questions name their event less often than people's
    # do, and what silence costs depends on that.
    picked = [
        (row, picks(row, each))
        for row, each in zip(rows, probabilities, strict=True)
        if row.origin in {NEWS, SIX}
    ]
    sides = GRID["against"] if rows[0].kind == "polar" else (0.0,)
    best: tuple[float, dict[str, float]] = (-math.inf, {})
    for first, further, covered, against in product(
        GRID["first"], GRID["further"], GRID["covered"], sides
    ):
        values = {
            "first": first,
            "second": round(first + further, 2),
            "covered": covered,
            "against": against,
        }
        value = worth(score((row, each.over(**values)) for row, each in picked))
        if value > best[0]:
            best = value, values
    return best[1]
