"""The days that people write, or what they are told where it is none."""

from __future__ import annotations

from datetime import date, datetime
from typing import TYPE_CHECKING

from bot.days import LONGEST, period
from bot.discord.failures import Refusal
from bot.discord.show import escape

if TYPE_CHECKING:
    from datetime import tzinfo


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
    found = period(text, language, today)
    if found is None:
        raise Refusal("ask-no-day", given=escape(text[:LONGEST]))
    return found
