"""Settings from the files that Docker and Kubernetes mount, one file a value."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from config.environment import NamedValues
from config.errors import SettingsError
from config.names import PREFIX

if TYPE_CHECKING:
    from pydantic_settings import BaseSettings

SECRETS = Path("/run/secrets")


def secrets(settings: type[BaseSettings]) -> NamedValues:
    """The files named WHOSAYS_SECTION__FIELD, in any case; white space around a value is dropped.

    Raises SettingsError where one cannot be read.
    """
    try:
        files = [path for path in SECRETS.iterdir() if path.is_file()]
    except OSError:
        files = []
    return NamedValues(
        settings,
        {path.name: _read(path) for path in files if path.name.upper().startswith(PREFIX)},
        str(SECRETS),
    )


def _read(path: Path) -> str:
    try:
        return path.read_text(encoding="utf-8").strip()
    except (OSError, UnicodeDecodeError) as error:
        raise SettingsError(f"Cannot read the secret {path}: {error}.") from error
