"""The picture of an answer as SVG: sources as rows, time across, a mark a passage.

Colours are attributes, which a style sheet may overrule by class; nothing is loaded and no script
runs. Every text goes through `mark_line` and the escaper of XML.
"""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING, Literal

from bot.render.labels import nothing, side_of
from bot.render.picture import letters
from bot.render.picture.accounts import account_lines
from bot.render.picture.axis import SIZE as TICK
from bot.render.picture.layout import MARGIN, NAME, WIDTH, layout
from bot.render.picture.marks import INKS, RADIUS, dark_style, kinds, outline
from bot.render.picture.telling import day_of, picture_text, spoken_by
from bot.render.safe import mark_line

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import datetime

    from bot.render.labels import Say
    from bot.render.picture.layout import Layout, Mark, Row
    from bot.render.picture.marks import Kind
    from retrieval.answered import Answer

Theme = Literal["light", "dark", "both", "page"]

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
        self._parts: list[str] = []

    def svg(self) -> str:
        y = self._head()
        if not self._answer.positions:
            said = nothing(self._answer, self._say, confined=self._confined)
            y = self._lines([said], y + 12, _LEGEND, "ink")
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
        y = self._lines(lines, MARGIN if lines else MARGIN - _UNTITLED, _TITLE, "ink")
        then = day_of(self._answer, self._say)
        if then is None:
            return y
        return self._lines(letters.wrapped(then, _NOTE, _ROOM, 3), y + 4, _NOTE, "soft")

    def _legend(self, y: float) -> float:
        for kind, position in zip(self._kinds, self._answer.positions, strict=True):
            y += _LEGEND + 8
            self._mark(kind, MARGIN + RADIUS, y - 6, hollow=False)
            side = self._shown(side_of(position, self._answer, self._say))
            side = letters.fitted(side, _LEGEND, _ROOM - _INDENT)
            self._text(side, MARGIN + _INDENT, y, _LEGEND, "ink")
            room = _ROOM - _INDENT
            for line in account_lines(position, self._say, _NOTE, room, packaged=self._packaged):
                y += _NOTE + 5
                self._text(line, MARGIN + _INDENT, y, _NOTE, "soft")
        return y

    def _time(self, plan: Layout) -> None:
        base = plan.top - 6
        for tick in plan.axis.ticks(self._say) if plan.axis else ():
            self._line(tick.x, base - 4, tick.x, base, "soft", 1)
            for row in plan.rows:
                self._line(tick.x, row.top + NAME + 8, tick.x, row.bottom, "rule", 1)
            self._text(tick.label, tick.left, base - 8, TICK, "soft")
            if tick.over:
                self._text(tick.over, tick.over_left, base - 12 - TICK, TICK, "soft")
        if plan.undated is not None:
            self._line(plan.undated, base - 2 * TICK, plan.undated, plan.bottom, "soft", 1, "3 4")
            self._apart(plan, base)
        self._line(MARGIN, base, plan.right, base, "soft", 1)
        for x in plan.axis.breaks if plan.axis else ():
            self._break(x, base)
            for row in plan.rows:
                self._line(x, row.top + NAME + 8, x, row.bottom, "soft", 1, "1 5")

    def _break(self, x: float, y: float) -> None:
        """Two strokes across the axis, where time is left out."""
        for off in (-3, 3):
            self._line(x + off - 4, y + 7, x + off + 4, y - 7, "ink", 1.5)

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
            self._text(line, left, y, _NO_DATE, "soft")

    def _row(self, row: Row, plan: Layout) -> None:
        spoken = self._shown(spoken_by(row.source, self._answer, self._say) or "")
        beside = letters.width(spoken, _NOTE) + _BESIDE if spoken else 0.0
        room = plan.right - MARGIN - beside
        name = letters.fitted(self._name(row.source, row.name), NAME, room)
        self._line(MARGIN, row.bottom, plan.right, row.bottom, "rule", 1)
        self._text(name, MARGIN, row.top + NAME + 3, NAME, "ink")
        if spoken:
            left = MARGIN + letters.width(name, NAME) + _BESIDE
            self._text(spoken, left, row.top + NAME + 3, _NOTE, "soft")
        for mark in row.marks:
            kind = self._kinds[mark.item.position]
            if mark.known is not None:
                self._known(mark, kind)
            self._mark(kind, mark.x, mark.y, hollow=mark.item.copied)

    def _known(self, mark: Mark, kind: Kind) -> None:
        first, last = mark.known or (mark.x, mark.x)
        for x1, y1, x2, y2 in (
            (first, mark.y, last, mark.y),
            (first, mark.y - 4, first, mark.y + 4),
            (last, mark.y - 4, last, mark.y + 4),
        ):
            self._line(x1, y1, x2, y2, kind.colour, 1.5)

    def _leans(self, plan: Layout) -> None:
        for lean in plan.leans:
            self._line(lean.x, lean.at[0], lean.x, lean.at[-1], "ink", 1.5)
            for y in lean.at:
                self._line(plan.right, y, lean.x, y, "ink", 1)
                self._parts.append(
                    f'<circle{self._class("ink")} cx="{_n(lean.x)}" cy="{_n(y)}" r="2.5" '
                    'fill="currentColor"/>'
                )
            self._text(lean.letter, lean.x - 4, lean.at[0] - 8, 14, "ink")

    def _notes(self, plan: Layout, y: float) -> float:
        marks = [mark for row in plan.rows for mark in row.marks]
        if any(mark.item.copied for mark in marks):
            y += _NOTE + 8
            kind = next(self._kinds[each.item.position] for each in marks if each.item.copied)
            self._mark(kind, MARGIN + RADIUS, y - 5, hollow=True, number=False)
            note = letters.fitted(self._say("picture-copy"), _NOTE, _ROOM - _INDENT)
            self._text(note, MARGIN + _INDENT, y, _NOTE, "soft")
        if any(mark.known is not None for mark in marks):
            y += _NOTE + 8
            left, right = MARGIN, MARGIN + 2 * RADIUS
            for x1, y1, x2, y2 in (
                (left, y - 5, right, y - 5),
                (left, y - 9, left, y - 1),
                (right, y - 9, right, y - 1),
            ):
                self._line(x1, y1, x2, y2, "soft", 1.5)
            note = letters.fitted(self._say("picture-day-only"), _NOTE, _ROOM - _INDENT)
            self._text(note, MARGIN + _INDENT, y, _NOTE, "soft")
        if plan.axis and plan.axis.breaks:
            y += _NOTE + 8
            self._break(MARGIN + RADIUS, y - 5)
            note = letters.fitted(self._say("picture-gap"), _NOTE, _ROOM - _INDENT)
            self._text(note, MARGIN + _INDENT, y, _NOTE, "soft")
        for lean in plan.leans:
            y += _NOTE + 8
            self._text(lean.letter, MARGIN + RADIUS - 4, y, _NOTE, "ink")
            origin = lean.origin.names[0] if lean.origin.names else lean.origin.id
            note = self._shown(self._say("picture-lean", origin=origin))
            note = letters.fitted(note, _NOTE, _ROOM - _INDENT)
            self._text(note, MARGIN + _INDENT, y, _NOTE, "soft")
        return y

    def _lines(self, lines: list[str], y: float, size: float, ink: str) -> float:
        for line in lines:
            y += size + 6
            self._text(line, MARGIN, y, size, ink)
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

    def _mark(self, kind: Kind, x: float, y: float, *, hollow: bool, number: bool = True) -> None:
        look = (
            'fill="none" stroke="currentColor" stroke-width="2.5" stroke-linejoin="round"'
            if hollow
            else 'fill="currentColor"'
        )
        self._parts.append(
            f'<path{self._class(kind.colour)} d="{outline(kind.shape, x, y)}" {look}/>'
        )
        if kind.number and number:
            size = 12.0
            left = x - letters.width(kind.number, size) / 2
            self._text(kind.number, left, y + 4.5, size, kind.colour if hollow else "page")

    def _text(self, text: str, x: float, y: float, size: float, ink: str) -> None:
        self._parts.append(
            f'<text{self._class(ink)} x="{_n(x)}" y="{_n(y)}" font-size="{_n(size)}" '
            f'fill="currentColor" xml:space="preserve">{escape(text)}</text>'
        )

    def _line(
        self, x1: float, y1: float, x2: float, y2: float, ink: str, wide: float, dashes: str = ""
    ) -> None:
        dashed = f' stroke-dasharray="{dashes}"' if dashes else ""
        self._parts.append(
            f'<path{self._class(ink)} d="M{_n(x1)} {_n(y1)}L{_n(x2)} {_n(y2)}" '
            f'stroke="currentColor" stroke-width="{_n(wide)}"{dashed}/>'
        )

    def _class(self, ink: str) -> str:
        colour = INKS[ink][1 if self._theme == "dark" else 0]
        named = f' class="whosays-{ink}"' if self._theme in ("both", "page") else ""
        return f'{named} color="{colour}"'

    def _whole(self, bottom: float) -> str:
        height = round(bottom + MARGIN)
        told = escape(picture_text(self._answer, self._say, self._now, confined=self._confined))
        style = f"<style>{dark_style()}</style>" if self._theme == "both" else ""
        opening = (
            f'<svg xmlns="http://www.w3.org/2000/svg" width="{_n(WIDTH)}" height="{height}" '
            f'viewBox="0 0 {_n(WIDTH)} {height}" role="img" aria-labelledby="whosays-told" '
            f"font-family=\"'{letters.FAMILY}','Noto Sans',system-ui,sans-serif\" "
            'font-stretch="condensed">'
        )
        ground = (
            f'<rect{self._class("page")} width="{_n(WIDTH)}" height="{height}" '
            'fill="currentColor"/>'
        )
        described = f'<desc id="whosays-told">{told}</desc>'
        return "".join((opening, described, style, ground, *self._parts, "</svg>"))


def _spellings(answer: Answer, source: str) -> Iterator[str]:
    for position in answer.positions:
        for passage in position.passages:
            if passage.source.id == source:
                yield from passage.source.spellings
                yield (passage.source.url or "").partition("://")[2].partition("/")[0]
                return


def _n(number: float) -> str:
    return f"{number:.1f}".removesuffix(".0")
