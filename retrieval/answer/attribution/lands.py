"""What stands before a country's name and makes no other name of it: "Sunni Veldland"."""

from __future__ import annotations

from functools import cache

from retrieval.answer.attribution import lexicon as lx
from retrieval.answer.language.countries import rows

_GIVEN = lx.HIS_NAMES | lx.HER_NAMES


def is_described(name: str, full: str) -> bool:
    """Whether a fuller name is that of a country with a word before it; "Michael Jordan" is not."""
    return name in _lands() and full.split(maxsplit=1)[0].lower() not in _GIVEN


@cache
def _lands() -> frozenset[str]:
    return frozenset(row[0] for row in rows() if " " not in row[0])
