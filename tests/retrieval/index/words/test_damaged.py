"""A folder of words that is damaged, or lacks something, is noticed, made anew, never searched."""

from __future__ import annotations

import contextlib
import json
import logging
import shutil
from typing import TYPE_CHECKING

import pytest
from hypothesis import Phase, given, settings
from hypothesis import strategies as st

from retrieval.index.words import folder
from retrieval.store.catalogue import Catalogue
from tests.retrieval.index.words.shelves import (
    add,
    assert_same,
    impatient,
    named,
    opened,
    ready,
    write,
)  # fmt: skip

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from retrieval.index.words.kept import StoredWords


@pytest.fixture(scope="module")
def written(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Catalogue, Path]]:
    """A library, and its folder as it was written, elsewhere."""
    with (
        Catalogue.open(tmp_path_factory.mktemp("library")) as catalogue,
        pytest.MonkeyPatch.context() as patched,
    ):
        impatient(patched)
        for number in range(5):
            add(catalogue, f"a{number}", f"Boat {number} came in.", "It rained on the pier.")
        stored = opened(catalogue)
        ready(stored)
        stored.close()
        kept = tmp_path_factory.mktemp("kept") / "index"
        shutil.copytree(stored._root, kept)
        yield catalogue, kept


def _restored(catalogue: Catalogue, kept: Path) -> StoredWords:
    stored = opened(catalogue)
    shutil.rmtree(stored._root)
    shutil.copytree(kept, stored._root)
    return stored


flips = st.lists(st.tuples(st.integers(0), st.integers(1, 255)), min_size=1, max_size=4)


@settings(deadline=None, max_examples=60, phases=(Phase.explicit, Phase.generate))
@given(which=st.integers(0, 20), flips=flips, cut=st.integers(0, 200) | st.none())
def test_flipped_or_missing_bytes_are_never_searched(
    written: tuple[Catalogue, Path],
    which: int,
    flips: list[tuple[int, int]],
    cut: int | None,
) -> None:
    catalogue, kept = written
    stored = _restored(catalogue, kept)
    files = [stored._root / folder.MANIFEST, *sorted(named(stored._root).iterdir())]
    files = [each for each in files if not each.name.endswith(".lock") and each.stat().st_size]
    path = files[which % len(files)]
    content = bytearray(path.read_bytes())
    before = bytes(content)
    for place, change in flips:
        content[place % len(content)] ^= change
    damaged = bytes(content) if cut is None else bytes(content)[: max(0, len(content) - cut)]
    if damaged == before:
        return
    path.write_bytes(damaged)
    state = stored.status().state
    if path.name == folder.MANIFEST:
        with contextlib.suppress(ValueError):
            if json.loads(damaged) == json.loads(before):
                # Other white space.
                return
    assert state == "damaged"
    assert not stored.status().well
    assert stored.current() is None
    stored.close()


@pytest.mark.parametrize("lost", ["file", "folder", "manifest"])
def test_what_is_lost_is_made_anew(
    written: tuple[Catalogue, Path], lost: str, caplog: pytest.LogCaptureFixture
) -> None:
    catalogue, kept = written
    stored = _restored(catalogue, kept)
    if lost == "manifest":
        (stored._root / folder.MANIFEST).unlink()
    elif lost == "folder":
        shutil.rmtree(named(stored._root))
    else:
        max(named(stored._root).iterdir(), key=lambda each: each.stat().st_size).unlink()
    with caplog.at_level(logging.WARNING):
        for _ in range(3):
            stored.current()
        assert len(caplog.records) == (lost != "manifest")
        assert_same(ready(stored), catalogue, ["boat", "pier"], 99, None)
    assert stored.status().state == "sound"
    stored.close()


@pytest.mark.parametrize(
    ("key", "value"),
    [
        ("folder", "../elsewhere"),
        ("folder", "words-../../../../etc"),
        ("files", {"../words.json": [1, "a"]}),
        ("files", [1]),
        ("files", {"meta.json": 1}),
        ("count", "1"),
        ("library", 1),
        ("token", None),
    ],
)
def test_a_manifest_that_holds_something_else_is_damaged(
    written: tuple[Catalogue, Path], key: str, value: object
) -> None:
    catalogue, kept = written
    stored = _restored(catalogue, kept)
    path = stored._root / folder.MANIFEST
    write(path, key, value)
    assert stored.status().state == "damaged"
    assert stored.current() is None
    path.write_text("[]")
    assert stored.status().state == "damaged"
    stored.close()


def test_one_with_fewer_paragraphs_than_its_manifest_says_is_not_searched(
    written: tuple[Catalogue, Path],
) -> None:
    catalogue, kept = written
    stored = _restored(catalogue, kept)
    path = stored._root / folder.MANIFEST
    write(path, "count", 11)
    assert stored.current() is None
    assert_same(ready(stored), catalogue, ["boat", "pier"], 99, None)
    stored.close()
