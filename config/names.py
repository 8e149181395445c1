"""The names of the settings, and the nearest known one to a name that is not."""

from __future__ import annotations

from dataclasses import dataclass
from difflib import get_close_matches
from typing import TYPE_CHECKING

from pydantic import BaseModel

if TYPE_CHECKING:
    from collections.abc import Collection

    from pydantic.fields import FieldInfo

PREFIX = "WHOSAYS_"
DELIMITER = "__"
CONFIG = PREFIX + "CONFIG"


@dataclass(frozen=True, slots=True)
class Name:
    """One setting: its section, its key there and what pydantic knows of it."""

    section: str
    key: str
    field: FieldInfo

    @property
    def dotted(self) -> str:
        """As messages and the documentation call it: `library.path`."""
        return f"{self.section}.{self.key}"

    @property
    def environment(self) -> str:
        """As the environment, `.env` and secrets call it: `WHOSAYS_LIBRARY__PATH`."""
        return environment_name(self.section, self.key)


def environment_name(*parts: str) -> str:
    """The environment's name for a path through the tree."""
    return PREFIX + DELIMITER.join(parts).upper()


def names(settings: type[BaseModel]) -> tuple[Name, ...]:
    """Every setting of a tree of sections, in its order."""
    return tuple(
        Name(section, key, field)
        for section, holder in settings.model_fields.items()
        for key, field in _section(holder).model_fields.items()
    )


def nearest(name: str, known: Collection[str]) -> str:
    """The known name most like `name` (difflib's ratio); `known` is not empty."""
    return get_close_matches(name, known, n=1, cutoff=0.0)[0]


def _section(field: FieldInfo) -> type[BaseModel]:
    section = field.annotation
    if not (isinstance(section, type) and issubclass(section, BaseModel)):
        raise TypeError("every field of the settings is a section")
    return section
