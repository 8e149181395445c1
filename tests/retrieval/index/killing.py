"""A process that changes a library for ever, and what ends it."""

from __future__ import annotations

import subprocess
import sys
import time
from itertools import count
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

ROOT = Path(__file__).parents[3]
SECONDS = (0.05, 0.2, 0.45)


def kill(module: str, folder: Path, seconds: float) -> None:
    """Run a module on a folder, and kill it so long after it has begun."""
    command: list[str | Path] = [sys.executable, "-m", module, folder]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True, cwd=ROOT) as worker:
        assert worker.stdout is not None
        assert worker.stdout.readline() == "begun\n"
        time.sleep(seconds)
        worker.kill()


def for_ever(step: Callable[[int], None]) -> None:
    """Take one step after the other; a line says when ten are done."""
    for number in count():
        step(number)
        if number == 9:
            sys.stdout.write("begun\n")
            sys.stdout.flush()
