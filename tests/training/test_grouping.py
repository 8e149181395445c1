"""The shipped coefficients of grouping are what the script makes of the collected pairs."""

from __future__ import annotations

import tomllib
from pathlib import Path

import pytest

from retrieval.answer.decision.grouping import FEATURES
from training.grouping import SHIPPED, fit, read_table

ROOT = Path(__file__).resolve().parents[2]


def test_the_shipped_coefficients_are_what_the_script_makes() -> None:
    shipped = tomllib.loads((ROOT / SHIPPED).read_text("utf-8"))
    made = fit(read_table())
    assert set(shipped) == set(made) == set(FEATURES)
    for form, values in made.items():
        assert shipped[form] == pytest.approx(values, abs=2e-3)


def test_what_says_the_same_counts_for_it() -> None:
    for form, values in fit(read_table()).items():
        assert all(values[name] > 0 for name in FEATURES[form] if name != "other")
        assert values.get("other", -1) < 0
