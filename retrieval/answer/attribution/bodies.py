"""Names of bodies that hold "and": "the Centers for Disease Control and Prevention".

Such words could also be two subjects, or end one clause and open another. They are taken for one
name where that is all there is before the verb: two subjects are then named together.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from retrieval.answer.attribution.tagging import Token

_AND = frozenset({"and", "&"})
_OF = frozenset({"for", "of", "on"})
# What may stand before the subject of a clause, and after a name that is no subject.
_OPENS = ",;:(Q-SC"
_CLOSES = ".,;:)Q-"


def name_before(tokens: Sequence[Token], first: int, last: int) -> int | None:
    """First token of the names that "and" joins to those from `first` to `last`, in one name."""
    if not first or tokens[first - 1].low not in _AND or tokens[first].tag not in "NB":
        return None
    if "".join(t.tag for t in tokens[max(0, first - 3) : first + 1]) == "PNCN":
        # "countries in Central and South America"
        return first - 2
    at = _start_of_list(tokens, first - 2)
    if not 0 < at < first - 1:
        return None
    before = tokens[at - 1]
    if before.tag == "D" and all(t.tag != "," for t in tokens[at:first]):
        # "on the House Oversight and Reform Committee" cannot be two.
        whole = _opens_clause(tokens, at - 1) or tokens[at - 2].tag == "P"
        return at if whole and _is_body(tokens[last]) else None
    head = at - 2
    if before.low not in _OF or head < 0 or not _is_body(tokens[head]):
        return None
    while head and tokens[head - 1].tag in "NBD":
        head -= 1
    return at if _opens_clause(tokens, head) else None


def name_after(tokens: Sequence[Token], first: int, last: int, head: int) -> int | None:
    """Last token of the names that "and" joins to a phrase; `head` is the noun that it is about.

    None where what comes after them could be their verb.
    """
    end = _end_of_list(tokens, last + 1)
    if end is None or (end + 1 < len(tokens) and tokens[end + 1].tag not in _CLOSES):
        return None
    if last == head:
        plain = tokens[last + 1].low in _AND and tokens[last].tag == "N"
        return end if plain and tokens[first].tag == "D" and _is_body(tokens[end]) else None
    attached = _is_body(tokens[head]) and tokens[head + 1].low in _OF
    return end if attached and all(t.tag == "N" for t in tokens[head + 2 : last + 1]) else None


def _is_body(token: Token) -> bool:
    return token.tag == "B" and token.text[0].isupper()


def _opens_clause(tokens: Sequence[Token], first: int) -> bool:
    return first == 0 or tokens[first - 1].tag in _OPENS


def _start_of_list(tokens: Sequence[Token], last: int) -> int:
    """First token of "Alcohol, Tobacco, Firearms", which ends at `last`; last + 1 for no names."""
    first = last + 1
    while first and (
        tokens[first - 1].tag == "N" or (first <= last and _is_body(tokens[first - 1]))
    ):
        first -= 1
        if first > 1 and tokens[first - 1].tag == "," and tokens[first - 2].tag == "N":
            first -= 1
    return first


def _end_of_list(tokens: Sequence[Token], at: int) -> int | None:
    """Last token of ", Tobacco, Firearms and Explosives", which starts at `at`."""
    while at + 1 < len(tokens) and tokens[at].tag == "," and tokens[at + 1].tag == "N":
        at += 1
        while at < len(tokens) and tokens[at].tag == "N":
            at += 1
    if at + 1 >= len(tokens) or tokens[at].low not in _AND:
        return None
    end = at
    while (
        end + 1 < len(tokens) and tokens[end + 1].tag in "NB" and tokens[end + 1].text[0].isupper()
    ):
        end += 1
    return end if end > at else None
