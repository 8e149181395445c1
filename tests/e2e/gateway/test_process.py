"""The life of the process: how it starts, what ends it, its exit code and its last answers."""

from __future__ import annotations

import asyncio
import signal
import socket
from typing import TYPE_CHECKING

import pytest

from benchmarks.serving import questions
from bot.cli.serving import TOKEN_REFUSED, UNREACHABLE
from bot.discord.language import labels
from config.settings import LibrarySettings, Settings
from retrieval.library import Library
from tests.e2e.gateway.bot import until
from tests.e2e.gateway.test_talking import QUESTION, QUOTATION, answered, answers

if TYPE_CHECKING:
    from pathlib import Path

    from tests.e2e.gateway.bot import Bot
    from tests.gateway.server import Loopback

FINE, BAD_SETTING = 0, 2
QUESTIONS = (
    QUESTION,
    "Who congratulated Trump?",
    "Has the Kremlin denied the reports?",
    "Does Russia prefer Trump to Harris?",
    "Can Trump end the war in Ukraine?",
    "Did Zelensky congratulate Trump?",
)

ARTICLE = """The mayor of Springvale steps down

Springvale, 3 March 2025. The mayor of Springvale handed in her resignation on Monday after a week
of protests over the water works.

The council meets on Thursday to choose who leads the town until the election in June.
"""


def last_line(bot: Bot) -> str:
    return bot.log.splitlines()[-1]


async def test_stopping_answers_what_was_asked_and_leaves_with_0(
    server: Loopback, fresh: Bot
) -> None:
    await fresh.start()
    await fresh.online()
    asked = [await server.people.ask(question) for question in QUESTIONS]
    said = await server.people.say(f"<@bot> {QUESTION}")
    await asyncio.gather(*(each.until("acknowledged", 5) for each in asked))
    assert await fresh.stop() == FINE
    for each in asked:
        assert each.first_words is not None
        assert "?" in await answered(server, each)
    assert any(answers(each, said) for each in server.world.messages.values())
    assert server.gateway.closed_with == [1000]


async def test_answers_that_discord_does_not_take_do_not_hold_it_up(
    server: Loopback, fresh: Bot
) -> None:
    await fresh.start()
    await fresh.online()
    server.faults.delay("PATCH", "/webhooks/.*", 30.0)
    asked = await server.people.ask(QUESTION)
    await asked.until("acknowledged", 5)
    # `stop` waits for ten seconds and no longer.
    assert await fresh.stop() == FINE
    assert "not everything was answered" in [each["message"] for each in fresh.events()]


async def test_a_stop_before_it_is_online_is_obeyed(server: Loopback, fresh: Bot) -> None:
    server.faults.delay("GET", "/users/@me", 30.0)
    await fresh.start()
    await until(lambda: bool(server.requests), 60)
    assert await fresh.stop() == FINE


async def test_the_next_start_syncs_no_commands_and_knows_old_buttons(
    server: Loopback, fresh: Bot
) -> None:
    await fresh.start()
    await fresh.online()
    asked = await server.people.ask(QUESTION)
    await answered(server, asked)
    assert await fresh.stop() == FINE
    await fresh.start()
    await fresh.online(after=1)
    assert [each.method for each in server.requests].count("PUT") == 1
    shown = server.world.messages[asked.original or 0]
    menu = next(
        part
        for row in shown["components"]
        for box in row.get("components", ())
        for part in (box, *box.get("components", ()))
        if part["type"] == 3
    )
    pressed = await server.people.press(menu["custom_id"], asked, values=["0"])
    assert QUOTATION in await answered(server, pressed)
    # Where Discord's are no longer those that were sent, they are sent again.
    await fresh.stop()
    server.world.register([])
    await fresh.start()
    await fresh.online(after=2)
    assert [each.method for each in server.requests].count("PUT") == 2


async def test_commands_that_discord_refuses_do_not_stop_the_answers(
    server: Loopback, fresh: Bot
) -> None:
    server.faults.fail("PUT", "/applications/.*", status=403)
    server.world.register([{"name": "ask", "type": 1}])
    await fresh.start()
    await fresh.online()
    assert QUOTATION in await answered(server, await server.people.ask(QUESTION))
    assert "cannot sync the commands" in [each["message"] for each in fresh.events()]
    # They are tried again at the next start.
    await fresh.stop()
    await fresh.start()
    await fresh.online(after=1)
    assert [each.status for each in server.requests if each.method == "PUT"] == [403, 200]


