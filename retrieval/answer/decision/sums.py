"""Numbers that differ and exclude nothing: parts of a sum, and what goes on being counted."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from retrieval.answer.finding.times import ordinal
from retrieval.answer.values.amounts import amounts
from retrieval.answer.values.days import days

if TYPE_CHECKING:
    from collections.abc import Iterable

    from retrieval.answer.values.amounts import Amount

Days = tuple[str | None, str | None]

# What is counted on from day to day.
_GOES_ON: Final = re.compile(
    r"\b(?:toll|died?|dead|deaths?|killed|injured|wounded|hurt|arrested|detained|missing|cases|infected"
    r"|infections|displaced|evacuated|homeless|rescued)\b",
    re.IGNORECASE,
)
# "As of Oct. 1": the day for which a sentence counts, whenever it was published.
_AS_OF: Final = re.compile(
    r"\b[Aa]s\s+of\s+(?:\w+\s+)?(?P<day>[A-Z]\w+\.?\s+\d{1,2}\b(?:,\s+\d{4})?)"
)
_DAYS: Final = 1
_FEWEST: Final = 2


def adds_up(one: str, two: str) -> bool:
    """Whether the amounts of one sentence make up one of the other: 30 and 140, 170."""
    return _is_sum(one, two) or _is_sum(two, one)


def has_grown(asked: str, one: Iterable[Amount], two: Iterable[Amount], when: Days) -> bool:
    """Whether a count that goes on is told later and higher; `when` are the ISO dates of both."""
    first, second = map(ordinal, when)
    if not _GOES_ON.search(asked) or first is None or second is None:
        return False
    before, after = (one, two) if first < second else (two, one)
    return abs(first - second) > _DAYS and _most(after) > _most(before)


def counted_on(sentence: str, published: str | None, other: str | None) -> str | None:
    """The ISO day for which a sentence counts: its own, or when it was published.

    Where that is not known the `other` sentence, published then, says which year it was.
    """
    found = _AS_OF.search(sentence)
    told = days(found["day"], published or other) if found is not None else ()
    dated = [day.start.isoformat() for day in told if day.dated]
    return dated[0] if len(dated) == 1 else published


def _is_sum(parts: str, whole: str) -> bool:
    found = [amount for amount, _, _ in amounts(parts)]
    units = {amount.unit for amount in found}
    if len(found) < _FEWEST or len(units) != 1:
        return False
    total = sum(amount.value for amount in found)
    return any(amount.unit in units and amount.value == total for amount, _, _ in amounts(whole))


def _most(told: Iterable[Amount]) -> float:
    return max((amount.value for amount in told), default=0.0)
