"""What somebody wanted or foresaw, and what was planned before: no rival of what is or was.

Prosecutors ask for a month and the judge gives fourteen days; economists foresee 77,000 jobs and
146,000 are counted; games that were to begin in July begin a year later.
"""

from __future__ import annotations

import re
from typing import Final

_FORESEES: Final = (
    r"predict\w*|forecast\w*|foresaw|foresee\w*|expect(?:ed|s|ing)|project(?:ed|s|ing)"
)
_WANTS: Final = (
    r"ask(?:ed|s|ing)?|urg(?:ed?|es|ing)|recommend\w*|request\w*|seek(?:s|ing)?|sought"
    r"|propos(?:ed?|es|ing)|demand(?:ed|s|ing)?|want(?:ed|s|ing)?|push(?:ed|es|ing)?\s+for"
    rf"|call(?:ed|s|ing)?\s+for|{_FORESEES}"
)
# From there to an amount in its clause, "to one month, followed by a year"; "the 57" are known.
_ON: Final = (
    r"\b(?:\s+(?!(?:and|but|who|which|after)\b)[^\s.;:,—–]+(?:,(?=\s+followed\s+by\b))?){0,14}"
    r"(?<!\bthe)(?<!\bthose)\s+$"
)
_WANTED: Final = re.compile(rf"\b(?:{_WANTS}){_ON}", re.IGNORECASE)
_FORESEEN: Final = re.compile(rf"\b(?:{_FORESEES}){_ON}", re.IGNORECASE)
_ASKS_THAT: Final = re.compile(
    rf"\b(?:{_WANTS}|plan\w*|could|may|might|will|would|should|going\s+to|face[sd]?|schedul\w*)\b",
    re.IGNORECASE,
)
_PLANNED: Final = re.compile(
    r"\b(?:originally|initially|previously|first)\s+(?:been\s+)?(?:scheduled|planned|due|set|slated|meant|supposed)"
    r"\b|\bhad\s+(?:originally\s+|initially\s+)?been\s+(?:scheduled|planned|due|set|slated|meant)\b"
    r"|\b(?:was|were)\s+(?:supposed|meant|slated|due|to\s+have)\b",
    re.IGNORECASE,
)
_ASKS_PLAN: Final = re.compile(
    r"\b(?:plan\w*|schedul\w*|originally|supposed|due|meant)\b", re.IGNORECASE
)


def is_wanted(asked: str, sentence: str, start: int, *, count: bool) -> bool:
    """Whether an amount that begins there is one wanted or foreseen, and another is asked for.

    A `count` is only foreseen: who is asked about four people counts four.
    """
    before = (_FORESEEN if count else _WANTED).search(sentence[:start])
    return before is not None and _ASKS_THAT.search(asked) is None


def was_planned(asked: str, sentence: str) -> bool:
    """Whether a sentence tells when something was to be, and when it is or will be is asked."""
    return _PLANNED.search(sentence) is not None and _ASKS_PLAN.search(asked) is None
