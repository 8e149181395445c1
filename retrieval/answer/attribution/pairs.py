"""Two who speak together: "X and Y said", "X and other clerks said"."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from retrieval.answer.attribution.phrases import Kind, Phrase, phrase_ending

if TYPE_CHECKING:
    from collections.abc import Sequence

    from retrieval.answer.attribution.tagging import Token

# The letter of the head of a phrase that names several.
SEVERAL = "+"
_SPEAKERS = "NRBO"
_OPENS = ",;:Q-CS"


def pair(tokens: Sequence[Token], phrase: Phrase) -> Phrase | None:
    """The phrase with whoever "and" joins to it, where both are the subject of one verb."""
    conjunction = phrase.outer - 1
    if conjunction < 1 or tokens[conjunction].low != "and":
        return None
    if phrase.head not in _SPEAKERS and phrase.noun != "others":
        return None
    one = phrase_ending(tokens, conjunction - 1, strong=False)
    if one is None or not _opens(tokens, one):
        return None
    if one.kind is Kind.PRONOUN:
        return one
    named = Kind.NAME in {one.kind, phrase.kind}
    alike = one.kind is phrase.kind is Kind.UNNAMED
    if one.head not in _SPEAKERS or not (named or alike) or _is_one(tokens, one, phrase):
        return None
    first = one.first + (tokens[one.first].low == "both")
    words = tokens[first : phrase.last + 1]
    return replace(
        phrase,
        first=first,
        start=words[0].start,
        text=" ".join(t.text for t in words),
        kind=Kind.NAME if named else Kind.UNNAMED,
        head=SEVERAL,
        outer=one.outer,
        owner=None,
    )


def _opens(tokens: Sequence[Token], one: Phrase) -> bool:
    """Whether a clause starts with a phrase; in "clerks at Veld, Oslo and Bergen" none does."""
    first = one.outer
    if first == 0:
        return True
    listed = tokens[first - 1].tag == "," and first > 1 and tokens[first - 2].tag in _SPEAKERS
    return tokens[first - 1].tag in _OPENS and not (listed and one.first == one.last)


def _is_one(tokens: Sequence[Token], one: Phrase, two: Phrase) -> bool:
    """As in "writer and clerk X" and "Senate Ways and Means Committee chair X"."""
    singular = one.kind is Kind.UNNAMED and not one.noun.endswith("s")
    titled = two.outer < two.first and any(t.tag == "B" for t in tokens[one.outer : one.last + 1])
    return two.kind is Kind.NAME and (singular or titled)
