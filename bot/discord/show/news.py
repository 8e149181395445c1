"""What is posted of a watched question: what is new as in an answer, what is gone struck out."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any

import discord

from bot.discord.press import Press, act
from bot.discord.show.blocks import Block, Group, blocks
from bot.discord.show.fitting import line, size
from bot.discord.show.links import web_address
from bot.discord.show.pages import container
from bot.discord.show.sheets import Top, sheets
from bot.discord.show.wording import NAME, QUESTION, publisher
from bot.render import words
from bot.render.labels import day, side_of

if TYPE_CHECKING:
    from bot.discord.language import Labels
    from retrieval.watching.news import Gone, News

NEWS, WHOLE, STOP = "watch-news", "watch-whole", "watch-stop"
"""What the buttons of a post do."""

# Old words; the whole paragraph is in the article's earlier version.
_OLD = 600


def news_page(
    news: News, say: Labels, *, watch: str, post: str, number: int = 0, public: bool = True
) -> discord.ui.LayoutView:
    """A page of a post, the last where there are not so many; the first is `public`.

    `watch` and `post` are ids; every page has the post's in a button, so that it can be found.
    """
    top = _top(news, say)
    found = sheets(
        [*blocks(news.answer, say, "position", datetime.now(UTC)), *_gone(news, say)],
        _lines(news, say),
        [],
        lambda group: f"### {group.heading}",
        Top(size(top), 1),
    )
    number = min(number, len(found) - 1)
    sheet = found[number]
    view = discord.ui.LayoutView(timeout=None)
    view.add_item(discord.ui.TextDisplay(top))
    for group, held in sheet.groups.items():
        view.add_item(container(f"### {group.heading}", group.colour, held, say))
    lines = list(sheet.lines)
    if len(found) > 1:
        lines.append(f"-# {say('answer-page', page=number + 1, pages=len(found))}")
    if lines:
        view.add_item(discord.ui.TextDisplay("\n".join(lines)))
    buttons: list[discord.ui.Item[Any]] = []
    for to, key in ((number - 1, "previous"), (number + 1, "next")):
        if len(found) > 1 and not (public and key == "previous"):
            press = Press(NEWS, post, (str(max(to, 0)), key))
            buttons.append(act(press, say(f"answer-{key}"), disabled=not 0 <= to < len(found)))
    buttons.append(act(Press(WHOLE, watch, (post,)), say("watch-whole")))
    buttons.append(act(Press(STOP, watch, (post,)), say("watch-stop")))
    view.add_item(discord.ui.ActionRow(*buttons))
    return view


def _top(news: News, say: Labels) -> str:
    lines = [f"## {line(news.answer.question, QUESTION)}", f"-# {say('watch-new')}"]
    lines += [f"-# {say('watch-first')}"] if news.first else []
    return "\n".join(lines)


def _lines(news: News, say: Labels) -> list[str]:
    names = {
        passage.source.id: publisher(passage.source)
        for position in news.answer.positions
        for passage in position.passages
    }
    return [f"-# {say('watch-turned', source=names[each])}" for each in news.turned]


def _gone(news: News, say: Labels) -> list[Block]:
    group = Group("gone", say("watch-gone"), None)
    first = sum(len(position.passages) for position in news.answer.positions)
    return [_gone_block(each, say, group, first + n, news) for n, each in enumerate(news.gone)]


def _gone_block(gone: Gone, say: Labels, group: Group, number: int, news: News) -> Block:
    passage, said = gone.told.passage, gone.told.said
    heading = words.heading(said) if said.stance is None else side_of(said, news.answer, say)
    facts = [
        line(day(passage.article.published, say), NAME),
        say("watch-gone-under", side=line(heading, NAME)),
        say("watch-noticed", day=line(day(gone.noticed, say), NAME)),
    ]
    head = f"**{publisher(passage.source)}**\n-# {' · '.join(facts)}"
    old = f"> ~~{line(passage.span.text, _OLD)}~~"
    return Block(group, number, head, old, web_address(passage.article.url))
