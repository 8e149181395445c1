"""Which of two a question in German, French, Spanish, Russian or Ukrainian asks for.

As in English where both cannot be meant: words that exclude each other, two numbers, "or only", a
clause of its own behind the "or", and "was it the one or the other".
"""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from itertools import permutations
from typing import Any, Final

# Behind a few words more, and behind the "or" a few small ones.
_NEAR: Final = r"(?:\s+(?!{or})[^\s,]+){{0,3}}?"
_SMALL: Final = r"(?:\S{1,4}\s+){0,3}?"
_PARTY: Final = r"(?:[^\s,]+\s+)?[^\s,]+"
# With more words behind it both may: "... einen Sitz".
_ALONE: Final = r"(?=\s+\S+$|$)"
_NUMBER: Final = r"\d[\d.,\s]*(?:[^\W\d]+\s+){0,2}"


@dataclass(frozen=True, slots=True)
class _Rules:
    any: re.Pattern[str]
    which: tuple[re.Pattern[str], ...]


def asks_which_abroad(core: str, code: str) -> bool:
    """Whether a question in one of LANGUAGES, without marks at its end, asks which of two is so."""
    rules = _rules(code)
    return any(each.search(core) for each in rules.which) and rules.any.search(core) is None


@cache
def _rules(code: str) -> _Rules:
    path = files(__package__).joinpath("alternatives.toml")
    table: dict[str, Any] = tomllib.loads(path.read_text("utf-8"))[code]
    either = rf",?\s+(?:{table['or']})\s+"
    near = _NEAR.format(**{"or": rf"(?:{table['or']})\s"})
    opposed = [
        rf"(?<!\w)(?:{one}){near}{either}{_SMALL}(?:{other})(?!\w)"
        for sides in table["sides"]
        for one, other in permutations(sides, 2)
    ]
    patterns = [
        *opposed,
        rf"{either}(?:{table['clause']}|(?:{table['only']})\s+\w)",
        rf"^(?:{table['is_it']}).*{either}\w",
        rf"(?<!\w){_NUMBER}{either}(?:\S{{1,4}}\s+)?\d",
        rf"^(?:\S+\s+){{0,2}}{_PARTY}{either}{_PARTY}\s+(?:{table['wins']})(?!\w){_ALONE}",
        rf"^(?:{table['wins']})\s+{_PARTY}{either}{_PARTY}$",
        rf"^{_PARTY}{either}{_PARTY},?\s+¿?(?:{table['who']})\s",
    ]
    return _Rules(
        any=re.compile(rf"(?<!\w)(?:{table['any']})(?!\w)|\"", re.IGNORECASE),
        which=tuple(re.compile(each, re.IGNORECASE) for each in patterns),
    )
