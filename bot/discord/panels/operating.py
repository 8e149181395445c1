"""What operators see of a change to the library: its progress, its result, a question first."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import discord

from bot.discord.panels.library import ARTICLE, DAY, published_by
from bot.discord.panels.parts import TITLE, panel, text, titled
from bot.discord.press import Press, act
from bot.discord.show import day, notice
from bot.discord.show.fitting import line

if TYPE_CHECKING:
    from bot.discord.language import Labels
    from retrieval.library import Added
    from retrieval.model import Article

REMOVE = "remove"
REASON = 500


def progress(key: str, name: str, say: Labels) -> discord.ui.LayoutView:
    """What is being done with a file just now."""
    return notice(say(key, name=line(name, TITLE)))


def result(added: Added, say: Labels) -> discord.ui.LayoutView:
    """What became of a text that was sent."""
    if added.article is None or added.source is None:
        return notice(say("operate-refused", reason=line(added.reason or "", REASON)))
    lines = [
        f"**{say(f'operate-{added.outcome}')}**",
        titled(added.article.title, say),
        " · ".join(
            (
                published_by(added.source, say),
                line(day(added.article.published, say), DAY),
                say("operate-held", n=added.paragraphs),
            )
        ),
    ]
    if not added.source.known:
        lines.append(f"-# {say('operate-vouch')}")
    read = act(Press(ARTICLE, added.article.id), say("operate-read"))
    return panel(text(*lines), discord.ui.ActionRow(read))


def removing(held: Article, say: Labels) -> discord.ui.LayoutView:
    """Whether the article is to go."""
    row: discord.ui.ActionRow[Any] = discord.ui.ActionRow(
        act(
            Press(REMOVE, held.id, ("yes",)),
            say("operate-remove"),
            style=discord.ButtonStyle.danger,
        ),
        act(Press(REMOVE, held.id, ("no",)), say("operate-keep")),
    )
    about = (published_by(held.source, say), line(day(held.published, say), DAY))
    return panel(
        text(
            f"### {say('operate-remove-title')}",
            f"**{titled(held.title, say)}**",
            " · ".join(about),
        ),
        text(say("operate-remove-what")),
        row,
    )


def settled(key: str, title: str, say: Labels) -> discord.ui.LayoutView:
    """What was decided."""
    return notice(say(key, title=titled(title, say)))
