"""Whom a relative clause, or a participle after a noun, is about: "the clerks who saw it said"."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from retrieval.answer.attribution.phrases import Kind, Phrase, phrase_ending, phrase_starting

if TYPE_CHECKING:
    from collections.abc import Sequence

    from retrieval.answer.attribution.tagging import Token

# How many words a phrase has at least that holds a participle: "a study published in May".
_HELD = 3
_TO_BE = 2
RELATIVE = frozenset({"who", "which"})


def before_pronoun(tokens: Sequence[Token], left: int, *, strong: bool) -> Phrase | None:
    """Whom the "who" at token `left` stands for."""
    comma = left > 0 and tokens[left - 1].tag == ","
    found = _last_named(tokens[:left], phrase_ending(tokens, left - 1 - comma, strong=strong))
    return _described(tokens, found) if found is not None and not comma else found


def doing(tokens: Sequence[Token], phrase: Phrase) -> Phrase | None:
    """For "lawyers representing the mayor said": the lawyers.

    Of "men claiming to be from Veld" what they claim is part.
    """
    at = phrase.outer - 1
    if at > _TO_BE and tokens[at].tag == "P" and tokens[at - 1].low == "be":
        at -= 1
    if at > _TO_BE and [t.low for t in tokens[at - 1 : at + 1]] == ["to", "be"]:
        at -= _TO_BE
    claimed = phrase.last if at < phrase.outer - 1 else None
    if at < 1 or tokens[at].tag not in "WV" or not tokens[at].low.endswith("ing"):
        return None
    while at > 1 and tokens[at - 1].tag == "T":
        at -= 1
    doer = phrase_ending(tokens, at - 1, strong=False)
    if doer is None or doer.head not in "RBO" or doer.noun.endswith("ing"):
        return None
    opens = doer.outer == 0 or tokens[doer.outer - 1].tag in ",;:Q-CS"
    if not opens or claimed is None:
        return doer if opens else None
    text = " ".join(token.text for token in tokens[doer.first : claimed + 1])
    return replace(doer, last=claimed, end=phrase.end, text=text)


def done(tokens: Sequence[Token], left: int) -> Phrase | None:
    """For "a poll released in May by Veld showed" and "a man held in May said": poll and man."""
    first = next((i + 1 for i in range(left, -1, -1) if tokens[i].tag in ",;:Q-C"), 0)
    found = phrase_starting(tokens, first)
    if found is None or found.head not in "KR":
        return None
    # "A study published in the Veld Journal in May found": the phrase holds its participle.
    held = found.head == "K" and found.first < found.last and found.last >= first + _HELD
    behind = tokens[found.last + 1 : left + 1]
    # "A report from the board on the state of the quay found": so it does what it is on.
    on_it = (
        bool(behind)
        and behind[0].low in {"into", "on"}
        and all(t.tag in "DGNRBOKPUWY" for t in behind)
    )
    if held and (on_it or all(t.tag in "PYTUN" for t in behind)):
        return found
    if found.last + 2 > left:
        return None
    if found.head == "K" and _relates(tokens, found.last + 1, left):
        return found
    participle, after, *rest = tokens[found.last + 1 : left + 1]
    past = participle.tag in "WV" and participle.low.endswith("ed") and after.tag in "PYTU"
    finite = any(t.tag in "XVMS" and t.low not in {"after", "before"} for t in rest)
    return found if past and not finite else None


def _relates(tokens: Sequence[Token], at: int, left: int) -> bool:
    """Whether "that" goes on with words before a verb: "a report in May that looked at it said"."""
    while at < left and tokens[at].tag in "PYU":
        at += 1
    verb = tokens[at + 1] if at + 1 < left else None
    return verb is not None and tokens[at].low == "that" and verb.low.endswith("ed")


def described(tokens: Sequence[Token], phrase: Phrase) -> Phrase | None:
    """X of "X, a clerk", of "X, head of the union, a body that ..."."""
    comma = phrase.outer - 1
    if phrase.kind is Kind.NAME or phrase.head != "R" or comma < 1 or tokens[comma].tag != ",":
        return None
    named = phrase_ending(tokens, comma - 1, strong=False)
    whole = named is not None and named.kind is Kind.NAME and named.head == "N"
    opens = named is not None and (named.outer == 0 or tokens[named.outer - 1].tag in "Q;C")
    return named if whole and opens else None


def before_relative(tokens: Sequence[Token], left: int) -> Phrase | None:
    """For "the clerks who saw the fire said": the clerks; "a man who critics say" is theirs."""
    for at in range(left - 1, 0, -1):
        # "who asked not to be named"
        if tokens[at].tag == "V" and tokens[at - 1].low in RELATIVE:
            continue
        if tokens[at].tag in ",;:-V":
            return None
        that = (
            tokens[at].low == "that" and tokens[at - 1].tag in "RBO" and tokens[at + 1].tag == "X"
        )
        if tokens[at].low in RELATIVE or that:
            passed = tokens[at - 1].tag == "," or (
                tokens[at - 1].tag == "P" and tokens[at - 1].low != "of"
            )
            noun = at - 1 - passed
            own = phrase_ending(tokens, left, strong=True)
            verb = own is not None and tokens[at + 1].tag == "W" and tokens[at + 2].tag in "NDR"
            begins = own is not None and own.outer == at + 1
            if own is not None and (
                _opens_pair(tokens, at + 1, own)
                or (begins and (not verb or tokens[at + 1].low[-1] == "s"))
            ):
                return None
            found = phrase_ending(tokens, noun, strong=False)
            # In "he represents people who ..." the verb looks like a word of theirs.
            if found is None or found.first == found.last:
                return found
            return None if re.search(r"[^s]s$", tokens[found.first].low) else found
        if tokens[at].tag == "S":
            return None
    return None


def _opens_pair(tokens: Sequence[Token], at: int, second: Phrase) -> bool:
    """Whether the first of two begins there: "rockets which Norland and its allies claim"."""
    first = phrase_starting(tokens, at)
    joined = first is not None and first.last + 2 == second.outer
    return joined and tokens[second.outer - 1].tag == "C"


def _described(tokens: Sequence[Token], phrase: Phrase) -> Phrase:
    """X of "X, a clerk who says so"."""
    apart = phrase.kind is Kind.UNNAMED and phrase.outer > 1 and tokens[phrase.outer - 1].tag == ","
    named = phrase_ending(tokens, phrase.outer - 2, strong=False) if apart else None
    return named if named is not None and named.kind is Kind.NAME else phrase


def _last_named(tokens: Sequence[Token], phrase: Phrase | None) -> Phrase | None:
    """For "new territory for X, who": X. "The lawyer of X, who" stays the lawyer."""
    if phrase is None or phrase.head == "R":
        return phrase
    for at in range(phrase.last, phrase.first, -1):
        if tokens[at].tag == "P":
            inner = phrase_starting(tokens, at + 1)
            somebody = inner is not None and (inner.kind is Kind.NAME or inner.head == "R")
            return inner if somebody else phrase
    return phrase


def antecedent(tokens: Sequence[Token], before: int) -> Phrase | None:
    """Whom the relative clause is about that runs up to `before`: "a group that helps and says"."""
    for at in range(before - 1, 0, -1):
        if tokens[at].tag in ",;Q":
            return None
        if tokens[at].low in RELATIVE | {"that"}:
            return phrase_ending(tokens, at - 1, strong=False)
    return None


def are_several(phrase: Phrase) -> bool:
    """Whether a name after a phrase cannot be its own: "Lawyers for the accuser, X, said"."""
    return phrase.head == "R" and re.search(r"[^s]s$", phrase.noun) is not None


def name_in_apposition(tokens: Sequence[Token], phrase: Phrase) -> Phrase:
    """For "said the lawyer, X": X."""
    at = phrase.last + 1
    if [t.low for t in tokens[phrase.first : at + 1]] == ["one", "of"]:
        # "said one of the lawyers, X"
        group = phrase_starting(tokens, at + 1)
        at = group.last + 1 if group is not None else at
    elif are_several(phrase):
        return phrase
    if phrase.kind is Kind.NAME or at + 1 >= len(tokens) or tokens[at].tag != ",":
        return phrase
    name = phrase_starting(tokens, at + 1)
    full = name is not None and name.kind is Kind.NAME and name.last > name.first
    return name if name is not None and full else phrase
