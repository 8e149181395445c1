"""The ids that a filter lets pass."""

from __future__ import annotations

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from retrieval.store import eligible_ids

SOME = st.lists(st.integers(-3, 40), max_size=30)


@given(SOME, st.lists(st.integers(1, 40), max_size=30), st.integers(0, 30))
def test_what_passes_is_among_them_and_is_there(
    ids: list[int], asked: list[int], highest: int
) -> None:
    bitmap = eligible_ids.bitmap(np.array(ids, dtype=np.int64), highest)
    found = eligible_ids.passing(bitmap, np.array(asked, dtype=np.int64))

    assert found.tolist() == [each in ids and each <= highest for each in asked]


@given(SOME, st.integers(0, 30))
def test_the_span_goes_from_the_first_to_the_last_that_is_there(
    ids: list[int], highest: int
) -> None:
    there = [each for each in ids if 1 <= each <= highest]
    expected = (min(there), max(there)) if there else (1, 0)

    assert eligible_ids.span(np.array(ids, dtype=np.int64), highest) == expected
