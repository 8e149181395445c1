"""Integers for a product of activations and weights, so that int8 arithmetic stays near float32.

Three things go wrong with plain int8. One activation of a token dwarfs the others, so each column
of activations has a scale of its own, which its row of weights takes back (SmoothQuant, Xiao et
al., 2023), and the heaviest columns are repeated (outlier channel splitting, Zhao et al., 2019),
each time with another offset to its rounding. Ranges seen in calibration are not those of other
texts, so every token has a scale of its own too, taken when it is computed. And weights are not
just rounded: the error of each row is made good by the rows after it (GPTQ, Frantar et al., 2023).
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final

import numpy as np

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Floats = NDArray[np.float32]

TOP: Final = 127
# Two neighbouring weights of one sign stay within this sum: processors that multiply bytes without
# VNNI add two products of unsigned activations in 16 bits, and 255 * 128 is what fits there.
PAIR_TOP: Final = 128
# The least value of GELU, and where its zero stands among 0 to 255.
LEAST: Final = -0.17
LOW_ZERO: Final = 24
MIDDLE: Final = 128
# Columns of activations that may be repeated. More than 32 brought little.
SLOTS: Final = 32
# Rows of which GPTQ settles the errors before it goes on to all others; its result is the same.
_STRIPE: Final = 64
_DAMPING: Final = 0.01


@dataclass(frozen=True, slots=True)
class Product:
    """Weights `integers` (k + slots, n) with a scale a column, and how to prepare activations (k).

    Activations are divided by `smooth` (k); columns `repeated` are appended with `offsets` added
    after the division by the token's scale; `zero` is what stands for 0.
    """

    smooth: Floats
    zero: int
    repeated: NDArray[np.int64]
    offsets: Floats
    integers: NDArray[np.int8]
    scales: Floats

    @property
    def least(self) -> float:
        """The least scale of a token; below it GELU's least value would not fit."""
        return float(-LEAST / self.smooth.min() / LOW_ZERO) if self.zero == LOW_ZERO else 1e-9

    def apply(self, activations: Floats) -> Floats:
        """The product as the graph computes it, shape (tokens, n)."""
        result: Floats = self.rounded(activations) @ (self.integers * self.scales)
        return result

    def rounded(self, activations: Floats) -> Floats:
        """Activations (tokens, k + slots) as they are seen by the weights."""
        shares = activations / self.smooth
        scale = np.maximum(token_tops(shares, self.zero), self.least)
        wide = (shares / scale)[:, np.concatenate([np.arange(len(self.smooth)), self.repeated])]
        steps = np.concatenate([np.zeros(len(self.smooth), np.float32), self.offsets])
        whole = np.clip(np.round(wide + steps), -self.zero, 255 - self.zero)
        result: Floats = ((whole - steps) * scale).astype(np.float32)
        return result


def token_tops(shares: Floats, zero: int) -> Floats:
    """Scales (tokens, 1) that let the largest activation of a token just fit."""
    tops = shares.max(axis=1, keepdims=True)
    if zero == LOW_ZERO:
        return np.asarray(tops / (255 - LOW_ZERO), np.float32)
    return np.asarray(np.maximum(tops, -shares.min(axis=1, keepdims=True)) / TOP, np.float32)


def choose(activations: Floats, weights: Floats, slots: int = SLOTS) -> Product:
    """Integers for weights (k, n) that are near right for activations like these (tokens, k)."""
    zero = LOW_ZERO if activations.min() >= LEAST - 0.001 else MIDDLE
    smooth = np.abs(activations).max(axis=0) / (255 - zero)
    # A column that was always small here may be large elsewhere, and would dwarf its token then.
    smooth = np.maximum(smooth, max(float(np.median(smooth)), 1e-9)).astype(np.float32)
    rows = weights * smooth[:, None]
    repeated, counts = repeat(rows, float(((activations / smooth) ** 2).mean(0).sum()), slots)
    all_columns = np.concatenate([np.arange(len(rows)), repeated])
    rows = (rows / counts[:, None])[all_columns]
    empty = np.zeros(rows.shape, np.int8), np.ones(rows.shape[1], np.float32)
    draft = Product(smooth, zero, repeated, stagger(repeated, counts), *empty)
    integers, scales = settle(rows, draft.rounded(activations))
    return replace(draft, integers=integers, scales=scales)


