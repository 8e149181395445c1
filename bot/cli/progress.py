"""A bar on standard error for what takes long, and nothing where that is not a terminal."""

from __future__ import annotations

import sys
import threading
from typing import TYPE_CHECKING, Self

from bot.render.safe import mark_line

if TYPE_CHECKING:
    from rich.progress import Progress, TaskID

# Work that is over before this is not worth a flash on the screen. Seconds.
DELAY = 0.5


class Stages:
    """Hears (stage, done, total) and shows the stage that is under way; a context manager."""

    def __init__(self) -> None:
        self._shows = sys.stderr.isatty()
        self._lock = threading.RLock()
        self._stage: str | None = None
        self._counts = (0, 0)
        self._timer: threading.Timer | None = None
        self._bar: tuple[Progress, TaskID] | None = None

    def __call__(self, stage: str, done: int, total: int) -> None:
        """A stage begins, goes on, or is over (`done == total`); no total means it is not known."""
        if not self._shows:
            return
        with self._lock:
            if stage != self._stage:
                self._begin(stage)
            self._counts = (done, total)
            if self._bar is not None:
                bar, task = self._bar
                bar.update(task, completed=done, total=total or None, of=_of(done, total))
            if total and done >= total:
                self.hide()

    def hide(self) -> None:
        """Take the bar off the screen, as before printing."""
        with self._lock:
            if self._timer is not None:
                self._timer.cancel()
            if self._bar is not None:
                self._bar[0].stop()
            self._stage, self._timer, self._bar = None, None, None

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.hide()

    def _begin(self, stage: str) -> None:
        self.hide()
        self._stage = stage
        self._timer = threading.Timer(DELAY, self._show, (stage,))
        self._timer.daemon = True
        self._timer.start()

    def _show(self, stage: str) -> None:
        # Slow to import, and quick work never gets here.
        from rich.console import Console  # noqa: PLC0415
        from rich.progress import BarColumn, Progress, TextColumn  # noqa: PLC0415

        with self._lock:
            if stage != self._stage:
                return
            bar = Progress(
                TextColumn("{task.description}", markup=False),
                BarColumn(
                    bar_width=24,
                    complete_style="cyan",
                    finished_style="cyan",
                    pulse_style="cyan",
                ),
                TextColumn("{task.fields[of]}"),
                console=Console(stderr=True),
                transient=True,
                # Lines printed meanwhile go above the bar, but only where they share a screen.
                redirect_stdout=sys.stdout.isatty(),
                redirect_stderr=True,
            )
            done, total = self._counts
            task = bar.add_task(
                mark_line(stage), completed=done, total=total or None, of=_of(done, total)
            )
            self._bar = (bar, task)
            bar.start()


def _of(done: int, total: int) -> str:
    return f"{done}/{total}" if total else ""
