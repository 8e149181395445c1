from __future__ import annotations

import asyncio
import threading
from typing import TYPE_CHECKING, cast

import pytest

from bot.discord.desk import Desk
from bot.discord.failures import Refusal
from bot.metrics import Metrics
from config.serving import DiscordSettings
from retrieval.answered import Answer, Kind
from retrieval.errors import LibraryError
from retrieval.model import Filter

if TYPE_CHECKING:
    from retrieval.library import Library

EVERYTHING = Filter()


class Shelf:
    """A library whose answers come when a test lets them."""

    def __init__(self) -> None:
        self.generation = 1
        self.asked: list[str] = []
        self.threads: set[str] = set()
        self.open = threading.Event()
        self.open.set()
        self.begun = threading.Semaphore(0)

    def ask(self, question: str, *, where: Filter, per_source: int | None) -> Answer:
        self.asked.append(question)
        self.threads.add(threading.current_thread().name)
        self.begun.release()
        assert self.open.wait(10)
        if question == "broken":
            raise LibraryError("It cannot be read.")
        return Answer(question, Kind.POLAR, covered=False, conflict=False)

    async def until_begun(self) -> None:
        assert await asyncio.to_thread(self.begun.acquire, timeout=10)


class Clock:
    now = 0.0

    def __call__(self) -> float:
        return self.now


@pytest.fixture
def shelf() -> Shelf:
    return Shelf()


@pytest.fixture
def clock() -> Clock:
    return Clock()


def desk(shelf: Shelf, clock: Clock, **settings: float) -> Desk:
    chosen = DiscordSettings.model_validate(settings)
    return Desk(cast("Library", shelf), chosen, Metrics(), clock)


async def until_waiting(asking: Desk, questions: int) -> None:
    async with asyncio.timeout(10):
        while asking.waiting < questions:  # noqa: ASYNC110 - nothing tells when
            await asyncio.sleep(0)


async def test_a_question_is_asked_in_a_thread_of_its_own(shelf: Shelf, clock: Clock) -> None:
    answer = await desk(shelf, clock).ask("Did it  rain?\n", EVERYTHING, None)
    assert answer.question == "Did it rain?"
    assert all(name.startswith("desk") for name in shelf.threads)


async def test_asked_again_it_comes_from_memory_until_time_or_an_article(
    shelf: Shelf, clock: Clock
) -> None:
    asking = desk(shelf, clock, cache_minutes=10)
    first = await asking.ask("Did it rain?", EVERYTHING, None)
    clock.now = 599
    assert await asking.ask("Did it rain?", EVERYTHING, None) is first
    await asking.ask("Did it rain?", Filter(since="2024-11-07"), None)
    await asking.ask("Did it rain?", EVERYTHING, 5)
    assert len(shelf.asked) == 3
    shelf.generation = 2
    await asking.ask("Did it rain?", EVERYTHING, None)
    assert len(shelf.asked) == 4
    clock.now += 600
    await asking.ask("Did it rain?", EVERYTHING, None)
    assert len(shelf.asked) == 5


async def test_without_a_cache_everything_is_asked(shelf: Shelf, clock: Clock) -> None:
    asking = desk(shelf, clock, cache_minutes=0)
    for _ in range(2):
        await asking.ask("Did it rain?", EVERYTHING, None)
    assert len(shelf.asked) == 2


async def test_a_failure_is_not_remembered(shelf: Shelf, clock: Clock) -> None:
    asking = desk(shelf, clock)
    for _ in range(2):
        with pytest.raises(LibraryError):
            await asking.ask("broken", EVERYTHING, None)
    assert len(shelf.asked) == 2


async def test_many_who_ask_the_same_at_once_share_one_search(shelf: Shelf, clock: Clock) -> None:
    asking = desk(shelf, clock, queue=1)
    shelf.open.clear()
    waiting = [asyncio.create_task(asking.ask("Did it rain?", EVERYTHING, None)) for _ in range(50)]
    await shelf.until_begun()
    waiting[0].cancel()
    shelf.open.set()
    answers = await asyncio.gather(*waiting, return_exceptions=True)
    assert isinstance(answers[0], asyncio.CancelledError)
    assert len({id(answer) for answer in answers[1:]}) == 1
    assert isinstance(answers[1], Answer)
    assert len(shelf.asked) == 1


async def test_a_full_queue_refuses_and_says_how_many_wait(shelf: Shelf, clock: Clock) -> None:
    asking = desk(shelf, clock, queue=2, workers=1)
    shelf.open.clear()
    first = asyncio.create_task(asking.ask("Did it rain?", EVERYTHING, None))
    await shelf.until_begun()
    others = [
        asyncio.create_task(asking.ask(f"Did it rain on day {day}?", EVERYTHING, None))
        for day in range(2)
    ]
    await until_waiting(asking, 2)
    with pytest.raises(Refusal) as refused:
        await asking.ask("Did it snow?", EVERYTHING, None)
    assert (refused.value.key, refused.value.values) == ("ask-busy", {"waiting": 2})
    shelf.open.set()
    await asyncio.gather(first, *others)
    assert asking.waiting == 0
    await asking.ask("Did it snow?", EVERYTHING, None)


async def test_of_many_who_come_at_once_no_more_wait_than_may(shelf: Shelf, clock: Clock) -> None:
    asking = desk(shelf, clock, queue=2, workers=1)
    shelf.open.clear()
    first = asyncio.create_task(asking.ask("Did it rain?", EVERYTHING, None))
    await shelf.until_begun()
    crowd = [
        asyncio.create_task(asking.ask(f"Did it rain on day {day}?", EVERYTHING, None))
        for day in range(20)
    ]
    async with asyncio.timeout(10):
        while sum(each.done() for each in crowd) < 18:  # noqa: ASYNC110 - as above
            await asyncio.sleep(0)
    assert asking.waiting == 2
    shelf.open.set()
    answers = await asyncio.gather(first, *crowd, return_exceptions=True)
    assert len([each for each in answers if isinstance(each, Answer)]) == 3
    assert len([each for each in answers if isinstance(each, Refusal)]) == 18


async def test_a_closed_desk_finishes_what_is_begun_and_refuses_the_rest(
    shelf: Shelf, clock: Clock
) -> None:
    asking = desk(shelf, clock, workers=1)
    shelf.open.clear()
    begun = asyncio.create_task(asking.ask("Did it rain?", EVERYTHING, None))
    await shelf.until_begun()
    waiting = asyncio.create_task(asking.ask("Did it snow?", EVERYTHING, None))
    await until_waiting(asking, 1)
    asking.close()
    for refused in (waiting, asking.ask("Did it hail?", EVERYTHING, None)):
        with pytest.raises(Refusal) as told:
            await refused
        assert told.value.key == "ask-closing"
    shelf.open.set()
    assert (await begun).question == "Did it rain?"
    assert asking.waiting == 0
