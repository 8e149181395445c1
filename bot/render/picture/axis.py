"""Time across: where a moment stands, and what is written there."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from itertools import accumulate, pairwise
from typing import TYPE_CHECKING, Final

from bot.render.picture.letters import width
from bot.render.picture.steps import DAY, STEPS
from bot.render.picture.steps import EPOCH as _EPOCH

if TYPE_CHECKING:
    from collections.abc import Sequence

    from bot.render.labels import Say
    from bot.render.moments import Moment, Precision
    from bot.render.picture.steps import Step

SIZE: Final = 17.0
_HOUR = timedelta(hours=1)
_BETWEEN = 14.0
_NARROWEST = 20.0
_ROUNDING = 0.01
# Marks at either end stand clear of the edge.
_MARGIN = 14.0
# Time is left out at so many places at most, where it is so many times all that is left, and a day.
_BREAKS = 2
_DWARFED = 6
_SHORTEST = timedelta(days=1)
_GAP, _LEAST = 24.0, 92.0
_FINENESS: Final[dict[str, int]] = {"minute": 0, "day": 1, "month": 2}


@dataclass(frozen=True, slots=True)
class Tick:
    """A line across the rows at `x`, its label from `left` on.

    `over` is the day or year that begins there, from `over_left` on; empty where it goes on.
    """

    x: float
    label: str
    left: float
    over: str
    over_left: float


@dataclass(frozen=True, slots=True)
class Stretch:
    """A piece of time from `first` to `last` over the room from `left` to `right`.

    `known` is how well the best known moment in it is: nothing finer is written.
    """

    first: datetime
    last: datetime
    left: float
    right: float
    known: Precision

    def at(self, moment: datetime) -> float:
        """Where a moment stands; what lies outside stands at the edge."""
        inside = min(max(moment, self.first), self.last)
        share = (inside - self.first) / (self.last - self.first)
        return self.left + _MARGIN + share * (self.right - self.left - 2 * _MARGIN)

    def ticks(self, say: Say) -> list[Tick]:
        """As many as there is room for, at round times; else one in the middle."""
        for step in STEPS:
            # Hours over days without one would date what stands in the middle of its day to noon.
            if _FINENESS[step.unit] < _FINENESS[self.known]:
                continue
            # Whatever a label says, it is wider than this.
            if (self.last - self.first) / step.least <= (self.right - self.left) / _NARROWEST:
                found = self._labelled(step, say)
                if found:
                    return found
        middle = self.first + (self.last - self.first) / 2
        label, over = DAY.written(middle, say)
        return [self._tick(middle, label, over)]

    def _labelled(self, step: Step, say: Say) -> list[Tick]:
        """The ticks of a step; none where a label touches the next one or the edge."""
        found: list[Tick] = []
        free, free_over, before = self.left, self.left, ""
        moment: datetime | None = step.before(self.first)
        while moment is not None and moment <= self.last:
            # Where a day is all that is known, its name stands over its middle, as its marks do.
            place = step.middle(moment) if step.unit == self.known else moment
            if self.first <= place <= self.last:
                label, over = step.written(moment, say)
                tick = self._tick(place, label, "" if over == before else over)
                if not (free <= tick.left and self._ends(tick.left, label) <= self.right):
                    return []
                free = self._ends(tick.left, label) + _BETWEEN
                if tick.over:
                    ends = self._ends(tick.over_left, over)
                    if not (free_over <= tick.over_left and ends <= self.right):
                        return []
                    free_over = ends + _BETWEEN
                before = over
                found.append(tick)
            moment = step.after(moment)
        return found

    def _tick(self, moment: datetime, label: str, over: str) -> Tick:
        x, wide = self.at(moment), width(label, SIZE)
        left = max(min(x - wide / 2, self.right - wide), self.left)
        over_left = max(min(left, self.right - width(over, SIZE)), self.left)
        return Tick(x, label, left, over, over_left)

    @staticmethod
    def _ends(left: float, text: str) -> float:
        return left + width(text, SIZE) - _ROUNDING


@dataclass(frozen=True, slots=True)
class Axis:
    """Time across, in one stretch or in several where much time without anything is left out."""

    stretches: tuple[Stretch, ...]

    def at(self, moment: datetime) -> float:
        """Where a moment stands."""
        held = next((each for each in self.stretches if moment <= each.last), self.stretches[-1])
        return held.at(moment)

    def middle(self, moment: Moment) -> float:
        """The middle of what is known of it."""
        return (self.at(moment.first) + self.at(moment.last)) / 2

    def ticks(self, say: Say) -> list[Tick]:
        """Those of every stretch."""
        return [tick for each in self.stretches for tick in each.ticks(say)]

    @property
    def breaks(self) -> list[float]:
        """Where time is left out."""
        return [(a.right + b.left) / 2 for a, b in pairwise(self.stretches)]


def axis(moments: Sequence[Moment], left: float, right: float) -> Axis | None:
    """The time that holds all of the moments; None for no moment."""
    if not moments:
        return None
    runs = _runs(sorted(moments))
    room = right - left - _GAP * (len(runs) - 1)
    spare = room - _LEAST * len(runs)
    stretches = []
    for run in runs:
        wide = _LEAST + spare * len(run) / len(moments) if len(runs) > 1 else room
        known = min((each.precision for each in run), key=_FINENESS.__getitem__)
        stretches.append(Stretch(*_padded(run), left, left + wide, known))
        left += wide + _GAP
    return Axis(tuple(stretches))


def _runs(moments: list[Moment]) -> list[list[Moment]]:
    """The moments in order, parted where the time between two runs dwarfs all the other time.

    One late article would else press a day with twenty of them into one place.
    """
    ends = list(accumulate((each.last for each in moments), max))
    gaps = sorted(
        ((moments[at].first - ends[at - 1], at) for at in range(1, len(moments))), reverse=True
    )
    for breaks in range(min(_BREAKS, len(gaps)), 0, -1):
        wide = gaps[:breaks]
        rest = ends[-1] - moments[0].first - sum((gap for gap, _ in wide), timedelta())
        cuts = [0, *sorted(at for _, at in wide), len(moments)]
        runs = [moments[start:end] for start, end in pairwise(cuts)]
        if wide[-1][0] >= max(_DWARFED * rest, _SHORTEST) and any(
            len(set(run)) > 1 for run in runs
        ):
            return runs
    return [moments]


def _padded(run: Sequence[Moment]) -> tuple[datetime, datetime]:
    """From the first to the last of a run, an hour at least."""
    first, last = run[0].first, max(each.last for each in run)
    if last - first < _HOUR:
        first = max(first + (last - first) / 2, _EPOCH + _HOUR) - _HOUR / 2
        last = first + _HOUR
    return first, last
