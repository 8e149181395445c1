"""What takes long is made in the background, while what is there answers, in step all the while."""

from __future__ import annotations

import errno
import os
import threading
from dataclasses import replace
from typing import TYPE_CHECKING, cast

import numpy as np
import pytest

from retrieval.errors import LibraryFullError
from retrieval.index import clusters, engines, manifest, stored
from retrieval.index.ivf_index import IvfIndex
from retrieval.index.numpy_index import NumpyIndex
from tests.retrieval.index.stores import DIMENSIONS, Store, opened, unit, vector_file

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from numpy.typing import NDArray

    from retrieval.index.segments import Segmented
    from retrieval.index.stored import StoredIndex

FLAT, HALF, INVERTED = (engines.ENGINES[each] for each in ("flat", "fp16", "ivf"))


@pytest.fixture(autouse=True)
def _small(monkeypatch: pytest.MonkeyPatch) -> None:
    """The engines of large libraries, for small ones."""
    sizes = (replace(FLAT, most=40), replace(HALF, most=80), INVERTED)
    monkeypatch.setattr(engines, "_BY_SIZE", sizes)
    monkeypatch.setattr(stored, "_AT_ONCE", 40)
    monkeypatch.setattr(stored, "_PATIENCE_SECONDS", 0.0)


@pytest.fixture
def gate(monkeypatch: pytest.MonkeyPatch) -> Iterator[threading.Event]:
    """Nothing is trained before this is set."""
    event, real = threading.Event(), clusters.centroids

    def held_up(
        sample: NDArray[np.float32], count: int, stopped: Callable[[], bool]
    ) -> NDArray[np.float32]:
        while not event.wait(0.01):
            if stopped():
                raise clusters.StoppedError
        return real(sample, count, stopped)

    monkeypatch.setattr("retrieval.index.ivf_index.centroids", held_up)
    yield event
    event.set()


def engine(index: StoredIndex) -> str:
    """What answers."""
    index.current()
    assert index._held is not None
    return index._held.engine.name


def assert_near(index: StoredIndex, store: Store) -> None:
    """The index holds what the store holds, and scores it within what 8 bits tell."""
    current = index.current()
    assert len(current) == len(store.held)
    ids = np.array(sorted(store.held))
    oracle = NumpyIndex(DIMENSIONS)
    oracle.add(ids, np.stack([store.held[each] for each in ids.tolist()]))
    for query in unit(3, 99):
        found, scores = current.search(query, len(store.held) + 5)
        assert sorted(found.tolist()) == ids.tolist()
        np.testing.assert_allclose(scores, oracle.search(query, len(ids))[1], atol=0.03)


def test_a_stand_in_answers_until_the_best_is_there(tmp_path: Path, gate: threading.Event) -> None:
    store = Store(200)
    index = opened(tmp_path, store)
    assert_near(index, store)
    store.append(3)
    store.remove(5)
    assert_near(index, store)
    gate.set()
    index.wait()
    store.remove(201)
    store.append(2)
    assert_near(index, store)
    assert engine(index) == "ivf"
    store.reads.clear()
    assert_near(opened(tmp_path, store), store)
    assert min(store.reads) >= 200
    index.close()


def test_a_growing_library_is_answered_by_the_index_before(
    tmp_path: Path, gate: threading.Event
) -> None:
    store = Store(75)
    index = opened(tmp_path, store)
    index.current()
    index.wait()
    assert_near(index, store)
    assert engine(index) == "fp16"
    store.append(10)
    assert_near(index, store)
    gate.set()
    index.wait()
    assert_near(index, store)
    assert engine(index) == "ivf"
    index.close()


def test_what_is_added_or_removed_costs_no_copy_of_the_rest(tmp_path: Path) -> None:
    store = Store(200)
    index = opened(tmp_path, store)
    index.current()
    index.wait()
    first = cast("Segmented", index.current()).first
    store.append(5)
    store.remove(9)
    store.reads.clear()
    assert_near(index, store)
    assert cast("Segmented", index.current()).first is first
    assert store.reads == [200]
    index.close()


