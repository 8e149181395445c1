"""Which library somebody may have meant who named a folder that is none."""

from __future__ import annotations

from difflib import SequenceMatcher
from itertools import islice
from typing import TYPE_CHECKING

from retrieval.store.schema import HEADER_BYTES, is_library

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

# Folders looked into at each level: a home folder of thousands must not make an error slow.
_MOST = 500


def nearest_library(folder: Path, file: str) -> Path | None:
    """The library in, above or beside the folder whose path is most like it; None for none."""
    wanted = folder.absolute()
    found = {place for place in _places(wanted) if _holds(place / file)}
    return max(sorted(found), key=lambda each: _alike(each, wanted), default=None)


def _places(wanted: Path) -> Iterator[Path]:
    """The folder of a file that was named, what is in the folder, what is beside it or its kin."""
    yield wanted.parent
    yield from _folders(wanted)
    beside = list(_folders(wanted.parent))
    yield from beside
    for each in (*beside, *_folders(wanted.parent.parent)):
        yield each
        yield each / wanted.name
        yield each / "library"


def _folders(place: Path) -> Iterator[Path]:
    try:
        yield from islice((each for each in place.iterdir() if each.is_dir()), _MOST)
    except OSError:
        return


def _holds(file: Path) -> bool:
    try:
        with file.open("rb") as opened:
            return is_library(opened.read(HEADER_BYTES))
    except OSError:
        return False


def _alike(place: Path, wanted: Path) -> float:
    return SequenceMatcher(None, str(place), str(wanted)).ratio()
