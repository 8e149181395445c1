"""A short day of benchmarks.watched_day: killed at random, nothing is lost or told twice."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from benchmarks.watched_day import Board, check, simulate

if TYPE_CHECKING:
    from pathlib import Path


def test_nothing_is_lost_or_told_twice_by_kills(tmp_path: Path) -> None:
    assert simulate(tmp_path, 12, 10, kills=2) == []
    posted = Board(tmp_path / "board.jsonl").read()
    kinds = {item[0] for each in posted for item in each["items"]}
    assert kinds == {"new", "gone"}, "the day has corrections"

    board = tmp_path / "board.jsonl"
    whole = board.read_text()
    board.write_text(whole + json.dumps({**posted[0], "post": "another"}) + "\n")
    assert any("told twice" in each for each in check(tmp_path, 12, 10))
    board.write_text("".join(whole.splitlines(keepends=True)[1:]))
    assert any("lost" in each for each in check(tmp_path, 12, 10))
