"""Giving feedback as a person does: the menu under an answer, the form that it opens."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

from tests.e2e.discord.conftest import buttons, components

if TYPE_CHECKING:
    import simcord

    from retrieval.answered import Answer, Passage
    from retrieval.store.ledger_records import Feedback
    from tests.e2e.discord.conftest import World

QUESTION = "Did Putin congratulate Trump?"
OPEN = "Who congratulated Trump?"
# As in the answer to QUESTION: what supports comes first.
FIRST = "0"


async def ask(
    world: World, question: str = QUESTION, **options: object
) -> tuple[simcord.ResponseMessage, Answer]:
    """Alice asks; the message and the answer that is kept of it."""
    result = await world.alice.slash(world.channel, "ask", question=question, **options)
    assert result.response is not None
    token = buttons(result.response)["Feedback"].split(":")[2]
    return result.response, world.bot.ledger.asked(token).answer


async def menu(
    actor: simcord.MemberActor, message: simcord.ResponseMessage
) -> simcord.ResponseMessage:
    """What the Feedback button leads to."""
    result = await actor.click(message, custom_id=buttons(message)["Feedback"])
    assert result.response is not None
    assert result.response.ephemeral
    return result.response


def menus(message: simcord.ResponseMessage) -> dict[str, str]:
    """custom_id by what is wrong."""
    ids = [each["custom_id"] for each in components(message) if each["type"] == 3]
    return {custom_id.split(":")[3].split(",")[0]: custom_id for custom_id in ids}


async def form(
    actor: simcord.MemberActor, message: simcord.ResponseMessage, kind: str, passage: str = FIRST
) -> simcord.InteractionResult:
    """The form for a passage, through the menu."""
    return await actor.select(message, custom_id=menus(message)[kind], values=[passage])


def controls(shown: simcord.InteractionResult) -> dict[str, dict[str, Any]]:
    """A form's fields by custom_id."""
    assert shown.modal is not None
    labels = [each["component"] for each in shown.modal["components"] if "component" in each]
    return {each["custom_id"]: each for each in labels}


def first(answer: Answer) -> Passage:
    return answer.positions[0].passages[0]


def said(given: Feedback) -> Feedback:
    """Without what the ledger sets."""
    return replace(given, id="", at="")
