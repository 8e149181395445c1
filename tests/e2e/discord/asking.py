"""Asking as a person does, and what the answer has."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.e2e.discord.conftest import components, text

if TYPE_CHECKING:
    import simcord
    from simcord import InteractionResult, ResponseMessage

    from tests.e2e.discord.conftest import World

QUESTION = "Did Putin congratulate Trump?"
# The type of a media gallery among the components.
GALLERY = 12
COUNTS = "3 sources say yes, 3 say no, 1 leaves it open; 4 searched"


def told(result: InteractionResult) -> str:
    """The one sentence that the asker alone is told."""
    said: list[ResponseMessage | None] = [*result.followups] or [result.response]
    assert len(said) == 1
    sentence = said[0]
    assert sentence is not None
    assert sentence.ephemeral
    return text(sentence)


async def ask(world: World, question: str = QUESTION, **options: object) -> simcord.ResponseMessage:
    result = await world.alice.slash(world.channel, "ask", question=question, **options)
    assert result.response is not None
    return result.response


def menu(message: simcord.ResponseMessage, verb: str) -> str:
    """The custom_id of a menu for that verb."""
    menus = (str(each["custom_id"]) for each in components(message) if each["type"] == 3)
    return next(each for each in menus if f":{verb}:" in each)


def pressable(message: simcord.ResponseMessage) -> dict[str, str]:
    return {
        each["label"]: each["custom_id"]
        for each in components(message)
        if each["type"] == 2 and "custom_id" in each and not each.get("disabled")
    }
