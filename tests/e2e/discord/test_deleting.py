"""Who deletes an answer, and what is kept of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.e2e.discord.asking import QUESTION, ask, told
from tests.e2e.discord.conftest import text

if TYPE_CHECKING:
    from tests.e2e.discord.conftest import World


async def test_the_asker_deletes_an_answer_and_what_is_kept_of_it(world: World) -> None:
    answer = await ask(world)
    await world.alice.click(answer, label="Delete")
    assert world.channel.history() == []
    assert world.bot.ledger.kept(str(world.alice.id)).questions == 0


async def test_a_moderator_deletes_an_answer(world: World) -> None:
    answer = await ask(world)
    await world.moderator.click(answer, label="Delete")
    assert world.channel.history() == []
    assert world.bot.ledger.kept(str(world.alice.id)).questions == 0


async def test_nobody_else_deletes_an_answer(world: World) -> None:
    answer = await ask(world)
    refused = await world.bob.click(answer, label="Delete")
    assert told(refused) == "Only the person who asked and moderators can do that."
    assert text(answer).startswith(f"## {QUESTION}")
    assert world.bot.ledger.kept(str(world.alice.id)).questions == 1


async def test_who_has_a_page_of_their_own_deletes_that_alone(world: World) -> None:
    answer = await ask(world)
    own = await world.bob.click(answer, label="By source")
    assert own.response is not None
    await world.bob.click(own.response, label="Delete")
    assert text(answer).startswith(f"## {QUESTION}")
    assert world.bot.ledger.kept(str(world.alice.id)).questions == 1


async def test_an_answer_that_moderators_delete_themselves_is_not_suggested(world: World) -> None:
    answer = await ask(world)
    await world.moderator.delete(answer)
    assert world.bot.ledger.kept(str(world.alice.id)).questions == 0
    offered = await world.bob.autocomplete(world.channel, "ask", "question", QUESTION)
    assert offered == []
