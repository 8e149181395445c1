"""The stored index is in step with its store, or rebuilt; a wrong one is never searched."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from retrieval.errors import LibraryError
from retrieval.index import engines, manifest
from tests.retrieval.index.stores import DIMENSIONS, Store, assert_in_step, opened, vector_file

if TYPE_CHECKING:
    from pathlib import Path

    from numpy.typing import NDArray


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
def test_a_removal_is_honoured_without_reading_the_rest_again(
    tmp_path: Path, *, fresh: bool
) -> None:
    store = Store(50)
    index = opened(tmp_path, store)
    assert_in_step(index, store)
    before = vector_file(tmp_path)
    store.reads.clear()
    store.remove(7)
    store.append(1)
    assert index.status().state == "behind"
    assert_in_step(opened(tmp_path, store) if fresh else index, store)
    assert store.reads == [50]
    assert vector_file(tmp_path) == before


def test_what_was_removed_goes_from_the_file_when_it_is_much(tmp_path: Path) -> None:
    store = Store(50)
    index = opened(tmp_path, store)
    assert_in_step(index, store)
    for each in range(1, 11):
        store.remove(each)
    assert_in_step(index, store)
    assert index.status().state == "sound"
    assert index.status().detail.startswith("40 vectors")


@pytest.mark.parametrize("fresh", [True, False])
def test_other_vectors_under_the_same_ids_rebuild(tmp_path: Path, *, fresh: bool) -> None:
    store = Store(50)
    index = opened(tmp_path, store)
    assert_in_step(index, store)
    store.rewrite()
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


def test_a_growing_library_moves_to_the_engine_that_fits(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    small, large = engines.ENGINES["flat"], engines.ENGINES["fp16"]
    monkeypatch.setattr(engines, "_BY_SIZE", (replace(small, most=50), large))
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

    def raced(
        encoder: str, after: int = 0, most: int | None = None
    ) -> tuple[NDArray[np.int64], NDArray[np.float32]]:
        store.append(1)
        return real(encoder, after, most)

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
        elif step == -3:
            store.rewrite()
        elif store.held:
            store.remove(min(store.held) if step == -1 else max(store.held))
        assert_in_step(index, store)
