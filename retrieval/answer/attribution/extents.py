"""How far a noun phrase reaches that starts at a token."""

from __future__ import annotations

from typing import TYPE_CHECKING

from retrieval.answer.attribution import lexicon as lx

if TYPE_CHECKING:
    from collections.abc import Sequence

    from retrieval.answer.attribution.tagging import Token

# Letters of a simple noun phrase without its determiner, and of the nouns that can head it.
_BASE = "NRBOKGUWT"
_NOUNS = "NRBOK"
# Of those that may come after a month: "a November poll", "an April 2018 poll".
_DATED = _NOUNS + "U"
# How many words a phrase that starts at a token is followed for, with and without a noun known.
_LONGEST, _LONGEST_UNKNOWN = 9, 3
_OF = frozenset({"for", "of"})
# Whose officials are named with those of another: "state and federal officials".
_LEVELS = frozenset({"city", "company", "congress", "council", "county", "government", "state"})
_DEEDS = lx.PASTS | lx.PASTS_TOO
_JOINING = frozenset({"and", "or"})
# How many words a title may have between the name of a house and that of who bears it.
_LONGEST_TITLE = 4


def base_end(tokens: Sequence[Token], first: int) -> int | None:
    """Last token of the simple noun phrase that starts at a token, without what is attached."""
    at = first
    while at < len(tokens) and tokens[at].tag in "DU":
        at += 1
    # "a November poll"
    if first < at < len(tokens) - 1 and tokens[at].tag == "Y" and tokens[at + 1].tag in _DATED:
        at += 1
    if at >= len(tokens) or tokens[at].tag not in _BASE:
        if at > first and tokens[at - 1].low in lx.QUANTITIES:
            return at - 1
        return None
    end = _run_end(tokens, at)
    nouns = [i for i in range(at, min(end, at + _LONGEST)) if _is_noun(tokens, i)]
    if nouns:
        # "his Facebook page" ends in a noun that no list holds.
        last = nouns[-1] + 1
        ends = last + 1 >= len(tokens) or tokens[last + 1].tag in ".,;:Q"
        whole = at > first and last == end - 1 and tokens[last].tag == "W" and ends
        return (
            last
            if whole and tokens[last - 1].tag == "N"
            else _joined(tokens, nouns[-1], alone=at == first)
        )
    words = [i for i in range(at, min(end, at + _LONGEST_UNKNOWN)) if tokens[i].tag in "WU"]
    if not words:
        return None
    both = _described_twice(tokens, words[-1])
    return both if both is not None else words[-1]


def _described_twice(tokens: Sequence[Token], last: int) -> int | None:
    """The officials of "current and former officials", whose first word ends at `last`."""
    after = last + 2
    if (
        after >= len(tokens)
        or tokens[last + 1].low not in _JOINING
        or tokens[after].tag not in "WB"
    ):
        return None
    end = base_end(tokens, after)
    if end is None or end == after or tokens[end].tag != "R":
        return None
    return end if tokens[end].low.endswith("s") else None


def _is_noun(tokens: Sequence[Token], at: int) -> bool:
    """Whether a token can head a phrase; "Mr." of "Mr. Moen’s argument" cannot."""
    title = tokens[at].tag == "R" and at + 1 < len(tokens) and tokens[at + 1].tag == "G"
    return tokens[at].tag in _NOUNS and not title and not _describes(tokens, at)


def _describes(tokens: Sequence[Token], at: int) -> bool:
    """Whether a people's name describes a noun that no list holds: "Canadian threats"."""
    after = tokens[at + 1] if at + 1 < len(tokens) else None
    plural = (
        after is not None and after.tag == "W" and after.text.islower() and after.low[-1] == "s"
    )
    alone = at == 0 or tokens[at - 1].tag != "N"
    return (
        plural
        and alone
        and tokens[at].tag == "N"
        and lx.OF_A_PEOPLE.match(tokens[at].low) is not None
    )


