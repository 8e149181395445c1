"""Sentences whose news is told in a clause within them: "It comes days after X said so"."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from retrieval.answer.attribution.clauses import Report
    from retrieval.answer.attribution.tagging import Token

# "The dustup began when", "the visit comes days after".
_CAME = frozenset({"began", "came", "come", "comes", "follows"})
# "The demand was made after".
_MADE = frozenset({"announced", "issued", "made", "posted", "released", "sent"})
_WAS = frozenset({"was", "were"})
_OPENERS = frozenset({"after", "amid", "as", "when"})
_UNITS = frozenset({"days", "hours", "minutes", "months", "weeks"})
# How far into a sentence its verb may be, and how far behind it the opener, in tokens.
_EARLY, _NEAR = 8, 5


def told_within(tokens: Sequence[Token], reports: Sequence[Report]) -> Report | None:
    """The report of the clause in which is told what a sentence tells, as nobody says the rest."""
    at = _occasion(tokens)
    if at is None:
        return next((r for r in reports if r.inner and _blames(tokens, r)), None)
    inside = (r for r in reports if r.inner and tokens[at].start <= r.start < r.end)
    # In "as it grows between the board and clerks who say so" the clerks are told of.
    return next((r for r in inside if _after(tokens, r) != "who"), None)


def _blames(tokens: Sequence[Token], report: Report) -> bool:
    """Whether what is told before is blamed on somebody: "the leak, which Moen blamed on Lund"."""
    return report.lemma == "blame" and "on" in [t.low for t in tokens[report.at + 1 :][:1]]


def _after(tokens: Sequence[Token], report: Report) -> str:
    """The word behind who speaks."""
    return tokens[min(report.speaker.last + 1, len(tokens) - 1)].low


def _occasion(tokens: Sequence[Token]) -> int | None:
    """Where the clause with "after" opens behind a verb that says only that something came."""
    for at in range(1, min(_EARLY, len(tokens))):
        came = tokens[at].low in _CAME
        if not came and not (tokens[at].low in _MADE and tokens[at - 1].low in _WAS):
            continue
        if tokens[at].low == "follows":
            return at
        for after in range(at + 1, min(at + _NEAR, len(tokens))):
            if tokens[after].low in _OPENERS:
                return after
            if tokens[after].tag not in "DUTYP" and tokens[after].low not in _UNITS:
                break
        return None
    return None
