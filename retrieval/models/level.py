"""Any encoder's cosines on one scale, and its vectors without what only tells the language.

What search counts with (weights, thresholds, the coefficients of the decision) was fitted to one
encoder. Others crowd their vectors into a cone, so that nothing has a cosine under 0.7, and set
the languages apart, so that a wrong passage of the question's language beats the right one of
another. Taking off the mean undoes the first (Mu and Viswanath 2018), taking off the directions
in which the means of languages differ the second (Yang et al. 2021).
"""

from __future__ import annotations

import hashlib
import json
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING, Final

import numpy as np

from retrieval.errors import ModelError

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from pathlib import Path

    from numpy.typing import NDArray

    from retrieval.models.base import Encoder

FILE: Final = "level.npz"
_TEXTS: Final = "weights/level.json"
# A direction in which languages differ so much less than in the first is chance.
_LEAST: Final = 0.25
# The cosine of a question to passages of other events, which levelling makes 0 (0.03 measured) and
# which the default encoder, to which all was fitted, has at 0.11 in the median.
UNRELATED: Final = 0.08


@dataclass(frozen=True, slots=True, eq=False)
class Level:
    """What comes off vectors: a mean (d,) of questions and of passages, directions (r, d) of both.

    The directions are orthonormal.
    """

    questions: NDArray[np.float32]
    passages: NDArray[np.float32]
    directions: NDArray[np.float32]

    @classmethod
    def of(
        cls, questions: Sequence[NDArray[np.float32]], passages: Sequence[NDArray[np.float32]]
    ) -> Level:
        """The level of unit vectors (n, d) of either role, one language after the other."""
        means = [np.stack([each.mean(axis=0) for each in role]) for role in (questions, passages)]
        middle = [each.mean(axis=0) for each in means]
        apart = np.concatenate([each - mean for each, mean in zip(means, middle, strict=True)])
        _, sizes, directions = np.linalg.svd(apart, full_matrices=False)
        kept = sizes > max(_LEAST * float(sizes.max(initial=0.0)), 1e-6)
        return cls(middle[0], middle[1], directions[kept].astype(np.float32))

    def off(self, vectors: NDArray[np.float32], *, query: bool) -> NDArray[np.float32]:
        """The vectors (n, d) without it, of unit length again, cosines from UNRELATED upwards."""
        rest = vectors - (self.questions if query else self.passages)
        rest = rest - (rest @ self.directions.T) @ self.directions
        rest = rest / np.linalg.norm(rest, axis=1, keepdims=True).clip(1e-9)
        if len(self.directions):
            # Along a direction that nothing has a part in any more, all have the same one.
            rest = np.sqrt(1 - UNRELATED) * rest + np.sqrt(UNRELATED) * self.directions[0]
        level: NDArray[np.float32] = rest.astype(np.float32)
        return level


class Levelled:
    """An encoder on the common scale: the same texts in, comparable vectors out."""

    def __init__(self, encoder: Encoder, folder: Path) -> None:
        """Level `encoder` by what `measure` wrote to `folder`; raises ModelError without it."""
        self._encoder = encoder
        try:
            with np.load(folder / FILE) as stored:
                self._level = Level(*(stored[each] for each in Level.__slots__))
        except (OSError, ValueError, KeyError) as error:
            raise ModelError(
                f"The level of the encoder in {folder} cannot be read ({error}); "
                "delete that folder and it is prepared again."
            ) from error
        # Vectors that differ by what came off must not be compared.
        self._key = f"{encoder.key}/level-{texts_digest()}"

    @property
    def key(self) -> str:
        """The encoder's own, and the texts by which it was levelled."""
        return self._key

    @property
    def dimensions(self) -> int:
        """Length of a vector."""
        return self._encoder.dimensions

    def encode(self, texts: Sequence[str], *, query: bool = False) -> NDArray[np.float32]:
        """Unit-length float32 vectors of shape (n, dimensions), in input order."""
        return self._level.off(self._encoder.encode(texts, query=query), query=query)


def measure(encoder: Encoder, folder: Path) -> None:
    """Encode the shipped texts and write to `folder` what is to come off; raises OSError."""
    questions, passages = (
        [encoder.encode(each, query=query) for each in _texts()[role].values()]
        for role, query in (("questions", True), ("passages", False))
    )
    level = Level.of(questions, passages)
    np.savez(folder / FILE, **{each: getattr(level, each) for each in Level.__slots__})


def texts_digest() -> str:
    """Changes when the shipped texts do."""
    return hashlib.sha256(_raw()).hexdigest()[:8]


@cache
def _texts() -> Mapping[str, Mapping[str, Sequence[str]]]:
    """By role and language, invented sentences of news and questions about them."""
    found: Mapping[str, Mapping[str, Sequence[str]]] = json.loads(_raw())
    return found


def _raw() -> bytes:
    return files("retrieval.models").joinpath(_TEXTS).read_bytes()
