"""The stored index is in step with its store, or rebuilt; a wrong one is never searched."""

from __future__ import annotations

import errno
import os
from typing import TYPE_CHECKING

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from retrieval.errors import LibraryError, LibraryFullError
from retrieval.index import engines, manifest
from retrieval.index.faiss_index import FaissIndex
from retrieval.index.numpy_index import NumpyIndex
from retrieval.index.stored import StoredIndex

if TYPE_CHECKING:
    from pathlib import Path

    from numpy.typing import NDArray

DIMENSIONS = 8


def unit(count: int, seed: int) -> NDArray[np.float32]:
    vectors = np.random.default_rng(seed).standard_normal((count, DIMENSIONS))
    vectors /= np.linalg.norm(vectors, axis=1, keepdims=True)
    return vectors.astype(np.float32)


class Store:
    """Vectors of one encoder in memory, with the count of changes that a library keeps."""

    def __init__(self, count: int = 0, seed: int = 0) -> None:
        self.held: dict[int, NDArray[np.float32]] = {}
        self.changes: list[tuple[int, bool]] = []
        self.highest = 0
        self.reads: list[int] = []
        self.random = np.random.default_rng(seed)
        if count:
            self.append(count)

    def append(self, count: int) -> None:
        for row in unit(count, int(self.random.integers(2**32))):
            self.highest += 1
            self.held[self.highest] = row
        self._change(rewrites=False)

    def remove(self, identifier: int) -> None:
        del self.held[identifier]
        self._change(rewrites=True)

    def _change(self, *, rewrites: bool) -> None:
        self.changes.append((int(self.random.integers(2**62)), rewrites))

    def generation(self) -> int:
        return len(self.changes)

    def token(self, generation: int) -> int | None:
        known = 1 <= generation <= len(self.changes)
        return self.changes[generation - 1][0] if known else None

    def rewritten(self) -> int:
        return max((n for n, (_, flag) in enumerate(self.changes, start=1) if flag), default=0)

    def vectors(
        self, encoder: str, after: int = 0
    ) -> tuple[NDArray[np.int64], NDArray[np.float32]]:
        self.reads.append(after)
        ids = [each for each in self.held if each > after] if encoder == "e" else []
        if not ids:
            return np.empty(0, dtype=np.int64), np.empty((0, 0), dtype=np.float32)
        return np.array(ids), np.stack([self.held[each] for each in ids])


def opened(folder: Path, store: Store, encoder: str = "e", width: int = DIMENSIONS) -> StoredIndex:
    return StoredIndex(folder, encoder=encoder, dimensions=width, source=store)


def assert_in_step(index: StoredIndex, store: Store) -> None:
    """The index finds what brute force over the store finds."""
    oracle = NumpyIndex(DIMENSIONS)
    if store.held:
        oracle.add(np.array(list(store.held)), np.stack(list(store.held.values())))
    current = index.current()
    assert len(current) == len(store.held)
    for query in unit(3, 99):
        found, scores = current.search(query, 5)
        expected, expected_scores = oracle.search(query, 5)
        assert found.tolist() == expected.tolist()
        np.testing.assert_allclose(scores, expected_scores, atol=1e-6)


def vector_file(folder: Path) -> Path:
    (path,) = folder.glob("vectors-*.index")
    return path


def test_a_first_index_is_built_and_the_next_start_loads_it(tmp_path: Path) -> None:
    store = Store(50)
    assert opened(tmp_path, store).status().state == "missing"
    assert_in_step(opened(tmp_path, store), store)
    assert opened(tmp_path, store).status().state == "sound"
    store.reads.clear()
    assert_in_step(opened(tmp_path, store), store)
    assert store.reads == []


def test_an_empty_library_has_an_empty_index_and_no_file(tmp_path: Path) -> None:
    store = Store()
    index = opened(tmp_path / "index", store)
    assert_in_step(index, store)
    assert not (tmp_path / "index").exists()
    store.append(1)
    assert_in_step(index, store)
    assert index.status().state == "sound"


def test_additions_are_read_alone_and_written_back_when_they_are_many(tmp_path: Path) -> None:
    store = Store(50)
    index = opened(tmp_path, store)
    assert_in_step(index, store)
    before = vector_file(tmp_path)

    store.append(3)
    store.reads.clear()
    assert_in_step(index, store)
    assert_in_step(opened(tmp_path, store), store)
    assert store.reads == [50, 50]
    assert index.status().state == "behind"
    assert vector_file(tmp_path) == before

    store.append(3)
    assert_in_step(opened(tmp_path, store), store)
    assert vector_file(tmp_path) != before
    assert index.status().state == "sound"


