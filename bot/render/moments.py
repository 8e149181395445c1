"""When passages were published, as precisely as that is known, for putting them in order."""

from __future__ import annotations

import re
from calendar import monthrange
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from retrieval.answered import Passage

    Precision = Literal["minute", "day", "month"]

_MONTH = re.compile(r"(\d{4})-(\d{2})")
_ZONES = timedelta(days=1)


@dataclass(frozen=True, slots=True, order=True)
class Moment:
    """Between `first` and `last`, to the minute, both without a zone.

    A time with a zone is turned into UTC; one without is taken as it is printed.
    """

    first: datetime
    last: datetime

    @property
    def precision(self) -> Precision:
        """How well it is known."""
        if self.first == self.last:
            return "minute"
        return "day" if self.first.date() == self.last.date() else "month"

    def is_ahead(self, now: datetime) -> bool:
        """Whether it has not come yet in any zone; `now` has one."""
        return self.first > now.astimezone(UTC).replace(tzinfo=None) + _ZONES


def published(passage: Passage) -> str | None:
    """When the words of a passage were published: posted, put in later, or with the article."""
    return passage.posted or passage.appeared or passage.article.published


def moment(written: str | None) -> Moment | None:
    """What an ISO 8601 date or time tells; None for no date, or in a form that we cannot read."""
    if written is None:
        return None
    try:
        day = date.fromisoformat(written)
        return _days(day, day)
    except ValueError:
        pass
    try:
        if found := _MONTH.fullmatch(written):
            year, month = int(found[1]), int(found[2])
            return _days(date(year, month, 1), date(year, month, monthrange(year, month)[1]))
        at = datetime.fromisoformat(written)
        at = at.astimezone(UTC).replace(tzinfo=None) if at.tzinfo else at
    except (ValueError, OverflowError):
        return None
    at = at.replace(second=0, microsecond=0)
    return Moment(at, at)


def _days(first: date, last: date) -> Moment:
    return Moment(datetime.combine(first, time.min), datetime.combine(last, time(23, 59)))
