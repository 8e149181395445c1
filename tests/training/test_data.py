"""Which public sets are trained on, and how much of them."""

# ruff: noqa: S311 - seeded generators are what is tested
from __future__ import annotations

import random

from training.data import PLANS, Example, draw


def test_drawing_takes_shares() -> None:
    rows = [Example("The bridge is closed.", "It was shut.", 1 << at % 4) for at in range(100)]
    assert len(draw(rows, 0.25, random.Random(0))) == 25
    assert len(draw(rows, 2.5, random.Random(0))) == 250
    assert draw(rows, 0.5, random.Random(3)) == draw(rows, 0.5, random.Random(3))


def test_only_sets_that_may_be_passed_on_are_trained_on() -> None:
    barred = {"sick", "anli", "joci", "rte", "monli", "emergent", "healthver", "climate-fever",
              "covidfact", "fnc1", "mpe", "fracas", "commitmentbank"}  # fmt: skip
    assert not barred & set(PLANS)
    assert not any(name.startswith("dnc-") for name in PLANS)
