"""A temperature for each pair: one number for all would leave long passages too sure.

Temperature scaling (Guo et al., 2017) with the temperature a power of the passage's length; the
order of a pair's four probabilities never changes.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

import numpy as np

if TYPE_CHECKING:
    from collections.abc import Mapping

    from numpy.typing import NDArray

# The length at which the temperature is exp(base), in tokens.
PASSAGE_TOKENS: Final = 32


@dataclass(frozen=True, slots=True)
class Temperature:
    """Weights of the logarithm of the temperature: a constant and the passage's log length."""

    base: float = 0.0
    passage: float = 0.0

    @classmethod
    def read(cls, values: Mapping[str, float]) -> Temperature:
        """Read the weights by name; raises KeyError where one is missing."""
        return cls(base=float(values["base"]), passage=float(values["passage"]))

    def of(self, tokens: NDArray[np.int64]) -> NDArray[np.float32]:
        """Temperatures of shape (n, 1) for passages of so many tokens each, shape (n,)."""
        lengths = log_lengths(tokens)
        found: NDArray[np.float32] = np.exp(self.base + self.passage * lengths)[:, None]
        return found.astype(np.float32)


def log_lengths(tokens: NDArray[np.int64]) -> NDArray[np.float32]:
    """Logarithms of passage lengths over PASSAGE_TOKENS; an empty passage counts as one token."""
    return np.log(tokens.clip(1) / PASSAGE_TOKENS).astype(np.float32)
