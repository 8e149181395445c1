"""Days that a text names, in the calendar of the day it was published."""

from __future__ import annotations

import re
from calendar import monthrange
from contextlib import suppress
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import TYPE_CHECKING, Final

from retrieval.answer.language.languages import LANGUAGES
from retrieval.answer.values.days_abroad import read_days

if TYPE_CHECKING:
    from collections.abc import Iterator

ENGLISH: Final = "en"
_NAMES: Final = "jan feb mar apr may jun jul aug sep oct nov dec".split()
_WEEKDAYS: Final = "mon tue wed thu fri sat sun".split()
_MONTH: Final = (
    r"(?P<month>jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|"
    r"sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\b\.?"
)
_PART: Final = r"(?:(?P<part>early|mid|middle|late|start|beginning|end)[\s-]+(?:of\s+)?)?"
# Ordered: what an earlier one has read, a later one does not read again.
_PATTERNS: Final = (
    re.compile(rf"\b{_MONTH}\s+(?P<day>\d{{1,2}})(?:st|nd|rd|th)?\b(?:,?\s+(?P<year>\d{{4}}))?"),
    re.compile(
        rf"\b(?P<day>\d{{1,2}})(?:st|nd|rd|th)?(?:\s+of)?\s+{_MONTH}(?:,?\s+(?P<year>\d{{4}}))?"
    ),
    re.compile(rf"\b{_PART}(?<!to\s){_MONTH},?\s+(?:of\s+)?(?P<year>\d{{4}})\b"),
    # "May" and "March" are other words as well, "may" always.
    re.compile(
        rf"\b{_PART}(?:(?P<which>last|next|this|in|by|since|until|of|for)\s+)?{_MONTH}(?!\w)"
    ),
    re.compile(
        r"\b(?:(?P<which>last|next|this)\s+)?(?P<weekday>mon|tues|wednes|thurs|fri|satur|sun)day\b"
    ),
    re.compile(r"\b(?P<near>today|tonight|this\s+(?:morning|afternoon|evening))\b"),
    re.compile(r"\b(?P<near>yesterday|last\s+night|tomorrow)\b"),
    re.compile(r"\b(?P<which>last|next|this|past|coming)\s+(?P<span>week|month|year)\b"),
    re.compile(r"\b(?P<decade>1\d|20)(?P<tens>\d)0s\b"),
    re.compile(
        r"(?:^|[(:,–—]\s?|\b(?:in|of|from|to|during|early|late|around|year|and|or|"
        r"(?P<which>since|by|until|till|before|after))\s+)(?P<year>1[2-9]\d\d|20\d\d)\b(?!\s*[%$]|[,.]\d)"
    ),
)
_STEPS: Final = {"last": -1, "past": -1, "next": 1, "coming": 1}
_NEAR: Final = {"yesterday": -1, "last": -1, "tomorrow": 1}
_BOUNDS: Final = frozenset("by until till since before after".split())
_BOUND_BEFORE: Final = re.compile(
    r"\b(?:by|before|until|till|since|after|later\s+than|as\s+of)\s+(?:the\s+)?$", re.IGNORECASE
)
# Within half a year of its publication a month without a year is the nearest one.
_HALF: Final = 183
# The year that stands for any: it has every day.
_ANY: Final = 2000


@dataclass(frozen=True, slots=True)
class Day:
    """A stretch of days, the last one included; `dated` is false where the year is not known.

    `weekday` (Monday is 0) where the text has a weekday and no calendar to place it; `bound` where
    it is one, as in "before the end of March" or "since May".
    """

    start: date
    end: date
    dated: bool = True
    weekday: int | None = None
    bound: bool = False

    def agrees(self, other: Day) -> bool | None:
        """Whether both are the same stretch; None where one can lie within the other."""
        if self.weekday is not None or other.weekday is not None:
            return (
                None
                if self.weekday is None or other.weekday is None
                else self.weekday == other.weekday
            )
        one, two = self, other
        if not (self.dated and other.dated):
            one, two = self.in_any_year(), other.in_any_year()
        if (one.start, one.end) == (two.start, two.end):
            return True
        return None if one.start <= two.end and two.start <= one.end else False

    def excludes(self, other: Day) -> bool:
        """Whether both cannot be right: they share no day, and neither is a bound."""
        return self.agrees(other) is False and not (self.bound or other.bound)

    def in_any_year(self) -> Day:
        """The same days of the year that stands for any; all of it for longer than a year."""
        if self.start.year != self.end.year:
            return Day(date(_ANY, 1, 1), date(_ANY, 12, 31), dated=False)
        return Day(self.start.replace(year=_ANY), self.end.replace(year=_ANY), dated=False)


