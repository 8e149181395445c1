"""What the library holds, in memory until it changes: for lists and for choices while typing."""

from __future__ import annotations

import asyncio
import hashlib
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Collection

    from retrieval.library import Library
    from retrieval.store.records import ArticleRow, SourceRow


@dataclass(frozen=True, slots=True)
class Held:
    """Sources and articles, both newest first, those without a date last."""

    generation: int
    sources: tuple[SourceRow, ...]
    articles: tuple[ArticleRow, ...]

    def but(self, hidden: Collection[str]) -> Held:
        """The same without some sources, by id, and what they published."""
        if not hidden:
            return self
        return Held(
            self.generation,
            tuple(row for row in self.sources if row.source.id not in hidden),
            tuple(row for row in self.articles if row.source.id not in hidden),
        )


class Shelf:
    """Reads the lists of a library, off the event loop, when it has changed."""

    def __init__(self, library: Library) -> None:
        self._library = library
        self._held: Held | None = None
        self._reading = asyncio.Lock()

    async def held(self) -> Held:
        """What is held now; raises LibraryError where it cannot be read."""
        async with self._reading:
            self._held = await asyncio.to_thread(self._read, self._held)
            return self._held

    def _read(self, known: Held | None) -> Held:
        generation = self._library.generation
        if known is not None and known.generation == generation:
            return known
        sources = sorted(self._library.sources(), key=lambda row: row.newest or "", reverse=True)
        return Held(generation, tuple(sources), tuple(self._library.articles()))


def tag(source: str) -> str:
    """Twelve characters that stand for a source's id in a button, where any id must fit."""
    return hashlib.sha256(source.encode("utf-8", "surrogatepass")).hexdigest()[:12]
