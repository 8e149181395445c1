"""What fetching one address may cost: seconds and bytes on the wire, over all its redirects."""

from __future__ import annotations

import time
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass
from typing import TYPE_CHECKING

from retrieval.errors import FetchError

if TYPE_CHECKING:
    from collections.abc import Iterator

_SHORTEST = 0.001


@dataclass(slots=True)
class Budget:
    """What is left: `deadline` in `time.monotonic()` seconds, `transfer` in bytes."""

    deadline: float
    transfer: int

    def seconds(self, most: float | None = None) -> float:
        """Seconds left, at most `most`; raises FetchError where none are."""
        left = self.deadline - time.monotonic()
        if left <= 0:
            raise FetchError("The server took too long.", temporary=True)
        return max(_SHORTEST, left if most is None else min(left, most))

    def spend(self, size: int) -> None:
        """Count bytes that arrived; raises FetchError where they are too many."""
        self.transfer -= size
        if self.transfer < 0:
            raise FetchError("The server sent more than is read of one address.")


_current: ContextVar[Budget | None] = ContextVar("budget", default=None)


@contextmanager
def spending(budget: Budget) -> Iterator[None]:
    """Inside, connections of this thread live on that budget."""
    token = _current.set(budget)
    try:
        yield
    finally:
        _current.reset(token)


def current() -> Budget:
    """The budget of the fetch that is under way in this thread."""
    budget = _current.get()
    if budget is None:
        raise RuntimeError("connections are made inside `spending` only")
    return budget
