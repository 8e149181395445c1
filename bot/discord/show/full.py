"""One passage with its whole paragraph and what is known of its article."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import discord

from bot.discord.press import Press, act
from bot.discord.show.fitting import line, parts
from bot.discord.show.links import passage_address, web_address
from bot.discord.show.shown import placed
from bot.discord.show.wording import NAME, TITLE, dated, heading, publisher, speaking, spoken
from bot.render.labels import day
from retrieval.answered import Kind

if TYPE_CHECKING:
    from bot.discord.language import Labels
    from bot.discord.show.shown import Placed, Shown
    from retrieval.answered import Answer

QUOTATION = 2_400
# With the article's own, as many links as a row holds.
_COPIES = 4


def full_paragraph(
    answer: Answer, number: int, say: Labels, how: Shown, part: int = 0
) -> discord.ui.LayoutView:
    """The paragraph of that passage, in parts where it is long; raises IndexError for no passage.

    A part beyond the last is the last.
    """
    if number < 0:
        raise IndexError(number)
    shown = placed(answer)[number]
    pieces = parts(shown.passage, QUOTATION)
    part = min(max(part, 0), len(pieces) - 1)
    lines = [*_facts(shown, answer, say), pieces[part]]
    if len(pieces) > 1:
        lines.append(f"-# {say('answer-part', part=part + 1, parts=len(pieces))}")
    items: list[discord.ui.Item[Any]] = [discord.ui.TextDisplay("\n".join(lines))]
    if links := _links(shown, say):
        items.append(discord.ui.ActionRow(*links))
    if buttons := _buttons(answer, number, part, len(pieces), say, how):
        items.append(discord.ui.ActionRow(*buttons))
    view = discord.ui.LayoutView(timeout=None)
    view.add_item(discord.ui.Container(*items))
    return view


def _facts(shown: Placed, answer: Answer, say: Labels) -> list[str]:
    passage, article = shown.passage, shown.passage.article
    name = f"**{publisher(passage.source)}**"
    if not passage.source.known:
        name = f"{name} ({say('answer-not-verified')})"
    posted = [dated(passage, say)] if passage.posted else []
    when = [*posted, day(article.published, say, time=True)]
    if article.updated:
        when.append(say("answer-updated", day=day(article.updated, say, time=True)))
    facts = [*(line(each, NAME) for each in when), say("answer-paragraph", n=passage.paragraph)]
    if article.authors:
        facts.append(say("answer-by-authors", authors=line(", ".join(article.authors), NAME)))
    told = [
        f"**{heading(shown.position, answer, say)}**",
        spoken(passage, answer, say),
        speaking(passage, answer, say),
    ]
    return [
        f"### {line(article.title or article.id, TITLE)}",
        name,
        f"-# {' · '.join(facts)}",
        " · ".join(filter(None, told)),
    ]


def _links(shown: Placed, say: Labels) -> list[discord.ui.Item[Any]]:
    address = passage_address(shown.passage)
    links: list[discord.ui.Item[Any]] = []
    if address:
        links.append(discord.ui.Button(label=say("answer-article"), url=address))
    for copy in shown.passage.article.copies:
        if (other := web_address(copy.url)) and len(links) <= _COPIES:
            links.append(discord.ui.Button(label=say("answer-also-at"), url=other))
    return links


def _buttons(
    answer: Answer, number: int, part: int, count: int, say: Labels, how: Shown
) -> list[discord.ui.Item[Any]]:
    buttons: list[discord.ui.Item[Any]] = []
    for to, key in ((part - 1, "previous"), (part + 1, "next")):
        if count > 1:
            press = Press("full", how.token, (str(number), str(max(to, 0)), key[0]))
            buttons.append(act(press, say(f"answer-{key}"), disabled=not 0 <= to < count))
    if how.feedback:
        kinds = ("side", "source") if answer.kind is Kind.POLAR else ("source",)
        buttons += [
            act(Press("feedback", how.token, (kind, str(number))), say(f"answer-wrong-{kind}"))
            for kind in kinds
        ]
    return buttons
