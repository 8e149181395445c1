"""A temperature for each pair: one number for all would leave some kinds of text too sure.

Temperature scaling (Guo et al., 2017) with the temperature log-linear in a few features of the
pair; the order of a pair's four probabilities never changes.
"""

from __future__ import annotations

from dataclasses import asdict, dataclass, fields
from typing import TYPE_CHECKING, Final

import numpy as np

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from numpy.typing import NDArray

# Lengths at which the length features are 0, in tokens.
PASSAGE_TOKENS: Final = 32
QUESTION_TOKENS: Final = 12
_ASKS: Final = frozenset(
    "is are was were am do does did has have had can could will would shall should may might "
    "must isn't aren't wasn't weren't doesn't don't didn't hasn't haven't can't won't".split()
)


@dataclass(frozen=True, slots=True)
class Temperature:
    """Weights of the logarithm of the temperature; all but `base` are 0 for plain scaling."""

    base: float = 0.0
    asked: float = 0.0
    passage: float = 0.0
    question: float = 0.0
    entropy: float = 0.0

    @classmethod
    def read(cls, values: Mapping[str, float]) -> Temperature:
        """Read the weights by name; raises KeyError where one is missing."""
        return cls(**{field.name: float(values[field.name]) for field in fields(cls)})

    def of(self, features: NDArray[np.float32]) -> NDArray[np.float32]:
        """Temperatures of shape (n, 1) for features of shape (n, 5)."""
        weights = np.asarray(list(asdict(self).values()), dtype=np.float32)
        found: NDArray[np.float32] = np.exp((features * weights).sum(axis=1, keepdims=True))
        return found


def is_asked(text: str) -> bool:
    """Whether a text is a yes/no question rather than a claim, with or without its mark."""
    return text.rstrip().endswith("?") or text.split(" ", 1)[0].lower() in _ASKS


def features(
    scores: NDArray[np.float32], questions: Sequence[str], lengths: Sequence[tuple[int, int]]
) -> NDArray[np.float32]:
    """Features of shape (n, 5), in the order of `Temperature`'s weights.

    `scores` are logits of shape (n, 4); `lengths` the tokens of each question and passage.
    """
    powers = np.exp(scores - scores.max(axis=1, keepdims=True))
    shares = powers / powers.sum(axis=1, keepdims=True)
    sizes = np.asarray(lengths, dtype=np.float32).reshape(-1, 2).clip(1)
    columns = (
        np.ones(len(scores)),
        [is_asked(text) for text in questions],
        np.log(sizes[:, 1] / PASSAGE_TOKENS),
        np.log(sizes[:, 0] / QUESTION_TOKENS),
        -(shares * np.log(shares.clip(1e-9))).sum(axis=1),
    )
    return np.stack([np.asarray(column, dtype=np.float32) for column in columns], axis=1)
