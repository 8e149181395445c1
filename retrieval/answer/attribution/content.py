"""What comes after a reporting verb: its content, who was told, or nothing more."""

from __future__ import annotations

from typing import TYPE_CHECKING

from retrieval.answer.attribution import lexicon as lx
from retrieval.answer.attribution.phrases import phrase_starting
from retrieval.answer.attribution.reporting import CITING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from retrieval.answer.attribution.phrases import Phrase
    from retrieval.answer.attribution.tagging import Token

_CONTENT = frozenset({"that", "how", "why"})
_OBJECT = _CONTENT | {"whether", "on"}
# How far a clause's verb may be, in tokens.
_NEAR = 12


def told(tokens: Sequence[Token], at: int) -> Phrase | None:
    """Who got the word first: "told X"."""
    tells = lx.VERBS[tokens[at].low].lemma == "tell"
    return phrase_starting(tokens, at + 1) if tells else None


def clause_follows(tokens: Sequence[Token], at: int) -> bool:
    """Whether words that can be the content come after the verb, or a quotation."""
    after = tokens[at + 1] if at + 1 < len(tokens) else None
    if after is None:
        return at > 0
    if after.low in _OBJECT or after.tag in "Q:,.":
        return True
    rest = tokens[at + 2 : at + _NEAR]
    return after.tag in "DMNPG" and any(t.tag in "XVQ" or t.low.endswith("ed") for t in rest)


def content_follows(tokens: Sequence[Token], at: int) -> bool:
    """Whether a that-clause or a quotation follows the verb."""
    at += 1
    while at < len(tokens) and tokens[at].tag in "YT":
        at += 1
    return at < len(tokens) and (tokens[at].tag == "Q" or tokens[at].low in _CONTENT)


def ends(tokens: Sequence[Token], at: int, hearer: Phrase | None) -> bool:
    """Whether nothing but place, time, hearer or a quotation comes after the verb."""
    at = hearer.last + 1 if hearer is not None else at + 1
    while at < len(tokens) and tokens[at].tag in "PYTU":
        prepositional = tokens[at].tag == "P"
        phrase = phrase_starting(tokens, at + 1) if prepositional else None
        at = phrase.last + 1 if phrase is not None else at + 1
    if at >= len(tokens):
        return True
    token = tokens[at]
    return token.tag in ".Q;,:" or token.low in CITING | {"as", "after"}
