"""Public pairs in other clothes: what is asked changes, what it says to the passage follows."""

# ruff: noqa: S311 - seeded generators are what is tested
from __future__ import annotations

import random

from training import wrap
from training.data import (
    ALL,
    NEVER_REFUTES,
    REFUTES,
    SUPPORTS,
    YES_NO,
    Example,
)


def test_a_flipped_claim_may_have_the_labels_that_its_target_needs() -> None:
    never_no = Example("She left.", "She went home.", SUPPORTS, NEVER_REFUTES)
    row = wrap.flipped(never_no, random.Random(1))
    assert row.target & row.allowed == row.target == REFUTES
    assert not row.allowed & SUPPORTS


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
