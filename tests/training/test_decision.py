"""The decision's coefficients, and what an answer made with them is worth."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

pytest.importorskip("sklearn")

from retrieval.answer.decision.decide import FEATURES, FILE, Weights
from training.decision import KINDS, TABLE, fit, learnt
from training.golden import Asked, read_table, score, shown, write_table
from training.thresholds import GRID

SHIPPED = Path(__file__).parents[2] / "retrieval/models/weights/stance" / FILE
WEIGHTS = Weights(np.zeros((0, 0)), np.zeros(0), first=0.3, second=0.5, covered=0.4, against=0.35)
# Three sentences of two articles of two sources: a yes, a no that repeats nothing, something else.
ASKED = Asked(
    origin="news",
    event="e",
    kind="polar",
    covered=True,
    conflict=True,
    features=[[0.0] * len(FEATURES)] * 3,
    labels=["S", "R", ""],
    places=[(0, 0, 1), (1, 1, 1), (0, 0, 2)],
    again=[[], [], []],
    voices=[(0, "S"), (1, "R"), (1, "S")],
)
YES, NO, ELSE = (0.8, 0.1, 0.0, 0.1), (0.1, 0.7, 0.0, 0.2), (0.1, 0.0, 0.1, 0.8)


def decided(*rows: tuple[float, float, float, float]) -> np.ndarray:
    return np.asarray(rows, dtype=np.float32)


@pytest.mark.parametrize("kind", KINDS)
def test_what_ships_is_what_the_script_makes_of_the_table(kind: str) -> None:
    made = fit(read_table(TABLE), kind)
    held = json.loads(SHIPPED.read_text("utf-8"))[kind]
    shipped = Weights.read(held)
    assert list(held["coefficients"]) == list(FEATURES)
    assert np.allclose(made.coefficients, shipped.coefficients, atol=2e-3)
    assert np.allclose(made.intercepts, shipped.intercepts, atol=1e-2)
    assert held["first"] in GRID["first"]
    assert held["covered"] in GRID["covered"]


def test_an_event_held_out_is_in_neither_part_of_what_is_learnt() -> None:
    other = replace(ASKED, event="f")
    assert learnt([ASKED, other], [], "polar", {"e"}) == [other]
    assert learnt([ASKED], [other, ASKED], "polar", {"e"}) == [other]
    assert len(learnt([ASKED], [other], "polar")) > 2
    assert learnt([ASKED], [other], "open") == []


def test_the_table_holds_numbers_and_no_words() -> None:
    for row in read_table(TABLE):
        assert all(len(values) == len(FEATURES) for values in row.features)
        assert set("".join(row.labels)) <= set("SRN")
        assert len(row.features) == len(row.labels) == len(row.places) == len(row.again)


def test_a_table_is_read_as_it_was_written(tmp_path: Path) -> None:
    write_table(tmp_path / "table.gz", [ASKED])
    (row,) = read_table(tmp_path / "table.gz")
    assert (
        replace(
            row,
            places=[tuple(place) for place in row.places],  # type: ignore[misc]
            voices=[tuple(voice) for voice in row.voices],  # type: ignore[misc]
        )
        == ASKED
    )


def test_answers_are_scored_as_a_newsdesk_would() -> None:
    found = shown(ASKED, decided(YES, NO, ELSE), WEIGHTS)
    assert sorted(found) == [(0, "S"), (1, "R")]
    figures = score([(ASKED, found)])
    assert figures["voices"] == pytest.approx(2 / 3)
    assert figures["right"] == 1
    assert figures["conflict"] == figures["answered"] == 1


def test_the_opposite_is_wrong_and_what_answers_nothing_is_noise() -> None:
    found = shown(ASKED, decided(YES, YES, YES), WEIGHTS)
    assert sorted(found) == [(0, "S"), (1, "S"), (2, "S")]
    figures = score([(ASKED, found)])
    assert figures["wrong"] == figures["noise"] == pytest.approx(1 / 3)


def test_silence_is_right_where_nothing_answers() -> None:
    silent = replace(ASKED, covered=False, conflict=False, labels=["", "", ""], voices=[])
    assert list(shown(silent, decided(ELSE, ELSE, ELSE), WEIGHTS)) == []
    assert score([(silent, [])])["refused"] == 1


def test_a_repeated_sentence_is_not_shown_again() -> None:
    again = replace(ASKED, again=[[], [], [0]])
    assert (2, "S") not in shown(again, decided(YES, NO, YES), WEIGHTS)
    assert (2, "S") in shown(ASKED, decided(YES, NO, YES), WEIGHTS)
