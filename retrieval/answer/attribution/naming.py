"""Where a name starts among the titles, descriptions and years before it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from retrieval.answer.attribution import lexicon as lx

if TYPE_CHECKING:
    from collections.abc import Sequence

    from retrieval.answer.attribution.tagging import Token

# "the law firm Lund" is Lund.
_KINDS = frozenset(
    {"agency", "bank", "charity", "club", "company", "firm", "group", "organisation"}
    | {"organization", "retailer", "startup", "union"}
)
_YEAR = re.compile(r"(?:19|20)\d\d$")
_OFFICES = frozenset(
    {"administrator", "chair", "chairman", "chairwoman", "chief", "commissioner", "director"}
    | {"minister", "secretary", "undersecretary"}
)
# How far behind an office a name is at least, where the office is of something.
_OF_AND_MORE = 2
_HYPHENED = re.compile(r"\w[\w.]*-(?:in-[Cc]hief|[Gg]eneral|[Ee]lect)$")
# What an office is of: "Secretary of Health and Human Services", "chief of staff".
_OF_OFFICES = frozenset(
    (
        "affairs agriculture and chiefs commerce communications culture defence defense "
        "development education elections energy finance foreign health homeland housing human "
        "industry information intelligence interior joint justice labor labour national of "
        "operations police public representatives safety security services staff state the trade "
        "transport transportation treasury urban veterans"
    ).split()
)


def behind_office(tokens: Sequence[Token], first: int, last: int) -> int | None:
    """Where the name starts behind an office in a phrase: "Director of National Intelligence X"."""
    begin = first
    # "Secretary of Health and Human Services X": the phrase begins behind the "and".
    while begin > 0 and tokens[begin].low in _OF_OFFICES:
        begin -= 1
    if tokens[begin].low not in _OFFICES:
        begin = first
    for at in range(last - 1, begin - 1, -1):
        name = at + 1
        if tokens[at].tag == "R" and _of_house(tokens[first:at]):
            return name if _is_name(tokens[name : last + 1]) else None
        if tokens[at].low in _OFFICES and tokens[name].low == "of":
            while name < last and tokens[name].low in _OF_OFFICES:
                name += 1
            if name == at + _OF_AND_MORE:
                # "the Prime Minister of New Zealand"
                return None
        elif not _HYPHENED.match(tokens[at].text):
            continue
        # "A lawyer for Secretary of State X" is the lawyer.
        alone = all(token.tag != "P" for token in tokens[first:at])
        named = _is_name(tokens[name : last + 1])
        return name if alone and named and tokens[last].low not in _OF_OFFICES else None
    return None


def _of_house(tokens: Sequence[Token]) -> bool:
    """Whether words before a role are a house's name: "University of Veld Law" of a professor."""
    of = next((i for i, token in enumerate(tokens) if token.low in {"of", "for"}), 0)
    return (
        of > 0
        and all(
            token.text[0].isupper() or token.tag == "C"
            for token in (*tokens[:of], *tokens[of + 1 :])
        )
        and all(token.tag in "NBO" for token in tokens[:of])
    )


def _is_name(tokens: Sequence[Token]) -> bool:
    return all(token.tag == "N" and token.text[0].isupper() for token in tokens)


def name_start(tokens: Sequence[Token], first: int, head: int) -> int | None:
    """Where the name that ends at `head` starts, or None where the head is no name."""
    start = head
    while start > first and tokens[start - 1].tag in "NBO" and tokens[start - 1].text[0].isupper():
        start -= 1
    capital = any(t.tag == "N" or t.text[0].isupper() for t in tokens[start : head + 1])
    if not capital or not tokens[head].text[0].isupper():
        return None
    name = start
    while name < head and lx.DESCRIBING.search(tokens[name].text):
        name += 1
    dated = start == first + 1 and _YEAR.match(tokens[first].text) is not None
    described = start > first and (
        tokens[start - 1].tag in "ROWK" or tokens[start - 1].low in _KINDS
    )
    if name > start or (tokens[head].tag == "N" and (described or dated)):
        return name
    if start > first and tokens[start - 1].tag == "G" and head - start >= 1:
        return start if all(t.tag == "N" for t in tokens[start : head + 1]) else first
    determined = head == first + 1 and tokens[first].tag == "D"
    # "Authorities" has its capital from the sentence that it opens.
    if tokens[head].tag in "BO" and (determined or head == first == 0):
        return None
    return first
