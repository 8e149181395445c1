"""Numbers that differ and exclude nothing: parts of a sum, and what goes on being counted."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from retrieval.answer.amounts import amounts
from retrieval.answer.times import ordinal

if TYPE_CHECKING:
    from collections.abc import Iterable

    from retrieval.answer.amounts import Amount

Days = tuple[str | None, str | None]

# What is counted on from day to day.
_GOES_ON: Final = re.compile(
    r"\b(?:toll|died?|dead|deaths?|killed|injured|wounded|hurt|arrested|detained|missing|cases|infected"
    r"|infections|displaced|evacuated|homeless|rescued)\b",
    re.IGNORECASE,
)
_DAYS: Final = 1
_FEWEST: Final = 2


def adds_up(one: str, two: str) -> bool:
    """Whether the amounts of one sentence make up one of the other: 30 and 140, 170."""
    return _is_sum(one, two) or _is_sum(two, one)


def has_grown(asked: str, one: Iterable[Amount], two: Iterable[Amount], days: Days) -> bool:
    """Whether a count that goes on is told later and higher; `days` are the ISO dates of both."""
    first, second = map(ordinal, days)
    if not _GOES_ON.search(asked) or first is None or second is None:
        return False
    before, after = (one, two) if first < second else (two, one)
    return abs(first - second) > _DAYS and _most(after) > _most(before)


def _is_sum(parts: str, whole: str) -> bool:
    found = [amount for amount, _, _ in amounts(parts)]
    units = {amount.unit for amount in found}
    if len(found) < _FEWEST or len(units) != 1:
        return False
    total = sum(amount.value for amount in found)
    return any(amount.unit in units and amount.value == total for amount, _, _ in amounts(whole))


def _most(told: Iterable[Amount]) -> float:
    return max((amount.value for amount in told), default=0.0)
