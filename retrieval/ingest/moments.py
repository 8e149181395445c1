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
_DOTTED = re.compile(r"(?P<day>\d{1,2})\.\s?(?P<month>\d{1,2})\.\s?(?P<year>\d{4})")
_YEARS = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")
_WORD = re.compile(r"[^\W\d_]{3}")
_CLOCK = re.compile(r"\d[:.h]\d\d(?!\d)|\d\s?[ap]\.?m\b", re.IGNORECASE)


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


def written_moment(value: object) -> str | None:
    """A date or time that somebody has written, in whatever language, as ISO 8601; None for none.

    Of numbers alone those count that the year or dots set in order, as in 7.11.2024.
    """
    found = iso_moment(value)
    if found is not None or not isinstance(value, str):
        return found
    text = value.strip()
    if dotted := _DOTTED.fullmatch(text):
        return iso_moment(f"{dotted['year']}-{dotted['month']:0>2}-{dotted['day']:0>2}")
    return any_language(text) if _YEARS.search(text) and _WORD.search(text) else None


def is_no_moment(moment: str) -> bool:
    """Whether that is what programs write for no date: the year 1, or the first day of 1970."""
    return moment.startswith(("0001-", "1970-01-01"))


def any_language(text: str) -> str | None:
    """A day with its month and year, in any language, as ISO 8601; None where it is none."""
    # Here rather than above: it takes half a second to import, and few dates need it.
    import dateparser  # noqa: PLC0415

    settings = {"REQUIRE_PARTS": ["day", "month", "year"], "PARSERS": ["absolute-time"]}
    try:
        found: datetime | None = dateparser.parse(text, settings=settings)
    except Exception:  # noqa: BLE001 - a date that breaks it is none
        return None
    if found is None:
        return None
    return found.isoformat() if _CLOCK.search(text) else found.date().isoformat()


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
