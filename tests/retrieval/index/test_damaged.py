"""An index file that is damaged, lost or cannot be written is never searched."""

from __future__ import annotations

import errno
import os
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from retrieval.errors import LibraryError, LibraryFullError
from retrieval.index import manifest
from retrieval.index.engines import ENGINES
from retrieval.index.faiss_index import FaissIndex
from tests.retrieval.index.stores import DIMENSIONS, Store, assert_in_step, opened, vector_file

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture(scope="module", params=sorted(ENGINES))
def written(
    request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory
) -> tuple[Path, Store, dict[str, bytes]]:
    """A folder, its store, and the two files of an index of an engine as they were written."""
    folder, store = tmp_path_factory.mktemp("flipped"), Store(40)
    assert_in_step(opened(folder, store), store)
    vector_file(folder).unlink()
    part = ENGINES[request.param].create(DIMENSIONS)
    part.add(*store.vectors("e"))
    manifest.write(
        folder,
        part,
        encoder="e",
        engine=request.param,
        generation=store.generation(),
        token=store.changes[-1][0],
    )
    assert opened(folder, store).status().state == "sound"
    return folder, store, {each.name: each.read_bytes() for each in folder.iterdir()}


flips = st.lists(st.tuples(st.integers(0), st.integers(1, 255)), min_size=1, max_size=4)


@settings(deadline=None, max_examples=40)
@given(which=st.booleans(), flips=flips, cut=st.integers(0, 200) | st.none())
def test_flipped_or_missing_bytes_are_never_searched(
    written: tuple[Path, Store, dict[str, bytes]],
    *,
    which: bool,
    flips: list[tuple[int, int]],
    cut: int | None,
) -> None:
    folder, store, files = written
    for path in folder.iterdir():
        path.unlink()
    changed = False
    for name, content in files.items():
        damaged = bytearray(content)
        if (name == manifest.MANIFEST) == which:
            for position, mask in flips:
                damaged[position % len(damaged)] ^= mask
            if cut is not None:
                del damaged[cut:]
            changed = damaged != content
        (folder / name).write_bytes(damaged)
    index = opened(folder, store)
    # In the manifest a change may mean the same, such as one blank for another.
    assert which or not changed or index.status().state == "damaged"
    if changed and not which:
        # Rebuilt, and exact: nothing of a file in 8 bits is in it.
        assert_in_step(index, store)
    assert len(index.current()) == len(store.held)


def test_a_missing_file_is_damage(tmp_path: Path) -> None:
    store = Store(50)
    assert_in_step(opened(tmp_path, store), store)
    vector_file(tmp_path).unlink()
    assert opened(tmp_path, store).status().state == "damaged"
    assert_in_step(opened(tmp_path, store), store)


def test_a_folder_that_cannot_be_written_is_done_without(tmp_path: Path) -> None:
    blocked = tmp_path / "file"
    blocked.write_text("not a folder")
    store = Store(50)
    index = opened(blocked / "index", store)
    assert_in_step(index, store)
    store.reads.clear()
    assert_in_step(index, store)
    assert store.reads == []
    with pytest.raises(LibraryError, match="cannot be written"):
        index.rebuild()


def test_a_full_disk_leaves_the_index_before(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    store = Store(50)
    assert_in_step(opened(tmp_path, store), store)
    before = {each: each.read_bytes() for each in tmp_path.iterdir()}
    store.append(500)

    def full(_: FaissIndex, path: Path) -> None:
        path.write_bytes(b"half of it")
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    monkeypatch.setattr(FaissIndex, "save", full)
    index = opened(tmp_path, store)
    assert_in_step(index, store)
    with pytest.raises(LibraryFullError, match="is full"):
        index.rebuild()
    assert {each: each.read_bytes() for each in tmp_path.iterdir()} == before


def test_what_a_crash_left_is_tidied_but_not_what_is_being_written(tmp_path: Path) -> None:
    store = Store(50)
    left, writing = tmp_path / f"vectors-{0:016x}.index", tmp_path / f"vectors-{1:016x}.index"
    for path in (left, writing):
        path.write_bytes(b"half")
    os.utime(left, (0, 0))
    assert_in_step(opened(tmp_path, store), store)
    assert not left.exists()
    assert writing.exists()
