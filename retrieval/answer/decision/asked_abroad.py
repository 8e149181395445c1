"""Whose words a question in German, French, Spanish, Russian or Ukrainian asks for."""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING, Any, Final

if TYPE_CHECKING:
    from retrieval.answer.question.question import Question

_WORD: Final = r"[^\W\d_][\w.'’-]*"
# A longer party holds more than a name.
_PARTY: Final = rf"(?P<party>{_WORD}(?:\s+{_WORD}){{0,3}}?)"


@dataclass(frozen=True, slots=True)
class Heard:
    """The party whose words are asked for, and whether they are whatever matter they are on."""

    party: str
    on_anything: bool


def heard(question: Question) -> Heard | None:
    """Who is asked to be heard; None where nobody is, or who is named by no name."""
    forms, nobody = _rules(question.language)
    text = " ".join(question.canonical.rstrip("?. ").replace("’", "'").split())
    for form in forms:
        found = form.fullmatch(text)
        if found is not None and nobody.match(found["party"]) is None:
            at = slice(*found.span("party"))
            is_says = found["says"] is not None
            return Heard(text[at], on_anything=is_says and found["rest"] is None)
    return None


@cache
def _rules(code: str) -> tuple[tuple[re.Pattern[str], ...], re.Pattern[str]]:
    path = files(__package__).joinpath("asked.toml")
    table: dict[str, Any] = tomllib.loads(path.read_text("utf-8"))[code]
    parts = {
        "{party}": _PARTY,
        "{rest}": rf"(?P<rest>(?:{table['on']})(?!\w).*)",
        "{has}": rf"(?:{table['has']})",
        "{says}": rf"(?:(?P<says>{table['says']})|{table['thinks']})",
        "{said}": rf"(?:(?P<says>{table['said']})|{table['thought']})",
    }
    forms = []
    for form in table["forms"]:
        made = form
        for name, part in parts.items():
            made = made.replace(name, part)
        forms.append(re.compile(made, re.IGNORECASE))
    return tuple(forms), re.compile(rf"(?:{table['nobody']})(?!\w)", re.IGNORECASE)
