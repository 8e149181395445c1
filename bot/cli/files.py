"""Files that commands write, looked at before the work begins."""

from __future__ import annotations

from typing import TYPE_CHECKING

from retrieval.errors import InputError

if TYPE_CHECKING:
    from pathlib import Path


def writable(file: Path, option: str, *, force: bool) -> None:
    """Raise InputError unless the file can be made, or may be overwritten."""
    if file.is_dir() or not file.parent.is_dir():
        raise InputError(f"{option} must be a file in a folder that exists, not {file}.")
    # What is empty, or no file at all such as /dev/null, has nothing to lose.
    if not force and file.is_file() and file.stat().st_size:
        raise InputError(f"{file} is there already: choose another name, or say --force.")


def write_file(file: Path, content: str | bytes) -> None:
    """Put text or bytes into the file; raises InputError."""
    try:
        file.write_bytes(content.encode() if isinstance(content, str) else content)
    except OSError as error:
        raise InputError(f"Cannot write {file}: {error.strerror}.") from error
