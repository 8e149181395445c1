"""Forms that may be sent in after a restart: like a button's, what they do is in their custom_id.

discord.py keeps a form in memory until it comes back; these are not kept, but read from what
Discord sends.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, cast

import discord

from bot.discord.press import FORMS, Press

if TYPE_CHECKING:
    from collections.abc import Iterator

Interaction = discord.Interaction[Any]


async def show(
    interaction: Interaction, press: Press, title: str, *parts: discord.ui.Item[Any]
) -> None:
    """Open a form for who pressed; raises discord.HTTPException.

    It must be the first answer to the interaction, within three seconds.
    """
    form = discord.ui.Modal(title=title, custom_id=press.form_id)
    for part in parts:
        form.add_item(part)
    form.stop()
    await interaction.response.send_modal(form)


def sent(interaction: Interaction) -> Press | None:
    """What a form that comes back asks for; None for anything else."""
    if interaction.type is not discord.InteractionType.modal_submit:
        return None
    found = FORMS.fullmatch(str(_data(interaction).get("custom_id", "")))
    return Press.of(found) if found else None


def fields(interaction: Interaction) -> dict[str, str]:
    """What was typed and chosen in a form, by custom_id; nothing for what was left empty."""
    typed = _controls(_data(interaction).get("components", []))
    return {each["custom_id"]: each["value"] for each in typed if each.get("value")}


def _controls(components: list[dict[str, Any]]) -> Iterator[dict[str, Any]]:
    for each in components:
        control = each.get("component", each)
        if "custom_id" in control:
            yield control


def _data(interaction: Interaction) -> dict[str, Any]:
    return cast("dict[str, Any]", interaction.data or {})