async def test_it_follows_while_it_serves_and_stops_in_the_middle_of_a_page(
    server: Loopback, fresh: Bot, tmp_path: Path
) -> None:
    asked_for, over = asyncio.Event(), asyncio.Event()

    async def never(_: asyncio.StreamReader, to: asyncio.StreamWriter) -> None:
        asked_for.set()
        await over.wait()
        to.close()

    site = await asyncio.start_server(never, "127.0.0.1", 0)
    address = f"http://127.0.0.1:{site.sockets[0].getsockname()[1]}/feed"
    fresh.settings["WHOSAYS_FETCH__ALLOW"] = "127.0.0.1/32"
    news = tmp_path / "news"
    news.mkdir()
    with Library.open(Settings(library=LibrarySettings(path=fresh.folder / "library"))) as library:
        for place, kind in ((str(news), "folder"), (address, "feed")):
            library.following.follow(place, kind=kind, title=None, now=0.0, interval=600.0)
        before = library.generation
    (news / "mayor.txt").write_text(ARTICLE, encoding="utf-8")
    await fresh.start()
    await fresh.online()
    async with asyncio.timeout(30):
        await asked_for.wait()
        while (await fresh.health())[1]["library"]["generation"] == before:  # noqa: ASYNC110
            await asyncio.sleep(0.1)
    asked = await server.people.ask("Did the mayor of Springvale resign?")
    assert "handed in her resignation" in await answered(server, asked)
    assert await fresh.stop() == FINE
    over.set()
    site.close()
    await site.wait_closed()


async def test_a_refused_token_has_its_own_exit_code_and_one_line(
    server: Loopback, fresh: Bot
) -> None:
    fresh.settings["WHOSAYS_DISCORD__TOKEN"] = "not-the-token"  # noqa: S105
    await fresh.start()
    assert await fresh.ended() == TOKEN_REFUSED
    assert last_line(fresh).startswith("whosays: Discord refuses the token")
    assert "not-the-token" not in fresh.log
    assert "Traceback" not in fresh.log
    assert server.gateway.identified == 0


async def test_a_token_that_is_withdrawn_while_it_serves(server: Loopback, fresh: Bot) -> None:
    await fresh.start()
    await fresh.online()
    server.world.token = "another-one"  # noqa: S105
    await server.gateway.close(4004)
    assert await fresh.ended(20) == TOKEN_REFUSED


async def test_no_network_has_its_own_exit_code_and_one_line(server: Loopback, fresh: Bot) -> None:
    fresh.environment  # noqa: B018 - writes the hook while the address is still known
    await server.stop()
    await fresh.start()
    assert await fresh.ended() == UNREACHABLE
    assert last_line(fresh).startswith("whosays: Discord cannot be reached")
    assert "Traceback" not in fresh.log


async def test_a_machine_that_discord_shuts_out_is_told_so(server: Loopback, fresh: Bot) -> None:
    server.faults.fail("GET", "/users/@me", status=403)
    await fresh.start()
    assert await fresh.ended() == UNREACHABLE
    assert "403" in last_line(fresh)


@pytest.mark.parametrize("token", ["", "   "])
async def test_without_a_token_nothing_starts(server: Loopback, fresh: Bot, token: str) -> None:
    fresh.settings["WHOSAYS_DISCORD__TOKEN"] = token
    await fresh.start()
    assert await fresh.ended() == BAD_SETTING
    assert fresh.log.startswith("whosays: The bot has no token")
    assert fresh.log.count("\n") == 1
    assert server.requests == []


async def test_an_address_in_use_is_one_line(server: Loopback, fresh: Bot) -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", fresh.health_port))
        taken.listen()
        await fresh.start()
        assert await fresh.ended() == BAD_SETTING
    assert "WHOSAYS_HEALTH__PORT" in last_line(fresh)
    assert "Traceback" not in fresh.log


async def test_an_interrupt_stops_it_and_debug_alone_logs_what_was_asked(
    server: Loopback, fresh: Bot
) -> None:
    fresh.settings |= {"WHOSAYS_LOGS__LEVEL": "debug", "WHOSAYS_LOGS__JSON_LINES": "false"}
    await fresh.start()
    await fresh.online()
    asked = await server.people.ask(QUESTION)
    await answered(server, asked)
    assert await fresh.stop(signal.SIGINT) == FINE
    assert QUESTION in fresh.log
    assert server.world.token not in fresh.log
    assert asked.token not in fresh.log


async def test_fifty_people_at_once_are_acknowledged_and_each_is_told_before_it_stops(
    server: Loopback, fresh: Bot
) -> None:
    await fresh.start()
    await fresh.online()
    asked = [await server.people.ask(question) for question in questions(50)]
    await asyncio.gather(*(each.until("acknowledged", 10) for each in asked))
    assert await fresh.stop() == FINE
    told = await asyncio.gather(*(answered(server, each) for each in asked))
    closing = labels("en")("ask-closing")
    for question, text in zip(questions(50), told, strict=True):
        assert text == closing or question in text


async def test_a_full_queue_says_so_and_answers_the_others(server: Loopback, fresh: Bot) -> None:
    fresh.settings["WHOSAYS_DISCORD__QUEUE"] = "2"
    await fresh.start()
    await fresh.online()
    asked = [await server.people.ask(question) for question in QUESTIONS]
    told = await asyncio.gather(*(answered(server, each) for each in asked))
    busy = {labels("en")("ask-busy", waiting=waiting) for waiting in range(len(QUESTIONS))}
    assert 0 < sum(text in busy for text in told) < len(QUESTIONS)
    for question, text in zip(QUESTIONS, told, strict=True):
        assert text in busy or question in text
