"""One process at a time brings a library's collection in step."""

from __future__ import annotations

import fcntl
import os
import time
from contextlib import contextmanager
from typing import TYPE_CHECKING

from retrieval.errors import IndexFillingError

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

_FILE = "index.lock"
_PAUSE_SECONDS = 0.05


@contextmanager
def alone(folder: Path, seconds: float) -> Iterator[None]:
    """Hold the lock of a library's folder; the system lets go of it when the process is gone.

    Raises IndexFillingError where another process holds it for so long. A folder that cannot be
    written has no lock: what its readers put into a collection is the same.
    """
    try:
        held = os.open(folder / _FILE, os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, 0o600)
    except OSError:
        yield
        return
    try:
        deadline = time.monotonic() + seconds
        while not _locked(held):
            if time.monotonic() > deadline:
                raise IndexFillingError(
                    "Another process is filling the index: ask again in a few minutes."
                )
            time.sleep(_PAUSE_SECONDS)
        yield
    finally:
        os.close(held)


def _locked(held: int) -> bool:
    try:
        fcntl.flock(held, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        return False
    return True
