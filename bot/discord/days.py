"""The days that people write: 2024-11-07, 7 November 2024, yesterday, last month, 2024."""

from __future__ import annotations

import re
from calendar import monthrange
from datetime import date, datetime
from typing import TYPE_CHECKING

from dateparser.date import DateDataParser

from bot.discord.failures import Refusal
from bot.discord.language import DEFAULT
from bot.discord.show import escape

if TYPE_CHECKING:
    from datetime import tzinfo

# Numbers alone are a year, a month of a year, or a day with the year first or dots: 11/07/2024 is
# one day to some and another to others.
_CLEAR = re.compile(r"\d{4}(-\d{1,2}){0,2}|\d{1,2}\.\s?\d{1,2}\.\s?\d{4}")
_NUMBERS = re.compile(r"[\d\s./-]+")
_SHORTEST = 3
_LONGEST = 40


def first_day(text: str, language: str, today: date) -> str:
    """The first day of what was written, in ISO form; raises Refusal where it is no day."""
    start, _ = _period(text, language, today)
    return start.isoformat()


def last_day(text: str, language: str, today: date) -> str:
    """The last day of it: of "November 2024" the 30th; raises Refusal where it is no day."""
    _, end = _period(text, language, today)
    return end.isoformat()


def today(zone: tzinfo) -> date:
    """The day it is there."""
    return datetime.now(zone).date()


def _period(text: str, language: str, today: date) -> tuple[date, date]:
    written = " ".join(text.split())
    if _NUMBERS.fullmatch(written) and not _CLEAR.fullmatch(written):
        raise _unclear(text)
    if not _SHORTEST <= len(written) <= _LONGEST:
        raise _unclear(text)
    found = _parser(language, today).get_date_data(written)
    if found.date_obj is None:
        raise _unclear(text)
    day = found.date_obj.date()
    if found.period == "year":
        return date(day.year, 1, 1), date(day.year, 12, 31)
    if found.period == "month":
        return day.replace(day=1), day.replace(day=monthrange(day.year, day.month)[1])
    return day, day


def _parser(language: str, today: date) -> DateDataParser:
    return DateDataParser(
        languages=list(dict.fromkeys((language, DEFAULT))),
        settings={
            "PREFER_DATES_FROM": "past",
            "RELATIVE_BASE": datetime(today.year, today.month, today.day),  # noqa: DTZ001
            "DATE_ORDER": "DMY",
            "RETURN_AS_TIMEZONE_AWARE": False,
        },
    )


def _unclear(text: str) -> Refusal:
    return Refusal("ask-no-day", given=escape(text[:_LONGEST]))
