"""Folders that are watched: what is new or changed in them is told, by watchfiles."""

from __future__ import annotations

import queue
import threading
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

# Milliseconds until files that are written in pieces are left alone, and between looks at `stop`.
_SETTLED_MS, _LOOK_MS = 800, 500
_START_SECONDS = 10.0


class FolderWatch:
    """Watches folders in a thread of its own, from `watch` until `stop`."""

    def __init__(self) -> None:
        self._changed: queue.SimpleQueue[Path] = queue.SimpleQueue()
        self._watched: tuple[str, ...] = ()
        self._stop = threading.Event()
        self._thread: threading.Thread | None = None

    def watch(self, folders: Iterable[str]) -> list[Path]:
        """Watch these folders and no others; gives them where anything of that is new.

        They are then to be read whole: what changed before the watch began is told by nobody.
        """
        wanted = tuple(sorted(each for each in folders if Path(each).is_dir()))
        if wanted == self._watched:
            return []
        self.stop()
        self._watched = wanted
        if wanted:
            self._stop, watching = threading.Event(), threading.Event()
            self._thread = threading.Thread(
                target=self._run, args=(wanted, self._stop, watching), name="folders", daemon=True
            )
            self._thread.start()
            watching.wait(_START_SECONDS)
        return [Path(each) for each in wanted]

    def changed(self) -> list[Path]:
        """The files that were made or changed since this was last asked, each once."""
        found: dict[Path, None] = {}
        while True:
            try:
                found[self._changed.get_nowait()] = None
            except queue.Empty:
                return [path for path in found if path.is_file()]

    def stop(self) -> None:
        """Watch nothing any more."""
        self._stop.set()
        if self._thread is not None:
            self._thread.join()
        self._thread, self._watched = None, ()

    def _run(
        self, folders: tuple[str, ...], stop: threading.Event, watching: threading.Event
    ) -> None:
        # Here rather than above: most who follow, follow no folder.
        from watchfiles import Change, watch  # noqa: PLC0415

        for changes in watch(
            *folders,
            stop_event=stop,
            debounce=_SETTLED_MS,
            rust_timeout=_LOOK_MS,
            yield_on_timeout=True,
            raise_interrupt=False,
            ignore_permission_denied=True,
        ):
            watching.set()
            for change, path in changes:
                if change is not Change.deleted:
                    self._changed.put(Path(path))
