"""Trains the line classifier on pages whose article text is known, flattened to lines.

Training only; serving needs neither scikit-learn nor the pages. `benchmarks/extraction.py` calls
this with folds held out by site and, with `--train`, writes the shipped weights.
"""

from __future__ import annotations

import json
import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from retrieval.ingest.clean import LineModel, weights
from retrieval.ingest.lines import NAMES, features

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from numpy.typing import NDArray

_WORD = re.compile(r"\w+")
_SHINGLE = 4
SEGMENT_PRICE = 25.0
_REGULARISATION = 0.02


@dataclass(frozen=True, slots=True)
class Page:
    """A flattened page: its lines, which belong to the article, and how much it counts."""

    lines: tuple[str, ...]
    labels: tuple[bool, ...]
    weight: float = 1.0


def label(lines: Sequence[str], article: str) -> list[bool]:
    """A line is the article's when over half its words lie in four-word shingles of the article."""
    words = _WORD.findall(article)
    known = {tuple(words[at : at + _SHINGLE]) for at in range(len(words) - _SHINGLE + 1)}
    on_page = [(word, row) for row, line in enumerate(lines) for word in _WORD.findall(line)]
    covered = np.zeros(len(on_page), dtype=bool)
    for at in range(len(on_page) - _SHINGLE + 1):
        if tuple(word for word, _ in on_page[at : at + _SHINGLE]) in known:
            covered[at : at + _SHINGLE] = True
    rows = np.array([row for _, row in on_page], dtype=np.int64)
    total = np.bincount(rows, minlength=len(lines))
    hits = np.bincount(rows, weights=covered, minlength=len(lines))
    over_half: list[bool] = (hits > total / 2).tolist()
    return over_half


def train(pages: Sequence[Page]) -> LineModel:
    """A logistic regression; a page counts by its weight, which its lines share by their words."""
    from sklearn.linear_model import LogisticRegression  # noqa: PLC0415 training only

    rows = np.concatenate([features(page.lines) for page in pages])
    labels = np.concatenate([np.array(page.labels) for page in pages])
    weight = np.concatenate([_shares(page) for page in pages])
    mean, scale = rows.mean(axis=0), rows.std(axis=0)
    scale = np.where(scale > 0, scale, 1.0)
    regression = LogisticRegression(C=_REGULARISATION, max_iter=1000)
    regression.fit((rows - mean) / scale, labels, sample_weight=weight * len(weight) / weight.sum())
    return LineModel(
        mean=mean.astype(np.float32),
        scale=scale.astype(np.float32),
        weights=regression.coef_[0].astype(np.float32),
        bias=float(regression.intercept_[0]),
        segment_price=SEGMENT_PRICE,
    )


def save(model: LineModel, path: Path) -> None:
    """Write the weights as JSON: feature name to mean, scale and weight, four digits each."""
    table = zip(NAMES, model.mean, model.scale, model.weights, strict=True)
    data = {
        "segment_price": model.segment_price,
        "bias": round(model.bias, 5),
        "features": {name: [float(f"{one:.4g}") for one in row] for name, *row in table},
    }
    path.write_text(json.dumps(data, indent=1) + "\n", encoding="utf-8")


def _shares(page: Page) -> NDArray[np.float64]:
    weight = weights(page.lines).astype(np.float64)
    shares: NDArray[np.float64] = page.weight * weight / weight.sum()
    return shares
