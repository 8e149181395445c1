"""Reports of which no more is known than that there are some: "reports emerged that ..."."""

from __future__ import annotations

from typing import TYPE_CHECKING

from retrieval.answer.attribution.clauses import Report
from retrieval.answer.attribution.phrases import phrase_ending

if TYPE_CHECKING:
    from collections.abc import Sequence

    from retrieval.answer.attribution.tagging import Token

_CAME_UP = frozenset({"circulated", "emerged", "spread", "surfaced", "swirled"})


def rumoured(tokens: Sequence[Token], at: int) -> Report | None:
    """The report that "emerged" at token `at` makes with the clause after it."""
    if tokens[at].low not in _CAME_UP or not at or tokens[at - 1].tag != "K":
        return None
    that = at + 1
    # "emerged on Friday that"
    while that < len(tokens) and tokens[that].tag in "PYTU":
        that += 1
    told = phrase_ending(tokens, at - 1, strong=True)
    if told is None or that >= len(tokens) or tokens[that].low != "that":
        return None
    inner = told.outer > 0 and tokens[told.outer - 1].tag == "S"
    return Report(told, "emerge", at, tokens[told.outer].start, tokens[-1].end, inner=inner)
