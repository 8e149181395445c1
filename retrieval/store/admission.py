"""Which folder may be opened as a library, looked at before SQLite can touch anything."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

from retrieval.errors import LibraryError, NoLibraryError
from retrieval.store.failures import restoring
from retrieval.store.nearby import nearest_library
from retrieval.store.schema import HEADER_BYTES, is_library

if TYPE_CHECKING:
    from pathlib import Path

FILE = "library.sqlite3"


def admit(folder: Path, *, create: bool, empty: bool = False) -> None:
    """Make the folder if asked to; refuse what is no library before SQLite can touch it.

    `empty` where a file of no bytes may be there. Raises NoLibraryError and LibraryError, and
    OSError where the file system says no.
    """
    file = folder / FILE
    if not file.exists():
        if not create:
            near = nearest_library(folder, FILE)
            raise NoLibraryError(
                f"There is no library at {folder}"
                + (f"; the nearest is {near}: " if near is not None else ": ")
                + "correct --library, or make one with `whosays add` or `whosays ask --create`."
            )
        folder.mkdir(parents=True, exist_ok=True)
        if not writable(folder):
            raise LibraryError(
                f"A library cannot be made at {folder}: the folder is read-only; "
                "make it writable, or choose another with --library."
            )
        return
    with file.open("rb") as opened:
        header = opened.read(HEADER_BYTES)
    if header and not is_library(header):
        raise LibraryError(
            f"{file} is not a whosays library and was left as it is: "
            "choose another folder with --library."
        )
    # A first commit that was torn has its journal beside it, and SQLite rolls it back.
    if not header and not empty and not file.with_name(f"{FILE}-journal").exists():
        raise LibraryError(
            f"{file} is empty, which no library is, and was left as it is: bring back a backup "
            f"with `{restoring(file.parent)}`, or delete the file to begin anew."
        )


def writable(path: Path) -> bool:
    """Whether this process may write there."""
    effective = os.access in os.supports_effective_ids
    return os.access(path, os.W_OK, effective_ids=effective)
