from __future__ import annotations

import asyncio
from types import SimpleNamespace
from typing import TYPE_CHECKING, Any, cast

import discord
import pytest
from discord import app_commands

from bot.discord import serving
from config.errors import SettingsError
from config.serving import DiscordSettings
from config.settings import Settings

if TYPE_CHECKING:
    from bot.discord.client import Whosays


class Desk:
    """Lets those who wait know that it is closed."""

    def __init__(self) -> None:
        self.closed = asyncio.Event()

    def close(self) -> None:
        self.closed.set()


class Shard:
    def __init__(self) -> None:
        self.connected = True

    async def disconnect(self) -> None:
        self.connected = False


@pytest.fixture
def hurry(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(serving, "ANSWERING_SECONDS", 0.1)
    monkeypatch.setattr(serving, "TELLING_SECONDS", 0.1)


def client() -> Whosays:
    made = SimpleNamespace(desk=Desk(), shards={0: Shard(), 1: Shard()})
    return cast("Whosays", made)


async def test_what_was_begun_is_finished_after_the_shards_are_gone() -> None:
    bot = client()
    done: list[str] = []

    async def answer(text: str, seconds: float) -> None:
        await asyncio.sleep(seconds)
        assert not any(cast("Any", each).connected for each in bot.shards.values())
        done.append(text)

    tasks = [
        asyncio.create_task(answer("event", 0.03), name="discord.py: on_message"),
        asyncio.create_task(answer("command", 0.01), name="CommandTree-invoker"),
        asyncio.create_task(answer("button", 0.02), name="discord-ui-dynamic-item-Act-x"),
    ]
    await serving._finish(bot)
    assert done == ["command", "button", "event"]
    assert not cast("Any", bot.desk).closed.is_set()
    await asyncio.gather(*tasks)


@pytest.mark.usefixtures("hurry")
async def test_those_who_wait_too_long_are_told() -> None:
    bot = client()
    told: list[str] = []

    async def wait() -> None:
        await cast("Any", bot.desk).closed.wait()
        told.append("ask again")

    waiting = [asyncio.create_task(wait(), name="CommandTree-invoker") for _ in range(3)]
    await serving._finish(bot)
    assert told == ["ask again"] * 3
    await asyncio.gather(*waiting)


@pytest.mark.usefixtures("hurry")
async def test_what_never_ends_is_left(caplog: pytest.LogCaptureFixture) -> None:
    hangs = asyncio.create_task(asyncio.Event().wait(), name="CommandTree-invoker")
    async with asyncio.timeout(5):
        await serving._finish(client())
    assert "not everything was answered" in caplog.text
    hangs.cancel()


async def test_a_gateway_that_says_no_goodbye_is_not_waited_for() -> None:
    bot = client()
    cast("Any", bot.shards[0]).disconnect = asyncio.Event().wait
    async with asyncio.timeout(10):
        await serving._finish(bot)


async def test_other_tasks_are_not_waited_for() -> None:
    other = asyncio.create_task(asyncio.Event().wait(), name="something else")
    async with asyncio.timeout(10):
        await serving._finish(client())
    other.cancel()


async def test_discord_py_still_names_its_tasks_so() -> None:
    """What `_finish` waits for is told from the rest by names that are discord.py's own."""
    names: list[str] = []

    class Client(discord.Client):
        async def on_interaction(self, _: object) -> None:
            names.append(_current())

    made = Client(intents=discord.Intents.none())
    await made._async_setup_hook()
    tree = app_commands.CommandTree(made)

    @tree.command(name="ask", description="Ask.")
    async def ask(_: discord.Interaction) -> None:
        names.append(_current())

    payload = {
        "id": "1", "application_id": "1", "type": 2, "token": "t", "version": 1,
        "data": {"id": "2", "name": "ask", "type": 1}, "channel": {"id": "3", "type": 1},
        "channel_id": "3", "user": {"id": "4", "username": "a", "discriminator": "0",
        "avatar": None}, "attachment_size_limit": 0,
    }  # fmt: skip
    made.http._HTTPClient__session = None  # type: ignore[attr-defined]
    made._connection.parse_interaction_create(cast("Any", payload))
    async with asyncio.timeout(10):
        while len(names) < 2:  # noqa: ASYNC110 - nothing tells when
            await asyncio.sleep(0)
    assert all(name.startswith(serving._HANDLING) for name in names)
    await made.close()


def _current() -> str:
    task = asyncio.current_task()
    assert task is not None
    return task.get_name()


@pytest.mark.parametrize("token", [None, "", "  "])
def test_without_a_token_there_is_one_sentence(token: str | None) -> None:
    settings = Settings(discord=DiscordSettings.model_validate({"token": token}))
    with pytest.raises(SettingsError, match="WHOSAYS_DISCORD__TOKEN"):
        serving.token_of(settings)


@pytest.mark.parametrize("token", ["Bot abc.def", '"abc.def"', "abc\ndef", "abc\u200bdef"])
def test_what_cannot_be_a_token_is_told_without_showing_it(token: str) -> None:
    settings = Settings(discord=DiscordSettings.model_validate({"token": token}))
    with pytest.raises(SettingsError, match="copy the token again") as told:
        serving.token_of(settings)
    assert "abc" not in str(told.value)


def test_a_token_is_taken_without_the_white_space_around_it() -> None:
    settings = Settings(discord=DiscordSettings.model_validate({"token": " a.b-c_d\n"}))
    assert serving.token_of(settings) == "a.b-c_d"
