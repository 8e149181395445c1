"""One follower a library: a lock that the system lets go of when its process is gone."""

from __future__ import annotations

import fcntl
import os
from typing import TYPE_CHECKING

from retrieval.errors import LibraryBusyError, LibraryError

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

_NAME = "follow.lock"


def only_one(folder: Path) -> Callable[[], None]:
    """Become the library's one follower; gives what ends that.

    Raises LibraryBusyError where another process is it, LibraryError for a read-only folder.
    """
    try:
        held = os.open(folder / _NAME, os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, 0o600)
    except OSError as error:
        raise LibraryError(
            f"Nothing can be followed: the library at {folder} is read-only; make it writable."
        ) from error
    try:
        fcntl.flock(held, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError as error:
        os.close(held)
        raise LibraryBusyError(
            f"Another process follows for the library at {folder} already: one is enough."
        ) from error
    return lambda: os.close(held)