def test_an_index_given_out_does_not_change(tmp_path: Path) -> None:
    store = Store(50)
    index = opened(tmp_path, store)
    given_out = index.current()
    assert index.current() is given_out
    store.append(2)
    assert len(index.current()) == 52
    assert len(given_out) == 50


@pytest.mark.parametrize("fresh", [True, False])
def test_a_removal_rebuilds(tmp_path: Path, *, fresh: bool) -> None:
    store = Store(50)
    index = opened(tmp_path, store)
    assert_in_step(index, store)
    store.remove(7)
    store.append(1)
    assert index.status().state == "stale"
    assert_in_step(opened(tmp_path, store) if fresh else index, store)
    assert index.status().state == "sound"


def test_an_index_of_a_restored_backup_is_not_taken_for_this_librarys(tmp_path: Path) -> None:
    store, twin = Store(50, seed=1), Store(50, seed=1)
    assert_in_step(opened(tmp_path, store), store)
    twin.random = np.random.default_rng(2)
    for each in (store, twin):
        each.append(20)
    index = opened(tmp_path, store)
    assert_in_step(index, store)
    # The same count of changes and the same ids, but other vectors since the backup.
    assert_in_step(opened(tmp_path, twin), twin)


@pytest.mark.parametrize(("encoder", "width"), [("other", DIMENSIONS), ("e", 5)])
def test_an_index_of_another_model_is_foreign(tmp_path: Path, encoder: str, width: int) -> None:
    store = Store(50)
    assert_in_step(opened(tmp_path, store), store)
    other = opened(tmp_path, store, encoder=encoder, width=width)
    assert other.status().state == "foreign"
    if encoder == "other":
        assert len(other.current()) == 0
    else:
        with pytest.raises(LibraryError, match="8 dimensions, and the model gives 5"):
            other.current()


@pytest.mark.parametrize(("key", "value"), [("format", 2), ("engine", "magic")])
def test_a_manifest_of_another_time_is_foreign(tmp_path: Path, key: str, value: object) -> None:
    import json  # noqa: PLC0415

    store = Store(50)
    assert_in_step(opened(tmp_path, store), store)
    path = tmp_path / manifest.MANIFEST
    path.write_text(json.dumps({**json.loads(path.read_text()), key: value}))
    assert opened(tmp_path, store).status().state == "foreign"
    assert_in_step(opened(tmp_path, store), store)
    assert opened(tmp_path, store).status().state == "sound"


@pytest.fixture(scope="module")
def written(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Store, dict[str, bytes]]:
    """A folder, its store, and the two files of the index as they were written."""
    folder, store = tmp_path_factory.mktemp("flipped"), Store(40)
    assert_in_step(opened(folder, store), store)
    return folder, store, {each.name: each.read_bytes() for each in folder.iterdir()}


flips = st.lists(st.tuples(st.integers(0), st.integers(1, 255)), min_size=1, max_size=4)


@settings(deadline=None)
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
    assert_in_step(index, store)


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


def test_a_growing_library_moves_to_the_engine_that_fits(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    small, large = engines.ENGINES["flat"], engines.ENGINES["fp16"]
    monkeypatch.setattr(
        "retrieval.index.stored.engine_for", lambda count: small if count <= 50 else large
    )
    store = Store(50)
    index = opened(tmp_path, store)
    index.current()
    assert "flat" in index.status().detail
    store.append(20)
    assert len(index.current()) == 70
    assert "fp16" in index.status().detail
    assert len(opened(tmp_path, store).current()) == 70


def test_what_is_added_while_an_index_is_built_is_not_filed_as_older(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    store = Store(50)
    real = store.vectors

    def raced(encoder: str, after: int = 0) -> tuple[NDArray[np.int64], NDArray[np.float32]]:
        store.append(1)
        return real(encoder, after)

    index = opened(tmp_path / "index", store)
    with monkeypatch.context() as patched:
        patched.setattr(store, "vectors", raced)
        assert len(index.current()) == 51
        assert not (tmp_path / "index").exists()
    assert_in_step(index, store)
    assert index.status().state == "sound"


@settings(deadline=None, max_examples=25)
@given(st.lists(st.integers(-3, 20), max_size=12))
def test_any_history_ends_in_step(
    tmp_path_factory: pytest.TempPathFactory, history: list[int]
) -> None:
    folder, store = tmp_path_factory.mktemp("history"), Store()
    index = opened(folder, store)
    for step in history:
        if step == 0:
            index = opened(folder, store)
        elif step > 0:
            store.append(step)
        elif store.held:
            store.remove(min(store.held))
        assert_in_step(index, store)
