"""Noun phrases over tagged tokens: who could be speaking, and what kind of name that is."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import Enum
from typing import TYPE_CHECKING

from retrieval.answer.attribution import lexicon as lx
from retrieval.answer.attribution.bodies import name_after, name_before
from retrieval.answer.attribution.extents import attachment, base_end, who_clause
from retrieval.answer.attribution.naming import behind_office, name_start
from retrieval.answer.attribution.tagging import Token, without_genitive

if TYPE_CHECKING:
    from collections.abc import Sequence

# Letters of a simple noun phrase without its determiner.
_BASE = "NRBOKGUWT"
_BEFORE_ARTICLES = frozenset({"all", "both", "half"})


class Kind(Enum):
    """What a phrase names: somebody by name, by a role to be looked up, or nobody in particular."""

    NAME = "name"
    ROLE = "role"
    PRONOUN = "pronoun"
    UNNAMED = "unnamed"


@dataclass(frozen=True, slots=True)
class Phrase:
    """A noun phrase: tokens first to last, offsets in the sentence, letter and word of its head.

    `outer` is the first token of the title that was cut ("spokesperson Dmitry Peskov"), `owner`
    the offsets of the name before a genitive ("Verstka" in "Verstka's source").
    """

    first: int
    last: int
    start: int
    end: int
    text: str
    kind: Kind
    head: str
    noun: str
    outer: int
    owner: tuple[int, int] | None = None


def phrase_ending(tokens: Sequence[Token], last: int, *, strong: bool) -> Phrase | None:
    """The noun phrase that ends with token `last` and can be the subject of a verb after it.

    `strong` admits any noun as its head; otherwise a person, an outlet, an institution or a name.
    """
    if last < 0:
        return None
    if tokens[last].tag == "M":
        return _build(tokens, last, last, last)
    first = _base_start(tokens, last)
    if first is None:
        return None
    head = last
    while first > 0 and (outer := _attached_to(tokens, first)) is not None:
        outer_first = _base_start(tokens, outer)
        if outer_first is None:
            break
        first, head = outer_first, outer
    inside = first > 0 and tokens[first - 1].tag == "P" and tokens[head].tag not in "RBON"
    # "$20 per member of the club", "less than the mayor said"
    inside = inside or (first > 0 and tokens[first - 1].low in {"per", "than"})
    if inside or _placed(tokens, head, last):
        return None
    first = _agreeing(tokens, first, head)
    if tokens[head].tag in "RBONKGD" or (strong and _bounded(tokens, first, head)):
        return _build(tokens, first, last, head)
    return None


def _placed(tokens: Sequence[Token], head: int, last: int) -> bool:
    """Whether a name and what is no part of it end there: "Moen in next year's vote"."""
    if head == last or tokens[head].tag != "N" or tokens[head + 1].low == "of":
        return False
    return tokens[last].tag in "WBK" and tokens[last].text[0].islower()


def _agreeing(tokens: Sequence[Token], first: int, head: int) -> int:
    """For "a word critics": only "critics", as a plural takes no "a"."""
    singular = tokens[first].low in {"a", "an", "this"}
    plural = re.search(r"[^s’']s$|people$", tokens[head].text) and tokens[head].tag in "RB"
    # "the man authorities say did it"
    one = head > first and tokens[head - 1].low in lx.MEN | lx.WOMEN | {"man", "person", "thing"}
    return head if (singular or one) and plural else first


def _bounded(tokens: Sequence[Token], first: int, head: int) -> bool:
    """Whether a noun that no table holds is plainly one: a determiner, or a plural."""
    if tokens[head].tag not in "WU":
        return False
    return first < head or tokens[first].text.endswith("s") or tokens[first].text[0].isupper()


def _base_start(tokens: Sequence[Token], last: int) -> int | None:
    """First token of the simple noun phrase that ends at `last`: determiner, modifiers, noun."""
    if tokens[last].tag == "D":
        word = tokens[last].low
        return last if word in lx.QUANTITIES | {"others", "another"} else None
    if tokens[last].tag not in "NRBOKW" and not _is_genitive_name(tokens[last]):
        return None
    first = last
    while first > 0:
        if _is_day(tokens, first - 1):
            break
        if tokens[first - 1].tag in _BASE and not _acts(tokens, first - 1):
            first -= 1
        elif (joined := name_before(tokens, first, last)) is not None:
            first = joined
        else:
            break
    while first < last and tokens[first].tag == "T" and not _opens_owner(tokens, first):
        first += 1
    return _determined(tokens, first)


def _opens_owner(tokens: Sequence[Token], at: int) -> bool:
    """Whether a word for time is part of an owner: "last month's poll"."""
    return at + 1 < len(tokens) and tokens[at + 1].tag == "G"


def _is_genitive_name(token: Token) -> bool:
    """Whether a name only looks like a genitive: "Moody's said"."""
    return token.tag == "G" and token.text[0].isupper()


def _determined(tokens: Sequence[Token], first: int) -> int:
    """Take in the determiners before: "the", "all the", "some other", but not "one the"."""
    while first > 0 and tokens[first - 1].tag == "D":
        first -= 1
        predeterminer = first > 0 and tokens[first - 1].low in _BEFORE_ARTICLES
        if tokens[first].low in lx.ARTICLES and not predeterminer:
            break
    return first


def _is_day(tokens: Sequence[Token], at: int) -> bool:
    """As in "on July 23 Moen said"."""
    # "An April 15 notice said" is the notice.
    dated = tokens[at].tag == "U" and at > 0 and tokens[at - 1].tag == "Y"
    return dated and (at == 1 or tokens[at - 2].tag != "D")


def _acts(tokens: Sequence[Token], at: int) -> bool:
    """Whether a word is rather a verb than a modifier: "the CIA interrogated suspects".

    Before a name a participle is one too: "the coalition fighting Norland".
    """
    word = tokens[at]
    if word.tag == "W" and word.low.endswith("ing") and tokens[at + 1].tag == "N" and at > 0:
        return word.text[0].islower() and tokens[at - 1].tag in "RB"
    return word.tag == "W" and word.low.endswith("ed") and at > 0 and tokens[at - 1].tag in "NRM"


def _attached_to(tokens: Sequence[Token], first: int) -> int | None:
    """Last token of the noun that a preposition before `first` attaches this phrase to."""
    at = first - 1
    if at < 1 or tokens[at].tag != "P":
        return None
    infinitive = tokens[at].low == "to" and tokens[first].tag == "W"
    at -= 1
    if tokens[at].low in lx.ATTACHED and at > 0:
        at -= 1
    elif infinitive:
        return None
    return at if tokens[at].tag in "RBOKWND" else None


def phrase_starting(tokens: Sequence[Token], first: int) -> Phrase | None:
    """The noun phrase that starts with token `first`, with what is attached to it."""
    at = first
    while at < len(tokens) and tokens[at].tag == "T" and not _opens_owner(tokens, at):
        at += 1
    first = at
    if at < len(tokens) and tokens[at].tag == "M":
        return _build(tokens, at, at, at)
    last = base_end(tokens, first)
    if last is None:
        return None
    head = last
    while tokens[head].tag in "RBOKW" and (inner := attachment(tokens, last)) is not None:
        last = inner
    if (joined := name_after(tokens, first, last, head)) is not None:
        last, head = joined, joined if last == head else head
    if (clause := who_clause(tokens, last)) is not None and tokens[head].tag in "RW":
        last = clause
    return _build(tokens, first, last, head)


def _build(tokens: Sequence[Token], first: int, last: int, head: int) -> Phrase:
    """Classify, and cut a title or description before a name: "spokesperson Dmitry Peskov"."""
    outer = first
    noun = tokens[head]
    owner = _owner(tokens, first, head)
    if (name := behind_office(tokens, first, last)) is not None:
        first, head, noun, kind = name, last, tokens[last], Kind.NAME
    elif noun.tag == "M":
        kind = Kind.PRONOUN
    elif noun.tag == "G":
        kind = Kind.NAME
    elif noun.tag in "NBO" and (cut := name_start(tokens, first, head)) is not None:
        first, kind = cut, Kind.NAME
    else:
        kind = _common_kind(tokens, first, head)
    if kind is Kind.NAME and noun.tag == "N" and head - first >= 1 and tokens[first].tag == "N":
        last = head
    sentence = tokens[first : last + 1]
    text_start, text_end = sentence[0].start, sentence[-1].end
    words = " ".join(t.text for t in sentence)
    return Phrase(first, last, text_start, text_end, words, kind, noun.tag, noun.low, outer, owner)


def _owner(tokens: Sequence[Token], first: int, head: int) -> tuple[int, int] | None:
    """The name before a genitive: "Washington Post" in "the Washington Post's source"."""
    at = next((i for i in range(first, head) if tokens[i].tag == "G"), None)
    if at is None:
        return None
    start = at
    while start > first and tokens[start - 1].text[0].isupper() and tokens[start - 1].tag in "NBO":
        start -= 1
    return tokens[start].start, without_genitive(tokens[at]).end


def _common_kind(tokens: Sequence[Token], first: int, head: int) -> Kind:
    opener = tokens[first].low
    if opener in lx.INDEFINITE:
        return Kind.UNNAMED
    definite = tokens[first].tag in "DG"
    singular = not re.search(r"(?:[^s]s|people|police|media)$", tokens[head].low)
    if definite and singular and opener not in lx.QUANTITIES:
        return Kind.ROLE
    return Kind.UNNAMED
