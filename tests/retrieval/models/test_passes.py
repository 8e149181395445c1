"""Passes over a graph: every row once, in order, whatever the batches and the threads."""

from __future__ import annotations

import threading
from importlib.resources import files
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from retrieval.models.passes import BATCH_TOKENS, MAX_BATCH, Passes, batches

GRAPH = Path(str(files("retrieval.models"))) / "weights" / "stance" / "model.onnx"
ROWS = st.lists(st.lists(st.integers(1000, 9000), min_size=1, max_size=90), min_size=1, max_size=24)


@pytest.fixture(scope="module")
def passes() -> Passes:
    return Passes(GRAPH, threads=2)


@given(st.lists(st.integers(1, 512), max_size=200))
def test_batches_hold_every_row_once_and_stay_small(lengths: list[int]) -> None:
    found = list(batches(lengths))
    assert sorted(row for batch in found for row in batch) == list(range(len(lengths)))
    for batch in found:
        assert len(batch) <= MAX_BATCH
        padded = len(batch) * max(lengths[row] for row in batch)
        assert padded <= BATCH_TOKENS or len(batch) == 1


@given(rows=ROWS)
@settings(max_examples=15, deadline=None)
def test_a_row_is_the_same_in_any_company_and_by_any_thread(
    passes: Passes, rows: list[list[int]]
) -> None:
    types = [[0] * (len(row) // 2) + [1] * (len(row) - len(row) // 2) for row in rows]
    found = passes.run(rows, types)
    alone = np.concatenate(
        [passes.run([row], [kinds]) for row, kinds in zip(rows, types, strict=True)]
    )
    assert found.shape == (len(rows), 4)
    assert np.allclose(found, alone, atol=1e-4)


def test_token_types_are_heard_and_default_to_the_first(passes: Passes) -> None:
    rows = [[101, 2106, 2002, 102, 2002, 2106, 102]]
    plain = passes.run(rows)
    assert np.array_equal(plain, passes.run(rows, [[0] * 7]))
    assert not np.allclose(plain, passes.run(rows, [[0, 0, 0, 0, 1, 1, 1]]), atol=1e-3)


def test_what_fails_on_another_thread_is_raised_here(passes: Passes) -> None:
    beyond = [[101, 10**7]] * (BATCH_TOKENS + 1)
    with pytest.raises(Exception, match=r"(?i)indices|out of"):
        passes.run(beyond)


def test_batches_are_at_work_at_the_same_time(monkeypatch: pytest.MonkeyPatch) -> None:
    both = threading.Barrier(2, timeout=30)
    two = Passes(GRAPH, threads=2)
    inner = two._session

    class Meeting:
        def run(self, names: None, feed: dict[str, Any]) -> list[Any]:
            # Two batches wait for each other: one after the other they never would meet.
            both.wait()
            found: list[Any] = inner.run(names, feed)
            return found

    monkeypatch.setattr(two, "_session", Meeting())
    long = [101] * (BATCH_TOKENS - 1)
    assert two.run([long, long]).shape == (2, 4)
