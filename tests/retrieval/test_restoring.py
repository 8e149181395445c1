"""A library that was restored is searched with its own index, never with a later one's."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import numpy as np

from config.settings import LibrarySettings, Settings
from retrieval.index.stored import StoredIndex
from retrieval.library import Library
from retrieval.store.backup import back_up, restore
from retrieval.store.catalogue import Catalogue
from tests.retrieval.store.entries import DIMENSIONS, entry

if TYPE_CHECKING:
    from pathlib import Path

    from retrieval.store.records import Entry

QUESTION = "Did Putin congratulate Trump?"


def _pointing(name: str, axis: int) -> Entry:
    """An article whose one paragraph has an axis for its vector."""
    vectors = np.eye(DIMENSIONS, dtype=np.float32)[axis : axis + 1]
    return replace(entry(name, (f"The article {name}.",)), vectors=vectors)


def _added(folder: Path, name: str, axis: int) -> dict[str, float]:
    """Add an article; what a search along each article's axis finds, by the words found."""
    with Catalogue.open(folder) as catalogue:
        catalogue.add([_pointing(name, axis)], encoder="e")
        stored = StoredIndex(folder / "index", encoder="e", dimensions=DIMENSIONS, source=catalogue)
        found: dict[str, float] = {}
        for direction in np.eye(DIMENSIONS, dtype=np.float32):
            ids, scores = stored.current().search(direction, 1)
            if len(ids) and scores[0] > 0:
                found[catalogue.locate(ids)[0].text] = float(scores[0])
        return found


def test_the_index_of_what_was_replaced_is_not_used(tmp_path: Path) -> None:
    folder = tmp_path / "library"
    _added(folder, "first", 0)
    back_up(folder, tmp_path / "b.zip")
    later = _added(folder, "later", 1)
    assert later == {"The article first.": 1.0, "The article later.": 1.0}
    index = (folder / "index" / "index.json").read_bytes()
    restore(tmp_path / "b.zip", folder)
    # The second change of this library, as the one that the index on the disk was built from.
    assert _added(folder, "other", 2) == {"The article first.": 1.0, "The article other.": 1.0}
    assert (folder / "index" / "index.json").read_bytes() != index


def test_a_restored_library_answers_as_before(
    tmp_path: Path, seeded: Library, settings: Settings
) -> None:
    before = seeded.ask(QUESTION).to_json()
    back_up(seeded._catalogue.folder, tmp_path / "b.zip")
    elsewhere = settings.model_copy(
        update={"library": LibrarySettings(path=tmp_path / "elsewhere")}
    )
    restore(tmp_path / "b.zip", elsewhere.library.path)
    with Library.open(elsewhere) as library:
        after = library.ask(QUESTION).to_json()
        assert all(finding.ok for finding in library.doctor())
    assert after["covered"]
    assert {**after, "took": None} == {**before, "took": None}
