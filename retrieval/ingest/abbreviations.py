"""Full stops that end no sentence in German, French, Spanish, Russian and Ukrainian.

Punkt learnt from English. What it cuts in other languages is mostly behind the abbreviations of
`abbreviations.toml`, ordinals and days; whatever goes on in lower case ends there as little.
"""

from __future__ import annotations

import re
import tomllib
from functools import cache
from importlib.resources import files
from typing import Final

from babel import Locale

LANGUAGES: Final = ("de", "fr", "es", "ru", "uk")
GERMAN: Final = "de"
# What stands before an ordinal in German: "am 3.", "der 118.", "König Ludwig XIV." has its own.
_ORDINAL: Final = re.compile(
    r"(?:\b(?:am|an|dem|den|der|des|die|das|vom|zum|zur|im|ins|beim|bis|ab|seit|jede[rmns]?|ihre[rmns]?"
    r"|seine[rmns]?|eine[rmns]?|diese[rmns]?)|\d\.|[,–/])\s?\d{1,3}\.$",
    re.IGNORECASE,
)
_NUMBER: Final = re.compile(r"(?<!\d)\d{1,2}\.$")
# "5. 11. 2024", and "3. Mai" in whatever language has that.
_DATE_GOES_ON: Final = re.compile(r"\d{1,4}\b")


def ends_nothing(before: str, after: str, language: str) -> bool:
    """Whether the full stop that `before` ends with ends no sentence, by what comes `after`.

    False for a language that is none of LANGUAGES, and where no full stop is.
    """
    if language not in LANGUAGES or not before.endswith("."):
        return False
    if after[:1].islower():
        return True
    if _NUMBER.search(before) and (_month(language).match(after) or _DATE_GOES_ON.match(after)):
        return True
    if language == GERMAN and _ORDINAL.search(before) and after[:1].isupper():
        return True
    never, numbered = _patterns(language)
    return bool(never.search(before) or (after[:1].isdigit() and numbered.search(before)))


@cache
def _month(language: str) -> re.Pattern[str]:
    names = Locale(language).months["format"]["wide"].values()
    return re.compile(rf"(?:{'|'.join(map(re.escape, names))})\b", re.IGNORECASE)


@cache
def _patterns(language: str) -> tuple[re.Pattern[str], re.Pattern[str]]:
    """What ends no sentence at all, and what ends none before a digit."""
    path = files("retrieval.ingest").joinpath("abbreviations.toml")
    table = tomllib.loads(path.read_text("utf-8"))[language]
    never = [rf"(?:^|[^\w.])(?:{'|'.join(table['never'].split())})\.$"]
    # Abbreviations of two: "z. B.", "d. h.", "p. ex.", "т. е.", "т. зв."; "т. д." may end one.
    never.append(r"\b(?:[zdiusv]|p|т)\.\s?(?:B|h|d|a|ex|ej|е|к|н|зв)\.$")
    if table["letters"]:
        # With a capital it is an initial, and those Punkt knows.
        never.append(rf"(?:^|[^\w.\s]\s?|[^\W\d]\s)[{table['letters']}]\.$")
    numbered = rf"(?:^|[^\w.])(?:{'|'.join(table['numbered'].split())})\.$"
    return (
        re.compile("|".join(never), re.IGNORECASE),
        re.compile(numbered, re.IGNORECASE),
    )
