"""An Answer on a terminal, at most 80 columns wide.

Colours name positions, never right and wrong. Every quoted line has a gutter, so that no article
can pass its words off as ours. Where there are no colours, ⟦ ⟧ stand around the span.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from rich.text import Text

from bot.render import cited, timing, voice, words
from bot.render.addresses import web_link
from bot.render.excerpt import excerpt
from bot.render.safe import mark_line, mark_pieces
from bot.render.timeline import TITLE, steps, timeline, told
from bot.render.tongues import in_language
from retrieval.model import Filter

if TYPE_CHECKING:
    from datetime import datetime

    from bot.render.excerpt import Excerpt
    from bot.render.page import Page
    from bot.render.timeline import Course
    from retrieval.answered import Answer, Passage, Position

EVERYTHING = Filter()
_OPEN, _CLOSE = "⟦", "⟧"
LEGEND = f"{_OPEN} {_CLOSE} stand around the words that carry the point."
ADDING = "`whosays add` reads files, folders and web addresses into it."
# Of yes, no and open; the accounts of an open question are none of these and have none.
COLOURS = ("cyan", "magenta", "blue", "default")


def print_answer(
    answer: Answer,
    page: Page,
    *,
    full: bool = False,
    where: Filter = EVERYTHING,
    now: datetime | None = None,
) -> None:
    """Print the answer; `where` is what it was confined to.

    `full` shows whole paragraphs and names every silent source. With `now`, each position's
    passages stand in the order in which they were published.
    """
    page.line(mark_line(answer.question), style="bold")
    if answer.at is not None:
        page.line(words.as_of(answer) or "")
    if not answer.covered:
        _not_covered(answer, page, where, full=full)
        return
    page.line(words.summary(answer))
    if answer.conflict:
        page.line(words.CONFLICT)
    if page.plain:
        page.line(LEGEND)
    if now is not None:
        page.line(TITLE)
    print_positions(answer, page, full=full, now=now)
    _rest(answer, page, full=full)


def print_positions(
    answer: Answer, page: Page, *, full: bool = False, now: datetime | None = None
) -> None:
    """Print the positions alone, each under its heading; with `now` each over time."""
    courses = timeline(answer, now) if now is not None else (None,) * len(answer.positions)
    for position, course in zip(answer.positions, courses, strict=True):
        colour = COLOURS[words.hue(position)]
        page.gap()
        page.line(mark_line(words.heading(position)), style=f"bold {colour}")
        if course is None:
            _position(answer, position, page, colour=colour, full=full)
        else:
            _course(answer, course, page, colour=colour, full=full)


def _not_covered(answer: Answer, page: Page, where: Filter, *, full: bool) -> None:
    said, over = words.uncovered(answer, where)
    page.line(mark_line(said))
    if where == EVERYTHING and not answer.searched.articles:
        page.line(ADDING)
    for hint in answer.hints:
        page.line(mark_line(words.hint(hint)))
    if answer.nearest:
        page.gap()
        page.line(over)
        for near in answer.nearest:
            page.line(mark_line(near.title), indent="  ")
            if near.url:
                _place(near.url, page, indent="    ")
    page.gap()
    _silence(answer, page, full=full)
    page.line(words.searched(answer.searched), style="dim")


def _position(answer: Answer, position: Position, page: Page, *, colour: str, full: bool) -> None:
    before = None
    for passage in position.passages:
        if before is not None:
            page.gap()
        page.text(_head(answer, passage, timing.when(passage)), indent="  ")
        headline = cited.headline(passage.article)
        if headline and passage.article.id != before:
            page.line(mark_line(headline), indent="  ")
        before = passage.article.id
        _passage(answer, passage, page, colour=colour, full=full)


def _course(answer: Answer, course: Course, page: Page, *, colour: str, full: bool) -> None:
    first = True
    for day, entry in steps(course):
        if not first:
            page.gap()
        first = False
        if day is not None:
            page.line(mark_line(day), indent="  ", style=f"bold {colour}")
        page.text(_head(answer, entry.passage, told(entry)), indent="  ")
        _passage(answer, entry.passage, page, colour=colour, full=full)


def _head(answer: Answer, passage: Passage, when: str) -> Text:
    """Who publishes it, when, and in which language where that is not the question's."""
    head = Text(mark_line(cited.publisher(passage.source)), style="bold")
    for fact in filter(None, (when, in_language(passage, answer))):
        head.append(f" · {mark_line(fact)}", style="not bold")
    return head


def _passage(answer: Answer, passage: Passage, page: Page, *, colour: str, full: bool) -> None:
    speaker = voice.said_by(passage, answer.origins)
    if speaker:
        page.line(mark_line(speaker), indent="  ", style="italic")
    page.text(quote(excerpt(passage, full=full), page), indent="  │ ", colour=colour)
    _where(passage, page)


def quote(shown: Excerpt, page: Page) -> Text:
    """The words of a passage, those that carry its point marked."""
    also = _OPEN + _CLOSE if page.plain else ""
    before, span, after = shown.marked(lambda pieces: mark_pieces(pieces, also=also), words.CUT)
    return Text.assemble(
        f"{words.CUT} " if shown.cut_before else "",
        (before, "" if page.plain else "dim"),
        f"{_OPEN}{span}{_CLOSE}" if page.plain else (span, "bold underline"),
        (after, "" if page.plain else "dim"),
        f" {words.CUT}" if shown.cut_after else "",
    )


def _where(passage: Passage, page: Page) -> None:
    article = passage.article
    _place(cited.address(article), page, indent="  ")
    place = mark_line(cited.citation(article, passage.paragraph))
    page.line(f"¶ {passage.paragraph} · whosays show {place}", indent="  ", style="dim")


def _place(place: str, page: Page, *, indent: str) -> None:
    page.whole(mark_line(place), indent=indent, style="dim", link=web_link(place))


def _rest(answer: Answer, page: Page, *, full: bool) -> None:
    page.gap()
    for origin in voice.shared(answer.origins):
        page.note(mark_line(voice.leaning(origin, answer)))
    for article, source, original in cited.near_copies(answer):
        name = f"{mark_line(source.name)}, “{mark_line(article.title)}”"
        page.note(f"{name}: {mark_line(cited.copy_of(original))}")
    for article, source, where in cited.copies(answer):
        page.note(f"{mark_line(source.name)}, “{mark_line(article.title)}”{where}, also at")
        for copy in article.copies:
            for place in filter(None, (copy.url, copy.path)):
                _place(place, page, indent="  ")
    _silence(answer, page, full=full)
    page.line(words.searched(answer.searched), style="dim")


def _silence(answer: Answer, page: Page, *, full: bool) -> None:
    for said, names in words.silence(answer, full=full):
        page.note(f"{said}: {', '.join(map(mark_line, names))}" if names else said)
