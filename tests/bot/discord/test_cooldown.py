from __future__ import annotations

import pytest

from bot.discord.cooldown import Cooldown, TooFastError
from config.serving import DiscordSettings

ALICE, BOB, SERVER = 1, 2, 10


class Clock:
    now = 1_000.0

    def __call__(self) -> float:
        return self.now


@pytest.fixture
def clock() -> Clock:
    return Clock()


def test_a_person_waits_for_the_rest_of_the_minute(clock: Clock) -> None:
    cooldown = Cooldown(DiscordSettings(user_per_minute=2), clock)
    cooldown.take(ALICE, SERVER)
    clock.now += 20.5
    cooldown.take(ALICE, None)
    with pytest.raises(TooFastError) as refused:
        cooldown.take(ALICE, SERVER)
    assert refused.value.key == "ask-too-fast"
    assert refused.value.values == {"seconds": 40}
    cooldown.take(BOB, SERVER)
    clock.now += 40
    cooldown.take(ALICE, SERVER)


def test_a_server_has_its_own_limit_and_direct_messages_none(clock: Clock) -> None:
    cooldown = Cooldown(DiscordSettings(server_per_minute=2), clock)
    cooldown.take(ALICE, SERVER)
    cooldown.take(BOB, SERVER)
    with pytest.raises(TooFastError) as refused:
        cooldown.take(3, SERVER)
    assert refused.value.key == "ask-server-too-fast"
    cooldown.take(3, None)
    cooldown.take(3, SERVER + 1)


def test_it_is_told_once_a_minute(clock: Clock) -> None:
    cooldown = Cooldown(DiscordSettings(user_per_minute=1), clock)
    cooldown.take(ALICE, SERVER)
    told = []
    for _ in range(3):
        with pytest.raises(TooFastError) as refused:
            cooldown.take(ALICE, SERVER)
        told.append(refused.value.told)
    assert told == [False, True, True]
    clock.now += 61
    cooldown.take(ALICE, SERVER)
    with pytest.raises(TooFastError) as refused:
        cooldown.take(ALICE, SERVER)
    assert not refused.value.told
