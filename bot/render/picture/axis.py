"""Time across: where a moment stands, and which hours, days, months or years are written there."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import TYPE_CHECKING, Final

from babel.dates import format_date, format_skeleton

from bot.render.labels import locale_of
from bot.render.picture.letters import width

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from bot.render.labels import Say
    from bot.render.moments import Moment

SIZE: Final = 17.0
_HOUR = timedelta(hours=1)
_BETWEEN = 14.0
# Marks at either end stand clear of the edge.
_MARGIN = 14.0
# Minutes, days and months from one tick to the next, finest first.
_MINUTES: Final = (5, 15, 30, 60, 180, 360, 720)
_DAYS: Final = (1, 2, 7, 14)
_MONTHS: Final = (1, 3, 6, 12, 24, 60, 120, 240, 600, 1200, 2400, 6000, 12000)
_EPOCH = datetime(1, 1, 1)  # noqa: DTZ001 - moments have no zone


@dataclass(frozen=True, slots=True)
class Tick:
    """A line across the rows; `over` is the day or year that begins a run of labels."""

    x: float
    label: str
    over: str


@dataclass(frozen=True, slots=True)
class Axis:
    """A piece of time from `first` to `last` over the room from `left` to `right`."""

    first: datetime
    last: datetime
    left: float
    right: float

    def at(self, moment: datetime) -> float:
        """Where a moment stands; what lies outside stands at the edge."""
        inside = min(max(moment, self.first), self.last)
        share = (inside - self.first) / (self.last - self.first)
        return self.left + _MARGIN + share * (self.right - self.left - 2 * _MARGIN)

    def middle(self, moment: Moment) -> float:
        """The middle of what is known of it."""
        return (self.at(moment.first) + self.at(moment.last)) / 2

    def ticks(self, say: Say) -> list[Tick]:
        """As many as there is room for, at round times."""
        for step in _STEPS:
            if self._too_many(step):
                continue
            found = [self._tick(moment, step, say) for moment in self._round(step)]
            if self._fit(found):
                return found
        return []

    def places(self, tick: Tick) -> tuple[float, float]:
        """Where the tick's label begins and what stands over it, inside the axis."""
        wide = width(tick.label, SIZE)
        label = max(min(tick.x - wide / 2, self.right - wide), self.left)
        return label, max(min(label, self.right - width(tick.over, SIZE)), self.left)

    def _fit(self, ticks: list[Tick]) -> bool:
        """Whether no label touches the next one."""
        free, free_over, over = self.left, self.left, None
        for tick in ticks:
            left, left_over = self.places(tick)
            if left < free or (tick.over != over and left_over < free_over):
                return False
            free = left + width(tick.label, SIZE) + _BETWEEN
            if tick.over != over:
                free_over, over = left_over + width(tick.over, SIZE) + _BETWEEN, tick.over
        return True

    def _too_many(self, step: _Step) -> bool:
        # Whatever a label says, it is wider than this.
        return (self.last - self.first) / step.least > (self.right - self.left) / 20

    def _round(self, step: _Step) -> Iterator[datetime]:
        moment: datetime | None = step.before(self.first)
        while moment is not None and moment <= self.last:
            if moment >= self.first:
                yield moment
            moment = step.after(moment)

    def _tick(self, moment: datetime, step: _Step, say: Say) -> Tick:
        label, over = step.written(moment, say)
        return Tick(self.at(moment), label, over)


def axis(moments: Sequence[Moment], left: float, right: float) -> Axis | None:
    """The time that holds all of the moments, an hour at least; None for no moment."""
    if not moments:
        return None
    first = min(each.first for each in moments)
    last = max(each.last for each in moments)
    if last - first < _HOUR:
        first = max(first + (last - first) / 2, _EPOCH + _HOUR) - _HOUR / 2
        last = first + _HOUR
    return Axis(first, last, left, right)


@dataclass(frozen=True, slots=True)
class _Step:
    unit: str
    size: int

    @property
    def least(self) -> timedelta:
        days = {"minute": 1 / 1440, "day": 1, "month": 28}[self.unit]
        return timedelta(days=days * self.size)

    def before(self, moment: datetime) -> datetime:
        """The last round time that is not later."""
        if self.unit == "month":
            months = (moment.year * 12 + moment.month - 1) // self.size * self.size
            return datetime(max(months // 12, 1), months % 12 + 1, 1)  # noqa: DTZ001
        if self.unit == "day" and self.size < 7:  # noqa: PLR2004 - days of a week
            # From the first of the month, so that a day has the same name in every picture.
            days = (moment.day - 1) // self.size * self.size
            return datetime(moment.year, moment.month, 1 + days)  # noqa: DTZ001
        step = self.least
        return _EPOCH + (moment - _EPOCH) // step * step

    def after(self, moment: datetime) -> datetime | None:
        """The next one; None beyond the end of time."""
        try:
            if self.unit == "month":
                months = moment.year * 12 + moment.month - 1 + self.size
                return datetime(months // 12, months % 12 + 1, 1)  # noqa: DTZ001
            later = moment + self.least
            return later if later.month == moment.month or self.size >= 7 else self.before(later)  # noqa: PLR2004
        except (OverflowError, ValueError):
            return None

    def written(self, moment: datetime, say: Say) -> tuple[str, str]:
        """The label, and what stands over a run of such labels."""
        locale = locale_of(say)
        if self.unit == "minute":
            return f"{moment:%H:%M}", format_date(moment.date(), "medium", locale)
        if self.unit == "day":
            return format_skeleton("MMMd", moment, locale=locale), str(moment.year)
        if self.size < 12:  # noqa: PLR2004 - months of a year
            return format_skeleton("MMM", moment, locale=locale), str(moment.year)
        return str(moment.year), ""


_STEPS: Final = tuple(
    _Step(unit, size)
    for unit, sizes in (("minute", _MINUTES), ("day", _DAYS), ("month", _MONTHS))
    for size in sizes
)
