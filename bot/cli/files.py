"""Files that commands write, looked at before the work begins."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.cli.output import remark
from retrieval.errors import InputError

if TYPE_CHECKING:
    from pathlib import Path


def writable(file: Path, option: str, *, force: bool) -> None:
    """Raise InputError unless the file can be made, or may be overwritten; it is left as it is."""
    try:
        if file.is_dir() or not file.parent.is_dir():
            raise InputError(f"{option} must be a file in a folder that exists, not {file}.")
        # What is empty, or no file at all such as /dev/null, has nothing to lose.
        if not force and file.is_file() and file.stat().st_size:
            raise InputError(f"{file} is there already: choose another name, or say --force.")
        _try(file)
    except OSError as error:
        raise _not_written(file, error) from error


def write_file(file: Path, content: str | bytes) -> None:
    """Put text or bytes into the file; raises InputError."""
    try:
        file.write_bytes(content.encode() if isinstance(content, str) else content)
    except OSError as error:
        raise _not_written(file, error) from error


def tell_written(file: Path) -> None:
    """Say on a terminal which file was written; whoever reads the output hears nothing of it."""
    remark(f"Wrote {file}.")


def _try(file: Path) -> None:
    """Open the file as it will be; what that made is removed. Raises OSError."""
    there = file.exists()
    # A pipe would wait for whoever reads it.
    if there and not file.is_file():
        return
    # Of what permissions, quotas and names a file system minds, only it knows.
    with file.open("ab"):
        pass
    if not there:
        file.resolve().unlink()


def _not_written(file: Path, error: OSError) -> InputError:
    return InputError(f"Cannot write {file}: {error.strerror}.")
