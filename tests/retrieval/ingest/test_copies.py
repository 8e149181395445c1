"""Copies by shingles: edits do not hide them, shared background does not make them."""

from __future__ import annotations

import random

from hypothesis import given
from hypothesis import strategies as st

from retrieval.ingest.copies import candidates_least, containment, is_copy, sketch


def words(seed: int, count: int) -> str:
    rng = random.Random(seed)  # noqa: S311
    return " ".join(f"w{rng.randrange(5000)}" for _ in range(count))


STORY = words(1, 400)


def test_a_lightly_edited_story_is_a_copy() -> None:
    rng = random.Random(3)  # noqa: S311
    parts = STORY.split()
    changed = " ".join("other" if rng.random() < 0.05 else part for part in parts)
    for version in (
        changed,
        "CITY (Agency) - " + STORY + " Reporting by the agency",
        " ".join(parts[:280]),
        " ".join(parts[:100] + parts[200:]),
        STORY.upper().replace(" ", ",  "),
    ):
        assert is_copy(STORY, version)
        query = sketch(version)
        assert len(query & sketch(STORY)) >= candidates_least(len(query))


def test_another_story_with_the_same_background_is_no_copy() -> None:
    background = words(2, 220)
    assert not is_copy(words(4, 180) + " " + background, words(5, 150) + " " + background)


def test_a_short_item_in_a_round_up_is_no_copy() -> None:
    item = words(6, 120)
    assert containment(item, item + " " + STORY) == 1.0
    assert not is_copy(item, item + " " + STORY)


def test_containment_is_of_the_first_in_the_second() -> None:
    first = "one two three four five six"
    assert containment(first, "zero one two three four five") == 0.5
    assert containment("", first) == 0.0


def test_texts_without_words_are_copies_only_when_equal() -> None:
    assert is_copy("!!!", " !!! ")
    assert not is_copy("!!!", "???")
    assert not is_copy("!!!", STORY)
    assert sketch("!!!") == frozenset()


def test_a_sketch_is_a_sample_and_short_texts_keep_all() -> None:
    assert len(sketch(words(7, 20))) == 16
    assert 30 <= len(sketch(STORY)) <= 80
    assert all(0 <= one < 1 << 64 for one in sketch(STORY))


@given(st.text(), st.text())
def test_the_decision_is_symmetric_and_everything_copies_itself(a: str, b: str) -> None:
    assert is_copy(a, b) == is_copy(b, a)
    assert is_copy(a, a)
    assert 0.0 <= containment(a, b) <= 1.0
