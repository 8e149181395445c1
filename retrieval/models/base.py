"""The seams to the models: what an encoder and a stance model must offer."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from collections.abc import Sequence

    import numpy as np
    from numpy.typing import NDArray


class Encoder(Protocol):
    """Texts to unit vectors. Vectors of equal keys can be compared with one another."""

    @property
    def key(self) -> str:
        """Name that embeddings and indexes are filed under: model, its digest, its precision."""

    @property
    def dimensions(self) -> int:
        """Length of a vector."""

    def encode(self, texts: Sequence[str], *, query: bool = False) -> NDArray[np.float32]:
        """Unit-length float32 vectors of shape (n, dimensions), in input order.

        `query` adds the prompt that the model wants before questions, where it has one.
        """


class StanceModel(Protocol):
    """Judges (question, passage) pairs."""

    @property
    def name(self) -> str:
        """What `doctor` and answers call the model."""

    @property
    def languages(self) -> frozenset[str]:
        """The languages of passages that it judges, ISO 639-1; `*` among them stands for any."""

    def judge(self, pairs: Sequence[tuple[str, str]]) -> NDArray[np.float32]:
        """Probabilities of shape (n, 4): supports, refutes, neutral, beside the point."""
