"""Which languages the models of the settings read, without loading them."""

from __future__ import annotations

import json
from importlib.resources import as_file, files
from typing import TYPE_CHECKING, Any, Final

from retrieval.errors import ModelError

if TYPE_CHECKING:
    from pathlib import Path

    from config.settings import ModelSettings

ANY: Final = "*"
ENGLISH: Final = frozenset({"en"})
SHIPPED: Final = "whosays"
_CONFIG: Final = "config.json"


def languages_read(settings: ModelSettings) -> tuple[str, ...]:
    """The languages of the settings that the stance model reads as well, ISO 639-1; `*` for any.

    A model of others does not say which it reads: of that the settings alone know. Raises
    ModelError where the two have none in common.
    """
    if settings.stance != SHIPPED:
        return settings.languages
    with as_file(files("retrieval.models") / "weights" / "stance") as folder:
        own = languages_stated(folder)
    read = common(settings.languages, own)
    if not read:
        raise ModelError(
            f"The stance model reads {', '.join(sorted(own))} and WHOSAYS_MODELS__LANGUAGES has "
            f"{', '.join(settings.languages)}: name one that it reads, or another stance model."
        )
    return read


def common(languages: tuple[str, ...], own: frozenset[str]) -> tuple[str, ...]:
    """The languages that are among a model's own, in order; `*` on either side is any."""
    if ANY in own:
        return languages
    if ANY in languages:
        return tuple(sorted(own))
    return tuple(each for each in languages if each in own)


def languages_stated(folder: Path) -> frozenset[str]:
    """What a shipped model's config.json states as `languages`; English where it states none.

    Raises ValueError for what is no list of them.
    """
    try:
        values: Any = json.loads((folder / _CONFIG).read_text("utf-8"))
    except (OSError, ValueError):
        # Whoever loads the model says what is wrong with it.
        return ENGLISH
    stated = values.get("languages") if isinstance(values, dict) else None
    if stated is None:
        return ENGLISH
    if not isinstance(stated, list) or not all(isinstance(each, str) for each in stated):
        raise ValueError(f"languages are {stated!r}, not a list of codes")
    return frozenset(stated) or ENGLISH
