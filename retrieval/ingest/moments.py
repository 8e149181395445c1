"""Dates and times as pages print them, as ISO 8601: a date, or a date with minutes."""

from __future__ import annotations

import re
from datetime import date, datetime

_MONTHS = {
    name: number
    for number, names in enumerate(
        (
            "january jan", "february feb", "march mar", "april apr", "may", "june jun",
            "july jul", "august aug", "september sept sep", "october oct", "november nov",
            "december dec",
        ),
        start=1,
    )
    for name in names.split()
}  # fmt: skip
_MONTH = "(?P<month>" + "|".join(sorted(_MONTHS, key=len, reverse=True)) + r")\b\.?"
_YEAR = r"(?P<year>(?:19|20)\d\d)"
_DAY = r"(?P<day>[0-3]?\d)(?:st|nd|rd|th)?"
_DATES = (
    re.compile(rf"\b{_MONTH}\s+{_DAY}\s*,?\s+{_YEAR}\b", re.IGNORECASE),
    re.compile(rf"\b{_DAY}\s+{_MONTH}\s*,?\s+{_YEAR}\b", re.IGNORECASE),
    re.compile(rf"\b{_YEAR}[-/](?P<month>[01]?\d)[-/](?P<day>[0-3]?\d)(?!\d)"),
)
_TIME = re.compile(
    r"^\W{0,3}(?:T|at\b|-|–|—|\|)?\W{0,3}(?P<hour>[0-2]?\d)[:.](?P<minute>[0-5]\d)(?::[0-5]\d)?"
    r"\s*(?P<half>[ap]\.?m\b\.?)?",
    re.IGNORECASE,
)


def find_moment(line: str) -> tuple[str, int, int] | None:
    """The first date in a line, with the time that follows it: (ISO 8601, start, end).

    Zones are not converted: the time is the one printed. Purely numeric dates count only where
    the year comes first, since 07/11/2024 is a different day on either side of the Atlantic.
    """
    found = min(
        (match for pattern in _DATES if (match := pattern.search(line))),
        key=lambda match: match.start(),
        default=None,
    )
    if found is None:
        return None
    month = found["month"].casefold()
    try:
        day = date(int(found["year"]), _MONTHS.get(month) or int(month), int(found["day"]))
    except ValueError:
        return None
    clock = _TIME.match(line[found.end() :])
    if clock is not None:
        hour = int(clock["hour"])
        half = (clock["half"] or "").casefold()[:1]
        if half and 1 <= hour <= 12:  # noqa: PLR2004 a clock face has twelve hours
            hour = hour % 12 + (12 if half == "p" else 0)
        if hour < 24:  # noqa: PLR2004 hours of a day
            at = datetime(day.year, day.month, day.day, hour, int(clock["minute"]))  # noqa: DTZ001
            return at.isoformat(), found.start(), found.end() + clock.end()
    return day.isoformat(), found.start(), found.end()


def iso_moment(value: object) -> str | None:
    """A date or time of a sidecar, front matter or page as ISO 8601; None where it is none.

    A zone, where one is given, is kept as it stands.
    """
    if isinstance(value, datetime):
        return value.isoformat()
    if isinstance(value, date):
        return value.isoformat()
    if not isinstance(value, str):
        return None
    text = value.strip()
    for parse in (date.fromisoformat, datetime.fromisoformat):
        try:
            return parse(text).isoformat()
        except ValueError:
            continue
    found = find_moment(text)
    return found[0] if found else None
