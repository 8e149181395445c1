"""The ids that a filter lets pass, as an array by id.

To look 10,000 ids up among 100,000 that pass takes np.isin 30 ms, and an array of a million 0.2.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from numpy.typing import NDArray


def bitmap(ids: NDArray[np.int64], highest: int) -> NDArray[np.bool_]:
    """By id whether it is among these, up to the highest; the last place is for all beyond."""
    found = np.zeros(highest + 2, dtype=np.bool_)
    found[_within(ids, highest)] = True
    return found


def passing(eligible: NDArray[np.bool_], ids: NDArray[np.int64]) -> NDArray[np.bool_]:
    """Which of some ids (n,), each above 0, are in a `bitmap`: (n,)."""
    found: NDArray[np.bool_] = eligible[np.minimum(ids, len(eligible) - 1)]
    return found


def span(ids: NDArray[np.int64], highest: int) -> tuple[int, int]:
    """The first and the last of the ids from 1 to the highest; (1, 0) where there is none."""
    held = _within(ids, highest)
    return (int(held.min()), int(held.max())) if len(held) else (1, 0)


def _within(ids: NDArray[np.int64], highest: int) -> NDArray[np.int64]:
    return ids[(ids > 0) & (ids <= highest)]
