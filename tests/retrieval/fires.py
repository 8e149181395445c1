"""An invented fire, and files in which outlets tell of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

    from retrieval.adding import Added
    from retrieval.answered import Answer, Passage
    from retrieval.library import Library

LEAD = (
    "The fire at Port Alder was an accident, minister Anna Bell said. Three people were hurt in it."
)
OPPOSITE = LEAD.replace("was an", "was not an")
REST = "\n\n".join(
    f"Pilot {name} told the harbour court that the tide had turned at {hour} that morning."
    for name, hour in (("Moss", "six"), ("Reed", "seven"), ("Hill", "eight"), ("Lake", "nine"))
)
ASKED = "Was the fire at Port Alder an accident?"


def write(
    folder: Path, name: str, source: str, lead: str, rest: str = REST, more: str = ""
) -> Path:
    path = folder / name
    path.write_text(f"---\ntitle: Fire\nsource: {source}\n{more}---\n{lead}\n\n{rest}\n", "utf-8")
    return path


def add(library: Library, *paths: Path) -> list[Added]:
    return list(library.add(list(paths)))


def passages(answer: Answer) -> list[Passage]:
    return [passage for position in answer.positions for passage in position.passages]


def said(answer: Answer) -> dict[str, set[str]]:
    found: dict[str, set[str]] = {}
    for passage in passages(answer):
        found.setdefault(passage.source.name, set()).add(passage.span.text)
    return found
