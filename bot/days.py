"""The days that people write: 2024-11-07, 7 November 2024, yesterday, last month, 2024."""

from __future__ import annotations

import re
from calendar import monthrange
from datetime import date, datetime

from dateparser.date import DateDataParser

ENGLISH = "en"
LONGEST = 40
"""Characters of what is read as a day."""
_SHORTEST = 3
# Numbers alone are a year, a month of a year, or a day with the year first or dots: 11/07/2024 is
# one day to some and another to others.
_CLEAR = re.compile(r"\d{4}(-\d{1,2}){0,2}|\d{1,2}\.\s?\d{1,2}\.\s?\d{4}")
_NUMBERS = re.compile(r"[\d\s./-]+")
_MONTHS = 12


def period(text: str, language: str, today: date) -> tuple[date, date] | None:
    """The first and the last day of what was written in that language or English; None for no day.

    Of "November 2024" the 1st and the 30th.
    """
    written = " ".join(text.split())
    if _NUMBERS.fullmatch(written) and not (_CLEAR.fullmatch(written) and _in_order(written)):
        return None
    if not _SHORTEST <= len(written) <= LONGEST:
        return None
    found = _parser(language, today).get_date_data(written)
    if found.date_obj is None:
        return None
    day = found.date_obj.date()
    if found.period == "year":
        return date(day.year, 1, 1), date(day.year, 12, 31)
    if found.period == "month":
        return day.replace(day=1), day.replace(day=monthrange(day.year, day.month)[1])
    return day, day


def _in_order(numbers: str) -> bool:
    """Whether the second of several numbers can be a month: else day and month would be swapped."""
    parts = re.findall(r"\d+", numbers)
    return len(parts) == 1 or 1 <= int(parts[1]) <= _MONTHS


def _parser(language: str, today: date) -> DateDataParser:
    return DateDataParser(
        languages=list(dict.fromkeys((language, ENGLISH))),
        settings={
            "PREFER_DATES_FROM": "past",
            "RELATIVE_BASE": datetime(today.year, today.month, today.day),  # noqa: DTZ001
            "DATE_ORDER": "DMY",
            "RETURN_AS_TIMEZONE_AWARE": False,
        },
    )
