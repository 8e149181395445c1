"""When what is new is told: gathered, daily, paused, and whatever the clock does."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from retrieval.answered import Stance
from tests.retrieval.watching.newsroom import OPEN, QUESTION, Newsroom, newsroom, no, yes
from tests.retrieval.watching.reader import DAY, FILLING, Reader, said

if TYPE_CHECKING:
    from pathlib import Path


def test_a_burst_is_one_post(tmp_path: Path) -> None:
    with newsroom(tmp_path, gather_seconds=60) as room:
        reader = Reader(room)
        reader.watch()
        for number in range(5):
            room.publish(f"paper-{number}", yes(f"paper {number}"))
            reader.clock.now += 5
            assert reader.read() == []
        reader.clock.now += 60
        (news,) = reader.read()
        assert len(said(news)) == 5
        assert room.plain.asked == [QUESTION, QUESTION]


def test_what_no_article_was_near_to_is_asked_once_a_day(room: Newsroom, reader: Reader) -> None:
    reader.watch()
    room.publish("cooking", "Salt the aubergines and leave them for an hour.", title="Aubergines")
    reader.read()
    asked = len(room.plain.asked)
    reader.clock.now += DAY + 1
    reader.read()
    assert len(room.plain.asked) == asked + 1
    reader.clock.now += DAY + 1
    reader.read()
    assert len(room.plain.asked) == asked + 1, "the library has not changed since"


def test_an_article_dated_in_the_future_is_told_once(room: Newsroom, reader: Reader) -> None:
    reader.watch()
    room.publish("north", yes("north"), published="2099-01-01")
    (news,) = reader.read()
    assert news.answer.positions[0].passages[0].article.published == "2099-01-01"
    reader.clock.now += 400 * DAY
    assert reader.read() == []


@pytest.mark.parametrize("jump", [-400 * DAY, 400 * DAY])
def test_a_clock_that_jumps_delays_nothing_for_long(
    room: Newsroom, reader: Reader, jump: float
) -> None:
    reader.watch()
    reader.watch(OPEN, cadence="daily")
    reader.clock.now += jump
    room.publish("north", yes("north"), "It was Jones who opened the bridge at Alder.")
    told = reader.read()
    reader.clock.now += DAY + 1
    told += reader.read()
    assert sorted(news.answer.question for news in told) == sorted([QUESTION, OPEN])
    reader.clock.now -= jump
    reader.clock.now += DAY + 1
    assert reader.read() == []


def test_a_daily_digest_tells_all_at_once_and_only_what_still_stands(
    room: Newsroom, reader: Reader
) -> None:
    reader.watch(cadence="daily")
    room.publish("north", yes("north"), FILLING)
    room.publish("south", no("south"), FILLING)
    assert reader.read() == []
    room.publish("north", "The works go on at the Alder bridge in June.", FILLING)
    assert reader.read() == []
    reader.clock.now += DAY + 1
    (news,) = reader.read()
    assert said(news) == [(Stance.REFUTES, "south")]
    assert news.gone == ()
    room.publish("east", yes("east"))
    assert reader.read() == []
    reader.clock.now += DAY
    assert [said(each) for each in reader.read()] == [[(Stance.SUPPORTS, "east")]]


def test_a_paused_watch_tells_later_what_came_meanwhile(room: Newsroom, reader: Reader) -> None:
    watch = reader.watch()
    room.library.watches.pause(watch.id, paused=True)
    room.publish("north", yes("north"))
    assert reader.read() == []
    room.library.watches.pause(watch.id, paused=False)
    assert [said(each) for each in reader.read()] == [[(Stance.SUPPORTS, "north")]]
