"""`whosays backup` and `restore`: the library in one file, and back."""

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from bot.cli import opening
from bot.cli.options import LibraryFolder
from bot.cli.output import page
from bot.cli.progress import Stages
from bot.render.safe import mark_line
from bot.render.words import count
from retrieval.errors import InputError

if TYPE_CHECKING:
    from retrieval.store.archive import Manifest

BackupFile = Annotated[Path, typer.Argument(metavar="FILE", help="The backup, a zip file.")]


def backup(file: BackupFile, library: LibraryFolder = None) -> None:
    """Write the library to a file, also while the bot runs."""
    # Slow to import, and `--help` does not need it.
    from retrieval.store.backup import back_up  # noqa: PLC0415

    chosen = opening.settings(library).library
    with Stages() as stages:
        made = back_up(
            chosen.path,
            file,
            busy_seconds=chosen.busy_seconds,
            progress=lambda done, total: stages("Copying the library", done, total),
        )
    size = f"{file.stat().st_size / 1e6:.1f} MB"
    page().whole(f"Backed up {_held(made)} to {mark_line(str(file))}, {size}.")


def restore(
    file: BackupFile,
    *,
    yes: Annotated[bool, typer.Option("--yes", help="Do not ask first.")] = False,
    library: LibraryFolder = None,
) -> None:
    """Replace the library by what a backup holds; stop the bot first."""
    from retrieval.store.archive import described  # noqa: PLC0415
    from retrieval.store.backup import is_there, restore  # noqa: PLC0415

    folder = opening.settings(library).library.path
    if not yes and is_there(folder):
        # Nobody is asked whether to use what is no backup.
        described(file)
        if not sys.stdin.isatty():
            raise InputError("Restoring asks first: say --yes where nobody can be asked.")
        if not typer.confirm(f"Replace the library at {mark_line(str(folder))}?"):
            return
    with Stages() as stages:
        made = restore(
            file,
            folder,
            progress=lambda done, total: stages("Restoring the library", done, total),
        )
    page().line(f"Restored {_held(made)}, as of {mark_line(made.made)}.")


def _held(made: "Manifest") -> str:
    return f"{count(made.articles, 'article')} of {count(made.sources, 'source')}"
