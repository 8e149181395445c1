"""Which ids are among others, by whatever way is quickest for so many of each."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from numpy.typing import NDArray

# A table of the ids between the lowest and the highest is quickest, unless they are far between.
_SPARSE = 16
# So many times fewer are looked up one by one.
_FEWER = 16


def ascending(ids: NDArray[np.int64]) -> bool:
    """Whether each id is above the one before."""
    return bool((ids[1:] > ids[:-1]).all())


def in_order(ids: NDArray[np.int64]) -> NDArray[np.int64]:
    """The ids ascending, each once; those that are so already as they are."""
    return ids if ascending(ids) else np.unique(ids)


def are_among(ids: NDArray[np.int64], others: NDArray[np.int64]) -> NDArray[np.bool_]:
    """Whether each of the ids is among the others, which are ascending."""
    if not len(ids) or not len(others):
        return np.zeros(len(ids), dtype=np.bool_)
    if len(ids) * _FEWER < len(others):
        found: NDArray[np.bool_] = others[_places(others, ids)] == ids
        return found
    lowest, highest = int(ids.min()), int(ids.max())
    others = others[np.searchsorted(others, lowest) : np.searchsorted(others, highest, "right")]
    if highest - lowest > _SPARSE * len(ids):
        return np.isin(ids, others)
    table = np.zeros(highest - lowest + 1, dtype=np.bool_)
    table[others - lowest] = True
    return table[ids - lowest]


def positions(
    ids: NDArray[np.int64], others: NDArray[np.int64], *, ordered: bool
) -> NDArray[np.int64]:
    """Positions of the ids that are among the others, ascending; `ordered` if the ids are, too."""
    if ordered and len(others) * _FEWER < len(ids):
        places = _places(ids, others)
        held: NDArray[np.int64] = places[ids[places] == others]
        return held
    return np.flatnonzero(are_among(ids, others))


def _places(ids: NDArray[np.int64], wanted: NDArray[np.int64]) -> NDArray[np.int64]:
    """Where each would be in ascending ids, which are not empty."""
    return np.minimum(np.searchsorted(ids, wanted), len(ids) - 1)
