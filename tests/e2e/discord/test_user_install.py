"""The bot brought along by a person, into servers and conversations that it is not itself in."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest
from simcord import interactions

from bot.discord.commands.asking import MESSAGE_COMMAND
from tests.e2e.discord.asking import COUNTS, QUESTION
from tests.e2e.discord.conftest import buttons, text

if TYPE_CHECKING:
    from tests.e2e.discord.conftest import World

FOLLOW_UPS = 5
"""Messages that an interaction may have after its answer where the bot is not itself."""


@pytest.fixture(autouse=True)
def brought_along(monkeypatch: pytest.MonkeyPatch) -> None:
    """Discord names the person alone as who installed the bot; simcord would name nobody."""
    base = interactions.base_payload

    def by_a_person(*args: Any, **named: Any) -> tuple[Any, dict[str, Any]]:  # noqa: ANN401
        record, payload = base(*args, **named)
        payload["authorizing_integration_owners"] = {"1": str(record.user_id)}
        return record, payload

    monkeypatch.setattr(interactions, "base_payload", by_a_person)


async def test_ask_answers_in_any_server_and_keeps_nothing_of_that_server(world: World) -> None:
    result = await world.alice.slash(world.channel, "ask", question=QUESTION)
    assert result.response is not None
    assert COUNTS in text(result.response)
    assert world.bot.ledger.servers() == []
    assert world.bot.ledger.kept(str(world.alice.id)).questions == 1
    offered = await world.alice.autocomplete(world.channel, "ask", "question", "did putin")
    assert offered == []
    offered = await world.alice.autocomplete(world.channel, "ask", "question", "putin")
    assert offered


async def test_a_servers_settings_do_not_bind_what_people_bring_along(world: World) -> None:
    other = world.guild.create_text_channel("other")
    await world.bot.servers.set(world.guild.id, channels=(str(other.id),), private=True)
    result = await world.alice.slash(world.channel, "ask", question=QUESTION)
    assert result.response is not None
    assert not result.response.ephemeral


async def test_it_keeps_within_the_follow_ups_and_needs_no_channel(world: World) -> None:
    before = len(world.env.http_requests)
    result = await world.alice.slash(world.channel, "ask", question=QUESTION, private=True)
    answer = result.response
    assert answer is not None
    await world.alice.click(answer, label="By source")
    await world.alice.click(answer, label="Share in channel")
    shared = world.channel.history()[-1]
    assert COUNTS in text(shared)
    await world.bob.click(shared, label="By source")
    await world.alice.click(shared, label="Delete")
    assert world.channel.history() == []
    sent = world.env.http_requests[before:]
    assert all(each.path.startswith(("/interactions/", "/webhooks/")) for each in sent)
    follow_ups = [each for each in sent if each.method == "POST" and "/webhooks/" in each.path]
    assert len(follow_ups) <= FOLLOW_UPS


async def test_the_menu_of_a_message_asks_there_too(world: World) -> None:
    claim = await world.bob.send(world.channel, "Putin congratulated Trump.")
    result = await world.alice.context_menu(world.channel, MESSAGE_COMMAND, claim)
    assert result.response is not None
    assert result.ephemeral
    assert "Share in channel" in buttons(result.response)


async def test_in_direct_messages_it_answers(world: World) -> None:
    result = await world.alice.user.slash("ask", question=QUESTION)
    assert result.response is not None
    assert COUNTS in text(result.response)
