"""A process that makes and carries on the words of a library for ever, until it is killed."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

from retrieval.index.words import kept
from retrieval.store.catalogue import Catalogue
from tests.retrieval.index.killing import for_ever
from tests.retrieval.index.words.shelves import add, opened

if TYPE_CHECKING:
    from retrieval.index.words.searching import TantivyWords


def grow(catalogue: Catalogue, number: int) -> None:
    """An article of ten paragraphs more, and every third time an old one less."""
    texts = [f"Paragraph place{place} says mark{number}." for place in range(10)]
    add(catalogue, f"article{number:06}", *texts)
    if number % 3 == 2:
        catalogue.remove(f"article{number - 2:06}")


def assert_in_step(found: TantivyWords, catalogue: Catalogue) -> None:
    """Every paragraph of the library is found, and no other."""
    held = catalogue.paragraph_ids().tolist()
    rows = [each for each, _ in found.words(["paragraph"], len(held) + 10)]
    assert sorted(rows) == held
    for each in catalogue.word_rows(0, 10_000)[:: max(1, len(held) // 20)]:
        mark = each.text.rstrip(".").split()[-1]
        assert each.id in {one for one, _ in found.words([mark], 20)}


def main(folder: Path) -> None:
    """Grow the library and ask for its words; a line says that it has begun."""
    kept._PATIENCE_SECONDS = kept._STEP_BACK_SECONDS = 0.0
    kept._CHANGED = 15
    with Catalogue.open(folder) as catalogue:
        stored = opened(catalogue)

        def step(number: int) -> None:
            grow(catalogue, number)
            stored.current()

        for_ever(step)


if __name__ == "__main__":
    main(Path(sys.argv[1]))
