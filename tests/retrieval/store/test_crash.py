"""A few rounds of benchmarks/crash.py: killed writers lose nothing that was acknowledged."""

from __future__ import annotations

import random
from typing import TYPE_CHECKING

from benchmarks.crash import entry, inspect, kill_once
from retrieval.store.catalogue import Catalogue

if TYPE_CHECKING:
    from pathlib import Path


def test_what_was_acknowledged_survives_a_kill(tmp_path: Path) -> None:
    first, dice = 0, random.Random(7)  # noqa: S311 - a moment, not a secret
    for _ in range(3):
        found = kill_once(tmp_path / "library", first, dice)
        assert found.problems == []
        assert found.held >= found.acknowledged > first
        first = found.held


def test_the_inspection_notices_what_is_lost(tmp_path: Path) -> None:
    with Catalogue.open(tmp_path) as catalogue:
        catalogue.add([entry(number) for number in (0, 2, 4)], encoder="random")
    assert inspect(tmp_path, acknowledged=4).problems == [
        "article 1 is lost",
        "article 3 is lost",
    ]
