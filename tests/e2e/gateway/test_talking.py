"""One bot over sockets: what people ask from different places, and what Discord puts in the way."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING

import aiohttp
import pytest

from bot.discord.language import labels, language_of
from tests.e2e.gateway.bot import until
from tests.gateway.control import texts
from tests.gateway.sessions import PRIVILEGED
from tests.gateway.world import EPHEMERAL, LOADING, Person

if TYPE_CHECKING:
    from tests.e2e.gateway.bot import Bot
    from tests.gateway.interactions import Interaction
    from tests.gateway.server import Loopback
    from tests.gateway.world import Payload

pytestmark = [pytest.mark.asyncio(loop_scope="module"), pytest.mark.usefixtures("bot")]

QUESTION = "Did Putin congratulate Trump?"
QUOTATION = "congratulat"
YES = labels("en")("answer-supports")


async def answered(discord: Loopback, asked: Interaction) -> str:
    """All text of the answer to an interaction, once nothing changes any more."""
    await asked.until_quiet(0.3)
    assert asked.refused == []
    return "\n".join(texts(discord.world.messages[asked.original or 0]["components"]))


def answers(message: Payload, to: Payload) -> bool:
    """Whether a message is a reply to another one."""
    reference = message.get("message_reference", {})
    return str(reference.get("message_id")) == str(to["id"])


async def replied(discord: Loopback, to: Payload) -> Payload:
    """The bot's reply to a message, once it has words."""
    async with asyncio.timeout(20):
        while True:
            for message in discord.world.messages.values():
                if message["components"] and answers(message, to):
                    return message
            await asyncio.sleep(0.02)


async def test_it_identifies_once_and_without_privileged_intents(discord: Loopback) -> None:
    assert discord.gateway.identified == 1
    (session,) = discord.gateway.connected
    assert session.intents & PRIVILEGED == 0


async def test_commands_are_registered_at_once_for_servers_and_people(discord: Loopback) -> None:
    sent = [each for each in discord.requests if each.method == "PUT"]
    assert [each.path for each in sent] == [f"/applications/{discord.world.application}/commands"]
    assert discord.world.command("ask")["integration_types"] == [0, 1]
    assert discord.world.command("settings")["integration_types"] == [0]


async def test_commands_have_names_in_other_languages(discord: Loopback) -> None:
    descriptions = discord.world.command("ask")["description_localizations"]
    assert {"de", "fr", "es-ES", "es-419", "ru", "uk"} <= set(descriptions)
    assert len(set(descriptions.values())) >= 5


async def test_a_question_is_acknowledged_in_time_and_answered(discord: Loopback) -> None:
    asked = await discord.people.ask(QUESTION)
    await asked.until("acknowledged", discord.deadlines.answer)
    text = await answered(discord, asked)
    assert QUESTION in text
    assert QUOTATION in text
    assert not discord.world.messages[asked.original or 0]["flags"] & (LOADING | EPHEMERAL)


async def test_a_private_question_is_answered_to_the_asker_alone(discord: Loopback) -> None:
    asked = await discord.people.ask(QUESTION, private=True)
    assert QUOTATION in await answered(discord, asked)
    assert discord.world.messages[asked.original or 0]["flags"] & EPHEMERAL


@pytest.mark.parametrize("locale", ["de", "fr", "es-ES", "es-419", "ru", "uk", "ja", "en-GB"])
async def test_labels_follow_the_askers_locale_and_quotations_do_not(
    discord: Loopback, locale: str
) -> None:
    asked = await discord.people.ask(QUESTION, Person(locale=locale))
    text = await answered(discord, asked)
    said = labels(language_of(locale))("answer-supports")
    assert f"### {said}" in text
    assert (said == YES) == (locale in {"ja", "en-GB"})
    assert QUOTATION in text


@pytest.mark.parametrize("place", ["direct", "elsewhere"])
async def test_it_answers_where_only_the_asker_has_it(discord: Loopback, place: str) -> None:
    asked = await discord.people.ask(QUESTION, place=place)
    assert QUOTATION in await answered(discord, asked)
    # Of its follow-ups Discord takes five at most from an app that a person installed.
    assert asked.follow_ups == []


async def test_autocomplete_over_the_socket(discord: Loopback) -> None:
    typed = await discord.people.command(
        "ask", options={"question": QUESTION, "source": "kyiv"}, focused="source"
    )
    await typed.until("first_words", 3)
    assert [each["name"] for each in typed.choices] == ["The Kyiv Independent"]


