"""The default models as they are, loaded and asked once a process: answers do not change."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

import numpy as np

from retrieval import engines
from retrieval.models import ahead
from retrieval.models.load import load_encoder, load_stance

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    import pytest
    from numpy.typing import NDArray

    from config.settings import ModelSettings
    from retrieval.models.base import Encoder, StanceModel


class OnceEncoder:
    """An encoder that remembers what it gave for every list of texts.

    For lists, since in int8 a text's vector depends a little on the texts beside it.
    """

    def __init__(self, encoder: Encoder) -> None:
        self._encoder = encoder
        self._known: dict[tuple[tuple[str, ...], bool], NDArray[np.float32]] = {}
        self.dimensions = encoder.dimensions

    @property
    def key(self) -> str:
        """As Encoder.key."""
        return self._encoder.key

    def encode(self, texts: Sequence[str], *, query: bool = False) -> NDArray[np.float32]:
        """As Encoder.encode."""
        asked = (tuple(texts), query)
        if asked not in self._known:
            self._known[asked] = self._encoder.encode(texts, query=query)
        return self._known[asked].copy()


class OnceStance:
    """A stance model that remembers what it judged of every pair; each is judged by itself."""

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


def share(patch: pytest.MonkeyPatch, models: ModelSettings) -> None:
    """Give every library with these settings the same models; others load their own."""

    @cache
    def encoder() -> Encoder:
        return OnceEncoder(load_encoder(models, lambda _: None))

    @cache
    def stance() -> StanceModel:
        return OnceStance(load_stance(models))

    def encoder_of(chosen: ModelSettings, announce: Callable[[str], None]) -> Encoder:
        return encoder() if chosen == models else load_encoder(chosen, announce)

    def stance_of(chosen: ModelSettings) -> StanceModel:
        return stance() if chosen == models else load_stance(chosen)

    patch.setattr(engines, "load_encoder", encoder_of)
    patch.setattr(engines, "stance_of", stance_of)
    # What nobody takes need not be loaded.
    patch.setattr(ahead, "begin", lambda _: None)
