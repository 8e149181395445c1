"""Vectors and words as one index: from which size on, what doctor says, and what is imported."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from retrieval.index import engines
from retrieval.index.base import NarrowedIndex, WordIndex
from retrieval.index.paired import PairedIndex, PairedStored
from retrieval.index.stored import StoredIndex
from retrieval.store.catalogue import Catalogue
from tests.retrieval.index.words import shelves
from tests.retrieval.store.entries import DIMENSIONS

if TYPE_CHECKING:
    from collections.abc import Iterator

ROOT = Path(__file__).parents[3]


@pytest.fixture
def catalogue(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Catalogue]:
    shelves.impatient(monkeypatch)
    with Catalogue.open(tmp_path / "library") as made:
        for number in range(4):
            shelves.add(made, f"a{number}", f"Boat {number} came in.", "It rained.")
        yield made


def _opened(catalogue: Catalogue) -> PairedStored:
    vectors = StoredIndex(
        catalogue.folder / "index", encoder="e", dimensions=DIMENSIONS, source=catalogue
    )
    return PairedStored(vectors, catalogue, lambda: shelves.opened(catalogue))


def test_a_small_library_has_its_words_in_sqlite(catalogue: Catalogue) -> None:
    stored = _opened(catalogue)
    current = stored.current()
    assert not isinstance(current, WordIndex | NarrowedIndex)
    stored.rebuild()
    stored.wait()
    assert not list((catalogue.folder / "index").glob("words*"))
    assert "words" not in stored.status().detail
    stored.close()


def test_a_large_one_has_them_in_tantivy_once_they_are_there(
    catalogue: Catalogue, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(engines, "_WORDS_APART", 7)
    stored = _opened(catalogue)
    assert not isinstance(stored.current(), WordIndex)
    assert "not in tantivy yet" in stored.status().detail
    assert stored.status().well
    stored.wait()
    current = stored.current()
    assert isinstance(current, PairedIndex)
    assert (len(current), current.last, current.dimensions) == (8, 8, DIMENSIONS)
    assert len(current.words(["boats"], 9)) == 4
    assert "8 paragraphs in tantivy" in stored.status().detail
    assert stored.status().state == "sound"
    stored.close()
    # With one article less it is small again.
    catalogue.remove("a0")
    assert not isinstance(stored.current(), WordIndex)


def test_reindexing_makes_both_and_damage_of_either_is_told(
    catalogue: Catalogue, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(engines, "_WORDS_APART", 7)
    stored = _opened(catalogue)
    stored.rebuild()
    assert isinstance(stored.current(), PairedIndex)
    assert stored.status().state == "sound"
    made = shelves.named(catalogue.folder / "index")
    path = max(made.iterdir(), key=lambda each: each.stat().st_size)
    path.write_bytes(path.read_bytes()[:-1])
    assert stored.status().state == "damaged"
    assert not stored.status().well
    assert "whosays reindex" in stored.status().detail
    stored.close()


def test_the_size_from_which_on_words_lie_apart() -> None:
    assert not engines.words_apart(100_000)
    assert engines.words_apart(100_001)


def test_tantivy_is_imported_for_a_large_library_alone(tmp_path: Path) -> None:
    code = (
        "import sys; import retrieval.library, retrieval.engines, bot.cli.__main__; "
        "print('tantivy' in sys.modules)"
    )
    done = subprocess.run(
        [sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=True
    )
    assert done.stdout == "False\n"
