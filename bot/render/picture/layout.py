"""Where everything stands in the picture of an answer: rows of sources, marks, lines of origins."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final

from bot.render import voice
from bot.render.moments import moment, published
from bot.render.picture.axis import axis
from bot.render.picture.letters import width
from bot.render.picture.marks import RADIUS

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from datetime import datetime

    from bot.render.moments import Moment
    from bot.render.picture.axis import Axis
    from retrieval.answered import Answer, Origin

# A phone shows the whole width: letters must be large in it.
WIDTH: Final = 600.0
MARGIN: Final = 20.0
NAME: Final = 20.0
_LANE = 2 * RADIUS + 5
_CLEAR = 3.0
_ABREAST = 2 * RADIUS + _CLEAR
# The place for what has no date that can be drawn: so many marks side by side.
_UNDATED = 4
_GUTTER = 16.0
_GUTTERS = 96.0


@dataclass(frozen=True, slots=True)
class Item:
    """A passage of a source, or the copy of one there; `number` counts from 0 in its position.

    `when` is None where the date is not known, or not come yet: then `ahead` is true.
    """

    source: str
    name: str
    position: int
    number: int
    written: str | None
    when: Moment | None
    copied: bool
    ahead: bool


@dataclass(frozen=True, slots=True)
class Mark:
    """An item in its place; `known` is the stretch of time it may be in, None for a short one."""

    item: Item
    x: float
    y: float
    known: tuple[float, float] | None


@dataclass(frozen=True, slots=True)
class Row:
    """A source from `top` to `bottom`, its name first and its marks below."""

    source: str
    name: str
    top: float
    bottom: float
    marks: tuple[Mark, ...]

    @property
    def middle(self) -> float:
        """The height of its first marks."""
        return self.top + NAME + 12 + RADIUS


@dataclass(frozen=True, slots=True)
class Lean:
    """The line between sources that lean on one origin; `at` are the heights of their rows."""

    letter: str
    origin: Origin
    x: float
    at: tuple[float, ...]


@dataclass(frozen=True, slots=True)
class Layout:
    """The rows from `top` to `bottom`; what has no date stands right of `undated`."""

    axis: Axis | None
    rows: tuple[Row, ...]
    leans: tuple[Lean, ...]
    undated: float | None
    top: float
    bottom: float
    right: float


def items(answer: Answer, now: datetime) -> list[Item]:
    """Every passage of the answer once, and each copy of one at another source."""
    found = []
    for at, position in enumerate(answer.positions):
        for number, passage in enumerate(position.passages):
            source = passage.source
            written = published(passage)
            found.append(_item(source.id, source.name, at, number, written, now, copied=False))
            for copy in passage.article.copies:
                if copy.source is not None and copy.source != source.id:
                    name = copy.name or voice.source_name(answer, copy.source)
                    at_copy = (copy.source, name, at, number, copy.published)
                    found.append(_item(*at_copy, now, copied=True))
    return found


def sources(found: Iterable[Item]) -> list[list[Item]]:
    """The items of each source, whoever was the first to publish first, undated ones last."""
    held: dict[str, list[Item]] = {}
    for item in found:
        held.setdefault(item.source, []).append(item)

    def first(row: list[Item]) -> tuple[object, ...]:
        whens = [each.when.first for each in row if each.when is not None]
        return (not whens, *([min(whens)] if whens else []), row[0].name.casefold(), row[0].source)

    return sorted(held.values(), key=first)


def layout(answer: Answer, now: datetime, top: float) -> Layout:
    """The whole of it below `top`."""
    found = items(answer, now)
    by_source = sources(found)
    shared = voice.shared(answer.origins)
    columns = _columns(shared, [row[0].source for row in by_source])
    step = min(_GUTTER, _GUTTERS / max(columns.values(), default=1)) if columns else 0.0
    right = WIDTH - MARGIN - (max(columns.values()) * step + 6 if columns else 0)
    apart = any(each.when is None for each in found)
    undated = right - _UNDATED * _ABREAST - 8 if apart else None
    end = undated - 6 if undated is not None else right
    across = axis([each.when for each in found if each.when is not None], MARGIN, end)
    rows, y = [], top
    for row in by_source:
        rows.append(_row(row, across, undated, y))
        y = rows[-1].bottom
    leans = _leans(shared, columns, step, right, rows)
    return Layout(across, tuple(rows), tuple(leans), undated, top, y, right)


def _item(
    source: str,
    name: str,
    position: int,
    number: int,
    written: str | None,
    now: datetime,
    *,
    copied: bool,
) -> Item:
    when = moment(written)
    ahead = when is not None and when.is_ahead(now)
    shown = None if ahead else when
    return Item(source, name, position, number, written, shown, copied, ahead)


def _row(row: list[Item], across: Axis | None, undated: float | None, top: float) -> Row:
    middle = top + NAME + 12 + RADIUS
    marks: list[Mark] = []
    ends: list[float] = []
    dated = [
        Mark(each, across.middle(each.when), middle, _stretch(each, across))
        for each in row
        if across is not None and each.when is not None
    ]
    for mark in sorted(
        dated, key=lambda each: (_taken(each), each.item.position, each.item.number)
    ):
        start, end = _taken(mark)
        lane = next((n for n, last in enumerate(ends) if start >= last + _CLEAR), len(ends))
        ends[lane : lane + 1] = [end]
        marks.append(replace(mark, y=middle + lane * _LANE))
    apart = [each for each in row if each.when is None]
    for n, item in enumerate(apart):
        x = (undated or 0.0) + 8 + RADIUS + n % _UNDATED * _ABREAST
        marks.append(Mark(item, x, middle + n // _UNDATED * _LANE, None))
    lowest = max(each.y for each in marks)
    return Row(row[0].source, row[0].name, top, lowest + RADIUS + 10, tuple(marks))


def _taken(mark: Mark) -> tuple[float, float]:
    """From where to where it is drawn."""
    first, last = mark.known or (mark.x, mark.x)
    return min(first, mark.x - RADIUS), max(last, mark.x + RADIUS)


def _stretch(item: Item, across: Axis | None) -> tuple[float, float] | None:
    if across is None or item.when is None or item.when.first == item.when.last:
        return None
    first, last = across.at(item.when.first), across.at(item.when.last)
    # What its mark hides need not be drawn.
    return (first, last) if last - first > 2 * RADIUS else None


def _columns(shared: Sequence[Origin], rows: Sequence[str]) -> dict[int, int]:
    """The column of each shared origin's line, from 1: lines beside each other never touch."""
    found: dict[int, int] = {}
    ends: list[int] = []
    spans = []
    for number, origin in enumerate(shared):
        at = [rows.index(each) for each in set(origin.sources) if each in rows]
        if len(at) > 1:
            spans.append((min(at), max(at), number))
    for first, last, number in sorted(spans):
        column = next((n for n, end in enumerate(ends) if end < first), len(ends))
        ends[column : column + 1] = [last]
        found[number] = column + 1
    return found


def _leans(
    shared: Sequence[Origin], columns: dict[int, int], step: float, right: float, rows: list[Row]
) -> list[Lean]:
    heights = {row.source: row.middle for row in rows}
    return [
        Lean(
            letter=letter(n),
            origin=shared[number],
            x=right + 6 + columns[number] * step - width("m", 10) / 2,
            at=tuple(
                sorted(heights[each] for each in set(shared[number].sources) if each in heights)
            ),
        )
        for n, number in enumerate(sorted(columns))
    ]


def letter(number: int) -> str:
    """What names the line: a, b and so on to z, then 27, 28 and so on."""
    return chr(ord("a") + number) if number < 26 else str(number + 1)  # noqa: PLR2004
