"""What every section of the settings is made of."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Annotated

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, IPvAnyNetwork
from pydantic_settings import NoDecode


def _folder(value: object) -> object:
    if not isinstance(value, str):
        return value
    if not value.strip() or "\0" in value:
        raise ValueError("not the name of a folder")
    try:
        return Path(value).expanduser()
    except RuntimeError as error:
        raise ValueError(str(error)) from error


Folder = Annotated[Path, BeforeValidator(_folder)]


class Section(BaseModel):
    """A section: unknown names are errors, values do not change after start."""

    model_config = ConfigDict(extra="forbid", frozen=True)


def _listed(value: object) -> object:
    if not isinstance(value, str):
        return value
    return re.split(r"[\s,]+", value.strip(" []")) if value.strip(" []") else []


# Discord's ids have 64 bits.
_Id = Annotated[int, Field(ge=0, lt=1 << 64)]

Numbers = Annotated[tuple[_Id, ...], NoDecode, BeforeValidator(_listed)]
"""Whole numbers; in the environment separated by commas or white space."""

Words = Annotated[tuple[str, ...], NoDecode, BeforeValidator(_listed)]
"""Words, separated in the same way."""

Networks = Annotated[tuple[IPvAnyNetwork, ...], NoDecode, BeforeValidator(_listed)]
"""Ranges of IP addresses such as 10.0.0.0/8, separated in the same way."""
