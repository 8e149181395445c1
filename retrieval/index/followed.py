"""A library as an index of its words follows it: the seam to the store."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from collections.abc import Sequence


class Row(Protocol):
    """A paragraph.

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


class FollowedSource(Protocol):
    """What it is called and how it changes; every method may raise LibraryError."""

    @property
    def identity(self) -> str:
        """A name that no other library has."""

    def generation(self) -> int:
        """A number that grows with every change."""

    def token(self, generation: int) -> int | None:
        """A number drawn at random for that change; None where there was no such change."""

    def touched(self, generation: int) -> Sequence[int] | None:
        """Ids of paragraphs that changed or went since then; None where not all are known."""


class WordSource(FollowedSource, Protocol):
    """The same with its paragraphs, for an index that has their words alone."""

    def word_rows(self, after: int, limit: int) -> Sequence[Row]:
        """At most `limit` paragraphs above id `after`, ascending."""

    def word_rows_of(self, ids: Sequence[int]) -> Sequence[Row]:
        """Paragraphs by id; those gone are left out."""
