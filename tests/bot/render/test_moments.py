"""What dates tell, and how well."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta, timezone

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.render.moments import moment

NOW = datetime(2026, 11, 26, 12, tzinfo=UTC)


@pytest.mark.parametrize(
    ("written", "first", "last", "precision"),
    [
        ("2024-11-07T09:46:00", "2024-11-07T09:46", "2024-11-07T09:46", "minute"),
        ("2024-11-07T09:46:59+02:00", "2024-11-07T07:46", "2024-11-07T07:46", "minute"),
        ("2024-11-07", "2024-11-07T00:00", "2024-11-07T23:59", "day"),
        ("2024-02", "2024-02-01T00:00", "2024-02-29T23:59", "month"),
    ],
)
def test_a_date_is_known_as_well_as_it_is_written(
    written: str, first: str, last: str, precision: str
) -> None:
    found = moment(written)
    assert found is not None
    assert found.first.isoformat(timespec="minutes") == first
    assert found.last.isoformat(timespec="minutes") == last
    assert found.precision == precision


@pytest.mark.parametrize("written", [None, "", "last week", "2024-13", "0000-01", "9999-99-99"])
def test_what_is_no_date_has_no_moment(written: str | None) -> None:
    assert moment(written) is None


def test_a_day_that_has_come_somewhere_is_not_ahead() -> None:
    def ahead(written: str) -> bool:
        found = moment(written)
        assert found is not None
        return found.is_ahead(NOW)

    assert not ahead("2026-11-26")
    assert not ahead("2026-11-27")
    assert ahead("2026-11-28")
    assert ahead("2026-11-27T13:00:00")


@given(
    st.datetimes(timezones=st.sampled_from([timezone(timedelta(hours=each)) for each in (-9, 5)]))
)
def test_zones_do_not_change_the_order(at: datetime) -> None:
    found = moment(at.isoformat())
    if found is not None:
        assert found == moment(at.replace(second=0, microsecond=0).isoformat())
        assert found.first <= found.last


@given(st.text())
def test_any_text_is_read_or_passed_over(written: str) -> None:
    moment(written)
