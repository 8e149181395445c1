"""Reports by what was done: "CNN reporters saw smoke", "officials leaked it to the Post"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from retrieval.answer.attribution import lexicon as lx
from retrieval.answer.attribution.adjuncts import left_of
from retrieval.answer.attribution.clauses import Report
from retrieval.answer.attribution.phrases import phrase_starting
from retrieval.answer.attribution.subjects import subject_before

if TYPE_CHECKING:
    from collections.abc import Sequence

    from retrieval.answer.attribution.tagging import Token

_SAW = frozenset({"heard", "saw", "watched", "witnessed"})
_REPORTERS = frozenset(
    {"correspondent", "correspondents", "crew", "journalist", "journalists", "photographer"}
    | {"photographers", "reporter", "reporters", "team"}
)
_NEWS = frozenset({"details", "information", "news", "plans"})
# How far behind "leaked" an outlet is that was given it, in tokens.
_NEAR = 8


def leaked(tokens: Sequence[Token], at: int) -> Report | None:
    """The report that "leaked" at token `at` makes where an outlet was given it."""
    if tokens[at].low != "leaked":
        return None
    left = left_of(tokens, at)
    if any(t.low in lx.PASSIVE for t in tokens[left + 1 : at]):
        return None
    near = range(at + 1, min(at + _NEAR, len(tokens) - 1))
    # Who leaks a memo is told of.
    if not any(tokens[i].low in _NEWS for i in near):
        return None
    to = next((i for i in near if tokens[i].low == "to"), None)
    outlet = phrase_starting(tokens, to + 1) if to is not None else None
    source = subject_before(tokens, left, strong=False)
    if source is None or outlet is None or not lx.OUTLET_NAME.search(outlet.text):
        return None
    start, end = tokens[source.outer].start, tokens[-1].end
    return Report(source, "leak", at, start, end, told=outlet)


def witnessed(tokens: Sequence[Token], at: int) -> Report | None:
    """The report that "saw" at token `at` makes where reporters of an outlet saw it."""
    if tokens[at].low not in _SAW or not at:
        return None
    seen = subject_before(tokens, left_of(tokens, at), strong=False)
    if seen is None or seen.noun not in _REPORTERS or not lx.OUTLET_NAME.search(seen.text):
        return None
    return Report(seen, "see", at, tokens[seen.outer].start, tokens[-1].end)
