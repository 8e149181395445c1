"""The gateway is lost in every way it can be, and the bot comes back; health tells of it."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING, Any

import pytest

from tests.e2e.gateway.bot import until
from tests.e2e.gateway.test_talking import QUESTION, QUOTATION, answered

if TYPE_CHECKING:
    from tests.e2e.gateway.bot import Bot
    from tests.gateway.server import Loopback

pytestmark = [pytest.mark.asyncio(loop_scope="module"), pytest.mark.usefixtures("bot")]


async def until_health(bot: Bot, status: int, seconds: float = 20.0) -> dict[str, Any]:
    async with asyncio.timeout(seconds):
        while True:
            now, report = await bot.health()
            if now == status:
                return report
            await asyncio.sleep(0.1)


async def test_health_tells_of_gateway_canary_and_library(bot: Bot) -> None:
    status, report = await bot.health()
    assert status == 200
    assert report["ok"]
    gateway, canary, library = report["gateway"], report["canary"], report["library"]
    assert (gateway["shards"], gateway["connected"]) == (1, 1)
    assert 0 <= gateway["latency_ms"] < 1000
    assert 0 <= gateway["last_heartbeat_s"] < 1
    assert canary["took_ms"] >= 0
    assert library["generation"] > 0


async def test_the_canary_is_not_asked_at_every_look(bot: Bot) -> None:
    first = (await bot.health())[1]["canary"]
    second = (await bot.health())[1]["canary"]
    assert second["took_ms"] == first["took_ms"]
    assert second["age_s"] >= first["age_s"]


async def test_a_cut_connection_is_resumed_and_nothing_asked_meanwhile_is_lost(
    discord: Loopback,
) -> None:
    (session,) = discord.gateway.connected
    discord.gateway.cut()
    asked = await discord.people.ask(QUESTION)
    assert QUOTATION in await answered(discord, asked)
    assert (session.resumed, discord.gateway.identified) == (1, 1)


async def test_a_request_to_reconnect_is_followed_by_a_resume(discord: Loopback) -> None:
    (session,) = discord.gateway.connected
    resumed = session.resumed
    await discord.gateway.ask_to_reconnect()
    await until(lambda: session.resumed > resumed)
    assert discord.gateway.identified == 1
    assert QUOTATION in await answered(discord, await discord.people.ask(QUESTION))


@pytest.mark.parametrize("code", [4000, 4009])
async def test_a_close_with_a_code_is_followed_by_a_resume(discord: Loopback, code: int) -> None:
    (session,) = discord.gateway.connected
    resumed = session.resumed
    await discord.gateway.close(code)
    await until(lambda: session.resumed > resumed)
    assert discord.gateway.identified == 1
    assert QUOTATION in await answered(discord, await discord.people.ask(QUESTION))


async def test_heartbeats_without_an_answer_make_it_unwell_and_an_answer_well(
    discord: Loopback, bot: Bot
) -> None:
    discord.gateway.acknowledges = False
    report = await until_health(bot, 503)
    assert not report["gateway"]["ok"]
    assert report["canary"]["ok"]
    discord.gateway.acknowledges = True
    assert (await until_health(bot, 200))["gateway"]["ok"]


async def test_a_session_that_is_over_is_begun_anew(discord: Loopback, bot: Bot) -> None:
    before = discord.gateway.identified
    await discord.gateway.invalidate()
    # discord.py waits five seconds before it identifies again.
    assert not (await until_health(bot, 503))["gateway"]["ok"]
    await until(lambda: discord.gateway.identified == before + 1)
    assert QUOTATION in await answered(discord, await discord.people.ask(QUESTION))
    await until_health(bot, 200)


async def test_a_gateway_that_is_away_is_waited_for(discord: Loopback, bot: Bot) -> None:
    discord.gateway.accepts = False
    discord.gateway.cut()
    assert (await until_health(bot, 503))["gateway"]["connected"] == 0
    discord.gateway.accepts = True
    await until(lambda: bool(discord.gateway.connected))
    assert QUOTATION in await answered(discord, await discord.people.ask(QUESTION))
    await until_health(bot, 200)
