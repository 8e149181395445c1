"""Pruning once a day while something else runs, such as the bot."""

from __future__ import annotations

import logging
import threading
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

from retrieval.errors import LibraryError
from retrieval.follow.lock import only_one

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from config.settings import Settings
    from retrieval.library import Library

log = logging.getLogger(__name__)

PRUNED = "pruned"
"""The name under which a library remembers when it was last pruned to the end, ISO 8601 in UTC."""
EVERY = timedelta(days=1)
# Before the first look, so that the start is not busy with it, and between two; also how long what
# failed waits.
FIRST_SECONDS, LOOK_SECONDS = 60.0, 600.0


@contextmanager
def pruning(library: Library, settings: Settings) -> Iterator[Callable[[], None]]:
    """Prune inside the block, in a thread of its own, where `library.keep_days` says so.

    Gives what makes it begin nothing more, ahead of the block's end.
    """
    if not settings.library.keep_days:
        yield lambda: None
        return
    halted = threading.Event()
    daily = Daily(library, settings.library.keep_days)
    thread = threading.Thread(target=daily.run, args=(halted,), name="pruner", daemon=True)
    thread.start()
    try:
        yield halted.set
    finally:
        halted.set()
        thread.join()


class Daily:
    """Prunes a library when a day has passed; of several processes, one does."""

    def __init__(self, library: Library, keep_days: int) -> None:
        self._library = library
        self._keep_days = keep_days

    def run(self, halted: threading.Event) -> None:
        """Look at the clock until halted. What fails is logged and tried again."""
        wait = FIRST_SECONDS
        while not halted.wait(wait):
            wait = LOOK_SECONDS
            try:
                self.look(halted)
            except LibraryError as error:
                log.warning("Old articles stay for now. %s", error)
            except Exception:
                log.exception("old articles could not be removed")

    def look(self, halted: threading.Event, now: datetime | None = None) -> bool:
        """Prune where that is due at `now`; False where it is not, or was halted.

        Raises LibraryBusyError where another process prunes, LibraryError and its kin.
        """
        now = now or datetime.now(UTC)
        if not self._is_due(now):
            return False
        release = only_one(self._library.folder, "prune.lock", "prunes")
        try:
            # Another process may have done it while this one waited for its turn.
            if not self._is_due(now):
                return False
            work = self._library.pruning(self._keep_days)
            told = work.run(halted=halted.is_set, pause=halted.wait)
        finally:
            release()
        if halted.is_set():
            return False
        self._library.remember(PRUNED, now.isoformat(timespec="seconds"))
        stay = {f"stay_{reason}": count for reason, count in told.stay.items()}
        log.info(
            "old articles went",
            extra={"articles": told.articles, "bytes": told.freed_bytes, **stay},
        )
        return True

    def _is_due(self, now: datetime) -> bool:
        last = self._library.recall(PRUNED)
        # A clock that was set back does not put it off by more than a day.
        return last is None or abs(now - datetime.fromisoformat(last)) >= EVERY
