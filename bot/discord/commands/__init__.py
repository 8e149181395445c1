"""The commands, one module a group: a cog class that takes the rooms that it works with.

A cog registers what its buttons do with `rooms.on_press(verb, handler)` when it is made.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.discord.commands.about import About
from bot.discord.commands.answers import Answers
from bot.discord.commands.asking import Asking
from bot.discord.commands.browsing import Browsing
from bot.discord.commands.feedback import FeedbackButtons
from bot.discord.commands.following import Following
from bot.discord.commands.operators import Operators
from bot.discord.commands.privacy import Privacy
from bot.discord.commands.settings import Settings
from bot.discord.commands.watching import Watches

if TYPE_CHECKING:
    from collections.abc import Iterator

    from discord.ext import commands

    from bot.discord.rooms import Rooms


def cogs(rooms: Rooms, bot: commands.Bot | commands.AutoShardedBot) -> Iterator[commands.Cog]:
    """Every cog, made; those that need more of Discord than an interaction get the bot too."""
    yield Asking(rooms, bot)
    yield Answers(rooms)
    yield Browsing(rooms)
    yield About(rooms)
    yield Settings(rooms)
    yield Operators(rooms)
    yield Following(rooms)
    yield Watches(rooms, bot)
    yield FeedbackButtons(rooms)
    yield Privacy(rooms, bot)
