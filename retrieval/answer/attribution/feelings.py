"""Reports without a verb of reporting: "X is confident that ...", "X made clear that ..."."""

from __future__ import annotations

from typing import TYPE_CHECKING

from retrieval.answer.attribution.adjuncts import left_of
from retrieval.answer.attribution.clauses import Report
from retrieval.answer.attribution.phrases import Kind
from retrieval.answer.attribution.subjects import subject_before

if TYPE_CHECKING:
    from collections.abc import Sequence

    from retrieval.answer.attribution.tagging import Token

_SURE = frozenset(
    {"adamant", "afraid", "certain", "concerned", "confident", "convinced", "doubtful", "hopeful"}
    | {"optimistic", "skeptical", "sceptical", "sure", "worried"}
)
_BEING = frozenset(
    {"am", "are", "be", "been", "is", "remain", "remained", "remains", "was", "were"}
)
# "Refused to say whether it fell" leaves open what was asked.
_KEPT = frozenset({"declined", "declines", "refused", "refuses"})
_WHETHER = frozenset({"how", "if", "what", "when", "where", "whether", "who", "why"})
_MADE = frozenset({"made", "make", "makes", "making"})


def felt(tokens: Sequence[Token], at: int) -> Report | None:
    """The report that the word at `at` makes with the clause after it."""
    after = tokens[at + 1].low if at + 1 < len(tokens) else ""
    if at and tokens[at].low in _KEPT and after == "to":
        return _withheld(tokens, at)
    if after != "that" or at < 1:
        return None
    token = tokens[at]
    left = left_of(tokens, at)
    if token.low == "clear":
        made = at - 1 if tokens[at - 1].low in _MADE else at - 2
        if made < 1 or tokens[made].low not in _MADE:
            return None
        left = left_of(tokens, made)
    elif token.low not in _SURE or not any(t.low in _BEING for t in tokens[left:at]):
        return None
    subject = subject_before(tokens, left, strong=False)
    if subject is None or subject.noun in {"it", "that", "this"}:
        return None
    # "Such that experts say they are sure that": theirs is the content of what is said.
    inner = subject.outer > 0 and tokens[subject.outer - 1].tag in (
        "SV" if subject.kind is Kind.PRONOUN else "S"
    )
    start = (
        0 if subject.outer and tokens[subject.outer - 1].tag == "," else tokens[subject.outer].start
    )
    return Report(subject, "believe", at, start, tokens[-1].end, inner=inner)


def _withheld(tokens: Sequence[Token], at: int) -> Report | None:
    said = [t.low for t in tokens[at + 2 : at + 4]]
    subject = subject_before(tokens, left_of(tokens, at), strong=False)
    if len(said) < len("to") or said[0] != "say" or said[1] not in _WHETHER or subject is None:
        return None
    return Report(subject, "say", at + 2, tokens[subject.outer].start, tokens[-1].end)
