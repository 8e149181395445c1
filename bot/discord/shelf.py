"""Which sources the library holds, in memory until it changes: for lists and for choices."""

from __future__ import annotations

import asyncio
import hashlib
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Collection

    from retrieval.library import Library
    from retrieval.store.records import SourceRow


@dataclass(frozen=True, slots=True)
class Held:
    """The sources, newest first, those without a date last."""

    generation: int
    sources: tuple[SourceRow, ...]

    @property
    def articles(self) -> int:
        """How many articles are held of these sources."""
        return sum(row.articles for row in self.sources)

    def but(self, hidden: Collection[str]) -> Held:
        """The same without some sources, by id."""
        if not hidden:
            return self
        kept = tuple(row for row in self.sources if row.source.id not in hidden)
        return Held(self.generation, kept)


class Shelf:
    """Reads the sources of a library, off the event loop, when it has changed.

    Articles are read from the library as they are wanted: there may be a million.
    """

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
        return Held(generation, tuple(sources))


def tag(source: str) -> str:
    """Twelve characters that stand for a source's id in a button, where any id must fit."""
    return hashlib.sha256(source.encode("utf-8", "surrogatepass")).hexdigest()[:12]
