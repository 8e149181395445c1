"""What is new on a question, on a terminal: positions as in an answer, then what is gone."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rich.text import Text

from bot.render import cited, timing, words
from bot.render.safe import mark_line
from bot.render.terminal import LEGEND, print_positions

if TYPE_CHECKING:
    from bot.render.page import Page
    from retrieval.watching.news import Gone, News

# Where a terminal cannot strike through, the gutter says that the words are gone.
_GONE = "  ╳ "


def print_news(news: News, since: str, page: Page, *, full: bool = False) -> None:
    """Print the news since a moment (ISO 8601)."""
    page.line(mark_line(news.answer.question), style="bold")
    if not news.answer.positions and not news.gone:
        page.line(f"Nothing new since {timing.day(since)}.")
        return
    page.line(f"New since {timing.day(since)}")
    if news.first:
        page.line("There was no answer before.")
    if page.plain and news.answer.positions:
        page.line(LEGEND)
    print_positions(news.answer, page, full=full)
    for each in news.gone:
        page.gap()
        _gone(each, page)


def _gone(gone: Gone, page: Page) -> None:
    passage, said = gone.told.passage, gone.told.said
    page.line(f"No longer there, under “{mark_line(words.heading(said))}” before", style="bold")
    head = Text(mark_line(cited.publisher(passage.source)), style="bold")
    head.append(f" · {mark_line(timing.dates(passage.article))}", style="not bold")
    page.text(head, indent="  ")
    headline = cited.headline(passage.article)
    if headline:
        page.line(mark_line(headline), indent="  ")
    page.text(Text(mark_line(passage.span.text), style="strike dim"), indent=_GONE)
    page.line(f"Noticed {timing.day(gone.noticed)}", indent="  ", style="dim")
