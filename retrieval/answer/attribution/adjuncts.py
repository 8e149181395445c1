"""What may part a subject from its verb: auxiliaries, time and place, and asides."""

from __future__ import annotations

from typing import TYPE_CHECKING

from retrieval.answer.attribution import lexicon as lx

if TYPE_CHECKING:
    from collections.abc import Sequence

    from retrieval.answer.attribution.tagging import Token

PLATFORMS = frozenset({"Facebook", "Instagram", "Twitter"})
_DONE_WITH_WORDS = lx.ATTACHED | {"filed", "posted", "sent", "unsealed"}
# Also "were quick to say".
GOING_ON = frozenset({"began", "continued", "continues", "goes", "on", "quick", "went"})
# "Took to Twitter on Sunday to say".
TOOK = frozenset({"taken", "takes", "took"})
_WHICH_TIME = frozenset({"early", "last", "late", "next", "this"})
_WHEN = frozenset({"at", "by", "during", "in", "late", "of", "on"})
_WHERE = frozenset({"at", "during", "in", "on", "via"})
# As in "two days later".
UNITS = frozenset(
    f"{unit}{s}" for unit in ("minute", "hour", "day", "week", "month", "year") for s in ("", "s")
)
_SINCE = frozenset({"ago", "before", "earlier", "later"})
# What comes behind a participle: "accused of it", "expected to go".
_BEHIND = frozenset({"as", "by", "of", "to"})
_SPAN = 3
# The most words of "in his first remarks" before the noun.
_LONGEST = 4


def left_of(tokens: Sequence[Token], at: int) -> int:
    """The token before a verb and its adverbs, auxiliaries and negations; -1 where none is."""
    left = at - 1
    while left >= 0:
        adjunct = _start(tokens, left)
        if adjunct is None:
            break
        left = adjunct - 1
    # "Moen and Berg both said", "have all said"
    if left > 0 and tokens[left].low in {"all", "both"} and tokens[left - 1].tag in "NRBOWMX,":
        return left_of(tokens, left)
    return left


def _start(tokens: Sequence[Token], last: int) -> int | None:
    """First token of the adjunct that ends at `last`, if one does."""
    token = tokens[last]
    if token.low == "to":
        return _going_on(tokens, last)
    if (since := _since(tokens, last)) is not None:
        return since
    done = last > 0 and tokens[last - 1].tag == "K" and token.low in _DONE_WITH_WORDS
    if token.tag in "XT" or done:
        return last
    apart = "".join(t.tag for t in tokens[max(0, last - 2) : last + 1]) == ",T,"
    # "Moen for her part said", "Moen, for her part, said"
    if apart or (token.low == "part" and last > 1 and tokens[last - 2].low == "for"):
        return last - 2
    if token.tag == "Y":
        return _time(tokens, last)
    return _place(tokens, last) if token.tag == "K" or token.text in PLATFORMS else None


def _since(tokens: Sequence[Token], last: int) -> int | None:
    """As in "at first said", "three days later said"."""
    low = [t.low for t in tokens[max(0, last - 2) : last + 1]]
    if low[-2:] == ["at", "first"]:
        return last - 1
    span = len(low) == _SPAN and low[1] in UNITS and low[2] in _SINCE
    return last - 2 if span and tokens[last - 2].tag in "DU" else None


def _going_on(tokens: Sequence[Token], last: int) -> int:
    """As in "went on to say", "took to Twitter on Sunday to say"."""
    first = last
    while first and tokens[first - 1].low in GOING_ON:
        first -= 1
    at = last - 1
    if at > 0 and tokens[at].tag == "Y":
        at = _time(tokens, at) - 1
    posted = at > 1 and tokens[at].text in PLATFORMS and tokens[at - 1].low == "to"
    return at - 2 if posted and tokens[at - 2].low in TOOK else first


def _time(tokens: Sequence[Token], last: int) -> int:
    """As in "on Tuesday morning", "last week"."""
    first = last
    while first and (tokens[first - 1].tag in "YU" or tokens[first - 1].low in _WHICH_TIME):
        first -= 1
    return first - 1 if first and tokens[first - 1].low in _WHEN else first


def _place(tokens: Sequence[Token], last: int) -> int | None:
    """As in "in his remarks", "on Twitter", after a name."""
    first = last
    while last - first < _LONGEST and first and tokens[first - 1].tag in "DWNG":
        first -= 1
    after_name = first > 1 and tokens[first - 2].tag in "NR"
    return first - 1 if after_name and tokens[first - 1].low in _WHERE else None


def is_contracted(tokens: Sequence[Token], at: int, left: int) -> bool:
    """Whether "is" stands before a verb in "it's called so", "he's accused of it"."""
    behind = tokens[at + 1].low if at + 1 < len(tokens) else ""
    done = behind in _BEHIND or (left >= 0 and tokens[left].low == "it")
    return done and any(t.low == "'s" for t in tokens[left + 1 : at])