def repeat(rows: Floats, square: float, slots: int) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
    """Columns of activations to repeat, one a slot, and how often each is then there.

    `rows` (k, n) are weights for activations in steps of 1, whose squares sum to `square` a token.
    Each slot goes where it takes most from the sum of both rounding errors.
    """
    sizes = np.abs(rows)
    halves, columns = sizes.copy(), np.arange(rows.shape[1])
    norms, counts = (sizes**2).sum(axis=1), np.ones(len(rows), np.int64)
    found: list[int] = []
    for _ in range(slots):
        largest = halves.argmax(axis=0)
        top = halves[largest, columns]
        halves[largest, columns] = -1
        lower = np.maximum(halves.max(axis=0), sizes[largest, columns] / (counts[largest] + 1))
        halves[largest, columns] = top
        gain = np.bincount(largest, weights=top**2 - lower**2, minlength=len(rows))
        gain = gain / TOP**2 * square + norms * (1 / counts**2 - 1 / (counts + 1) ** 2)
        best = int(gain.argmax())
        found.append(best)
        counts[best] += 1
        halves[best] = sizes[best] / counts[best]
    return np.asarray(found, np.int64), counts


def stagger(repeated: NDArray[np.int64], counts: NDArray[np.int64]) -> Floats:
    """Offsets in (-0.5, 0.5] that spread the rounding of one column over its repetitions."""
    seen: dict[int, int] = {}
    offsets = []
    for column in repeated.tolist():
        seen[column] = seen.get(column, 0) + 1
        offset = seen[column] / counts[column]
        offsets.append(offset - 1 if offset > 0.5 else offset)  # noqa: PLR2004
    return np.asarray(offsets, np.float32)


def pair_sums(integers: NDArray[np.float64]) -> NDArray[np.float64]:
    """The largest sum of one sign of two neighbours, a column; an odd last row stands alone."""
    even = np.concatenate([integers, np.zeros((len(integers) % 2, integers.shape[1]))])
    pairs = even.reshape(-1, 2, integers.shape[1])
    high = np.maximum(pairs, 0).sum(axis=1).max(axis=0)
    low = np.maximum(-pairs, 0).sum(axis=1).max(axis=0)
    return np.asarray(np.maximum(high, low), np.float64)


def settle(rows: Floats, activations: Floats) -> tuple[NDArray[np.int8], Floats]:
    """Integers and scales for weights (k, n), by GPTQ over activations (tokens, k)."""
    size, columns = rows.shape
    left = rows.astype(np.float64)
    scales = np.maximum(np.abs(left).max(axis=0) / TOP, pair_sums(left) / PAIR_TOP)
    scales[scales < np.finfo(np.float32).tiny] = 1
    squares = (activations.T @ activations).astype(np.float64)
    squares[np.diag_indices(size)] += _DAMPING * max(float(np.diag(squares).mean()), 1e-12)
    spread = np.linalg.cholesky(np.linalg.inv(squares)).T
    integers = np.zeros((size, columns))
    for first in range(0, size, _STRIPE):
        last = min(first + _STRIPE, size)
        errors = np.zeros((last - first, columns))
        for row in range(first, last):
            whole = np.clip(np.round(left[row] / scales), -TOP, TOP)
            if row % 2:
                before = integers[row - 1]
                room = PAIR_TOP - np.abs(before)
                whole = np.where(before > 0, np.minimum(whole, room), whole)
                whole = np.where(before < 0, np.maximum(whole, -room), whole)
            integers[row] = whole
            errors[row - first] = (left[row] - whole * scales) / spread[row, row]
            left[row + 1 : last] -= np.outer(spread[row, row + 1 : last], errors[row - first])
        left[last:] -= spread[first:last, last:].T @ errors
    return integers.astype(np.int8), scales.astype(np.float32)
