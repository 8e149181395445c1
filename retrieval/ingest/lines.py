"""The lines of a page-to-text dump as numbers: the input of the line classifier.

The features follow the shallow-text tradition (Kohlschütter et al. 2010, "Boilerplate detection
using shallow text features"): length, punctuation, case and neighbours, hardly any vocabulary.
"""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING

import numpy as np

from retrieval.ingest.shape import shape

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import NDArray

    Columns = dict[str, NDArray[np.float64]]

_LONG_WORD = re.compile(r"[^\W\d_]{5,}")
_NAME = re.compile(r"(?<=\w[ -])[A-ZÀ-ÞА-Я][^\W\d_]{2,}")
_NEIGHBOURS = (-3, -2, -1, 1, 2, 3)
_OF_NEIGHBOURS = (
    *("words", "prose", "ends", "promotion", "furniture", "capitals", "reader", "headline"),
    *("kin", "names_known", "block_score"),
)
_WINDOWS = (5, 12)
_OF_WINDOWS = ("words", "prose", "promotion", "reader", "kin", "names_known")
_LONGEST_STOP = 6
# Scores of the best block of lines without any learning: words of prose, lines of other kinds.
_MOST_PROSE, _OTHER, _PROMOTION, _TICKER = 40.0, -12.0, -25.0, -20.0


def features(lines: Sequence[str]) -> NDArray[np.float32]:
    """Describe each line of a page, blank ones left out beforehand: shape (n, len(NAMES))."""
    columns = _columns(lines)
    return np.stack([columns[name] for name in NAMES], axis=1).astype(np.float32)


def best_block(scores: NDArray[np.float64]) -> tuple[int, int]:
    """Bounds of the contiguous run with the largest sum (Kadane); an empty one if none is > 0."""
    best, bounds = 0.0, (0, 0)
    running, start = 0.0, 0
    for position, score in enumerate(scores.tolist()):
        if running <= 0:
            running, start = 0.0, position
        running += score
        if running > best:
            best, bounds = running, (start, position + 1)
    return bounds


def _columns(lines: Sequence[str]) -> Columns:
    """Every feature by name: of the line, of its neighbours, of its surroundings, of its place."""
    shapes = [shape(line) for line in lines] or [shape("")]
    columns: Columns = {
        name: np.array([one[name] for one in shapes], dtype=np.float64)[: len(lines)]
        for name in shapes[0]
    }
    columns.update(_relations(lines, columns["prose"] > 0))
    words, prose = np.expm1(columns["words"]), columns["prose"]
    scores = np.where(prose > 0, np.minimum(words, _MOST_PROSE), _OTHER)
    scores = np.where((columns["promotion"] > 0) & (prose == 0), _PROMOTION, scores)
    scores = np.where((columns["separator"] > 0) & (prose == 0), _TICKER, scores)
    around = columns | {"block_score": scores / _MOST_PROSE}
    for offset in _NEIGHBOURS:
        columns |= {f"{name}{offset:+d}": _shifted(around[name], offset) for name in _OF_NEIGHBOURS}
    for window in _WINDOWS:
        columns |= {f"{name}~{window}": _smoothed(around[name], window) for name in _OF_WINDOWS}
    return columns | _places(columns, words, best_block(scores))


def _relations(lines: Sequence[str], prose: NDArray[np.bool_]) -> Columns:
    """How often a line occurs, and how much of its words and names the page's prose has too."""
    seen = Counter(line.casefold() for line in lines)
    found = [set(_LONG_WORD.findall(line.casefold())) for line in lines]
    named = [set(_NAME.findall(line)) for line in lines]
    vocabulary: Counter[str] = Counter()
    for is_prose, words, names in zip(prose, found, named, strict=True):
        if is_prose:
            vocabulary.update(words)
            vocabulary.update(names)
    rows: list[tuple[float, float, float, float]] = []
    for line, own, words, names in zip(lines, prose.tolist(), found, named, strict=True):
        kin = sum(vocabulary[word] > own for word in words) / (len(words) or 1)
        known = sum(vocabulary[name] > own for name in names)
        repeated = min(seen[line.casefold()] - 1, 3) / 3
        rows.append((repeated, kin, min(known, 4) / 4, min(len(names) - known, 4) / 4))
    table = np.array(rows, dtype=np.float64).reshape(len(rows), 4)
    return dict(zip(("repeated", "kin", "names_known", "names_new"), table.T, strict=True))


def _shifted(values: NDArray[np.float64], offset: int) -> NDArray[np.float64]:
    """The value of the line `offset` away; -0.5, which no line has, beyond the page."""
    out = np.full_like(values, -0.5)
    if abs(offset) < len(values):
        if offset > 0:
            out[:-offset] = values[offset:]
        else:
            out[-offset:] = values[:offset]
    return out


def _smoothed(values: NDArray[np.float64], window: int) -> NDArray[np.float64]:
    """The mean over a line and `window` lines on either side, zero beyond the page."""
    sums = np.cumsum(np.concatenate([np.zeros(window + 1), values, np.zeros(window)]))
    out: NDArray[np.float64] = (sums[2 * window + 1 :] - sums[: -2 * window - 1]) / (2 * window + 1)
    return out


def _places(columns: Columns, words: NDArray[np.float64], block: tuple[int, int]) -> Columns:
    """Where a line stands on the page and towards its best block, and what the page is like."""
    count, (start, end) = len(words), block
    at = np.arange(count)
    prose = columns["prose"]
    prose_words = words * prose
    total = float(prose_words.sum()) or 1.0
    inside = at >= start
    stops = (columns["furniture"] > 0) & (words <= _LONGEST_STOP)
    last_stop = np.maximum.accumulate(np.where(stops, at, -1)) if count else at
    return {
        "place": at / (count or 1),
        "prose_before": (np.cumsum(prose_words) - prose_words) / total,
        "in_block": (inside & (at < end)).astype(np.float64),
        "to_start": np.sign(at - start) * np.log1p(np.abs(at - start)) / 3,
        "to_end": np.sign(end - 1 - at) * np.log1p(np.abs(end - 1 - at)) / 3,
        "gaps_inside": np.log1p(np.cumsum((prose == 0) & inside)),
        "remarks_inside": np.log1p(np.cumsum((columns["remark"] > 0) & inside)),
        "stops_inside": np.log1p(np.cumsum(stops & inside)),
        "last_stop": np.where(last_stop >= 0, 1 / np.maximum(1, 1 + at - last_stop), 0.0),
        "prose_share": np.full(count, total / (float(words.sum()) or 1.0)),
        "lines": np.full(count, np.log1p(count) / 5),
        "block_share": np.full(count, float(prose_words[start:end].sum()) / total),
    }


NAMES: tuple[str, ...] = tuple(_columns(["line"]))
