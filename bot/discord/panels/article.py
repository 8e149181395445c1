"""One article: what is known of it, and its text, a page at a time."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import discord

from bot.discord.panels.library import ARTICLE, DAY, published_by
from bot.discord.panels.parts import panel, part, text, titled, turning
from bot.discord.press import Press
from bot.discord.show import day, escape_pieces
from bot.discord.show.fitting import line, size
from bot.discord.show.links import web_address

if TYPE_CHECKING:
    from collections.abc import Sequence

    from bot.discord.language import Labels
    from retrieval.model import Article, Paragraph

AUTHORS = 200
# Of the 4,000 characters of a message; the rest is for what stands around the text.
PAGE = 3000


def words(held: Article, paragraphs: Sequence[Paragraph]) -> list[str]:
    """The article's text, escaped, in pages; takes seconds for one of millions of characters."""
    return _pages([held.text[each.start : each.end] for each in paragraphs])


def article(
    held: Article, words: Sequence[str], say: Labels, page: int = 0
) -> discord.ui.LayoutView:
    """A page of an article, verbatim."""
    (shown, *_), page, pages = part(words, page, 1)
    items: list[discord.ui.Item[Any]] = [text(f"### {titled(held.title, say)}", *_facts(held, say))]
    if address := web_address(held.url):
        items.append(
            discord.ui.ActionRow(discord.ui.Button(label=say("browse-original"), url=address))
        )
    items += [discord.ui.Separator(), text(shown)]
    return panel(*items, *turning(Press(ARTICLE, held.id), page, pages, say))


def _facts(held: Article, say: Labels) -> list[str]:
    when = [_day(held.published, say)]
    if held.updated:
        when.append(say("answer-updated", day=_day(held.updated, say)))
    if held.authors:
        when.append(say("answer-by-authors", authors=line(", ".join(held.authors), AUTHORS)))
    facts = [" · ".join((published_by(held.source, say), *when))]
    if original := held.copy_of:
        name = line(original.source, AUTHORS)
        facts.append(f"-# {say('browse-near-copy', n=original.sentences, original=name)}")
    if held.copies:
        facts.append(f"-# {say('browse-copies', n=len(held.copies))}")
    return facts


def _day(moment: str | None, say: Labels) -> str:
    return line(day(moment, say, time=True), DAY)


def _pages(paragraphs: Sequence[str]) -> list[str]:
    """The paragraphs, escaped, in pages that each hold as many whole ones as fit."""
    pages: list[str] = []
    for paragraph in paragraphs:
        first, *more = _pieces(paragraph)
        if pages and size(pages[-1]) + size(first) + 2 <= PAGE:
            pages[-1] += f"\n\n{first}"
        else:
            pages.append(first)
        # What belongs to one paragraph must not look like two.
        pages += more
    return pages or ["–"]


def _pieces(paragraph: str) -> list[str]:
    """A paragraph, escaped, cut at white space where it is longer than a page."""
    pieces: list[str] = []
    start = 0
    while not pieces or start < len(paragraph):
        end = min(start + PAGE, len(paragraph))
        while size(piece := _escaped(paragraph[start:end])) > PAGE:
            end = start + (end - start) // 2
        if end < len(paragraph) and (space := paragraph.rfind(" ", start, end)) >= start:
            end = space + 1
            piece = _escaped(paragraph[start:end])
        pieces.append(piece)
        start = end
    return pieces


def _escaped(text: str) -> str:
    return "".join(escape_pieces((text,)))
