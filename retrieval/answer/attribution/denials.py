"""Who says no in a sentence that says yes first: "clerks say it fell, which Moen denies"."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from retrieval.answer.attribution.clauses import Report
    from retrieval.answer.attribution.tagging import Token

_DENYING = frozenset({"deny", "dismiss", "dispute", "reject"})
# What was told before, in the words of whoever denies it.
_BEFORE = frozenset({"it", "that", "them", "this"})


def denial(tokens: Sequence[Token], reports: Sequence[Report]) -> Report | None:
    """The report that denies what the sentence told before it and has no words of its own."""
    return next((r for r in reports if _denies(tokens, r)), None)


def _denies(tokens: Sequence[Token], report: Report) -> bool:
    after = tokens[report.at + 1 :]
    if report.lemma not in _DENYING or report.start == 0:
        return False
    pointing = bool(after) and after[0].low in _BEFORE
    closing = after[pointing:]
    return not closing or closing[0].tag in ".,;:)"
