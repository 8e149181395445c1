"""What a collection is filled from: the seam to the store."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

from retrieval.index import followed
from retrieval.index.followed import FollowedSource

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    import numpy as np
    from numpy.typing import NDArray


class Row(followed.Row, Protocol):
    """A paragraph with its unit vector (dimensions,)."""

    @property
    def vector(self) -> NDArray[np.float32]: ...  # noqa: D102


class RowSource(FollowedSource, Protocol):
    """A library as far as a collection is filled from it; every method may raise LibraryError."""

    @property
    def folder(self) -> Path:
        """Where the library is kept."""

    def index_rows(self, encoder: str, after: int, limit: int) -> Sequence[Row]:
        """At most `limit` paragraphs above id `after` that have a vector, ascending."""

    def index_rows_of(self, encoder: str, ids: Sequence[int]) -> Sequence[Row]:
        """Paragraphs by id; those gone, or without a vector of the encoder, are left out."""

    def index_count(self, encoder: str, after: int = 0) -> int:
        """How many paragraphs above id `after` have a vector of the encoder."""
