"""Where commands get the settings and the library from; tests put theirs here."""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING

from bot.cli.progress import Stages

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from config.settings import Settings
    from retrieval.library import Library, Progress


def settings(folder: Path | None) -> Settings:
    """The settings, with the library in `folder` where one is given; raises SettingsError."""
    # Here and below rather than above: `--help` and `--version` need neither, and both are slow.
    from config.settings import load_settings  # noqa: PLC0415

    return load_settings(library={"path": str(folder)}) if folder is not None else load_settings()


def open_library(
    chosen: Settings, stages: Progress, *, create: bool = True, asks: bool = False
) -> Library:
    """The library of the settings; raises LibraryError or ModelError.

    Whoever `asks` it needs the stance model, which is loaded while all else is imported.
    """
    if asks:
        from retrieval.models import ahead  # noqa: PLC0415

        ahead.begin(chosen.models)
    from retrieval.library import Library  # noqa: PLC0415

    return Library.open(chosen, progress=stages, create=create)


@contextmanager
def opened(
    folder: Path | None, *, create: bool = False, asks: bool = False
) -> Iterator[tuple[Library, Stages]]:
    """The library and what shows its progress, both closed afterwards.

    One that is not there is made where the settings say that it is, so that the first command
    answers. A folder that was typed may be mistyped: there only where `create` says so.
    """
    chosen = settings(folder)
    made = create or folder is None
    with Stages() as stages, open_library(chosen, stages, create=made, asks=asks) as library:
        yield library, stages