def test_the_lists_are_drawn_anew_when_they_fit_no_longer(tmp_path: Path) -> None:
    store = Store(100)
    index = opened(tmp_path, store)
    index.current()
    index.wait()
    before = cast("IvfIndex", cast("Segmented", index.current()).first)._trained
    store.append(20)
    index.current()
    index.wait()
    assert cast("IvfIndex", cast("Segmented", index.current()).first)._trained == before == 100
    store.append(400)
    index.current()
    index.wait()
    assert_near(index, store)
    assert cast("IvfIndex", cast("Segmented", index.current()).first)._trained == 520
    index.close()


def test_a_full_disk_is_said_in_a_sentence_and_the_old_index_answers(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    store = Store(200)
    index = opened(tmp_path, store)

    def full(_: IvfIndex, path: Path) -> None:
        path.write_bytes(b"half of it")
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    monkeypatch.setattr(IvfIndex, "save", full)
    index.current()
    index.wait()
    assert_near(index, store)
    said = f"The disk that holds {tmp_path} is full: free some space and retry."
    assert [each.getMessage() for each in caplog.records] == [
        f"The index cannot be renewed now, and what there is answers: {said}"
    ]
    assert engine(index) == "ivf"
    assert "sq8, compared one by one" in index.status().detail
    with pytest.raises(LibraryFullError, match="is full"):
        index.rebuild()
    assert {each.name for each in tmp_path.iterdir()} == {
        manifest.MANIFEST, manifest.LOCK, vector_file(tmp_path).name
    }  # fmt: skip
    index.close()


def test_another_file_in_its_place_at_once_does_no_harm(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    store, real = Store(200), manifest.write

    def replaced(folder: Path, index: Segmented, **details: object) -> str:
        name = real(folder, index, **details)  # type: ignore[arg-type]
        if details["engine"] == "ivf":
            (folder / name).unlink()
        return name

    monkeypatch.setattr(manifest, "write", replaced)
    index = opened(tmp_path, store)
    index.current()
    index.wait()
    assert_near(index, store)
    assert engine(index) == "ivf"
    index.close()


def test_closing_ends_the_work(tmp_path: Path, gate: threading.Event) -> None:
    store = Store(200)
    index = opened(tmp_path, store)
    index.current()
    index.close()
    assert_near(index, store)
    assert not index._background.busy
    assert not gate.is_set()
    assert [each.name for each in threading.enumerate() if each.name == "whosays-index"] == []


def test_only_one_process_makes_an_index_and_the_other_takes_it(
    tmp_path: Path, gate: threading.Event, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(stored, "_OTHERS_SECONDS", 0.0)
    store = Store(200)
    one, other = opened(tmp_path, store), opened(tmp_path, store)
    one.current()
    # The stand-in is written with the lock held; the lock's file is there a moment before that.
    while not (tmp_path / manifest.MANIFEST).exists():
        gate.wait(0.01)
    other.current()
    other.wait()
    assert engine(other) != "ivf"
    # That asked once more: a job that is refused and still at work keeps the next from beginning.
    other.wait()
    gate.set()
    one.wait()
    store.reads.clear()
    other.current()
    other.wait()
    assert_near(other, store)
    assert 0 not in store.reads
    assert cast("IvfIndex", cast("Segmented", other.current()).first)._in_file
    one.close()
    other.close()


def test_what_was_made_of_other_vectors_is_not_used(tmp_path: Path, gate: threading.Event) -> None:
    store = Store(200)
    index = opened(tmp_path, store)
    index.current()
    store.rewrite()
    gate.set()
    for _ in range(3):
        index.wait()
        assert_near(index, store)
    assert engine(index) == "ivf"
    index.close()


def test_several_may_ask_while_it_is_made(tmp_path: Path) -> None:
    store = Store(200)
    index = opened(tmp_path, store)
    failed: list[BaseException] = []

    def ask(seed: int) -> None:
        try:
            for query in unit(30, seed):
                found, _ = index.current().search(query, 10, np.arange(1, 150))
                assert len(set(found.tolist())) == 10
                assert found.max() < 150
        except BaseException as error:  # noqa: BLE001 - told to the test
            failed.append(error)

    threads = [threading.Thread(target=ask, args=(seed,)) for seed in range(4)]
    for each in threads:
        each.start()
    for each in threads:
        each.join()
    assert failed == []
    index.close()
