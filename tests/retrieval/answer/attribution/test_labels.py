"""Speakers and origins against the hand-made labels."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

import pytest

from benchmarks.attribution import SETS, labels, score
from benchmarks.speaker_labels import INVENTED, LIKE_NEWS, invented, outcome, rates
from benchmarks.speakers import answered

if TYPE_CHECKING:
    from pathlib import Path


@pytest.mark.parametrize("name", SETS)
def test_nine_in_ten_speakers_and_origins_are_right_and_found(name: str) -> None:
    speakers, origins, wrong = score(labels(name))
    for found in (speakers, origins):
        assert found.due >= 30
        assert found.precision >= 0.9, wrong
        assert found.recall >= 0.9, wrong


@pytest.mark.parametrize("name", SETS)
def test_every_label_matches_one_place_of_its_text(name: str) -> None:
    assert [row.match for row in labels(name) if row.text.count(row.match) != 1] == []


@pytest.mark.parametrize(
    ("paths", "read", "least"),
    [(INVENTED, 20, 0.86), (LIKE_NEWS, 19, 0.85)],
    ids=["plain", "like news"],
)
def test_nearly_nine_in_ten_speakers_of_invented_coverage_are_right(
    paths: tuple[Path, Path], read: int, least: float
) -> None:
    counts: Counter[str] = Counter()
    for label in invented(slice(read, read + 20), paths):
        got = answered(label)
        result = outcome(got, label.speakers)
        counts[result] += 1
        counts["right name"] += result == "right" and bool(got)
    right, precision, recall = rates(counts)
    assert right >= 0.86
    assert precision >= least
    assert recall >= 0.8


@pytest.mark.parametrize(
    ("got", "due", "expected"),
    [
        ("Moen", ("Ida Moen",), "right"),
        ("", ("",), "right"),
        ("Ida Moen", ("Odd Lund", "a Moen"), "right"),
        ("Odd Lund", ("Ida Moen", ""), "wrong"),
        ("Odd Lund", ("",), "given"),
        ("", ("Ida Moen",), "missed"),
        ("", ("Ida Moen", ""), "right"),
    ],
)
def test_an_answer_is_right_wrong_given_or_missed(
    got: str, due: tuple[str, ...], expected: str
) -> None:
    assert outcome(got, due) == expected
