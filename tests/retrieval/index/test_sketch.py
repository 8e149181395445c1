"""The sketch says which vectors to compare, and goes with what is added, taken out and kept."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import pytest

from retrieval.errors import IndexDamagedError
from retrieval.index import ivf_index
from retrieval.index.ivf_index import IvfIndex
from retrieval.index.numpy_index import NumpyIndex
from retrieval.index.sketch import Sketch

if TYPE_CHECKING:
    from pathlib import Path

    from numpy.typing import NDArray

DIMENSIONS = 48
COUNT = 3000


def around(count: int, seed: int) -> NDArray[np.float32]:
    """Unit vectors in groups, as those of events are."""
    dice = np.random.default_rng(seed)
    centres = np.random.default_rng(0).standard_normal((40, DIMENSIONS))
    found = centres[dice.integers(0, 40, count)] + dice.standard_normal((count, DIMENSIONS))
    found /= np.linalg.norm(found, axis=1, keepdims=True)
    return found.astype(np.float32)


def drawn(vectors: NDArray[np.float32]) -> Sketch:
    found = Sketch.drawn(vectors)
    assert found is not None
    return found


@pytest.fixture
def few(monkeypatch: pytest.MonkeyPatch) -> None:
    """A tenth is compared, so that the sketch has to choose."""
    monkeypatch.setattr(ivf_index, "_COMPARED_LEAST", COUNT // 10)


def test_the_nearest_are_among_those_to_be_compared() -> None:
    vectors, queries = around(COUNT, 1), around(50, 2)
    sketch = drawn(vectors)
    sketch.add(vectors[:2000])
    sketch.add(vectors[2000:])
    assert len(sketch) == COUNT
    hits = 0
    for query in queries:
        found = sketch.nearest(query, 300)
        assert len(found) == 300
        assert (np.diff(found) > 0).all()
        hits += len(set(np.argsort(-(vectors @ query))[:10].tolist()) & set(found.tolist()))
    assert hits >= 0.98 * 500
    assert sketch.nearest(queries[0], 5000).tolist() == list(range(COUNT))


def test_those_that_stay_move_up_in_a_copy() -> None:
    vectors, query = around(COUNT, 1), around(1, 2)[0]
    sketch = drawn(vectors)
    sketch.add(vectors)
    stays = np.arange(COUNT) % 3 != 0
    kept, fresh = sketch.kept(stays), drawn(vectors)
    fresh.add(vectors[stays])
    assert (len(kept), len(sketch)) == (COUNT * 2 // 3, COUNT)
    assert kept.nearest(query, 100).tolist() == fresh.nearest(query, 100).tolist()
    kept.add(vectors[:1])
    assert (len(kept), len(sketch)) == (COUNT * 2 // 3 + 1, COUNT)


def test_of_too_little_none_is_drawn() -> None:
    assert Sketch.drawn(around(1000, 1)) is None
    assert Sketch.drawn(around(2000, 1)[:, :40]) is None


def test_what_is_stored_is_read_and_nothing_else() -> None:
    vectors = around(COUNT, 1)
    sketch = drawn(vectors)
    sketch.add(vectors)
    stored = sketch.stored().tobytes()
    again = Sketch.read(stored, COUNT)
    for query in around(5, 2):
        assert again.nearest(query, 50).tolist() == sketch.nearest(query, 50).tolist()
    with pytest.raises(IndexDamagedError, match="not that of the vectors"):
        Sketch.read(stored, COUNT + 1)
    with pytest.raises(IndexDamagedError, match="cannot be read"):
        Sketch.read(stored[:200], COUNT)


@pytest.mark.usefixtures("few")
def test_an_inverted_file_with_its_sketch_finds_what_brute_force_finds(tmp_path: Path) -> None:
    vectors, index, oracle = around(COUNT, 1), IvfIndex(DIMENSIONS), NumpyIndex(DIMENSIONS)
    ids = np.arange(1, COUNT + 1)
    for each in (index, oracle):
        each.add(ids, vectors)
    _compare(index, oracle)
    index.save(tmp_path / "one")
    loaded = IvfIndex.load(tmp_path / "one")
    _compare(loaded, oracle)
    gone = ids[::7]
    for each in (loaded, oracle):
        each.remove(gone)
        each.add(np.arange(5000, 5200), around(200, 3))
    _compare(loaded, oracle)
    _compare(loaded.copy(), oracle)
    loaded.save(tmp_path / "two")
    _compare(IvfIndex.load(tmp_path / "two"), oracle)


def _compare(index: IvfIndex, oracle: NumpyIndex) -> None:
    assert index._sketch is not None
    assert len(index._sketch) == len(index) == len(oracle)
    hits = 0
    for query in around(20, 9):
        found, scores = index.search(query, 10)
        right, _ = oracle.search(query, 10)
        _, exact = oracle.search(query, 10, np.sort(found))
        np.testing.assert_allclose(scores, exact, atol=0.02)
        hits += len(set(found.tolist()) & set(right.tolist()))
    assert hits >= 0.95 * 200


def test_a_file_whose_sketch_is_another_s_is_not_loaded(tmp_path: Path) -> None:
    one, other = IvfIndex(DIMENSIONS), IvfIndex(DIMENSIONS)
    one.add(np.arange(COUNT), around(COUNT, 1))
    other.add(np.arange(COUNT - 1), around(COUNT - 1, 1))
    other._sketch, one._sketch = one._sketch, None
    other.save(tmp_path / "other")
    with pytest.raises(IndexDamagedError, match="not that of the vectors"):
        IvfIndex.load(tmp_path / "other")
