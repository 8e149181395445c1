"""Work that nobody waits for: one job at a time, in a thread that gives way to all others."""

from __future__ import annotations

import atexit
import os
import sys
import threading
import weakref
from contextlib import suppress
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

# As the command `nice` understands it.
_NICENESS = 10


class Background:
    """Runs jobs that are told how to know that they are to stop; several threads may start one."""

    def __init__(self, name: str) -> None:
        self._name = name
        self._lock = threading.Lock()
        self._thread: threading.Thread | None = None
        self._stop = threading.Event()
        # A thread in the midst of foreign code when the interpreter ends may take it down.
        atexit.register(_stopped, weakref.ref(self))

    @property
    def busy(self) -> bool:
        """Whether a job is at work."""
        return self._thread is not None and self._thread.is_alive()

    def start(self, job: Callable[[Background], None]) -> bool:
        """Begin a job; False where one is at work, or where this has been stopped for good."""
        with self._lock:
            if self.busy or self._stop.is_set():
                return False
            self._thread = threading.Thread(
                target=self._run, args=(job,), name=self._name, daemon=True
            )
            self._thread.start()
            return True

    def stopped(self) -> bool:
        """Whether a job is to stop; jobs ask this between steps."""
        return self._stop.is_set()

    def pause(self, seconds: float) -> bool:
        """Wait; whether a job is to stop meanwhile or by then."""
        return self._stop.wait(seconds)

    def wait(self, seconds: float | None = None) -> None:
        """Wait until no job is at work."""
        thread = self._thread
        if thread is not None and thread is not threading.current_thread():
            thread.join(seconds)

    def stop(self) -> None:
        """Have the job stop at its next step, wait for that, and begin no other."""
        self._stop.set()
        self.wait()

    def _run(self, job: Callable[[Background], None]) -> None:
        if sys.platform == "linux":
            # Only there it is a thread's own; where it is forbidden it is done without.
            with suppress(OSError):
                os.setpriority(os.PRIO_PROCESS, threading.get_native_id(), _NICENESS)
        job(self)


def _stopped(held: weakref.ref[Background]) -> None:
    background = held()
    if background is not None:
        background.stop()
