"""The files that a folder is read for, and what is known of each beside it."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING

from retrieval.errors import ArticleError
from retrieval.ingest.sidecar import FILE_NAME, Sidecar, load_sidecar

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

MEDIA_TYPES = {
    ".txt": "text/plain",
    ".md": "text/markdown",
    ".markdown": "text/markdown",
    ".html": "text/html",
    ".htm": "text/html",
    ".xhtml": "application/xhtml+xml",
    ".pdf": "application/pdf",
}


def find_files(paths: Iterable[Path]) -> list[tuple[Path, Sidecar | None]]:
    """The files to read for some files and folders, with the sidecar that covers each.

    Raises ArticleError for a path that is not there, a folder without articles, or a bad sidecar.
    """
    found: dict[Path, Sidecar | None] = {}
    sidecars: dict[Path, Sidecar | None] = {}
    for path in paths:
        if path.is_dir():
            files = list(read_folder(path))
            if not files:
                kinds = " ".join(MEDIA_TYPES)
                raise ArticleError(f"{path}: the folder holds no articles ({kinds}).")
        elif path.exists():
            files = [path]
        else:
            raise ArticleError(f"{path}: there is no such file or folder.")
        for file in files:
            top = path if path.is_dir() else path.parent
            found.setdefault(file, _covering(file, top, sidecars))
    return list(found.items())


def read_folder(path: Path) -> Iterator[Path]:
    """The article files below a folder, sorted; README files and hidden ones are not articles.

    A link out of the folder is not followed.
    """
    for file in _below(path):
        if is_article_file(file) and is_inside(file, path):
            yield file


def is_inside(file: Path, folder: Path) -> bool:
    """Whether a file lies in a folder, wherever links lead."""
    try:
        return file.resolve().is_relative_to(folder.resolve())
    except (OSError, RuntimeError):
        # A link to itself.
        return False


def is_article_file(file: Path) -> bool:
    """Whether a file is one that a folder is read for, by its name."""
    return (
        file.suffix.casefold() in MEDIA_TYPES
        and not file.name.startswith(".")
        and file.stem.casefold() != "readme"
    )


def passed_over(paths: Iterable[Path]) -> list[Path]:
    """The files below folders that are not read because of how their names end, sorted.

    What nobody takes for an article is none of them: README files, hidden ones, a sources.toml.
    """
    return sorted(
        file
        for path in paths
        for file in _below(path)
        if file.suffix.casefold() not in MEDIA_TYPES
        and not file.name.startswith(".")
        and file.stem.casefold() != "readme"
        and file.name != FILE_NAME
    )


def _below(path: Path) -> Iterator[Path]:
    """All files below a folder but those in hidden folders, each folder's by name."""
    for folder, below, names in os.walk(path):
        below[:] = sorted(name for name in below if not name.startswith("."))
        for name in sorted(names):
            yield Path(folder) / name


def _covering(file: Path, top: Path, sidecars: dict[Path, Sidecar | None]) -> Sidecar | None:
    """The sources.toml nearest to a file, from its own folder up to the folder that was given."""
    folder = file.parent
    while True:
        if folder not in sidecars:
            path = folder / FILE_NAME
            known = path.is_file() and is_inside(path, top)
            sidecars[folder] = load_sidecar(path) if known else None
        if sidecars[folder] is not None or folder in (top, folder.parent):
            return sidecars[folder]
        folder = folder.parent
