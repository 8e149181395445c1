"""What part of a sentence a report has: its clause, the sentence, or one clause that depends."""

from __future__ import annotations

from typing import TYPE_CHECKING

from retrieval.answer.attribution import lexicon as lx
from retrieval.answer.attribution.content import clause_follows, ends
from retrieval.answer.attribution.phrases import Kind, phrase_ending

if TYPE_CHECKING:
    from collections.abc import Sequence

    from retrieval.answer.attribution.phrases import Phrase
    from retrieval.answer.attribution.tagging import Token

RELATIVES = frozenset({"who", "which", "that"})
# "Everything she said was wrong" is nobody's word but the source's.
_ALL_OF_IT = frozenset({"all", "anything", "everything", "nothing", "something"})
_SUBORDINATE = _ALL_OF_IT | frozenset(
    {
        "after",
        "as",
        "because",
        "before",
        "given",
        "how",
        "if",
        "since",
        "that",
        "though",
        "unless",
        "until",
        "what",
        "whatever",
        "when",
        "where",
        "whether",
        "which",
        "whom",
        "why",
    }
)

# The clause that one of these opens may be two.
_IN_TIME = frozenset({"after", "because", "before", "since", "until", "when"})


def subordinate(opener: str) -> bool:
    """Whether a clause that a word opens depends on another."""
    return opener in _SUBORDINATE


def depends(tokens: Sequence[Token], subject: Phrase, opener: str, at: int) -> bool:
    """Whether the clause of the verb at `at` is a part of another: "after X spoke", "what X said".

    So is "he stressed" in "the themes he stressed", but not in "the end he said was near".
    """
    before = tokens[subject.outer - 1] if subject.outer else None
    if before is None:
        return False
    if opener in _SUBORDINATE:
        return not _in_words(tokens, subject)
    after = tokens[at + 1] if at + 1 < len(tokens) else before
    says = after.tag in ":QX" or after.low.endswith("ing") or clause_follows(tokens, at)
    nothing = not says or (after.tag not in ":Q" and ends(tokens, at, None))
    # As where "on three occasions he said of it" comes before a colon and his words.
    nothing = nothing and all(t.tag != ":" for t in tokens[at:])
    contact = nothing and before.tag in "WKRB" and subject.kind is Kind.PRONOUN
    return before.tag == "V" or contact


def restricting(tokens: Sequence[Token], subject: Phrase, left: int, at: int) -> int | None:
    """The "who" of "those who said so left"; None in "those who left said so".

    Nor is there one after a comma or a name, who need no telling apart.
    """
    after = range(subject.last + 1, at)
    relative = next((i for i in after if tokens[i].low in RELATIVES), None)
    if tokens[left].low in RELATIVES:
        relative = left
    if relative is None or (tokens[left].tag != "C" and relative != left):
        return None
    person = subject.kind is Kind.NAME and subject.head == "N" and tokens[relative].low == "who"
    return None if tokens[relative - 1].tag == "," or person else relative


def opener_of(tokens: Sequence[Token], subject: Phrase) -> str:
    """The word before the subject, also where it is the second of two: "as X and Y warn"."""
    at = subject.outer - 1
    if at > 0 and tokens[at].tag == "C":
        if (clause := _clause_opener(tokens, at)) is not None:
            return clause
        other = phrase_ending(tokens, at - 1, strong=True)
        at = other.outer - 1 if other is not None else at
    # "why exactly he left"; "until recently he said so" depends on nothing.
    while at > 0 and tokens[at].tag == "T" and tokens[at - 1].low != "until":
        at -= 1
    return tokens[at].low if at >= 0 else ""


def _clause_opener(tokens: Sequence[Token], conjunction: int) -> str | None:
    """The word that opened the clause that goes on there: "after A left and B said so"."""
    for at in range(conjunction - 1, -1, -1):
        if tokens[at].tag in ",;:Q":
            return None
        if tokens[at].low in _IN_TIME:
            return tokens[at].low
    return None


def clause_start(tokens: Sequence[Token], subject: Phrase) -> int:
    """Where the clause begins that a comma before the subject belongs to ("In Paris, X")."""
    for at in range(subject.outer - 2, 0, -1):
        opens = tokens[at].low in lx.CLAUSE_OPENERS and tokens[at - 1].tag in ",;"
        # "The Post reported on Monday that for years, X denied it": X is within.
        inside = tokens[at].low == "that" and tokens[at - 1].tag in "VYT"
        opens = opens or (inside and all(t.tag != "S" for t in tokens[:at]))
        if opens or tokens[at].tag == ";":
            return tokens[at].start
    return 0


def clause_end(tokens: Sequence[Token], at: int) -> int:
    """Where an introductory clause ("While X said so, ...") or the sentence ends."""
    rest = tokens[at:]
    introductory = tokens[0].tag == "S"
    if introductory and all(t.tag != "," for t in tokens[1:at]):
        return next((t.start for t in rest if t.tag == ","), rest[-1].end)
    return rest[-1].end


def _in_words(tokens: Sequence[Token], subject: Phrase) -> bool:
    """As in "a letter in which she said": what she wrote is hers."""
    at = subject.outer - 3
    words = at >= 0 and tokens[at].tag == "K" and tokens[at + 1].tag == "P"
    return words and subject.kind is Kind.PRONOUN
