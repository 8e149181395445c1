"""Settings by name and value: the environment, and what `.env` and secret files share with it."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

from pydantic_settings import EnvSettingsSource

from config.errors import SettingsError
from config.names import CONFIG, PREFIX, environment_name, names, nearest

if TYPE_CHECKING:
    from collections.abc import Mapping

    from pydantic_settings import BaseSettings


class NamedValues(EnvSettingsSource):
    """Values under WHOSAYS_SECTION__FIELD names, whatever the case; an empty value is none.

    `place` is where they stand, for messages. Raises SettingsError for an unknown WHOSAYS_ name.
    """

    def __init__(
        self, settings: type[BaseSettings], values: Mapping[str, str | None], place: str
    ) -> None:
        self._given = {
            name.upper(): value
            for name, value in values.items()
            if name.upper().startswith(PREFIX) and value
        }
        self.place = place
        known = {name.environment for name in names(settings)}
        for name in values:
            if name.upper().startswith(PREFIX) and name.upper() not in known | {CONFIG}:
                raise SettingsError(
                    f"Unknown setting {name} in {place}; "
                    f"the nearest known one is {nearest(name.upper(), known)}."
                )
        super().__init__(
            settings,
            case_sensitive=False,
            env_prefix=PREFIX,
            env_nested_delimiter="__",
            env_ignore_empty=True,
        )

    def _load_env_vars(self) -> Mapping[str, str | None]:
        return {name.lower(): value for name, value in self._given.items()}

    def where(self, *parts: str) -> str | None:
        """Where the setting at this path of the tree was given; None where it was not."""
        name = environment_name(*parts)
        return f"{name} in {self.place}" if name in self._given else None


def environment(settings: type[BaseSettings]) -> NamedValues:
    """The process's environment."""
    return NamedValues(settings, os.environ, "the environment")
