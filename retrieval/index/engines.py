"""Which engine holds how many vectors: the one place that chooses."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from retrieval.index.faiss_index import FaissIndex
from retrieval.index.ivf_index import IvfIndex

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from retrieval.index.base import Part


@dataclass(frozen=True, slots=True)
class Engine:
    """A way to hold at most `most` vectors; the manifest names it, so a name keeps its meaning.

    `tail` holds what is added later, until it is made one with the rest. One that is `trained`
    takes minutes to make: until it is there, `stand_in` answers.
    """

    name: str
    most: float
    create: Callable[[int], Part]
    load: Callable[[Path], Part]
    tail: Callable[[int], Part]
    trained: bool = False


# Full precision where it costs nothing; from there on half: the same ten nearest at half the
# memory and the time. Comparing every vector costs some 17 ms at 200,000 and grows with the
# number; from there on an inverted file, which compares those that a sketch of all says and lies
# on the disk (docs/scaling.md has the figures).
_BY_SIZE = (
    Engine("flat", 50_000, FaissIndex.full, FaissIndex.load, FaissIndex.full),
    Engine("fp16", 200_000, FaissIndex.half, FaissIndex.load, FaissIndex.half),
    Engine("ivf", float("inf"), IvfIndex, IvfIndex.load, FaissIndex.half, trained=True),
)
# Where an inverted file is still to be made and nothing older can answer: every vector, at a
# quarter of the memory, read in seconds.
STAND_IN = Engine("sq8", float("inf"), FaissIndex.eighth, FaissIndex.load, FaissIndex.half)
# Words are searched by SQLite's FTS5, which scores every paragraph with a word of the question:
# some 35 ms at 100,000, and it grows with the number; from there on by tantivy, which passes over
# those that cannot be among the best (docs/scaling.md).
_WORDS_APART = 100_000
ENGINES = {each.name: each for each in (*_BY_SIZE, STAND_IN)}


def engine_for(count: int) -> Engine:
    """The engine for that many vectors."""
    return next(each for each in _BY_SIZE if count <= each.most)


def words_apart(count: int) -> bool:
    """Whether so many paragraphs are too many for SQLite to search their words."""
    return count > _WORDS_APART
