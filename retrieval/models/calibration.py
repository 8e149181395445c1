"""From scores to probabilities: a temperature for each pair, and an offset for each stance.

Temperature scaling (Guo et al., 2017) with the temperature a power of the passage's length, since
one number for all would leave long passages too sure; offsets, since training draws the stances in
other shares than news has them.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final

import numpy as np

if TYPE_CHECKING:
    from collections.abc import Mapping

    from numpy.typing import NDArray

# The length at which the temperature is exp(base), in tokens.
PASSAGE_TOKENS: Final = 32
NO_OFFSETS: Final = (0.0, 0.0, 0.0, 0.0)


@dataclass(frozen=True, slots=True)
class Calibration:
    """The logarithm of the temperature, a constant and the share of the passage's log length.

    `offsets` are added to the four cooled scores.
    """

    base: float = 0.0
    passage: float = 0.0
    offsets: tuple[float, ...] = NO_OFFSETS

    @classmethod
    def read(cls, values: Mapping[str, Any]) -> Calibration:
        """Read by name; raises KeyError where one is missing, ValueError where one is no number."""
        offsets = tuple(float(value) for value in values["offsets"])
        if len(offsets) != len(NO_OFFSETS):
            raise ValueError(f"{len(offsets)} offsets, not {len(NO_OFFSETS)}")
        return cls(float(values["base"]), float(values["passage"]), offsets)

    def of(self, scores: NDArray[np.float32], tokens: NDArray[np.int64]) -> NDArray[np.float32]:
        """Scores of shape (n, 4), calibrated, for passages of so many tokens each, shape (n,)."""
        temperatures = np.exp(self.base + self.passage * log_lengths(tokens))[:, None]
        found: NDArray[np.float32] = scores / temperatures + np.asarray(self.offsets, np.float32)
        return found.astype(np.float32)


def log_lengths(tokens: NDArray[np.int64]) -> NDArray[np.float32]:
    """Logarithms of passage lengths over PASSAGE_TOKENS; an empty passage counts as one token."""
    return np.log(tokens.clip(1) / PASSAGE_TOKENS).astype(np.float32)
