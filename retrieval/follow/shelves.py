"""Followed folders: what is new or changed in them is added."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from retrieval.errors import InputError
from retrieval.follow.folders import FolderWatch
from retrieval.ingest.find import is_article_file, is_inside
from retrieval.ingest.sidecar import FILE_NAME

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from retrieval.adding import Added
    from retrieval.fetch.turns import Clock
    from retrieval.library import Library


class Shelves:
    """Reads followed folders into the library: whole at first, then what changes."""

    def __init__(
        self, library: Library, clock: Clock, hear: Callable[[Iterable[Added]], None]
    ) -> None:
        self._library = library
        self._clock = clock
        self._hear = hear
        self._watch = FolderWatch()

    def read(self) -> None:
        """Add what is new since the last time."""
        followed = {each.address: each for each in self._library.following.folders()}
        for folder in self._watch.watch(followed):
            self._add(folder)
        for path in _to_read(self._watch.changed(), [Path(each) for each in followed]):
            self._add(path)

    def stop(self) -> None:
        """Watch nothing any more."""
        self._watch.stop()

    def _add(self, path: Path) -> None:
        try:
            for added in self._library.add([path]):
                self._hear([added])
        except InputError:
            # An empty folder, a file that is gone again, a sidecar in the middle of being written.
            return
        for each in self._library.following.folders():
            if path.is_relative_to(each.address):
                self._library.following.looked(
                    each.id, now=self._clock.now(), due=each.due, interval=each.interval
                )


def _to_read(changed: Iterable[Path], folders: list[Path]) -> list[Path]:
    """The files to add, or whole folders where a sidecar above a file has a say in it."""
    found: dict[Path, None] = {}
    for path in changed:
        for folder in folders:
            if not path.is_relative_to(folder):
                continue
            below = path.relative_to(folder)
            if any(part.startswith(".") for part in below.parts):
                continue
            if not is_inside(path, folder):
                continue
            above = [folder.joinpath(*below.parts[:depth]) for depth in range(len(below.parts) - 1)]
            if path.name == FILE_NAME or any((each / FILE_NAME).is_file() for each in above):
                found[folder] = None
            elif is_article_file(path):
                found[path] = None
    return [path for path in found if not any(each in path.parents for each in found)]
