"""A process that makes indexes of a library for ever, until it is killed."""

from __future__ import annotations

import sys
from dataclasses import replace
from pathlib import Path

import numpy as np

from retrieval.index import engines, stored
from retrieval.index.stored import StoredIndex
from retrieval.store.catalogue import Catalogue
from tests.retrieval.index.killing import for_ever
from tests.retrieval.index.stores import unit
from tests.retrieval.store.entries import entry

DIMENSIONS = 8
SIZES = (
    replace(engines.ENGINES["flat"], most=40),
    replace(engines.ENGINES["fp16"], most=80),
    engines.ENGINES["ivf"],
)


def index(catalogue: Catalogue) -> StoredIndex:
    return StoredIndex(
        catalogue.folder / "index", encoder="e", dimensions=DIMENSIONS, source=catalogue
    )


def grow(catalogue: Catalogue, number: int) -> None:
    """An article of ten paragraphs more, and every third time an old one less."""
    texts = [f"Paragraph {number} of {place}." for place in range(10)]
    given = entry(f"article{number:06}", texts)
    vectors = unit(10, number)
    catalogue.add([replace(given, vectors=vectors)], encoder="e")
    if number % 3 == 2:
        catalogue.remove(f"article{number - 2:06}")


def assert_in_step(held: StoredIndex, catalogue: Catalogue) -> None:
    """The index finds every paragraph of the library by its own vector, and no other."""
    ids, vectors = catalogue.vectors("e")
    current = held.current()
    assert len(current) == len(ids)
    for query in vectors[:: max(1, len(vectors) // 20)]:
        found, scores = current.search(query, len(ids) + 1)
        assert sorted(found.tolist()) == ids.tolist()
        order = np.argsort(found)
        # Eight bits of a range that a small sample gave: the few numbers outside it are cut.
        apart = np.abs(scores[order] - vectors @ query)
        assert np.quantile(apart, 0.95) < 0.03
        assert apart.max() < 0.25


def main(folder: Path) -> None:
    """Grow the library and ask its index; a line says that it has begun."""
    engines._BY_SIZE = SIZES
    stored._AT_ONCE = 40
    stored._PATIENCE_SECONDS = 0.0
    with Catalogue.open(folder) as catalogue:
        held = index(catalogue)

        def step(number: int) -> None:
            grow(catalogue, number)
            held.current()

        for_ever(step)


if __name__ == "__main__":
    main(Path(sys.argv[1]))
