"""Claims as questions."""

# ruff: noqa: S311 - seeded generators are what is tested
from __future__ import annotations

import random

from training.questions import ask


def test_claims_become_questions() -> None:
    asked = {ask("The bridge was closed on Monday.", random.Random(seed)) for seed in range(30)}
    assert "Was the bridge closed on Monday?" in asked
    assert all("bridge" in text.lower() for text in asked)
    plural = {ask("Cats have claws.", random.Random(seed)) for seed in range(30)}
    assert not any(text.startswith("Have cats") for text in plural)
