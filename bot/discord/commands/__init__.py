"""The commands, one module a group: a cog class that takes the client.

A cog registers what its buttons do with `client.on_press(verb, handler)` when it is made.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.discord.commands.about import About
from bot.discord.commands.answers import Answers
from bot.discord.commands.asking import Asking
from bot.discord.commands.browsing import Browsing
from bot.discord.commands.feedback import FeedbackButtons
from bot.discord.commands.operators import Operators
from bot.discord.commands.privacy import Privacy
from bot.discord.commands.settings import Settings

if TYPE_CHECKING:
    from collections.abc import Callable

    from discord.ext import commands

    from bot.discord.client import Whosays

COGS: tuple[Callable[[Whosays], commands.Cog], ...] = (
    Asking,
    Answers,
    Browsing,
    About,
    Settings,
    Operators,
    FeedbackButtons,
    Privacy,
)
