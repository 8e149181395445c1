"""Speakers and origins against the hand-made labels."""

from __future__ import annotations

import pytest

from benchmarks.attribution import SETS, labels, score


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
