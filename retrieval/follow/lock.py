"""One process a task and library: a lock that the system lets go of when its process is gone."""

from __future__ import annotations

import fcntl
import os
from typing import TYPE_CHECKING

from retrieval.errors import LibraryBusyError, LibraryError

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path


def only_one(folder: Path, name: str = "follow.lock", does: str = "follows") -> Callable[[], None]:
    """Become the library's one process that follows, or `does` something else; gives what ends it.

    Raises LibraryBusyError where another process is it, LibraryError for a read-only folder.
    """
    try:
        held = os.open(folder / name, os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, 0o600)
    except OSError as error:
        raise LibraryError(
            f"The library at {folder} is read-only, and what {does} writes to it: make it writable."
        ) from error
    try:
        fcntl.flock(held, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError as error:
        os.close(held)
        raise LibraryBusyError(
            f"Another process {does} for the library at {folder} already: one is enough."
        ) from error
    return lambda: os.close(held)
