"""One-sentence replies."""

from __future__ import annotations

import discord


def notice(text: str) -> discord.ui.LayoutView:
    """A sentence of ours; what is not ours in it has been escaped."""
    view = discord.ui.LayoutView(timeout=None)
    view.add_item(discord.ui.TextDisplay(text))
    return view
