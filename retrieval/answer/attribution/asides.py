"""Names between the commas or dashes behind a subject: an appositive, or what is none of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from retrieval.answer.attribution.phrases import Kind, Phrase, phrase_ending, phrase_starting

if TYPE_CHECKING:
    from collections.abc import Sequence

    from retrieval.answer.attribution.tagging import Token

# What names one of several: "clerks, including X,".
_AMONG = frozenset({"along", "alongside", "including", "joined", "led", "like"})
_FROM = frozenset({"from", "in", "near", "of"})
# Words that names of states and towns begin with.
_OF_PLACES = frozenset({"east", "new", "north", "rhode", "south", "west"})
# How many tokens a place before a comma has at least: "in Warsaw,".
_PLACED = 2


def name_between(tokens: Sequence[Token], opening: int, right: int) -> Phrase | None:
    """The full name that stands between two commas: X of "the lawyer who won, Dr X, said"."""
    inside = phrase_ending(tokens, right - 1, strong=False)
    if tokens[right].tag == "-" and (inside is None or inside.kind is not Kind.NAME):
        # "The hero – X, a plumber – said"
        inside = phrase_starting(tokens, opening + 1)
        if inside is None or tokens[inside.last + 1].tag != "," or inside.first == inside.last:
            return None
    if inside is None or inside.kind is not Kind.NAME or inside.outer != opening + 1:
        return None
    # "Veld, including Moen, has said"
    if inside.first > inside.outer and tokens[inside.outer].low in _AMONG:
        return None
    # "the speaker, a practising Catholic, said"
    if inside.first == inside.last and tokens[inside.first - 1].tag in "WK":
        return None
    # "of Linden, Ohio," and "of Trenton, New Jersey," end in a place.
    place = inside.first == inside.last or tokens[inside.first].low in _OF_PLACES
    return None if place and tokens[opening - 1].tag == "N" else inside


def in_aside(tokens: Sequence[Token], phrase: Phrase) -> bool:
    """Whether a name belongs to an aside: Veld of "Ida Moen, 47, of Veld, Ohio, said"."""
    at = phrase.outer - 1
    placed = at > 0 and tokens[at].low in _FROM and tokens[at - 1].tag == ","
    # "the union, led by Ida Moen, a clerk, said"
    led = at > 1 and tokens[at].low == "by" and tokens[at - 2].tag == ","
    return (placed or led) and phrase.kind is Kind.NAME


def in_list(tokens: Sequence[Token], at: int, phrase: Phrase) -> bool:
    """Whether a name ends that of a place: Poland of "in Warsaw, Poland, he spoke"."""
    placed = at > _PLACED and "".join(t.tag for t in tokens[at - 3 : at]) == "PN,"
    ends = [t.tag for t in tokens[phrase.last + 1 : phrase.last + 2]] == [","]
    return placed and ends and phrase.kind is Kind.NAME
