from __future__ import annotations

import random

from hypothesis import given
from hypothesis import strategies as st

from config.coverage import FollowSettings
from retrieval.follow.holds import Holds
from retrieval.follow.schedule import Schedule
from tests.retrieval.fetch.conftest import FakeClock

HOUR, DAY = 3600.0, 86_400.0
SETTINGS = FollowSettings(least_minutes=10, most_hours=24, pause_days=3)
SCHEDULE = Schedule(SETTINGS, random.Random(7))  # noqa: S311


def test_a_feed_that_often_changes_is_looked_at_often_and_one_that_seldom_does_is_not() -> None:
    interval = 12 * HOUR
    for _ in range(10):
        interval = SCHEDULE.adapted(interval, fresh=True)
    assert interval == 600
    seen = [interval := SCHEDULE.adapted(interval, fresh=False) for _ in range(20)]
    assert seen[0] == 900
    assert seen[-1] == DAY


@given(st.floats(600, DAY), st.floats(0, 2e9))
def test_the_next_look_is_the_interval_away_give_or_take_a_tenth(
    interval: float, now: float
) -> None:
    ahead = SCHEDULE.due(now, interval) - now
    assert 0.89 * interval <= ahead <= 1.11 * interval


def test_two_feeds_begun_together_part() -> None:
    assert len({SCHEDULE.due(0, HOUR) for _ in range(50)}) > 40


@given(st.integers(0, 1000), st.none() | st.floats(0, 1e9))
def test_failing_backs_off_to_the_most_and_never_before_the_server_wants(
    failures: int, wait: float | None
) -> None:
    ahead = SCHEDULE.after_failure(0, failures, wait)
    assert ahead >= min(DAY, 600 * 2 ** min(failures, 30))
    assert ahead >= min(wait or 0, 3 * DAY)
    assert ahead <= 3.3 * DAY


def test_what_fails_for_days_is_paused() -> None:
    assert not SCHEDULE.pauses(5 * DAY, None)
    assert not SCHEDULE.pauses(5 * DAY, 2.1 * DAY)
    assert SCHEDULE.pauses(5 * DAY, 2 * DAY)


def test_an_article_is_tried_again_less_and_less_and_given_up() -> None:
    waits = [SCHEDULE.retry(0, tries, None) for tries in range(6)]
    assert waits[5] is None
    known = [each for each in waits if each is not None]
    assert known == sorted(known)
    assert len(known) == 5
    later = SCHEDULE.retry(0, 0, 2 * HOUR)
    assert later is not None
    assert later >= 2 * HOUR


def test_a_host_that_does_not_answer_is_left_alone_for_longer_each_time() -> None:
    clock = FakeClock()
    holds = Holds(clock)
    lengths = []
    for _ in range(3):
        holds.hold("a.example", None)
        start = clock.time
        while holds.on("a.example"):
            clock.time += 1
        lengths.append(clock.time - start)
    assert lengths == [30, 60, 120]
    assert not holds.any()
    holds.hold("a.example", 500)
    clock.time += 499
    assert holds.on("a.example")
    assert not holds.on("b.example")
    holds.free("a.example")
    assert not holds.any()
