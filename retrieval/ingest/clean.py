"""Page-to-text dumps cut down to the article: a line classifier, then the best segments.

Each line gets log odds of being article text from a logistic regression over `lines.features`;
the segments with the largest sum, every new segment paying a price, are found exactly (Viterbi).
Trained by retrieval/ingest/training.py on public pages; see docs/articles.md.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING

import numpy as np

from retrieval.ingest.lines import NAMES, features
from retrieval.ingest.penalties import penalties

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import NDArray

# A long paragraph outvotes short lines, but not without limit.
_HEAVIEST = 20
_SURE = 5.0
# A short item is outweighed by its page, but some line of it is always the likeliest: the odds are
# raised until that line is as sure as this.
_SUREST_LEAST = 3.0
_ALLOWANCES = (0.0, 1.0, 2.0, 4.0)


@dataclass(frozen=True, slots=True)
class LineModel:
    """Weights over standardised features: `log_odds = (x - mean) / scale @ weights + bias`."""

    mean: NDArray[np.float32]
    scale: NDArray[np.float32]
    weights: NDArray[np.float32]
    bias: float
    segment_price: float

    def log_odds(self, lines: Sequence[str]) -> NDArray[np.float32]:
        """Log odds, shape (n,), that each line is part of the article."""
        standard = (features(lines) - self.mean) / self.scale
        odds = np.clip(standard @ self.weights + self.bias, -_SURE, _SURE)
        return np.asarray(odds - penalties(lines), dtype=np.float32)


@cache
def shipped() -> LineModel:
    """The model that comes with the package."""
    text = (files("retrieval.ingest") / "line_model.json").read_text(encoding="utf-8")
    data = json.loads(text)
    rows = np.array([data["features"][name] for name in NAMES], dtype=np.float32)
    return LineModel(
        mean=rows[:, 0],
        scale=rows[:, 1],
        weights=rows[:, 2],
        bias=float(data["bias"]),
        segment_price=float(data["segment_price"]),
    )


def article_lines(lines: Sequence[str], model: LineModel | None = None) -> list[bool]:
    """Which of a page's lines, none blank, are the article's."""
    if not lines:
        return []
    model = model or shipped()
    odds, heavy = model.log_odds(lines), weights(lines)
    odds += max(0.0, _SUREST_LEAST - float(odds.max()))
    # A page of short lines may still have no segment worth its price: lower the bar until one is,
    # since every file holds some text that was meant.
    for allowance in _ALLOWANCES:
        chosen = segments((odds + allowance) * heavy, model.segment_price)
        if any(chosen):
            return chosen
    return [True] * len(lines)


def weights(lines: Sequence[str]) -> NDArray[np.float32]:
    """How much each line counts: its words, and one for being a line."""
    return np.array([min(len(line.split()), _HEAVIEST) + 1 for line in lines], dtype=np.float32)


def segments(scores: NDArray[np.float32], price: float) -> list[bool]:
    """The choice of lines with the largest sum of scores, less `price` a segment of them."""
    outside, inside = 0.0, -price
    came_from: list[tuple[bool, bool]] = []
    for score in scores.tolist():
        stayed_out, stayed_in = outside >= inside, inside >= outside - price
        came_from.append((not stayed_out, stayed_in))
        outside, inside = max(outside, inside), max(inside, outside - price) + score
    chosen: list[bool] = []
    state = inside > outside
    for from_outside, from_inside in reversed(came_from):
        chosen.append(state)
        state = from_inside if state else from_outside
    return chosen[::-1]
