"""The engines against brute force: the same neighbours, filtered or not."""

from __future__ import annotations

import errno
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np
import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from retrieval.errors import IndexDamagedError
from retrieval.index.engines import ENGINES, engine_for
from retrieval.index.faiss_index import FaissIndex
from retrieval.index.numpy_index import NumpyIndex

if TYPE_CHECKING:
    from collections.abc import Callable

    from numpy.typing import NDArray

    from retrieval.index.base import VectorIndex

DIMENSIONS = 16
MAKERS: dict[str, Callable[[int], VectorIndex]] = {
    "numpy": NumpyIndex,
    **{each.name: each.create for each in ENGINES.values()},
}
# Half precision keeps 11 bits of each of 16 products of at most 1; 8 bits, of numbers from -1 to 1,
# are within 1/255 of each.
TOLERANCE = {"flat": 1e-6, "fp16": 2e-3, "ivf": 3e-2, "sq8": 3e-2}


def _unit(count: int, seed: int = 0) -> NDArray[np.float32]:
    vectors = np.random.default_rng(seed).standard_normal((count, DIMENSIONS))
    vectors /= np.linalg.norm(vectors, axis=1, keepdims=True)
    return vectors.astype(np.float32)


@pytest.fixture(params=sorted(MAKERS))
def make(request: pytest.FixtureRequest) -> Callable[[int], VectorIndex]:
    return MAKERS[str(request.param)]


@settings(deadline=None)
@given(
    name=st.sampled_from([each for each in MAKERS if each != "numpy"]),
    ids=st.lists(st.integers(1, 2**62), unique=True, max_size=60),
    among=st.none() | st.lists(st.integers(1, 2**62) | st.integers(0, 59), max_size=60),
    k=st.integers(-1, 70),
    seed=st.integers(0, 1000),
)
# Of the first five vectors a later one lies outside.
@example(name="ivf", ids=list(range(1, 12)), among=None, k=1, seed=13)
def test_an_engine_finds_what_brute_force_finds(
    name: str, ids: list[int], among: list[int] | None, k: int, seed: int
) -> None:
    vectors, query = _unit(len(ids), seed), _unit(1, seed + 1)[0]
    held = np.array(ids, dtype=np.int64)
    # Small numbers stand for ids that are held, the others for ids that are not.
    chosen = (
        None
        if among is None
        else np.array([ids[n] if n < len(ids) else n for n in among], dtype=np.int64)
    )
    index, oracle = MAKERS[name](DIMENSIONS), NumpyIndex(DIMENSIONS)
    for each in (index, oracle):
        each.add(held[: len(ids) // 2], vectors[: len(ids) // 2])
        each.add(held[len(ids) // 2 :], vectors[len(ids) // 2 :])
    found, scores = index.search(query, k, chosen)
    expected, expected_scores = oracle.search(query, k, chosen)
    assert (found.dtype, scores.dtype) == (expected.dtype, expected_scores.dtype)
    np.testing.assert_allclose(scores, expected_scores, atol=TOLERANCE[name])
    assert len(set(found.tolist())) == len(found)
    truth = dict(zip(ids, (vectors @ query).tolist(), strict=True))
    np.testing.assert_allclose(
        scores, [truth[each] for each in found.tolist()], atol=TOLERANCE[name]
    )
    assert chosen is None or set(found.tolist()) <= set(chosen.tolist())
    assert len(index) == len(ids)
    assert index.last == max(ids, default=0)


def test_a_filter_of_few_among_many_gives_all_of_them(
    make: Callable[[int], VectorIndex],
) -> None:
    vectors = _unit(5000)
    index = make(DIMENSIONS)
    index.add(np.arange(1, 5001), vectors)
    # The ten furthest from the query: a search that filtered afterwards would find none.
    worst = np.argsort(vectors @ vectors[0])[:10] + 1
    found, _ = index.search(vectors[0], 10, worst)
    assert sorted(found.tolist()) == sorted(worst.tolist())


def test_a_copy_and_its_origin_do_not_see_each_others_additions(
    make: Callable[[int], VectorIndex],
) -> None:
    vectors = _unit(4)
    index = make(DIMENSIONS)
    index.add(np.array([1, 2]), vectors[:2])
    copy = index.copy()
    copy.add(np.array([3]), vectors[2:3])
    index.add(np.array([4]), vectors[3:])
    assert sorted(index.search(vectors[0], 9)[0].tolist()) == [1, 2, 4]
    assert sorted(copy.search(vectors[0], 9)[0].tolist()) == [1, 2, 3]


@pytest.mark.parametrize(
    ("make", "load"),
    [
        (NumpyIndex, NumpyIndex.load),
        (FaissIndex.full, FaissIndex.load),
        (FaissIndex.half, FaissIndex.load),
    ],
)
def test_what_is_saved_is_loaded(
    tmp_path: Path, make: Callable[[int], VectorIndex], load: Callable[[Path], VectorIndex]
) -> None:
    vectors = _unit(20)
    index = make(DIMENSIONS)
    index.add(np.arange(7, 27), vectors)
    index.save(tmp_path / "index")
    again = load(tmp_path / "index")
    assert (len(again), again.dimensions, again.last) == (20, DIMENSIONS, 26)
    for one, other in zip(index.search(vectors[3], 5), again.search(vectors[3], 5), strict=True):
        np.testing.assert_array_equal(one, other)
    with pytest.raises(FileExistsError):
        index.save(tmp_path / "index")


def test_a_full_disk_is_an_os_error(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, make: Callable[[int], VectorIndex]
) -> None:
    device = Path("/dev/full")
    if not device.exists():
        pytest.skip("there is no /dev/full here")
    real = Path.open
    monkeypatch.setattr(Path, "open", lambda *_: real(device, "wb"))
    index = make(DIMENSIONS)
    index.add(np.arange(1, 2001), _unit(2000))
    with pytest.raises(OSError) as caught:  # noqa: PT011 - its errno is checked
        index.save(tmp_path / "index")
    assert caught.value.errno == errno.ENOSPC


def test_what_is_no_index_is_not_loaded(tmp_path: Path) -> None:
    import faiss  # noqa: PLC0415

    (tmp_path / "garbage").write_bytes(b"garbage" * 100)
    faiss.write_index(faiss.IndexFlatIP(4), str(tmp_path / "bare"))
    for name in ("garbage", "bare", "none"):
        with pytest.raises(IndexDamagedError):
            FaissIndex.load(tmp_path / name)


def test_the_engine_goes_with_the_number() -> None:
    sizes = (0, 50_000, 50_001, 200_000, 200_001, 10**9)
    assert [engine_for(each).name for each in sizes] == [
        *("flat", "flat", "fp16", "fp16", "ivf", "ivf")
    ]
