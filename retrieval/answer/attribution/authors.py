"""Whose the words are where the subject of a reporting verb is known."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from retrieval.answer.attribution import lexicon as lx
from retrieval.answer.attribution.adjuncts import PLATFORMS
from retrieval.answer.attribution.phrases import Kind, Phrase, phrase_ending, phrase_starting
from retrieval.answer.attribution.tagging import without_genitive

if TYPE_CHECKING:
    from collections.abc import Sequence

    from retrieval.answer.attribution.tagging import Token

_AUTHOR_WORDS = frozenset({"by", "from", "in"})
_ONES_OWN = frozenset({"statement", "statements", "tweet", "tweets"})
_ISSUED = frozenset({"issued", "made", "posted", "sent", "written"})
_HELD = frozenset({"obtained", "seen", "reviewed", "published", "released"})
# Who publishes one of these made it; papers of courts and e-mails are another's.
_MADE = frozenset(
    {"analysis", "assessment", "audit", "estimate", "findings", "poll", "report", "research"}
    | {"statement", "study", "survey", "tally"}
)
_PUBLISHED = frozenset({"published", "released"})


def speaker_of(tokens: Sequence[Token], subject: Phrase) -> tuple[Phrase, Phrase | None]:
    """Who speaks where `subject` is the subject, and who holds the words where they do."""
    return author_of(tokens, _before_description(tokens, subject))


def _before_description(tokens: Sequence[Token], phrase: Phrase) -> Phrase:
    """The name in "X, the firm's chief analyst said", whose second comma is missing."""
    comma = phrase.outer - 1
    describes = phrase.kind is Kind.ROLE or tokens[phrase.first].low in {"a", "an", phrase.noun}
    if not describes or phrase.head != "R" or comma < 1 or tokens[comma].tag != ",":
        return phrase
    named = phrase_ending(tokens, comma - 1, strong=False)
    if named is None or named.kind is not Kind.NAME or named.first == named.last:
        return phrase
    opens = named.outer == 0 or tokens[named.outer - 1].tag in "Q,;"
    # In "sitting next to his wife, X, the clerk said" X is somebody else.
    beside = named.outer > 1 and tokens[named.outer - 2].tag == "R"
    return named if opens and not beside else phrase


def author_of(tokens: Sequence[Token], phrase: Phrase) -> tuple[Phrase, Phrase | None]:
    """For words that were spoken or written, their author: "a report by X", "X's remarks".

    For "documents seen by X" it is the documents that speak, and X who holds them.
    """
    if phrase.head != "K":
        return phrase, None
    issued = _ISSUED | _PUBLISHED if phrase.noun in _MADE else _ISSUED
    for at in range(phrase.first + 1, min(len(tokens) - 1, phrase.last + 4)):
        if tokens[at].low not in _AUTHOR_WORDS:
            continue
        inner = phrase_starting(tokens, at + 1)
        if inner is None or inner.head not in "NRBO":
            continue
        between = [token for token in tokens[phrase.last + 1 : at] if token.tag != "Y"]
        if tokens[at].low == "by" and tokens[at - 1].low in _HELD - issued:
            return phrase, inner
        # "A statement Sunday from X", "a report issued Tuesday by X".
        if at <= phrase.last or (tokens[at].low != "in" and all(t.low in issued for t in between)):
            return inner, None
    return _owner(tokens, phrase) or _named_before(tokens, phrase) or phrase, None


def _named_before(tokens: Sequence[Token], phrase: Phrase) -> Phrase | None:
    """X of "another X tweet"; "a Veld poll" is the poll."""
    at = next((i for i in range(phrase.first, phrase.last) if tokens[i + 1].low in _ONES_OWN), -1)
    if at < 0 or tokens[at].tag != "N" or tokens[at].text in PLATFORMS:
        return None
    first = next(i for i in range(at, -1, -1) if i == phrase.first or tokens[i - 1].tag != "N")
    return _made_of(phrase, tokens[first : at + 1], first, Kind.NAME, "N")


def _made_of(phrase: Phrase, words: Sequence[Token], first: int, kind: Kind, head: str) -> Phrase:
    """The words of a phrase as one of their own."""
    return replace(
        phrase,
        first=first,
        last=first + len(words) - 1,
        start=words[0].start,
        end=words[-1].end,
        text=" ".join(t.text for t in words),
        kind=kind,
        head=head,
        noun=words[-1].low,
    )


def _owner(tokens: Sequence[Token], phrase: Phrase) -> Phrase | None:
    for at in range(phrase.first, phrase.last):
        token = tokens[at]
        if token.tag == "G":
            owner = without_genitive(token)
            if owner.low in lx.TIMES:
                continue
            one = owner.low in lx.PEOPLE and not owner.low.endswith("s")
            if at and tokens[at - 1].tag == "D" and one:
                # "The president's suit" is the president's, whoever that is.
                owner = replace(owner, tag="R")
            return phrase_ending([*tokens[:at], owner], at, strong=False)
        if token.low in lx.POSSESSIVES:
            return _made_of(phrase, [token], at, Kind.PRONOUN, "M")
    return None
