"""Following without waiting: a clock that jumps, and threads that are none."""

from __future__ import annotations

import threading
from concurrent.futures import Executor, Future
from typing import TYPE_CHECKING, Any, TypeVar

if TYPE_CHECKING:
    from collections.abc import Callable

T = TypeVar("T")


class Inline(Executor):
    """Does what it is given at once, in the thread that gives it."""

    def submit(self, fn: Callable[..., T], /, *args: Any, **kwargs: Any) -> Future[T]:  # noqa: ANN401
        future: Future[T] = Future()
        try:
            future.set_result(fn(*args, **kwargs))
        except Exception as error:  # noqa: BLE001 - as a thread's, it is raised by result()
            future.set_exception(error)
        return future


class Until:
    """A clock that passes by waiting, and stops who waits when its time is up."""

    def __init__(self, end: float, start: float = 1_700_000_000.0) -> None:
        self.time = start
        self.end = start + end
        self.stop = threading.Event()

    def now(self) -> float:
        return self.time

    def wait(self, stop: threading.Event, seconds: float) -> None:
        self.time += max(seconds, 0.001)
        if self.time >= self.end:
            self.stop.set()
