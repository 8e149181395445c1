"""Settings from the file `.env` in the current folder."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from dotenv import dotenv_values

from config.environment import NamedValues
from config.errors import SettingsError

if TYPE_CHECKING:
    from pydantic_settings import BaseSettings

DOTENV = Path(".env")


def dotenv(settings: type[BaseSettings]) -> NamedValues:
    """The file's names and values. Raises SettingsError where it cannot be read."""
    return NamedValues(settings, dotenv_file(), str(DOTENV))


def dotenv_file() -> dict[str, str | None]:
    """What the file says, names of other programs included; nothing where there is no file."""
    if not is_here(DOTENV):
        return {}
    try:
        return dotenv_values(DOTENV, encoding="utf-8-sig")
    except (OSError, UnicodeDecodeError) as error:
        raise SettingsError(f"Cannot read {DOTENV}: {error}.") from error


def is_here(name: Path) -> bool:
    """Whether the current folder holds this file. Raises SettingsError where nobody may look."""
    try:
        return name.is_file()
    except OSError as error:
        raise SettingsError(
            f"Cannot look for {name} in the current folder: {error.strerror}. Change to a folder "
            "that this user may read."
        ) from error
