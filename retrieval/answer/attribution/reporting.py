"""Whether a word that can report does: "found that", not "found a job"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from retrieval.answer.attribution import lexicon as lx
from retrieval.answer.attribution.verbs import OWN_RULES

if TYPE_CHECKING:
    from collections.abc import Sequence

    from retrieval.answer.attribution.tagging import Token

CITING = frozenset({"citing", "quoting"})
# What is done to somebody, in "X, accused of", "widely criticized for", "the theft alleged in".
_DONE_TO = frozenset(
    {"accuse", "allege", "blame", "blast", "charge", "condemn", "criticise", "criticize"}
    | {
        "denounce",
        "describe",
        "detail",
        "dismiss",
        "hail",
        "identify",
        "portray",
        "praise",
        "quote",
        "recall",
    }
    | {"reject", "ridicule", "slam", "tout", "view"}
)
_AS_DONE = frozenset({"as", "for", "from", "in", "of", "over"})
# Before a gerund these say what is done: "consider holding a vote".
_DOING = frozenset({"consider", "continue"})
_NO_VERB = frozenset({"be", "not", "to"})
# What is told of, and tells nothing itself: "510,000 cases reported worldwide".
_TOLD_OF = frozenset(
    {"attacks", "case", "cases", "crimes", "damage", "death", "deaths", "fatalities", "illnesses"}
    | {"hospitalizations", "incidents", "infections", "injuries", "losses", "outbreaks"}
    | {"problems", "shootings", "symptoms", "thefts"}
)
_TELLING_OF = frozenset({"announce", "confirm", "report"})
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
    # "“...,” X reports from Veld", "“...,” X wrote for the court"
    told = lemma in {"report", "write"} and any(t.tag == "Q" for t in tokens[:at])
    # "Wrote for the court that"
    near = tokens[at + 2 : at + 2 + _BESIDE]
    told = told or (lemma == "write" and any(t.low == "that" for t in near))
    told = told or (lemma == "announce" and _goes_on(tokens[at + 1 : at + 2 + _BESIDE]))
    if (following in lx.ACTS.get(lemma, ()) and not told) or (
        lemma in _DOING and following.endswith("ing")
    ):
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
    told_of = lemma in _TELLING_OF and left >= 0 and tokens[left].low in _TOLD_OF
    # "an inquiry into claims reported in the Post"; not "documents reported that"
    told_of = told_of or (
        lemma == "report" and left > 0 and tokens[left].tag == "K" and following in _AS_DONE
    )
    if told_of or (at and tokens[at - 1].low in CITING | {"be", "neither", "nor"}):
        return False
    if verb.form is lx.Form.PAST and not passive and _is_done_to(tokens, at):
        return False
    own = OWN_RULES.get(lemma)
    verdict = own(tokens, at, left) if own is not None else None
    if verdict is not None:
        return verdict
    # "the plan described by X" is a participle; "she said by telephone" is not.
    # "the plan announced Monday by X"
    later = next((t.low for t in tokens[at + 1 :] if t.tag not in "YTU"), ".")
    by = following == "by" or (later == "by" and lemma not in lx.UTTERING)
    participle = by and verb.form is lx.Form.PAST and not passive
    return not participle or (left >= 0 and tokens[left].tag == "M")


def _goes_on(tokens: Sequence[Token]) -> bool:
    """Whether what is announced does something: "the firm would close"; not "a plan that would"."""
    for token in tokens:
        if token.tag in ",.:;SPQ" or token.low in {"that", "which", "who"}:
            return False
        if token.tag == "X" or token.low in lx.MODALS:
            return token.low not in _NO_VERB
    return False


def _is_done_to(tokens: Sequence[Token], at: int) -> bool:
    """As in "X, accused of", "widely criticized for"; not "described as “fine” the plan"."""
    after = tokens[at + 1 : at + _BESIDE * 3]
    if lx.VERBS[tokens[at].low].lemma not in _DONE_TO or not after:
        return False
    said = any(t.tag == "Q" or t.low == "that" for t in after)
    return after[0].low in _AS_DONE and not (said and after[0].low in {"as", "in"})