async def test_a_button_and_the_message_command(discord: Loopback) -> None:
    asked = await discord.people.ask(QUESTION)
    await answered(discord, asked)
    shown = discord.world.messages[asked.original or 0]
    menu = next(each for each in _walk(shown["components"]) if each["type"] == 3)
    pressed = await discord.people.press(menu["custom_id"], asked, values=["0"])
    assert QUOTATION in await answered(discord, pressed)
    said = await discord.people.say(f"<@bot> {QUESTION}")
    about = await discord.people.about("What do sources say?", said)
    assert QUOTATION in await answered(discord, about)


async def test_mentions_and_direct_messages_are_answered_and_nothing_else(
    discord: Loopback,
) -> None:
    unasked = await discord.people.say(QUESTION)
    mention = await discord.people.say(f"<@bot> {QUESTION}")
    direct = await discord.people.say(QUESTION, place="direct")
    for said in (mention, direct):
        assert QUOTATION in "\n".join(texts((await replied(discord, said))["components"]))
    assert not any(answers(each, unasked) for each in discord.world.messages.values())


@pytest.mark.parametrize("everywhere", [False, True], ids=["this route", "every route"])
async def test_a_limited_edit_comes_after_the_time_that_discord_gave(
    discord: Loopback, *, everywhere: bool
) -> None:
    discord.faults.limit("PATCH", "/webhooks/.*", retry_after=0.7, times=2, everywhere=everywhere)
    asked = await discord.people.ask(QUESTION)
    assert QUOTATION in await answered(discord, asked)
    assert asked.first_words is not None
    assert asked.first_words > 1.4
    tries = [each for each in discord.requests if asked.token in each.path][1:]
    assert [each.status for each in tries] == [429, 429, 200]
    assert tries[1].at - tries[0].at > 0.7


async def test_mentions_keep_to_the_limits_of_a_channel(discord: Loopback) -> None:
    said = [await discord.people.say(f"<@bot> {QUESTION}", Person()) for _ in range(6)]
    for each in said:
        assert (await replied(discord, each))["components"]


async def test_an_error_of_discord_is_tried_again(discord: Loopback) -> None:
    discord.faults.fail("PATCH", "/webhooks/.*", status=502)
    asked = await discord.people.ask(QUESTION)
    assert QUOTATION in await answered(discord, asked)


async def test_a_missing_right_leaves_the_bot_well(discord: Loopback, bot: Bot) -> None:
    discord.faults.fail("POST", "/channels/.*/messages", status=403, times=2)
    await discord.people.say(f"<@bot> {QUESTION}")
    asked = await discord.people.ask(QUESTION)
    assert QUOTATION in await answered(discord, asked)
    assert (await bot.health())[0] == 200


async def test_a_deadline_that_was_missed_leaves_the_bot_well(discord: Loopback, bot: Bot) -> None:
    discord.deadlines.answer = 0.0
    late = await discord.people.ask(QUESTION)
    await until(lambda: bool(late.refused))
    discord.deadlines.answer = 3.0
    asked = await discord.people.ask(QUESTION)
    assert QUOTATION in await answered(discord, asked)
    assert (await bot.health())[0] == 200


async def test_somebody_in_another_process_can_ask(discord: Loopback) -> None:
    """What `python -m tests.gateway` offers to the check of the container."""
    async with aiohttp.ClientSession(f"http://{discord.address}") as session:
        question = {"question": QUESTION, "locale": "en-US"}
        async with session.post("/control/ask", json=question) as answer:
            told = await answer.json()
        async with session.get("/control/state") as answer:
            state = await answer.json()
    assert QUOTATION in told["text"]
    assert 0 < told["acknowledged"] < told["first_words"] <= told["last_change"]
    assert state["connected"] == 1
    assert "ask" in state["commands"]


async def test_logs_hold_neither_tokens_nor_what_was_asked(discord: Loopback, bot: Bot) -> None:
    asked = await discord.people.ask("Did Macron congratulate Trump?")
    await answered(discord, asked)
    assert any(each["message"] == "answered" for each in bot.events())
    for secret in (discord.world.token, asked.token, "Macron", QUESTION):
        assert secret not in bot.log


def _walk(components: list[Payload]) -> list[Payload]:
    return [each for one in components for each in (one, *_walk(one.get("components", [])))]
