"""What an outlet's own reporters saw is the outlet's report: "CNN reporters saw smoke"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from retrieval.answer.attribution import lexicon as lx
from retrieval.answer.attribution.adjuncts import left_of
from retrieval.answer.attribution.clauses import Report
from retrieval.answer.attribution.subjects import subject_before

if TYPE_CHECKING:
    from collections.abc import Sequence

    from retrieval.answer.attribution.tagging import Token

_SAW = frozenset({"heard", "saw", "watched", "witnessed"})
_REPORTERS = frozenset(
    {"correspondent", "correspondents", "crew", "journalist", "journalists", "photographer"}
    | {"photographers", "reporter", "reporters", "team"}
)


def witnessed(tokens: Sequence[Token], at: int) -> Report | None:
    """The report that "saw" at token `at` makes where reporters of an outlet saw it."""
    if tokens[at].low not in _SAW or not at:
        return None
    seen = subject_before(tokens, left_of(tokens, at), strong=False)
    if seen is None or seen.noun not in _REPORTERS or not lx.OUTLET_NAME.search(seen.text):
        return None
    return Report(seen, "see", at, tokens[seen.outer].start, tokens[-1].end)
