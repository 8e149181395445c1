"""What /help and /about show."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import discord

from bot.discord.panels.parts import panel, text
from bot.discord.show import day, escape

if TYPE_CHECKING:
    from bot.discord.language import Labels
    from bot.discord.shelf import Held


@dataclass(frozen=True, slots=True)
class Facts:
    """What the bot says of itself; `grown` is when an article was last added, ISO 8601."""

    version: str
    grown: str | None
    encoder: str
    stance: str
    keep_days: int


def usage(say: Labels, *, manages: bool, operates: bool) -> discord.ui.LayoutView:
    """How to ask, and the other commands that this person may use."""
    more = ["sources", "watch", "about"]
    more += ["settings"] if manages else []
    more += ["operator"] if operates else []
    return panel(
        text(f"## {say('about-help-title')}", say("about-help-what")),
        discord.ui.Separator(),
        text(
            f"### {say('about-help-asking')}",
            *(f"- {say(f'about-help-{way}')}" for way in ("ask", "mention", "reply", "menu")),
        ),
        text(say("about-help-alone")),
        discord.ui.Separator(),
        text(f"### {say('about-help-more')}", *(f"- {say(f'about-help-{each}')}" for each in more)),
    )


def about(facts: Facts, held: Held, say: Labels) -> discord.ui.LayoutView:
    """What the bot is, what it holds, and what it keeps about people."""
    size = say(
        "about-library",
        sources=len(held.sources),
        articles=held.articles,
        paragraphs=sum(row.paragraphs for row in held.sources),
    )
    grown = [say("about-grown", day=escape(day(facts.grown, say)))] if facts.grown else []
    stance = say("about-own-stance") if facts.stance == "whosays" else escape(facts.stance)
    return panel(
        text(f"## {say('about-title', version=facts.version)}", say("about-what")),
        discord.ui.Separator(),
        text(
            " ".join((size, *grown)),
            say("about-models", encoder=escape(facts.encoder), stance=stance),
        ),
        discord.ui.Separator(),
        text(
            f"### {say('about-privacy')}",
            say("about-privacy-kept", days=facts.keep_days),
            say("about-privacy-read"),
            say("about-privacy-yours"),
        ),
    )
