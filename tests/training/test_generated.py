"""The rows kept from programs that are no more: whole, and what is held out is in no other row."""

# ruff: noqa: S311 - seeded generators are what is tested
from __future__ import annotations

import random
from collections import Counter

import pytest

from training.data import ALL, BESIDE, NEUTRAL, REFUTES, SUPPORTS
from training.generated import (
    EPOCH,
    INTEGERS,
    generated_rows,
    read_generated,
    read_held,
)

# What each set held when its figures in docs/stance-model.md were first measured.
HELD = {
    "held-out frames": 1000, "held-out frames and events": 1000,
    "held-out comparisons, manners": 500, "held-out opposites, order": 500,
    "held-out wishes, publics": 500,
}  # fmt: skip


def test_rows_are_whole_sentences_with_a_target() -> None:
    rows = [*read_generated(), *(row for rows in read_held().values() for row in rows)]
    for row in rows:
        assert row.question
        assert row.passage[0] == row.passage[0].upper()
        assert "{" not in row.question + row.passage
        assert 0 < row.target <= ALL
        assert row.allowed == ALL
        assert row.origin


def test_no_row_to_train_on_comes_twice_and_every_stance_is_among_them() -> None:
    rows = read_generated()
    assert len({(row.question, row.passage) for row in rows}) == len(rows) == 37_197
    counts = Counter(row.target for row in rows)
    for stance in (SUPPORTS, REFUTES, NEUTRAL, BESIDE):
        assert counts[stance] > 5000, counts


def test_the_held_sets_are_those_that_were_measured() -> None:
    held = read_held()
    assert {name: len(rows) for name, rows in held.items()} == HELD | {INTEGERS: 160}


def test_nothing_held_out_is_trained_on() -> None:
    trained = read_generated()
    passages, questions = ({row.passage for row in trained}, {row.question for row in trained})
    for name in HELD:
        rows = read_held()[name]
        assert not passages & {row.passage for row in rows}, name
        # A question on an event that is trained on may come up again, of another passage.
        assert sum(row.question in questions for row in rows) < 0.01 * len(rows), name


@pytest.mark.parametrize(
    ("name", "marks"),
    [
        ("held-out frames", ("would not be drawn", "shied away", "refuted claims", "has revealed")),
        ("held-out frames and events", ("insolvency", "bury the hatchet", "repeal", "evacuat")),
        ("held-out wishes, publics", ("well disposed towards", "is lukewarm about")),
    ],
)
def test_what_marks_a_held_set_is_in_no_row_to_train_on(name: str, marks: tuple[str, ...]) -> None:
    held = " ".join(f"{row.question} {row.passage}" for row in read_held()[name])
    trained = " ".join(f"{row.question} {row.passage}" for row in read_generated())
    for mark in marks:
        assert mark in held, mark
        assert mark not in trained, mark


def test_an_epoch_draws_its_share_of_all_kinds() -> None:
    rows = generated_rows(random.Random(1), 0.25)
    assert len(rows) == pytest.approx(0.25 * EPOCH, abs=1)
    assert len(set(rows)) == len(rows)
    assert rows != generated_rows(random.Random(2), 0.25)
    of_all = Counter(row.origin.partition("-")[0] for row in read_generated())
    for kind, count in Counter(row.origin.partition("-")[0] for row in rows).items():
        assert count / len(rows) == pytest.approx(of_all[kind] / len(read_generated()), rel=0.1)


def test_a_whole_epoch_has_every_row_and_some_twice() -> None:
    rows = generated_rows(random.Random(1))
    assert len(rows) == EPOCH
    assert set(rows) == set(read_generated())
