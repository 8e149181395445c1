"""One process at a time prepares models: two at once would take each other's folder away."""

from __future__ import annotations

import fcntl
import os
from contextlib import contextmanager
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

LOCK: Final = ".preparing.lock"


@contextmanager
def turn(cache: Path, announce: Callable[[str], None]) -> Iterator[None]:
    """Wait until no other process prepares anything in `cache`; none begins until the block ends.

    Where no lock can be had, as in a folder that is read-only, nobody is waited for.
    """
    try:
        cache.mkdir(parents=True, exist_ok=True)
        # Readable is enough to lock, and lets in whoever else may write to the folder.
        held = os.open(cache / LOCK, os.O_RDONLY | os.O_CREAT | os.O_CLOEXEC, 0o644)
    except OSError:
        yield
        return
    try:
        _wait(held, announce)
        yield
    finally:
        os.close(held)


def _wait(held: int, announce: Callable[[str], None]) -> None:
    try:
        fcntl.flock(held, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        announce("Waiting for another process that prepares a model")
        # The system lets go of it when its process is gone.
        fcntl.flock(held, fcntl.LOCK_EX)
    except OSError:
        # A file system without locks.
        return
