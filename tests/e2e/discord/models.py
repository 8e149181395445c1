"""The models as they are, asked once a session for what many tests ask: answers do not change."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import NDArray

    from retrieval.models.base import Encoder, StanceModel


class OnceEncoder:
    """An encoder that remembers the vectors of every text."""

    def __init__(self, encoder: Encoder) -> None:
        self._encoder = encoder
        self._known: dict[tuple[str, bool], NDArray[np.float32]] = {}
        self.key, self.dimensions = encoder.key, encoder.dimensions

    def encode(self, texts: Sequence[str], *, query: bool = False) -> NDArray[np.float32]:
        """As Encoder.encode."""
        new = [text for text in dict.fromkeys(texts) if (text, query) not in self._known]
        if new or not texts:
            vectors = self._encoder.encode(new, query=query)
            self._known.update(zip(((text, query) for text in new), vectors, strict=True))
            if not texts:
                return vectors
        return np.stack([self._known[text, query] for text in texts])


class OnceStance:
    """A stance model that remembers what it judged of every pair."""

    def __init__(self, stance: StanceModel) -> None:
        self._stance = stance
        self._known: dict[tuple[str, str], NDArray[np.float32]] = {}
        self.name = stance.name
        self.languages = stance.languages

    def judge(self, pairs: Sequence[tuple[str, str]]) -> NDArray[np.float32]:
        """As StanceModel.judge."""
        new = [pair for pair in dict.fromkeys(pairs) if pair not in self._known]
        if new or not pairs:
            judged = self._stance.judge(new)
            self._known.update(zip(new, judged, strict=True))
            if not pairs:
                return judged
        return np.stack([self._known[pair] for pair in pairs])
