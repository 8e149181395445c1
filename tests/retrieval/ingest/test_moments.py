"""Dates and times as pages print them."""

from __future__ import annotations

from datetime import UTC, date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from retrieval.ingest.moments import find_moment, iso_moment


@pytest.mark.parametrize(
    ("line", "moment"),
    [
        ("| @indiablooms | Nov 07, 2024, at 09:56 pm", "2024-11-07T21:56:00"),
        ("November 7, 2024 9:46 AM 2 min read", "2024-11-07T09:46:00"),
        ("7 November 2024, 12:05 a.m.", "2024-11-07T00:05:00"),
        ("Published 2024-11-07T21:56:10Z", "2024-11-07T21:56:00"),
        ("on 3rd Sept. 2024", "2024-09-03"),
        ("7 Nov 2024 25:10", "2024-11-07"),
    ],
)
def test_a_date_and_the_time_after_it_are_read(line: str, moment: str) -> None:
    found = find_moment(line)
    assert found is not None
    assert found[0] == moment


@pytest.mark.parametrize("line", ["Feb 30, 2024", "07/11/2024", "in November 2024", "Nov. 6", ""])
def test_what_is_no_certain_date_is_none(line: str) -> None:
    assert find_moment(line) is None


@given(st.datetimes())
def test_iso_moments_survive(moment: datetime) -> None:
    assert iso_moment(moment.isoformat()) == moment.isoformat()
    assert iso_moment(moment.date()) == moment.date().isoformat()


def test_other_values_are_no_moments() -> None:
    assert iso_moment(20241107) is None
    assert iso_moment("soon") is None
    assert iso_moment(datetime(2024, 11, 7, 9, tzinfo=UTC)) == "2024-11-07T09:00:00+00:00"
    assert iso_moment(date(2024, 11, 7)) == "2024-11-07"


@given(st.text())
def test_no_line_raises(line: str) -> None:
    found = find_moment(line)
    assert found is None or line[found[1] : found[2]]
