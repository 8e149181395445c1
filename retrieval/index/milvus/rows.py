"""What a collection is filled from: the seam to the store."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    import numpy as np
    from numpy.typing import NDArray


class Row(Protocol):
    """A paragraph with its unit vector (dimensions,).

    `article` is a key; `published` and `held` are ISO days, of the article and of the first text
    held of it, empty where they are not known.
    """

    @property
    def id(self) -> int: ...  # noqa: D102
    @property
    def article(self) -> int: ...  # noqa: D102
    @property
    def source(self) -> str: ...  # noqa: D102
    @property
    def published(self) -> str: ...  # noqa: D102
    @property
    def held(self) -> str: ...  # noqa: D102
    @property
    def language(self) -> str: ...  # noqa: D102
    @property
    def title(self) -> str: ...  # noqa: D102
    @property
    def text(self) -> str: ...  # noqa: D102
    @property
    def vector(self) -> NDArray[np.float32]: ...  # noqa: D102


class RowSource(Protocol):
    """A library as far as a collection is filled from it; every method may raise LibraryError."""

    @property
    def identity(self) -> str:
        """A name that no other library has."""

    @property
    def folder(self) -> Path:
        """Where the library is kept."""

    def generation(self) -> int:
        """A number that grows with every change."""

    def token(self, generation: int) -> int | None:
        """A number drawn at random for that change; None where there was no such change."""

    def index_rows(self, encoder: str, after: int, limit: int) -> Sequence[Row]:
        """At most `limit` paragraphs above id `after` that have a vector, ascending."""

    def index_rows_of(self, encoder: str, ids: Sequence[int]) -> Sequence[Row]:
        """Paragraphs by id; those gone, or without a vector of the encoder, are left out."""

    def index_count(self, encoder: str, after: int = 0) -> int:
        """How many paragraphs above id `after` have a vector of the encoder."""

    def touched(self, generation: int) -> Sequence[int] | None:
        """Ids of paragraphs that changed or went since then; None where not all are known."""
