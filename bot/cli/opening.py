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


def open_library(chosen: Settings, stages: Progress) -> Library:
    """The library of the settings; raises LibraryError or ModelError."""
    from retrieval.library import Library  # noqa: PLC0415

    return Library.open(chosen, progress=stages)


@contextmanager
def opened(folder: Path | None) -> Iterator[tuple[Library, Stages]]:
    """The library and what shows its progress, both closed afterwards."""
    with Stages() as stages, open_library(settings(folder), stages) as library:
        yield library, stages