def _joined(tokens: Sequence[Token], noun: int, *, alone: bool) -> int:
    """For "founder and editor X", and without an article "clerk and CNN editor X": up to X."""
    after = noun + 2
    if alone and tokens[noun].low in _LEVELS:
        # "state and local officials"
        both = _described_twice(tokens, noun)
        return both if both is not None else noun
    if tokens[noun].tag != "R" or after >= len(tokens) or tokens[noun + 1].tag != "C":
        return noun
    titled = tokens[after].tag == "R" or (
        alone and any(t.tag == "R" for t in tokens[after + 1 : after + _LONGEST_TITLE - 1])
    )
    joined = base_end(tokens, after) if titled else None
    return joined if joined is not None and tokens[joined].tag == "N" else noun


def _run_end(tokens: Sequence[Token], at: int) -> int:
    seen_name = False
    while at < len(tokens) and tokens[at].tag in _BASE:
        if seen_name and tokens[at].tag in "WT" and not _is_title(tokens, at):
            break
        named = tokens[at].tag == "N" and tokens[at - 1].tag != "D"
        seen_name = seen_name or (named and not _describes(tokens, at))
        at += 1
    return at


def _is_title(tokens: Sequence[Token], at: int) -> bool:
    """As in "said Veld University law professor Ida Moen", "said Acme senior adviser X"."""
    for last in range(at + 1, min(at + _LONGEST_TITLE, len(tokens) - 1)):
        if tokens[last].tag == "R" and tokens[last].text[0].islower():
            # "according to Veld harbour officials", but "Moen met reporters"
            several = tokens[last].low.endswith("s") and not _is_done(tokens[at : last + 1])
            return tokens[last + 1].tag == "N" or several
        if tokens[last].tag not in "WB" or tokens[last].text[0].isupper():
            return False
    return False


def _is_done(tokens: Sequence[Token]) -> bool:
    """Whether one of some words is rather a verb: "met reporters", "meets reporters"."""
    return any(t.tag == "W" and (t.low.endswith(("ed", "s")) or t.low in _DEEDS) for t in tokens)


def attachment(tokens: Sequence[Token], last: int) -> int | None:
    """Last token of what a preposition attaches to a phrase that ends at `last`."""
    at = last + 1
    if at < len(tokens) and tokens[at].low in lx.ATTACHED:
        at += 1
    if at >= len(tokens) or tokens[at].tag != "P":
        return None
    # "briefed on the talks" is a description, "said X on Monday" is not.
    if tokens[at].low in {"on", "about"} and at == last + 1:
        return None
    # "A study by the University of Lund of 140 schools": those who were studied are no part of it.
    after = tokens[at + 1].text if at + 1 < len(tokens) else ""
    if tokens[at].low in _OF and after[:1].isdigit() and tokens[last].text[0].isupper():
        return None
    inner = base_end(tokens, at + 1)
    if inner is None or tokens[inner].tag != "K":
        return inner
    # "Department of Energy data" is its name, and what it gave out.
    name = inner - 1
    while tokens[name].tag == "K":
        name -= 1
    if tokens[at].low in _OF and name > at and tokens[name].text[0].isupper():
        return name
    # "said the government in a statement": where it was said is no part of who said it.
    return None


def _to_mark(tokens: Sequence[Token], at: int) -> int:
    """The last token before the next mark."""
    while at + 1 < len(tokens) and tokens[at + 1].tag not in ".,;:Q-":
        at += 1
    return at


def who_clause(tokens: Sequence[Token], last: int) -> int | None:
    """Last token of the clause with "who" that follows a phrase that ends at `last`."""
    at = last + 1
    if at >= len(tokens) or tokens[at].low != "who":
        return None
    acts = False
    while at + 1 < len(tokens) and tokens[at + 1].tag not in ".,;:Q-":
        after = tokens[at + 1]
        # "The woman who says she is Moen's daughter streamed it": what she did is no part of it.
        # In "who noted that the clerk walked" the clerk did.
        if acts and after.tag == "W" and after.low.endswith("ed") and tokens[at].tag == "R":
            return at
        if tokens[at].low == "that":
            return _to_mark(tokens, at)
        acts = acts or tokens[at].tag in "VX"
        at += 1
    return at
