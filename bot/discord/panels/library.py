"""What the library holds: its sources, and the articles of one of them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import discord

from bot.discord.panels.parts import menu, option, panel, part, text, titled, turning
from bot.discord.press import Press, act
from bot.discord.shelf import tag
from bot.discord.show import day
from bot.discord.show.fitting import line
from bot.discord.show.links import web_address
from bot.discord.show.wording import publisher as name

if TYPE_CHECKING:
    from collections.abc import Sequence

    from bot.discord.language import Labels
    from bot.discord.shelf import Held
    from retrieval.model import Source
    from retrieval.store.records import ArticleRow, SourceRow

SOURCES = Press("sources")
ARTICLES = "articles"
ARTICLE = "article"
# Ten names or titles of at most this length, with what is said of each, keep within a message.
ROWS = 10
DAY = 60
TITLE = 200


def sources(held: Held, say: Labels, page: int = 0) -> discord.ui.LayoutView:
    """A page of the sources, newest first; choosing one shows its articles."""
    rows, page, pages = part(held.sources, page, ROWS)
    count = say("browse-held", sources=len(held.sources), articles=held.articles)
    if not rows:
        return panel(text(f"### {say('browse-sources')}", say("browse-empty")))
    choose = menu(
        Press(ARTICLES),
        (
            discord.SelectOption(label=option(row.source.name) or "–", value=tag(row.source.id))
            for row in rows
        ),
        say("browse-choose-source"),
    )
    return panel(
        text(f"### {say('browse-sources')}", count),
        text(
            *(
                f"- {published_by(row.source, say)}\n  "
                + _dotted(
                    say("browse-articles", n=row.articles),
                    _newest(row.newest, say),
                )
                for row in rows
            )
        ),
        choose,
        *turning(SOURCES, page, pages, say),
    )


def articles(
    shown: Sequence[ArticleRow], row: SourceRow, say: Labels, page: int = 0
) -> discord.ui.LayoutView:
    """A page of one source's articles, those `shown`, newest first; choosing one shows it."""
    source = row.source
    _, page, pages = part(range(row.articles), page, ROWS)
    press = Press(ARTICLES, tag(source.id))
    choose = menu(
        Press(ARTICLE),
        (
            discord.SelectOption(
                label=option(row.ref.title) or say("browse-untitled"),
                value=row.ref.id,
                description=option(day(row.ref.published, say)),
            )
            for row in shown
        ),
        say("browse-choose-article"),
    )
    buttons: list[discord.ui.Item[Any]] = [act(SOURCES, say("browse-all-sources"))]
    if address := web_address(source.url):
        buttons.append(discord.ui.Button(label=say("browse-home"), url=address))
    return panel(
        text(f"### {published_by(source, say)}", say("browse-articles", n=row.articles)),
        text(
            *(
                f"- {titled(row.ref.title, say, TITLE)}\n  "
                + line(day(row.ref.published, say), DAY)
                for row in shown
            )
        ),
        choose,
        *turning(press, page, pages, say),
        discord.ui.ActionRow(*buttons),
    )


def published_by(source: Source, say: Labels) -> str:
    """The source's name in bold; of one that nobody vouches for, that."""
    shown = f"**{name(source)}**"
    return shown if source.known else f"{shown} ({say('answer-not-verified')})"


def _newest(newest: str | None, say: Labels) -> str:
    if newest is None:
        return day(None, say)
    return say("browse-newest", day=line(day(newest, say), DAY))


def _dotted(*parts: str) -> str:
    return " · ".join(filter(None, parts))
