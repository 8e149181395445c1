"""Hosts that are left alone for a while, because they asked for it or do not answer."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from retrieval.fetch.turns import Clock

_FIRST, _LONGEST, _LONGEST_ASKED = 30.0, 3600.0, 86_400.0


class Holds:
    """Holds on hosts, each twice as long as the one before, until the host answers again."""

    def __init__(self, clock: Clock) -> None:
        self._clock = clock
        self._until: dict[str, float] = {}
        self._times: dict[str, int] = {}

    def hold(self, host: str, asked: float | None) -> None:
        """Leave a host alone, for as many seconds as it asks if that is longer."""
        times = self._times.get(host, 0)
        self._times[host] = times + 1
        seconds = max(min(_LONGEST, _FIRST * 2.0**times), min(asked or 0.0, _LONGEST_ASKED))
        self._until[host] = self._clock.now() + seconds

    def free(self, host: str) -> None:
        """The host has answered."""
        self._until.pop(host, None)
        self._times.pop(host, None)

    def on(self, host: str) -> bool:
        """Whether the host is to be left alone now."""
        return self._until.get(host, 0.0) > self._clock.now()

    def any(self) -> bool:
        """Whether any host is."""
        now = self._clock.now()
        return any(until > now for until in self._until.values())
