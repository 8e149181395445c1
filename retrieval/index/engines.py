"""Which engine holds how many vectors: the one place that chooses."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from retrieval.index.faiss_index import FaissIndex

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from retrieval.index.base import VectorIndex


@dataclass(frozen=True, slots=True)
class Engine:
    """A way to hold at most `most` vectors; the manifest names it, so a name keeps its meaning."""

    name: str
    most: float
    create: Callable[[int], VectorIndex]
    load: Callable[[Path], VectorIndex]


# Full precision where it costs nothing; from there on half: the same ten nearest at half the
# memory and the time.
_BY_SIZE = (
    Engine("flat", 50_000, FaissIndex.full, FaissIndex.load),
    Engine("fp16", float("inf"), FaissIndex.half, FaissIndex.load),
)
ENGINES = {each.name: each for each in _BY_SIZE}


def engine_for(count: int) -> Engine:
    """The engine for that many vectors."""
    return next(each for each in _BY_SIZE if count <= each.most)
