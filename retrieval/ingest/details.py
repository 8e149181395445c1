"""What is known of an article besides its words, from several places, and how they are merged."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from retrieval.model import Source


@dataclass(frozen=True, slots=True)
class Details:
    """Facts about one article; None or empty where a place says nothing."""

    source: Source | None = None
    title: str | None = None
    authors: tuple[str, ...] = ()
    published: str | None = None
    updated: str | None = None
    url: str | None = None
    language: str | None = None

    def over(self, other: Details) -> Details:
        """These facts, the other's where they are missing, and the finer of two times in a day."""
        return Details(
            source=self.source or other.source,
            title=self.title or other.title,
            authors=self.authors or other.authors,
            published=finer(self.published, other.published),
            updated=finer(self.updated, other.updated),
            url=self.url or other.url,
            language=self.language or other.language,
        )


def finer(first: str | None, second: str | None) -> str | None:
    """The first time, unless the second only adds precision: the hour of the same day."""
    if first is None:
        return second
    if second is not None and len(second) > len(first) and second.startswith(first):
        return second
    return first
