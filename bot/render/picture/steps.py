"""Round times: the hours, days, months and years that an axis is marked with."""

from __future__ import annotations

from calendar import monthrange
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import TYPE_CHECKING, Final

from babel.dates import format_date, format_skeleton

from bot.render.labels import locale_of

if TYPE_CHECKING:
    from bot.render.labels import Say

# Minutes, days and months from one tick to the next, finest first.
_MINUTES: Final = (5, 15, 30, 60, 180, 360, 720)
_DAYS: Final = (1, 2, 7, 14)
_MONTHS: Final = (1, 3, 6, 12, 24, 60, 120, 240, 600, 1200, 2400, 6000, 12000)
EPOCH: Final = datetime(1, 1, 1)  # noqa: DTZ001 - moments have no zone


@dataclass(frozen=True, slots=True)
class Step:
    """So many minutes, days or months from one tick to the next."""

    unit: str
    size: int

    @property
    def least(self) -> timedelta:
        """How long it is, at the shortest."""
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
            found = datetime(moment.year, moment.month, 1 + days)  # noqa: DTZ001
            # The 31st would leave the first no room.
            fits = days + self.size <= monthrange(moment.year, moment.month)[1]
            return found if fits else found - self.least
        step = self.least
        return EPOCH + (moment - EPOCH) // step * step

    def after(self, moment: datetime) -> datetime | None:
        """The next one; None beyond the end of time."""
        try:
            if self.unit == "month":
                months = moment.year * 12 + moment.month - 1 + self.size
                return datetime(months // 12, months % 12 + 1, 1)  # noqa: DTZ001
            later = moment + self.least
            if self.unit == "minute" or self.size >= 7:  # noqa: PLR2004
                return later
            # Of days near the end of a month `before` gives none, and so no next one.
            found = self.before(later)
            return found if found > moment else self.before(later + self.least)
        except (OverflowError, ValueError):
            return None

    def middle(self, moment: datetime) -> datetime:
        """The middle of the day or month that begins there; the moment itself for minutes."""
        if self.unit == "minute":
            return moment
        following = Step(self.unit, 1).after(moment)
        return moment if following is None else moment + (following - moment) / 2

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


STEPS: Final = tuple(
    Step(unit, size)
    for unit, sizes in (("minute", _MINUTES), ("day", _DAYS), ("month", _MONTHS))
    for size in sizes
)
DAY: Final = Step("day", 1)
