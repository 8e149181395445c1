"""Public pairs in other clothes: what is asked changes, what it says to the passage follows."""

# ruff: noqa: S311 - seeded generators are what is tested
from __future__ import annotations

import random

from hypothesis import given
from hypothesis import strategies as st

from training import wrap
from training.data import (
    ALL,
    NEVER_REFUTES,
    REFUTES,
    SUPPORTS,
    YES_NO,
    Example,
)

TAUGHT = Example("She left.", "She went home.", SUPPORTS, ALL, "gold", (0.7, 0.1, 0.2, 0.0))
TEXT = st.text(min_size=1, max_size=300).filter(str.strip)


def test_a_teachers_opinion_is_flipped_with_the_claim() -> None:
    row = wrap.flipped(TAUGHT, random.Random(1))
    assert row.target == REFUTES
    assert row.soft == (0.1, 0.7, 0.2, 0.0)
    assert wrap.flipped(Example("She left.", "No.", SUPPORTS), random.Random(1)).soft is None


def test_a_flipped_claim_may_have_the_labels_that_its_target_needs() -> None:
    never_no = Example("She left.", "She went home.", SUPPORTS, NEVER_REFUTES)
    row = wrap.flipped(never_no, random.Random(1))
    assert row.target & row.allowed == row.target == REFUTES
    assert not row.allowed & SUPPORTS


@given(TEXT, TEXT, st.integers())
def test_a_paragraph_holds_both_passages_whole(own: str, other: str, seed: int) -> None:
    row = Example("claim", own, REFUTES, YES_NO, "gold", (0.0, 1.0, 0.0, 0.0))
    found = wrap.surrounded(row, Example("other", other, SUPPORTS), random.Random(seed))
    if found is None:
        assert len(own) + len(other) + 2 > wrap.LONGEST_PARAGRAPH
        return
    assert own.strip() in found.passage
    assert other.strip() in found.passage
    assert (found.question, found.target, found.soft) == ("claim", REFUTES, row.soft)


def test_near_misses_take_the_target_they_are_given() -> None:
    rows = [
        Example("Ban nuclear power", "Nuclear waste lasts for ever", SUPPORTS, YES_NO),
        Example("Nuclear power is safe", "Nuclear accidents are rare", SUPPORTS, YES_NO),
    ]
    found = wrap.near_misses(rows, 2, random.Random(1), ALL)
    assert {(row.question, row.passage) for row in found} == {
        ("Ban nuclear power", "Nuclear accidents are rare"),
        ("Nuclear power is safe", "Nuclear waste lasts for ever"),
    }
    assert all(row.target == ALL for row in found)
