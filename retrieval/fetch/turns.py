"""One request at a time a host, with a pause between two."""

from __future__ import annotations

import threading
import time
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Protocol

from retrieval.errors import FetchError

if TYPE_CHECKING:
    from collections.abc import Iterator

# Hosts whose last request is longer ago than any pause need not be remembered.
_MOST_HOSTS = 1000


class Clock(Protocol):
    """The time of day in seconds since 1970, and waiting; a simulation has its own."""

    def now(self) -> float:
        """Seconds since 1970."""
        ...

    def wait(self, stop: threading.Event, seconds: float) -> None:
        """Wait so long, or until the event is set."""
        ...


class SystemClock:
    """The machine's clock."""

    def now(self) -> float:
        """Seconds since 1970."""
        return time.time()

    def wait(self, stop: threading.Event, seconds: float) -> None:
        """Wait so long, or until the event is set."""
        stop.wait(seconds)


@dataclass(slots=True)
class _Turn:
    lock: threading.Lock = field(default_factory=threading.Lock)
    free_at: float = 0.0


class Turns:
    """Lets one request at a time through to each host, `pause` seconds after the last one."""

    def __init__(self, pause: float, clock: Clock) -> None:
        self._pause = pause
        self._clock = clock
        self._lock = threading.Lock()
        self._closed = threading.Event()
        self._turns: dict[str, _Turn] = {}

    @contextmanager
    def of(self, host: str, *, pause: float = 0.0) -> Iterator[None]:
        """Wait for the host's turn and hold it; `pause` is a longer one that the host asks for.

        Raises FetchError where it is closed meanwhile.
        """
        turn = self._turn(host)
        with turn.lock:
            wait = turn.free_at - self._clock.now()
            if wait > 0:
                self._clock.wait(self._closed, wait)
            if self._closed.is_set():
                raise FetchError("Nothing more is fetched: whosays is stopping.", temporary=True)
            try:
                yield
            finally:
                turn.free_at = self._clock.now() + max(self._pause, pause)

    def close(self) -> None:
        """Let nothing more through; whoever waits is told so at once."""
        self._closed.set()

    def _turn(self, host: str) -> _Turn:
        with self._lock:
            if host not in self._turns and len(self._turns) >= _MOST_HOSTS:
                now = self._clock.now()
                self._turns = {
                    name: turn
                    for name, turn in self._turns.items()
                    if turn.lock.locked() or turn.free_at > now
                }
            return self._turns.setdefault(host, _Turn())