def days(text: str, published: str | None = None, language: str = ENGLISH) -> frozenset[Day]:
    """The days, months and years that the text names; `published` is an ISO date, or begins so.

    A weekday is the one before and the one after: which of them, prose seldom says. A text in a
    `language` without rules here is read as English.
    """
    today = None
    with suppress(ValueError):
        today = date.fromisoformat((published or "")[:10])
    found: set[Day] = set()
    if language in LANGUAGES:
        for parts in read_days(text, language):
            with suppress(ValueError):
                bound = parts.get("which") in _BOUNDS
                found.update(replace(day, bound=bound) for day in _read(parts, today))
        return frozenset(found)
    rest = text
    for pattern in _PATTERNS:
        for match in pattern.finditer(rest.lower()):
            # Whether it is a month or a verb shows in its capital.
            month = match.groupdict().get("month")
            if month and not rest[match.start("month")].isupper():
                continue
            with suppress(ValueError):
                bound = match.groupdict().get("which") in _BOUNDS or bool(
                    _BOUND_BEFORE.search(rest[: match.start()])
                )
                found.update(replace(day, bound=bound) for day in _read(match.groupdict(), today))
            rest = rest[: match.start()] + "\0" * len(match.group()) + rest[match.end() :]
    return frozenset(found)


def _read(parts: dict[str, str | None], today: date | None) -> Iterator[Day]:
    which = _STEPS.get(parts.get("which") or "", 0)
    if month := parts.get("month"):
        number = _NAMES.index(month[:3]) + 1
        yield _of_month(number, parts, today)
    elif weekday := parts.get("weekday"):
        yield from _of_week(_WEEKDAYS.index(weekday[:3]), which, today)
    elif parts.get("decade"):
        first = int(f"{parts['decade']}{parts['tens']}0")
        yield Day(date(first, 1, 1), date(first + 9, 12, 31))
    elif near := parts.get("near"):
        if today is not None:
            day = today + timedelta(_NEAR.get(near.split()[0], 0))
            yield Day(day, day)
    elif span := parts.get("span"):
        if today is not None:
            yield _span(span, which, today)
    elif year := parts.get("year"):
        yield Day(date(int(year), 1, 1), date(int(year), 12, 31))


def _of_month(month: int, parts: dict[str, str | None], today: date | None) -> Day:
    given = parts.get("year")
    if given:
        year = int(given)
    elif today is not None:
        middle = int(parts.get("day") or 15)
        year = min(
            (today.year + step for step in (0, -1, 1)),
            key=lambda year: abs((date(year, month, min(middle, 28)) - today).days) // _HALF,
        )
    else:
        year = _ANY
    dated = bool(given) or today is not None
    if parts.get("day"):
        day = date(year, month, int(parts["day"] or 1))
        return Day(day, day, dated)
    last = monthrange(year, month)[1]
    part = parts.get("part")
    first, final = {
        "early": (1, 10), "start": (1, 10), "beginning": (1, 10), "mid": (11, 20),
        "middle": (11, 20), "late": (21, last), "end": (21, last),
    }.get(part or "", (1, last))  # fmt: skip
    return Day(date(year, month, first), date(year, month, final), dated)


def _of_week(weekday: int, which: int, today: date | None) -> Iterator[Day]:
    if today is None:
        yield Day(date(_ANY, 1, 1), date(_ANY, 12, 31), dated=False, weekday=weekday)
        return
    # "Friday" in a story of a Friday is that day as a rule.
    before = today - timedelta((today.weekday() - weekday) % 7)
    after = today + timedelta((weekday - today.weekday()) % 7)
    for step, day in ((-1, before), (1, after)):
        if which != -step:
            yield Day(day, day)


def _span(span: str, which: int, today: date) -> Day:
    if span == "week":
        monday = today - timedelta(today.weekday()) + timedelta(7 * which)
        return Day(monday, monday + timedelta(6))
    if span == "year":
        return Day(date(today.year + which, 1, 1), date(today.year + which, 12, 31))
    months = today.year * 12 + today.month - 1 + which
    year, month = divmod(months, 12)
    return Day(date(year, month + 1, 1), date(year, month + 1, monthrange(year, month + 1)[1]))
