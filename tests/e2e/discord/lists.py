"""Following lists as a person does: what a command answers, what a menu or button leads to."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.e2e.discord.conftest import buttons, components

if TYPE_CHECKING:
    from collections.abc import Sequence

    import simcord

    from tests.e2e.discord.conftest import Shown


def shown(result: simcord.InteractionResult) -> simcord.ResponseMessage:
    """What the interaction was answered with, a refusal after a deferral included."""
    if result.response is None:
        return result.followups[-1]
    return result.response


def menus(message: Shown) -> dict[str, str]:
    """custom_id by placeholder, of every menu."""
    return {
        each["placeholder"]: each["custom_id"]
        for each in components(message)
        if each["type"] in (3, 8)
    }


async def press(
    actor: simcord.MemberActor, message: simcord.ResponseMessage, label: str
) -> simcord.InteractionResult:
    """Press the button with that label."""
    return await actor.click(message, custom_id=buttons(message)[label])


async def choose(
    actor: simcord.MemberActor,
    message: simcord.ResponseMessage,
    placeholder: str,
    values: Sequence[object],
) -> simcord.InteractionResult:
    """Choose from the menu with that placeholder."""
    return await actor.select(message, values, custom_id=menus(message)[placeholder])


def offered(message: Shown, placeholder: str) -> dict[str, str]:
    """What a menu offers: the value by its label."""
    (menu,) = (each for each in components(message) if each.get("placeholder") == placeholder)
    return {each["label"]: each["value"] for each in menu["options"]}
