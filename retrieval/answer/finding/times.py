"""When the event was: what was published long before or after it tells of another, mostly.

Budgets, elections and talks come again, in the words of the last time. Of passages shown to
questions about events of a week, those from half a year away were right in one of four cases, the
others in seven of ten (docs/evaluation.md).
"""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Final

from retrieval.models.stance import BESIDE

if TYPE_CHECKING:
    from collections.abc import Sequence

    import numpy as np
    from numpy.typing import NDArray

    from retrieval.answer.finding.event import Coverage
    from retrieval.answer.finding.sentence import Sentence

# So many of the nearest articles say when it was, if so much of what they belong to the event by
# falls within so many days of one of them.
_NEAREST: Final = 8
_TOGETHER: Final = 0.5
_DAYS: Final = 7
# No article on the event belongs to it by less.
_LEAST: Final = 0.5
# What is farther away, in days, is shown only if it answers as plainly as this.
_AWAY: Final = 180
_PLAIN: Final = 0.7


def in_time(
    event: Sequence[Coverage],
    sentences: Sequence[Sentence],
    decided: NDArray[np.float32],
    *,
    of_heard: bool = False,
) -> NDArray[np.float32]:
    """What was decided, shape (n, 4), with what is of another time beside the point.

    Nothing is where the nearest articles are of no one time; `of_heard` asks those alone from which
    a sentence is, where what is on another event has none.
    """
    away = {id(each) for each in of_another_time(event, sentences, of_heard=of_heard)}
    if not away:
        return decided
    found = decided.copy()
    for at, sentence in enumerate(sentences):
        if id(sentence.coverage) in away and 1 - float(decided[at, BESIDE]) < _PLAIN:
            found[at] = 0
            found[at, BESIDE] = 1
    return found


def of_another_time(
    event: Sequence[Coverage], heard: Sequence[Sentence], *, of_heard: bool = False
) -> list[Coverage]:
    """The articles, given nearest first, that were published long before or after the event.

    Of those alone from which one of the sentences `heard` is with `of_heard`, or where none of
    these is of the time of the nearest: whoever leaves out whom a question names tells of others.
    """
    told = {id(sentence.coverage) for sentence in heard}
    let_in = [each for each in event if id(each) in told]
    when = None if of_heard else time_of(event)
    if of_heard or (when is not None and all(_is_away(each, when) for each in let_in)):
        event = let_in
        when = time_of(event)
    return [] if when is None else [each for each in event if _is_away(each, when)]


def together(one: str | None, two: str | None) -> bool:
    """Whether two ISO dates are of one time, as far as is known: not half a year apart."""
    first, second = ordinal(one), ordinal(two)
    return first is None or second is None or abs(first - second) <= _AWAY


def time_of(event: Sequence[Coverage]) -> int | None:
    """The day of the event, as an ordinal, of articles nearest first; None where none is told.

    Nor is one where the very nearest is away from it: then the others may be of another time.
    """
    weights: dict[int, float] = {}
    for each in event[:_NEAREST]:
        day = _day(each)
        if day is not None:
            weights[day] = weights.get(day, 0.0) + max(0.0, each.belonging - _LEAST) ** 2
    total = sum(weights.values())
    if not total:
        return None
    near = {
        day: sum(weight for other, weight in weights.items() if abs(other - day) <= _DAYS)
        for day in weights
    }
    when = max(near, key=lambda day: near[day])
    nearest = next(day for each in event if (day := _day(each)) is not None)
    told = near[when] >= _TOGETHER * total and abs(nearest - when) <= _AWAY
    return when if told else None


def _is_away(coverage: Coverage, when: int) -> bool:
    day = _day(coverage)
    return day is not None and abs(day - when) > _AWAY


def _day(coverage: Coverage) -> int | None:
    return ordinal(coverage.held.article.published)


def ordinal(published: str | None) -> int | None:
    """The day of an ISO date, or a date with a time, as an ordinal; None where it is none."""
    if published is None:
        return None
    try:
        return date.fromisoformat(published[:10]).toordinal()
    except ValueError:
        return None
