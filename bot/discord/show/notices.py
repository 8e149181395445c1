"""One-sentence replies."""

from __future__ import annotations

from typing import TYPE_CHECKING

import discord

if TYPE_CHECKING:
    from bot.discord.language import Labels


def notice(text: str, say: Labels) -> discord.ui.LayoutView:  # noqa: ARG001 - one form for all
    """A sentence of ours; what is not ours in it has been escaped."""
    view = discord.ui.LayoutView(timeout=None)
    view.add_item(discord.ui.TextDisplay(text))
    return view
