"""A small encoder for tests: texts that share words are near to each other."""

from __future__ import annotations

import zlib
from typing import TYPE_CHECKING

import numpy as np

from retrieval.answer.question.question import STOPWORDS, stem, words

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import NDArray

DIMENSIONS = 64


class Bags:
    """Vectors are sums of one random direction a stem."""

    key = "bags"
    dimensions = DIMENSIONS

    def encode(self, texts: Sequence[str], *, query: bool = False) -> NDArray[np.float32]:
        """Unit vectors of shape (n, DIMENSIONS); `query` makes no difference."""
        rows = [self._of(text) for text in texts]
        return np.asarray(rows, dtype=np.float32).reshape(-1, DIMENSIONS)

    @staticmethod
    def _of(text: str) -> NDArray[np.float32]:
        total = np.full(DIMENSIONS, 1e-3)
        for word in words(text):
            if word.lower() not in STOPWORDS:
                seed = zlib.crc32(stem(word).encode())
                total += np.random.default_rng(seed).standard_normal(DIMENSIONS)
        unit: NDArray[np.float32] = (total / np.linalg.norm(total)).astype(np.float32)
        return unit
