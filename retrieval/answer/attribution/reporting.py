"""Whether a word that can report does: "found that", not "found a job"."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from retrieval.answer.attribution import lexicon as lx

if TYPE_CHECKING:
    from collections.abc import Sequence

    from retrieval.answer.attribution.tagging import Token

CITING = frozenset({"citing", "quoting"})
# Before a gerund these say what is done: "consider holding a vote".
_DOING = frozenset({"consider", "continue"})
_FIGURES = frozenset(
    {"about", "almost", "around", "between", "just", "least", "less", "more", "nearly", "over"}
    | {"roughly", "some", "twice", "under", "up"}
)
# How far the answer after "responded by", or a figure, may be, in tokens.
_NEAR = 12
# How far after its verb a quotation makes it report, in tokens.
_BESIDE = 4


def reports(tokens: Sequence[Token], at: int, left: int, *, passive: bool) -> bool:
    """Whether what stands around the verb at token `at` lets it report at all.

    `left` is the token before it and its auxiliaries.
    """
    verb = lx.VERBS[tokens[at].low]
    after = tokens[at + 1] if at + 1 < len(tokens) else None
    following = after.low if after is not None else "."
    lemma = verb.lemma
    if following in lx.ACTS.get(lemma, ()) or (lemma in _DOING and following.endswith("ing")):
        return False
    needs = lx.NEEDS.get(lemma)
    around = tokens[max(0, at - 1) : at + _BESIDE]
    quoted = any(t.tag == "Q" for t in around)
    if lemma in {"begin", "read"}:
        quoted = quoted or any(t.tag == "Q" for t in tokens[:at])
    subject = tokens[: left + 1] if tokens[left].tag == "," else [tokens[left]]
    in_words = lemma == "find" and left >= 0 and any(t.tag == "K" for t in subject)
    if needs is not None and following not in needs and not quoted and not in_words:
        return False
    if at and tokens[at - 1].low in CITING | {"be"}:
        return False
    if lemma == "respond":
        return _responds_in_words(tokens, at, after)
    if lemma == "put":
        return _puts_a_figure(tokens, at)
    # "the plan described by X" is a participle; "she said by telephone" is not.
    participle = following == "by" and verb.form is lx.Form.PAST and not passive
    return not participle or (left >= 0 and tokens[left].tag == "M")


def _responds_in_words(tokens: Sequence[Token], at: int, after: Token | None) -> bool:
    """As in "responded by saying", `"...," she responded`."""
    if after is None or after.tag in ".,:QC" or after.low == "that":
        return True
    if any(t.tag == "Q" for t in tokens[:at]):
        return True
    words = [t.low for t in tokens[at + 1 : at + _NEAR] if t.tag != "T"]
    return any(
        a == "by" and b in lx.VERBS and lx.VERBS[b].form is lx.Form.ING for a, b in pairwise(words)
    )


def _puts_a_figure(tokens: Sequence[Token], at: int) -> bool:
    """As in "put the damage at $3 million", "put it higher"; not "put lives at risk"."""
    near = tokens[at + 1 : at + _NEAR]
    if len(near) > 1 and near[0].low == "it" and near[1].low in {"higher", "lower"}:
        return True
    return any(a.low == "at" and (b.tag in "UQ$£€" or b.low in _FIGURES) for a, b in pairwise(near))
