"""Settings from `whosays.toml`: in the current folder, or the file that WHOSAYS_CONFIG names."""

from __future__ import annotations

import os
import tomllib
from pathlib import Path
from typing import TYPE_CHECKING, Any

from pydantic_settings import InitSettingsSource

from config.dotenv import dotenv_file, is_here
from config.errors import SettingsError
from config.names import CONFIG, names, nearest

if TYPE_CHECKING:
    from pydantic_settings import BaseSettings

DEFAULT = Path("whosays.toml")


class TomlValues(InitSettingsSource):
    """A TOML file's sections. Raises SettingsError for a file or a key that cannot be used."""

    def __init__(self, settings: type[BaseSettings], path: Path | None) -> None:
        self.place = str(path)
        self._given = _read(path) if path else {}
        known = {name.dotted for name in names(settings)}
        sections = settings.model_fields
        for section, held in self._given.items():
            keys = held if isinstance(held, dict) else {}
            # A bare value under a section's name is a bad value, not an unknown name.
            given = [f"{section}.{key}" for key in keys] or [section]
            for name in given:
                if name not in known and name not in sections:
                    raise SettingsError(
                        f"Unknown setting {name} in {self.place}; "
                        f"the nearest known one is {nearest(name, known)}."
                    )
        super().__init__(settings, self._given)

    def where(self, *parts: str) -> str | None:
        """Where the setting at this path of the tree was given; None where it was not."""
        held: Any = self._given
        for part in parts:
            if not isinstance(held, dict) or part not in held:
                return None
            held = held[part]
        return f"{'.'.join(parts)} in {self.place}"


def toml(settings: type[BaseSettings]) -> TomlValues:
    """The sections of the file, if there is one."""
    named = _named_file()
    if named is None:
        return TomlValues(settings, DEFAULT if is_here(DEFAULT) else None)
    return TomlValues(settings, Path(named).expanduser())


def _named_file() -> str | None:
    for values in (os.environ, dotenv_file()):
        for name, value in values.items():
            if name.upper() == CONFIG and value:
                return value
    return None


def _read(path: Path) -> dict[str, Any]:
    try:
        return tomllib.loads(path.read_text(encoding="utf-8-sig"))
    except (OSError, UnicodeDecodeError) as error:
        raise SettingsError(f"Cannot read the settings file {path}: {error}.") from error
    except tomllib.TOMLDecodeError as error:
        raise SettingsError(f"The settings file {path} is not TOML: {error}.") from error
