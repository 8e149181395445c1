"""Dates in words."""

from __future__ import annotations

import pytest

from bot.render import timing


@pytest.mark.parametrize(
    ("published", "shown"),
    [
        (None, "date not known"),
        ("2024-11-07", "7 November 2024"),
        ("2024-11-07T09:46:00", "7 November 2024, 09:46"),
        ("2024-11-07T09:46:00+00:00", "7 November 2024, 09:46 UTC"),
        ("2024-11", "2024-11"),
        ("last week", "last week"),
    ],
)
def test_a_date_is_as_precise_as_it_is_known(published: str | None, shown: str) -> None:
    assert timing.day(published) == shown
