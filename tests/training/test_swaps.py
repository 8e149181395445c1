"""Who did it: a person exchanged for another."""

# ruff: noqa: S311 - draws of training rows, nothing to guess

from __future__ import annotations

import random

from hypothesis import given
from hypothesis import strategies as st

from retrieval.models.context import MARK
from training.data import BESIDE, REFUTES, SUPPORTS, Example
from training.swaps import Person, common_words, people, swapped

TEXTS = (
    "Ida Hollin resigned on Monday, the mayor's office said.",
    "Hollin, a lawyer, had been mayor for two years, and the office was hers.",
    "The mayor's deputy, Bo Karsten, denied it. Karsten said that Hollin had stayed at the office.",
    "Karsten was seen with the mayor on Monday.",
)
HOLLIN, KARSTEN = Person("Ida", "Hollin"), Person("Bo", "Karsten")
POOL = [Person("Ruth", "Abernathy"), Person("", "Villanova")]
PAIR = Example(
    "Did Ida Hollin resign?", MARK.join(["Hollin goes", "Ida Hollin resigned, Karsten said."]), 1
)


def test_people_are_names_that_are_never_written_small() -> None:
    assert people(TEXTS, common_words(TEXTS)) == [HOLLIN, KARSTEN]


def test_a_word_that_is_also_written_small_is_no_name() -> None:
    assert people(("Mayor Grace spoke.", "Grace spoke."), frozenset({"grace"})) == []


@given(st.integers(0, 500))
def test_one_side_exchanged_is_beside_the_point_and_both_sides_are_not(seed: int) -> None:
    made = swapped(PAIR, [HOLLIN, KARSTEN], POOL, random.Random(seed))
    if made is None:
        return
    judged = made.passage.rpartition(MARK)[2]
    same = "Hollin" in made.question and "Hollin" in judged
    assert not same, "somebody is exchanged"
    if "Hollin" in made.question or "Hollin" in judged:
        assert made.target == BESIDE
    else:
        assert made.target == SUPPORTS
        (asked,) = (one for one in (*POOL, KARSTEN) if one.named(made.question))
        assert asked.named(judged)


def test_every_exchange_happens() -> None:
    rng = random.Random(0)
    found = [swapped(PAIR, [HOLLIN, KARSTEN], POOL, rng) for _ in range(60)]
    kinds = {
        ("Hollin" in each.question, "Hollin" in each.passage, each.target) for each in found if each
    }
    assert kinds == {
        (False, True, BESIDE),
        (True, False, BESIDE),
        (True, True, BESIDE),
        (False, False, SUPPORTS),
    }


def test_who_stands_on_one_side_alone_is_not_exchanged() -> None:
    row = Example("Did Karsten deny it?", "The deputy denied it.", REFUTES)
    assert swapped(row, [HOLLIN, KARSTEN], POOL, random.Random(0)) is None
    beside = Example("Did Ida Hollin resign?", "Hollin spoke.", BESIDE)
    assert swapped(beside, [HOLLIN, KARSTEN], POOL, random.Random(0)) is None
