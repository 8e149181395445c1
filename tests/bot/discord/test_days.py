from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.discord.days import first_day, last_day
from bot.discord.failures import Refusal

TODAY = date(2026, 11, 22)


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("2024-11-07", "2024-11-07", "2024-11-07"),
        ("2024-11-7", "2024-11-07", "2024-11-07"),
        (" 2024-11 ", "2024-11-01", "2024-11-30"),
        ("2024-02", "2024-02-01", "2024-02-29"),
        ("2024", "2024-01-01", "2024-12-31"),
        ("7 November 2024", "2024-11-07", "2024-11-07"),
        ("November 7, 2024", "2024-11-07", "2024-11-07"),
        ("november 2024", "2024-11-01", "2024-11-30"),
        ("7.11.2024", "2024-11-07", "2024-11-07"),
        ("today", "2026-11-22", "2026-11-22"),
        ("yesterday", "2026-11-21", "2026-11-21"),
        ("3 days ago", "2026-11-19", "2026-11-19"),
        ("last week", "2026-11-15", "2026-11-15"),
        ("last month", "2026-10-01", "2026-10-31"),
        ("last year", "2025-01-01", "2025-12-31"),
    ],
)
def test_days_as_people_write_them(text: str, first: str, last: str) -> None:
    assert first_day(text, "en", TODAY) == first
    assert last_day(text, "en", TODAY) == last


@pytest.mark.parametrize(
    ("text", "language", "day"),
    [
        ("gestern", "de", "2026-11-21"),
        ("hier", "fr", "2026-11-21"),
        ("ayer", "es", "2026-11-21"),
        ("вчера", "ru", "2026-11-21"),
        ("вчора", "uk", "2026-11-21"),
        ("7. November 2024", "de", "2024-11-07"),
        ("7 novembre 2024", "fr", "2024-11-07"),
        ("7 ноября 2024", "ru", "2024-11-07"),
        ("7 листопада 2024", "uk", "2024-11-07"),
        ("yesterday", "ru", "2026-11-21"),
    ],
)
def test_days_in_the_askers_language_or_english(text: str, language: str, day: str) -> None:
    assert first_day(text, language, TODAY) == day


@pytest.mark.parametrize(
    "text",
    [
        "", " ", "a", "10", "7", "soon", "the war", "11/07/2024", "2024/11/07", "99999999",
        "2024-13-45", "2024-13-01", "2024-13", "2024-00", "1.13.2024", "2024-02-30", "0000-00-00",
        "1e9", "-5", "7-11", "x" * 100, "\0", "🙂",
    ],
)  # fmt: skip
def test_what_is_no_clear_day_is_refused(text: str) -> None:
    with pytest.raises(Refusal) as refused:
        first_day(text, "en", TODAY)
    assert refused.value.key == "ask-no-day"


@given(st.text(max_size=45), st.sampled_from(["en", "de", "fr", "es", "ru", "uk"]))
def test_any_text_is_a_day_or_refused(text: str, language: str) -> None:
    try:
        first, last = first_day(text, language, TODAY), last_day(text, language, TODAY)
    except Refusal:
        return
    assert date.fromisoformat(first) <= date.fromisoformat(last)


@given(st.dates(min_value=date(1900, 1, 1), max_value=date(2100, 1, 1)))
def test_an_iso_day_is_itself(day: date) -> None:
    assert first_day(day.isoformat(), "en", TODAY) == day.isoformat()
