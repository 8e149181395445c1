"""Where the nearest articles are of one week, what is half a year away must answer plainly."""

from __future__ import annotations

from datetime import date, timedelta
from types import SimpleNamespace
from typing import Any

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from retrieval.answer.finding.times import in_time, of_another_time, time_of, together

DAY = date(2018, 1, 20)
PLAIN, LIKELY = (0.8, 0.0, 0.0, 0.2), (0.5, 0.1, 0.0, 0.4)
BESIDE = (0.0, 0.0, 0.0, 1.0)


def covered(*away: int | None, belonging: float = 0.9) -> list[Any]:
    """Articles published so many days from the day, nearest first; None for one without a date."""
    return [
        SimpleNamespace(
            held=SimpleNamespace(
                article=SimpleNamespace(
                    published=None if each is None else str(DAY + timedelta(days=each))
                )
            ),
            belonging=belonging,
        )
        for each in away
    ]


def kept(event: list[Any], *rows: tuple[float, float, float, float]) -> list[bool]:
    """Whether each row, of a sentence of the article in its place, stays as it was decided."""
    sentences: Any = [SimpleNamespace(coverage=each) for each in event]
    decided = np.asarray(rows, dtype=np.float32)
    found = in_time(event, sentences, decided)
    changed = (found != decided).any(axis=1).tolist()
    assert all(np.allclose(found[at], BESIDE) for at, is_so in enumerate(changed) if is_so)
    return [not each for each in changed]


def test_what_is_of_another_year_is_shown_only_if_it_answers_plainly() -> None:
    event = covered(0, 1, 2, -1600, -1600)
    assert kept(event, LIKELY, LIKELY, LIKELY, LIKELY, PLAIN) == [True, True, True, False, True]
    assert kept(covered(0, 1, 2, 400), LIKELY, LIKELY, LIKELY, LIKELY)[3] is False


def test_articles_that_nothing_was_taken_from_say_nothing_of_the_time() -> None:
    event = covered(0, 1, 2, 3, -1600)
    sentences: Any = [SimpleNamespace(coverage=event[-1])]
    decided = np.asarray([LIKELY], dtype=np.float32)
    assert np.allclose(in_time(event, sentences, decided), LIKELY)
    assert np.allclose(in_time(event, sentences, decided, of_heard=True), LIKELY)
    assert of_another_time(event, sentences) == []


def test_where_something_was_taken_from_the_nearest_all_near_it_say_when_it_was() -> None:
    event = covered(0, 1, 2, -1600, -1601, -1602)
    sentences: Any = [SimpleNamespace(coverage=event[at]) for at in (0, 3, 4, 5)]
    decided = np.asarray([LIKELY] * 4, dtype=np.float32)
    held_back = [False, True, True, True]
    found = in_time(event, sentences, decided)
    assert [np.allclose(row, BESIDE) for row in found] == held_back
    assert of_another_time(event, sentences) == event[3:]
    assert np.allclose(in_time(event, sentences, decided, of_heard=True), decided)


def test_where_the_very_nearest_is_of_another_time_nothing_is_held_back() -> None:
    event = covered(-1600, 0, 1, 2, 3)
    assert time_of(event) is None
    assert all(kept(event, *[LIKELY] * 5))


def test_what_is_of_the_same_months_or_has_no_date_stays() -> None:
    assert all(kept(covered(0, 1, 179, -179, None), *[LIKELY] * 5))


def test_nothing_is_held_back_where_the_nearest_are_of_no_one_time() -> None:
    apart = covered(0, 400, 800, 1200)
    assert time_of(apart) is None
    assert all(kept(apart, *[LIKELY] * 4))
    assert time_of([]) is None
    assert time_of(covered(None, None)) is None


def test_articles_that_hardly_belong_say_nothing_of_when_it_was() -> None:
    event = [*covered(0, 0), *covered(900, 901, 902, 903, 904, belonging=0.55)]
    assert time_of(event) == DAY.toordinal()


@pytest.mark.parametrize(
    ("one", "two", "is_so"),
    [
        ("2018-01-20", "2018-06-01T10:00:00", True),
        ("2018-01-20", "2019-01-20", False),
        ("2019-01-20", "2018-01-20", False),
        ("2018-01-20", None, True),
        ("2018", "2019-01-20", True),
    ],
)
def test_two_dates_are_of_one_time_unless_they_are_half_a_year_apart(
    one: str | None, two: str | None, is_so: bool
) -> None:
    assert together(one, two) is is_so


@pytest.mark.parametrize("published", ["2018", "yesterday", ""])
def test_a_date_that_is_none_is_passed_over(published: str) -> None:
    event = covered(0, 1)
    event[1].held.article.published = published
    assert time_of(event) == DAY.toordinal()


@given(st.lists(st.integers(-2000, 2000) | st.none(), max_size=12))
def test_the_time_is_a_day_of_one_of_the_nearest(away: list[int | None]) -> None:
    event = covered(*away)
    when = time_of(event)
    days = {DAY.toordinal() + each for each in away[:8] if each is not None}
    assert when is None or when in days
    if away:
        stays = kept(event, *[LIKELY] * len(away))
        assert stays == [
            when is None or each is None or abs(DAY.toordinal() + each - when) <= 180
            for each in away
        ]
