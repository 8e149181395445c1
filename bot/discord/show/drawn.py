"""The picture of an answer as a message, with what it says in words for who does not see it."""

from __future__ import annotations

from dataclasses import dataclass
from io import BytesIO
from typing import TYPE_CHECKING, Any

import discord

from bot.discord.show.escape import escape
from bot.discord.show.fitting import line, size
from bot.discord.show.sheets import CHARACTERS
from bot.discord.show.wording import LINE
from bot.render.picture import picture_png, picture_text

if TYPE_CHECKING:
    from bot.discord.language import Labels
    from bot.discord.show.shown import Shown
    from retrieval.answered import Answer

# Discord's limit for the text alternative of a picture.
DESCRIPTION = 1_024
_PICTURE, _TEXT = "whosays.png", "whosays.txt"


@dataclass(frozen=True, slots=True)
class Drawn:
    """A picture with its text alternative: the first of it, and the rest, maybe as a file."""

    png: bytes
    description: str
    rest: str
    small: str | None
    whole: bytes | None

    def files(self) -> list[discord.File]:
        """What is attached; anew each time, as discord.py sends a file once."""
        found = [discord.File(BytesIO(self.png), _PICTURE, description=self.description)]
        return found + ([discord.File(BytesIO(self.whole), _TEXT)] if self.whole else [])

    def view(self) -> discord.ui.LayoutView:
        """The message."""
        view = discord.ui.LayoutView(timeout=None)
        media = discord.MediaGalleryItem(f"attachment://{_PICTURE}", description=self.description)
        items: list[discord.ui.Item[Any]] = [discord.ui.MediaGallery(media)]
        lines = [each for each in (self.small, self.rest) if each]
        if lines:
            items.append(discord.ui.TextDisplay("\n".join(lines)))
        if self.whole:
            items.append(discord.ui.File(f"attachment://{_TEXT}"))
        for item in items:
            view.add_item(item)
        return view


def drawn(answer: Answer, say: Labels, how: Shown) -> Drawn:
    """The picture on a dark ground, readable on either of Discord's; takes a good part of a second.

    What the description has no room for stands below, or in a file where there is more of it than
    a message holds.
    """
    told = picture_text(answer, say, how.now)
    description, rest = _parted(told)
    below = "\n".join(f"-# {escape(each)}" for each in (say("picture-in-words"), *rest))
    room = CHARACTERS - LINE
    small = f"-# {line(how.filter_line, LINE)}" if how.filter_line else None
    return Drawn(
        png=picture_png(answer, say, how.now, theme="dark"),
        description=description,
        rest=(below if size(below) <= room else f"-# {escape(say('picture-in-words'))}")
        if rest
        else "",
        small=small,
        whole=told.encode() if rest and size(below) > room else None,
    )


def _parted(told: str) -> tuple[str, list[str]]:
    """As many whole lines as the description holds, and those that come after."""
    lines = told.split("\n")
    taken = 0
    while taken < len(lines) and size("\n".join(lines[: taken + 1])) <= DESCRIPTION:
        taken += 1
    if not taken:
        return lines[0][: DESCRIPTION // 2], lines
    return "\n".join(lines[:taken]), lines[taken:]
