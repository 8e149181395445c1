"""The picture of an answer as SVG: sources as rows, time across, a mark a passage.

Every text goes through `mark_line`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.render.labels import nothing, side_of
from bot.render.picture import letters
from bot.render.picture.accounts import account_lines
from bot.render.picture.axis import SIZE as TICK
from bot.render.picture.canvas import Canvas, Theme
from bot.render.picture.layout import MARGIN, NAME, WIDTH, layout
from bot.render.picture.marks import RADIUS, kinds
from bot.render.picture.telling import day_of, picture_text, spoken_by
from bot.render.safe import mark_line

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import datetime

    from bot.render.labels import Say
    from bot.render.picture.layout import Layout, Row
    from retrieval.answered import Answer

_TITLE, _LEGEND, _NOTE = 25.0, 20.0, 17.0
_ROOM = WIDTH - 2 * MARGIN
_QUESTION_LINES = 5
# What stands above the legend to part it from the title.
_UNTITLED = 16.0
_INDENT = 2 * RADIUS + 10
_NO_DATE = 13.0
_BESIDE = 10.0


def picture_svg(
    answer: Answer,
    say: Say,
    now: datetime,
    *,
    theme: Theme = "both",
    packaged: bool = False,
    confined: bool = False,
) -> str:
    """The picture as one SVG element.

    Of the theme "both" it follows what the reader prefers; in a page that has `dark_style`, "page"
    does the same. `packaged` is for the font that comes with it alone: names in other letters stand
    as another name of their source. `confined`: not the whole library was to be searched.
    """
    return _Drawing(answer, say, now, theme=theme, packaged=packaged, confined=confined).svg()


class _Drawing:
    def __init__(
        self,
        answer: Answer,
        say: Say,
        now: datetime,
        *,
        theme: Theme,
        packaged: bool,
        confined: bool,
    ) -> None:
        self._answer = answer
        self._say = say
        self._now = now
        self._theme = theme
        self._packaged = packaged
        self._confined = confined
        self._kinds = kinds(answer)
        self._canvas = Canvas(theme)

    def svg(self) -> str:
        y = self._head()
        if not self._answer.positions:
            said = nothing(self._answer, self._say, confined=self._confined)
            y = self._canvas.lines([said], y + 12, _LEGEND, "ink")
            return self._whole(y)
        y = self._legend(y + 8)
        plan = layout(self._answer, self._now, y + 2 * TICK + 32)
        self._time(plan)
        for row in plan.rows:
            self._row(row, plan)
        self._leans(plan)
        return self._whole(self._notes(plan, plan.bottom + 10))

    def _head(self) -> float:
        question = self._shown(self._answer.question)
        lines = letters.wrapped(question, _TITLE, _ROOM, _QUESTION_LINES)
        # A page has it for its heading.
        lines = [] if self._theme == "page" else lines
        y = self._canvas.lines(lines, MARGIN if lines else MARGIN - _UNTITLED, _TITLE, "ink")
        then = day_of(self._answer, self._say)
        if then is None:
            return y
        return self._canvas.lines(letters.wrapped(then, _NOTE, _ROOM, 3), y + 4, _NOTE, "soft")

    def _legend(self, y: float) -> float:
        for kind, position in zip(self._kinds, self._answer.positions, strict=True):
            y += _LEGEND + 8
            self._canvas.mark(kind, MARGIN + RADIUS, y - 6, hollow=False)
            side = self._shown(side_of(position, self._answer, self._say))
            side = letters.fitted(side, _LEGEND, _ROOM - _INDENT)
            self._canvas.text(side, MARGIN + _INDENT, y, _LEGEND, "ink")
            room = _ROOM - _INDENT
            for line in account_lines(position, self._say, _NOTE, room, packaged=self._packaged):
                y += _NOTE + 5
                self._canvas.text(line, MARGIN + _INDENT, y, _NOTE, "soft")
        return y

    def _time(self, plan: Layout) -> None:
        base = plan.top - 6
        for tick in plan.axis.ticks(self._say) if plan.axis else ():
            self._canvas.line(tick.x, base - 4, tick.x, base, "soft", 1)
            for row in plan.rows:
                self._canvas.line(tick.x, row.top + NAME + 8, tick.x, row.bottom, "rule", 1)
            self._canvas.text(tick.label, tick.left, base - 8, TICK, "soft")
            if tick.over:
                self._canvas.text(tick.over, tick.over_left, base - 12 - TICK, TICK, "soft")
        if plan.undated is not None:
            self._canvas.line(
                plan.undated, base - 2 * TICK, plan.undated, plan.bottom, "soft", 1, "3 4"
            )
            self._apart(plan, base)
        self._canvas.line(MARGIN, base, plan.right, base, "soft", 1)
        for x in plan.axis.breaks if plan.axis else ():
            self._canvas.gap(x, base)
            for row in plan.rows:
                self._canvas.line(x, row.top + NAME + 8, x, row.bottom, "soft", 1, "1 5")

    def _apart(self, plan: Layout, base: float) -> None:
        """What stands over the marks that have no place in time."""
        left = (plan.undated or 0.0) + 6
        room = plan.right - left
        marks = [each.item for row in plan.rows for each in row.marks]
        keys = []
        if any(each.when is None and not each.ahead for each in marks):
            keys.append("picture-undated")
        if any(each.ahead for each in marks):
            keys.append("picture-ahead")
        lines = [letters.fitted(self._say(key), _NO_DATE, room) for key in keys]
        for n, line in enumerate(lines):
            y = base - 8 - (len(lines) - 1 - n) * (_NO_DATE + 4)
            self._canvas.text(line, left, y, _NO_DATE, "soft")

    def _row(self, row: Row, plan: Layout) -> None:
        spoken = self._shown(spoken_by(row.source, self._answer, self._say) or "")
        beside = letters.width(spoken, _NOTE) + _BESIDE if spoken else 0.0
        room = plan.right - MARGIN - beside
        name = letters.fitted(self._name(row.source, row.name), NAME, room)
        self._canvas.line(MARGIN, row.bottom, plan.right, row.bottom, "rule", 1)
        self._canvas.text(name, MARGIN, row.top + NAME + 3, NAME, "ink")
        if spoken:
            left = MARGIN + letters.width(name, NAME) + _BESIDE
            self._canvas.text(spoken, left, row.top + NAME + 3, _NOTE, "soft")
        for mark in row.marks:
            kind = self._kinds[mark.item.position]
            if mark.known is not None:
                self._canvas.span(*mark.known, mark.y, kind.colour)
            self._canvas.mark(kind, mark.x, mark.y, hollow=mark.item.copied)

    def _leans(self, plan: Layout) -> None:
        for lean in plan.leans:
            self._canvas.line(lean.x, lean.at[0], lean.x, lean.at[-1], "ink", 1.5)
            for y in lean.at:
                self._canvas.line(plan.right, y, lean.x, y, "ink", 1)
                self._canvas.dot(lean.x, y)
            self._canvas.text(lean.letter, lean.x - 4, lean.at[0] - 8, 14, "ink")

    def _notes(self, plan: Layout, y: float) -> float:
        marks = [mark for row in plan.rows for mark in row.marks]
        if any(mark.item.copied for mark in marks):
            y += _NOTE + 8
            kind = next(self._kinds[each.item.position] for each in marks if each.item.copied)
            self._canvas.mark(kind, MARGIN + RADIUS, y - 5, hollow=True, number=False)
            note = letters.fitted(self._say("picture-copy"), _NOTE, _ROOM - _INDENT)
            self._canvas.text(note, MARGIN + _INDENT, y, _NOTE, "soft")
        if any(mark.known is not None for mark in marks):
            y += _NOTE + 8
            self._canvas.span(MARGIN, MARGIN + 2 * RADIUS, y - 5, "soft")
            note = letters.fitted(self._say("picture-day-only"), _NOTE, _ROOM - _INDENT)
            self._canvas.text(note, MARGIN + _INDENT, y, _NOTE, "soft")
        if plan.axis and plan.axis.breaks:
            y += _NOTE + 8
            self._canvas.gap(MARGIN + RADIUS, y - 5)
            note = letters.fitted(self._say("picture-gap"), _NOTE, _ROOM - _INDENT)
            self._canvas.text(note, MARGIN + _INDENT, y, _NOTE, "soft")
        for lean in plan.leans:
            y += _NOTE + 8
            self._canvas.text(lean.letter, MARGIN + RADIUS - 4, y, _NOTE, "ink")
            origin = lean.origin.names[0] if lean.origin.names else lean.origin.id
            note = self._shown(self._say("picture-lean", origin=origin))
            note = letters.fitted(note, _NOTE, _ROOM - _INDENT)
            self._canvas.text(note, MARGIN + _INDENT, y, _NOTE, "soft")
        return y

    def _name(self, source: str, name: str) -> str:
        """The source's name; one in letters that the font lacks by another that it goes by."""
        found = mark_line(name.strip() or source)
        if self._packaged and not letters.shows(found):
            spelt = (mark_line(each) for each in (*_spellings(self._answer, source), source))
            return next(filter(letters.shows, filter(str.strip, spelt)), letters.marked(found))
        return found

    def _shown(self, text: str) -> str:
        text = mark_line(text)
        return letters.marked(text) if self._packaged else text

    def _whole(self, bottom: float) -> str:
        told = picture_text(self._answer, self._say, self._now, confined=self._confined)
        return self._canvas.whole(bottom, told)


def _spellings(answer: Answer, source: str) -> Iterator[str]:
    for position in answer.positions:
        for passage in position.passages:
            if passage.source.id == source:
                yield from passage.source.spellings
                yield (passage.source.url or "").partition("://")[2].partition("/")[0]
                return
