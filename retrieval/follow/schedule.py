"""When to look again: intervals that adapt, jitter, and backing off. Times in seconds."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import random

    from config.coverage import FollowSettings

_DAY, _HOUR, _MINUTE = 86_400.0, 3600.0, 60.0
# A look that brought something halves the interval, one for nothing stretches it by half.
_SHORTER, _LONGER = 0.5, 1.5
# Feeds begun together must not be due together for ever.
_JITTER = 0.1
_FIRST_RETRY, _RETRY_GROWTH, _MOST_TRIES = 10 * _MINUTE, 4.0, 5


@dataclass(frozen=True, slots=True)
class Schedule:
    """The rules of when, for some settings and a source of chance."""

    settings: FollowSettings
    chance: random.Random

    @property
    def least(self) -> float:
        """The shortest interval between two looks."""
        return self.settings.least_minutes * _MINUTE

    @property
    def most(self) -> float:
        """The longest interval between two looks."""
        return max(self.least, self.settings.most_hours * _HOUR)

    def adapted(self, interval: float, *, fresh: bool) -> float:
        """The next interval after a look that brought something fresh, or nothing."""
        return min(self.most, max(self.least, interval * (_SHORTER if fresh else _LONGER)))

    def due(self, now: float, interval: float) -> float:
        """When to look next: the interval from now, give or take a tenth."""
        return now + interval * self.chance.uniform(1 - _JITTER, 1 + _JITTER)

    def after_failure(self, now: float, failures: int, wait: float | None) -> float:
        """When to look next after so many failures in a row; `wait` is what the server asks for."""
        pause = self.least * 2.0 ** min(failures, 30)
        asked = min(wait or 0.0, self.settings.pause_days * _DAY)
        # Never before the server wants it, so the jitter only adds.
        return now + max(asked, min(self.most, pause)) * self.chance.uniform(1, 1 + _JITTER)

    def pauses(self, now: float, failing: float | None) -> bool:
        """Whether what fails since then is to be paused."""
        return failing is not None and now - failing >= self.settings.pause_days * _DAY

    def retry(self, now: float, tries: int, wait: float | None) -> float | None:
        """When to fetch an article again that could not be had; None where it is given up."""
        if tries >= _MOST_TRIES:
            return None
        pause = _FIRST_RETRY * _RETRY_GROWTH**tries
        asked = min(wait or 0.0, _DAY)
        return now + max(pause, asked) * self.chance.uniform(1, 1 + _JITTER)
