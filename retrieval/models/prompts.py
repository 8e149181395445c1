"""What a model wants before questions and passages, where its own folder does not say so."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any, Final

QUERY: Final = "query"
PASSAGE: Final = "document"
# Families whose folders mostly lack their prefixes, though they were trained on nothing else
# (Wang et al. 2022 and 2024); the instructed ones take sentences of their user's.
_FAMILIES: Final = (
    (re.compile(r"(?<![a-z0-9])e5(?!\w)(?!.*instruct)", re.IGNORECASE), ("query: ", "passage: ")),
    (re.compile(r"(?<![a-z0-9])multilingual$"), ("query: ", "passage: ")),
)
_NAMED_IN: Final = ("_name_or_path", "name_or_path")


def prompts_of(own: dict[str, str], name: str, folder: str) -> dict[str, str]:
    """The prefixes of a model, by QUERY and PASSAGE: its own, or else those of its family.

    The family is read off the name by which the settings ask for it, or off the folder's config.
    """
    query = own.get("query", "")
    passage = next((own[each] for each in ("document", "passage", "corpus") if own.get(each)), "")
    if not query and not passage:
        for said in (Path(name).name, *_said_in(Path(folder) / "config.json")):
            query, passage = _of_family(said)
            if query:
                break
    return {QUERY: query, PASSAGE: passage}


def _of_family(name: str) -> tuple[str, str]:
    return next((each for pattern, each in _FAMILIES if pattern.search(name)), ("", ""))


def _said_in(path: Path) -> list[str]:
    try:
        values: Any = json.loads(path.read_text("utf-8"))
    except (OSError, ValueError):
        return []
    found = [values.get(key) for key in _NAMED_IN] if isinstance(values, dict) else []
    return [Path(each).name for each in found if isinstance(each, str) and each]
