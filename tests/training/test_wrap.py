"""Public pairs in other clothes: what is asked changes, what it says to the passage follows."""

# ruff: noqa: S311 - seeded generators are what is tested
from __future__ import annotations

import random

from training import wrap
from training.data import (
    ALL,
    BESIDE,
    NEUTRAL,
    NEVER_REFUTES,
    REFUTES,
    SUPPORTS,
    YES_NO,
    Example,
)


def row_of(target: int) -> Example:
    return Example("The bridge is closed.", "The bridge was shut on Monday.", target)


def test_wrapping_turns_targets_as_it_should() -> None:
    rng = random.Random(1)
    assert wrap.flipped(row_of(SUPPORTS), rng).target == REFUTES
    assert wrap.flipped(row_of(REFUTES), rng).target == SUPPORTS
    assert wrap.flipped(row_of(NEUTRAL | BESIDE), rng).target == NEUTRAL | BESIDE
    attributed, denied = wrap.attributed(row_of(SUPPORTS), rng), wrap.denied(row_of(SUPPORTS), rng)
    hedged = wrap.hedged(row_of(REFUTES), rng)
    assert attributed is not None
    assert attributed.target == SUPPORTS
    assert denied is not None
    assert denied.target == REFUTES
    assert hedged is not None
    assert hedged.target == NEUTRAL
    # That someone denies what refutes a claim does not make the claim true.
    assert wrap.denied(row_of(REFUTES), rng) is None


def test_a_headline_drops_little_words_and_keeps_its_target() -> None:
    assert wrap.shorten("The mayor is leaving the city.") == "Mayor leaving city"
    row = wrap.headlined(row_of(REFUTES), random.Random(0))
    assert row.question == "Bridge is closed"
    assert row.target == REFUTES


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
