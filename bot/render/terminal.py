"""An Answer on a terminal, at most 80 columns wide.

Colours name positions, never right and wrong. Every quoted line has a gutter, so that no article
can pass its words off as ours. Where there are no colours, ⟦ ⟧ stand around the span.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from rich.cells import cell_len
from rich.text import Text

from bot.render import words
from bot.render.excerpt import excerpt
from bot.render.safe import mark_line, mark_pieces

if TYPE_CHECKING:
    from bot.render.excerpt import Excerpt
    from bot.render.page import Page
    from retrieval.model import Answer, Passage, Position

_OPEN, _CLOSE = "⟦", "⟧"
_LEGEND = f"{_OPEN} {_CLOSE} stand around the words that carry the point."
_COLOURS = ("cyan", "magenta", "blue")


def print_answer(answer: Answer, page: Page, *, full: bool = False) -> None:
    """Print the answer; `full` shows whole paragraphs."""
    page.line(mark_line(answer.question), style="bold")
    if not answer.covered:
        _not_covered(answer, page)
        return
    page.line(words.summary(answer))
    if answer.conflict:
        page.line(words.CONFLICT)
    if page.plain:
        page.line(_LEGEND)
    for number, position in enumerate(answer.positions):
        colour = _COLOURS[words.hue(position, number)]
        page.gap()
        page.line(mark_line(words.heading(position)), style=f"bold {colour}")
        _position(answer, position, page, colour=colour, full=full)
    _rest(answer, page)


def _not_covered(answer: Answer, page: Page) -> None:
    page.line(words.NOT_COVERED)
    if answer.nearest:
        page.gap()
        page.line(words.NEAREST)
        for near in answer.nearest:
            page.line(mark_line(near.title), indent="  ")
            if near.url:
                page.line(mark_line(near.url), indent="    ", style="dim")
    page.gap()
    page.line(words.searched(answer.searched), style="dim")


def _position(answer: Answer, position: Position, page: Page, *, colour: str, full: bool) -> None:
    for number, passage in enumerate(position.passages):
        if number:
            page.gap()
        head = Text(mark_line(words.publisher(passage.source)), style="bold")
        head.append(f" · {mark_line(words.dates(passage.article))}", style="not bold")
        page.text(head, indent="  ")
        speaker = words.said_by(passage, answer.origins)
        if speaker:
            page.line(mark_line(speaker), indent="  ", style="italic")
        page.text(_quote(excerpt(passage, full=full), page), indent="  │ ", colour=colour)
        _where(passage, page)


def _quote(shown: Excerpt, page: Page) -> Text:
    before, span, after = mark_pieces(
        (shown.before, shown.span, shown.after), also=_OPEN + _CLOSE if page.plain else ""
    )
    return Text.assemble(
        f"{words.CUT} " if shown.cut_before else "",
        (before, "" if page.plain else "dim"),
        f"{_OPEN}{span}{_CLOSE}" if page.plain else (span, "bold underline"),
        (after, "" if page.plain else "dim"),
        f" {words.CUT}" if shown.cut_after else "",
    )


def _where(passage: Passage, page: Page) -> None:
    article = passage.article
    address = mark_line(words.address(article))
    cited = mark_line(words.citation(article, passage.paragraph))
    paragraph = f"¶ {passage.paragraph} · whosays show {cited}"
    together = f"{address} {paragraph}"
    fits = cell_len(together) + len("  ") <= page.width
    for line in (together,) if fits else (address, paragraph):
        page.line(line, indent="  ", style="dim")


def _rest(answer: Answer, page: Page) -> None:
    page.gap()
    for origin in words.shared(answer.origins):
        page.line(mark_line(words.leaning(origin, answer)))
    for article, source, original in words.near_copies(answer):
        name = f"{mark_line(source.name)}, “{mark_line(article.title)}”"
        page.line(f"{name}: {mark_line(words.copy_of(original))}")
    for article, source, where in words.copies(answer):
        page.line(f"{mark_line(source.name)}, “{mark_line(article.title)}”{where}, also at")
        for copy in article.copies:
            for place in filter(None, (copy.url, copy.path)):
                page.line(mark_line(place), indent="  ")
    if answer.silent:
        names = ", ".join(mark_line(silent.name) for silent in answer.silent)
        page.line(f"Searched and silent: {names}")
    page.line(words.searched(answer.searched), style="dim")
