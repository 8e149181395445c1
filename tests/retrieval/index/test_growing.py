"""Any engine in parts, grown and thinned out, finds what brute force finds."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from retrieval.errors import IndexDamagedError
from retrieval.index import ivf_index, segments
from retrieval.index.clusters import StoppedError, centroids
from retrieval.index.engines import ENGINES
from retrieval.index.ivf_index import IvfIndex, lists_for
from retrieval.index.membership import are_among, in_order, positions
from retrieval.index.numpy_index import NumpyIndex
from retrieval.index.segments import Segmented
from tests.retrieval.index.stores import DIMENSIONS, unit

if TYPE_CHECKING:
    from pathlib import Path

NAMES = sorted(ENGINES)
STEPS = st.lists(
    st.tuples(st.sampled_from(["add", "remove", "copy"]), st.integers(0, 40), st.integers(0, 99)),
    max_size=12,
)


def segmented(name: str, count: int = 0) -> Segmented:
    """An index of that engine, trained where it is to be, with the first ids."""
    first = ENGINES[name].create(DIMENSIONS)
    if isinstance(first, IvfIndex):
        first.train(unit(500, 5), 64)
    if count:
        first.add(np.arange(1, count + 1), unit(count, 1))
    return Segmented(first, ENGINES[name].tail)


@settings(deadline=None, max_examples=60)
@given(name=st.sampled_from(NAMES), steps=STEPS, k=st.integers(1, 30), filtered=st.booleans())
def test_any_history_finds_what_brute_force_finds(
    name: str, steps: list[tuple[str, int, int]], k: int, *, filtered: bool
) -> None:
    index, oracle, highest = segmented(name, 50), NumpyIndex(DIMENSIONS), 50
    oracle.add(np.arange(1, 51), unit(50, 1))
    with pytest.MonkeyPatch.context() as patched:
        patched.setattr(segments, "_COPIED", 20)
        patched.setattr(segments, "_SPARE", 2)
        patched.setattr(ivf_index, "_EACH", 8)
        for what, count, seed in steps:
            if what == "add":
                ids = np.arange(highest + 1, highest + count + 1)
                highest += count
                for each in (index, oracle):
                    each.add(ids, unit(count, seed))
            elif what == "remove":
                ids = np.random.default_rng(seed).integers(0, highest + 5, count)
                for each in (index, oracle):
                    each.remove(ids)
            else:
                before = index
                index = before.copy()
                before.add(np.array([highest + 1000]), unit(1, seed))
        assert len(index) == len(oracle)
        among = np.arange(highest + 3, 0, -2) if filtered else None
        for query in unit(2, 77):
            found, scores = index.search(query, k, among)
            expected, expected_scores = oracle.search(query, k, among)
            assert len(found) == len(expected) == len(set(found.tolist()))
            np.testing.assert_allclose(scores, expected_scores, atol=0.05)
            assert among is None or set(found.tolist()) <= set(among.tolist())


@pytest.mark.parametrize("name", NAMES)
def test_a_filter_gives_k_of_any_size(name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    # So few lists at first that they hold too few of those that pass.
    monkeypatch.setattr(ivf_index, "_SHARE", 0.0)
    monkeypatch.setattr(ivf_index, "_LEAST", 1)
    monkeypatch.setattr(ivf_index, "_EACH", 10)
    index = segmented(name, 2000)
    vectors = unit(2000, 1)
    order = np.argsort(vectors @ vectors[0]) + 1
    for size in (1, 5, 50, 500):
        furthest = order[:size]
        found, _ = index.search(vectors[0], 50, furthest)
        assert set(found.tolist()) <= set(furthest.tolist())
        assert len(found) == min(50, size)
    assert len(index.search(vectors[0], 1500)[0]) == 1500


@pytest.mark.parametrize("name", NAMES)
def test_the_nearest_may_all_be_gone(name: str) -> None:
    index = segmented(name, 400)
    vectors = unit(400, 1)
    order = np.argsort(-(vectors @ vectors[0])) + 1
    index.remove(order[:350])
    found, _ = index.search(vectors[0], 20)
    assert set(found.tolist()) <= set(order[350:].tolist())
    assert len(found) == 20
    with pytest.raises(ValueError, match="one part"):
        index.save(None)  # type: ignore[arg-type]


def test_what_lies_in_its_file_is_changed_in_memory(tmp_path: Path) -> None:
    index, vectors = IvfIndex(DIMENSIONS), unit(300, 1)
    index.train(vectors, 300)
    index.add(np.arange(300), vectors)
    index.save(tmp_path / "file")
    before = (tmp_path / "file").read_bytes()
    loaded = IvfIndex.load(tmp_path / "file")
    assert loaded._in_file
    assert loaded._trained == 300
    copy = loaded.copy()
    copy.add(np.array([999]), vectors[:1])
    copy.remove(np.array([0]))
    assert copy.search(vectors[0], 1)[0].tolist() == [999]
    assert loaded.search(vectors[0], 1)[0].tolist() == [0]
    assert (len(copy), len(loaded), copy.last) == (300, 300, 999)
    assert (tmp_path / "file").read_bytes() == before
    np.testing.assert_array_equal(loaded.held(np.array([-5, 4, 299, 300])), [4, 299])


def test_a_file_of_another_kind_is_not_loaded(tmp_path: Path) -> None:
    flat = ENGINES["flat"].create(DIMENSIONS)
    flat.add(np.arange(3), unit(3, 1))
    flat.save(tmp_path / "flat")
    with pytest.raises(IndexDamagedError, match="another kind"):
        IvfIndex.load(tmp_path / "flat")
    index = IvfIndex(DIMENSIONS)
    index.add(np.arange(30), unit(30, 1))
    index.save(tmp_path / "ivf")
    cut = (tmp_path / "ivf").read_bytes()[:-5] + b"other"
    (tmp_path / "ended").write_bytes(cut.replace(b"whosaysJ", b"whosaysX"))
    with pytest.raises(IndexDamagedError, match="does not end"):
        IvfIndex.load(tmp_path / "ended")
    with pytest.raises(ValueError, match="without lists"):
        IvfIndex(DIMENSIONS).save(tmp_path / "none")


@pytest.mark.parametrize("count", [1, 100, 300])
def test_centroids_are_so_many_units_near_the_sample(count: int) -> None:
    sample = unit(2000, 3)
    found = centroids(sample, count)
    assert found.shape == (count, DIMENSIONS)
    np.testing.assert_allclose(np.linalg.norm(found, axis=1), 1, atol=1e-5)
    nearest = (sample @ found.T).max(axis=1).mean()
    chance = (sample @ unit(count, 4).T).max(axis=1).mean()
    assert nearest > chance


def test_clustering_can_be_stopped() -> None:
    with pytest.raises(StoppedError):
        centroids(unit(2000, 3), 300, lambda: True)


def test_lists_grow_as_the_square_root() -> None:
    assert [lists_for(each) for each in (0, 1, 100, 200_000, 1_000_000, 10_000_000)] == [
        *(2, 2, 16, 1024, 2048, 8192)
    ]


@given(
    ids=st.lists(st.integers(-50, 2**40) | st.integers(0, 30), unique=True, max_size=40),
    others=st.lists(st.integers(-50, 2**40) | st.integers(0, 30), max_size=40),
    ordered=st.booleans(),
)
def test_membership_is_what_sets_say(ids: list[int], others: list[int], *, ordered: bool) -> None:
    held = np.array(sorted(ids) if ordered else ids, dtype=np.int64)
    asked = in_order(np.array(others, dtype=np.int64))
    expected = [each in set(others) for each in held.tolist()]
    assert are_among(held, asked).tolist() == expected
    found = positions(held, asked, ordered=ordered)
    assert found.tolist() == np.flatnonzero(expected).tolist()
