from __future__ import annotations

from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from retrieval.answer.values.days import Day, days

TODAY = "2018-11-07"


def _only(text: str, published: str | None = None) -> Day:
    (found,) = days(text, published)
    return found


def test_a_day_of_a_month_is_one_in_either_order() -> None:
    one, two = _only("It ended on Nov. 6, 2018."), _only("It ended on 6 November 2018.")
    assert one == two == Day(date(2018, 11, 6), date(2018, 11, 6))


def test_a_month_without_a_year_is_the_nearest_one() -> None:
    assert _only("It starts in January.", TODAY).start == date(2019, 1, 1)
    assert _only("It ended on Sept. 3.", TODAY).start == date(2018, 9, 3)


def test_a_weekday_is_the_date_that_other_articles_name() -> None:
    tuesday = days("They voted on Tuesday.", TODAY)
    dated = _only("They voted on November 6.", "2018-11-09")
    assert any(day.agrees(dated) for day in tuesday)
    assert days("They voted yesterday.", TODAY) == {Day(date(2018, 11, 6), date(2018, 11, 6))}
    assert {day.start for day in days("They vote next Tuesday.", TODAY)} == {date(2018, 11, 13)}


def test_a_weekday_without_a_calendar_is_compared_with_weekdays_alone() -> None:
    friday = _only("It ended on Friday.")
    assert friday.agrees(_only("Friday it ended.")) is True
    assert friday.agrees(_only("It ended on Monday.")) is False
    assert friday.agrees(_only("It ended on May 4, 2018.")) is None


def test_a_day_within_a_month_is_neither_the_same_nor_another() -> None:
    march = _only("It ended in March.", "2013-02-12")
    assert march.agrees(_only("It ended on March 14, 2013.")) is None
    assert march.agrees(_only("It ended on May 1, 2013.")) is False
    middle, end = _only("in mid-March 2013"), _only("at the end of March 2013")
    assert middle.agrees(end) is False


def test_a_day_of_an_unknown_year_is_that_day_of_any() -> None:
    assert _only("It fell on Nov. 9.").agrees(_only("It fell on November 9, 1989.")) is True


def test_bounds_leave_room_and_days_do_not() -> None:
    before = _only("before the end of March", "2013-02-12")
    by = _only("by mid-March", "2013-02-12")
    assert not before.excludes(by)
    assert _only("It opened in 1977.").excludes(_only("It opened in 1940."))
    assert not _only("It has stood since 1977.").excludes(_only("It was seen in 1990."))


def test_a_verb_is_no_month() -> None:
    assert days("They may march on the capital, and may not.", TODAY) == frozenset()


@given(st.text(max_size=60), st.dates(date(1900, 1, 10), date(2090, 1, 1)))
def test_any_text_has_days_that_end_after_they_start(text: str, today: date) -> None:
    for day in days(f"{text} yesterday, Friday, Feb. 29 and mid-June", today.isoformat()):
        assert day.start <= day.end
        assert day.agrees(day) is not False


@given(st.dates(date(1900, 1, 10), date(2090, 1, 1)), st.integers(1, 6))
def test_a_weekday_of_the_days_before_is_that_day(today: date, back: int) -> None:
    day = today - timedelta(back)
    assert Day(day, day) in days(f"It was {day:%A}.", today.isoformat())
