"""The subject of a reporting verb, before it or after it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from retrieval.answer.attribution import lexicon as lx
from retrieval.answer.attribution.adjuncts import UNITS, left_of
from retrieval.answer.attribution.asides import in_aside, in_list, name_between
from retrieval.answer.attribution.phrases import Kind, Phrase, phrase_ending, phrase_starting
from retrieval.answer.attribution.relatives import (
    RELATIVE,
    antecedent,
    are_several,
    before_pronoun,
    before_relative,
    described,
    doing,
    done,
    name_in_apposition,
)

if TYPE_CHECKING:
    from collections.abc import Sequence

    from retrieval.answer.attribution.tagging import Token

_CONCEDING = frozenset({"although", "though", "while"})
# How far into a sentence its subject begins at most, in tokens.
_OPENING = 14
# What may come after an inverted subject: marks, place and time, or one of the words.
_AFTER_INVERTED = ".,;:Q-(PYTS"
_WORDS_AFTER_INVERTED = frozenset({"as", "who", "citing", "quoting", "and"})
_PLURALS = frozenset({"people", "police", "media", "they", "men", "women", "elite"})
_EITHER_NUMBER = frozenset({"media", "police"})
# Several people under one name, "the crew say", with a verb that is no noun as well.
_COLLECTIVE = frozenset(
    {"board", "charity", "club", "committee", "company", "council", "couple", "crew", "family"}
    | {"firm", "force", "government", "group", "opposition", "party", "staff", "team", "union"}
)
_ANSWERS = frozenset({"no", "not", "nonsense", "true", "wrong", "yes"})
_PLAINLY_VERBS = frozenset({"argue", "believe", "deny", "expect", "insist", "say", "think"})
# How far back an appositive or a remark between commas or dashes may reach, in tokens.
_PARENTHESIS = 30


def subject_before(tokens: Sequence[Token], left: int, *, strong: bool) -> Phrase | None:
    """The subject of a verb that `left` stands before; `strong` as in phrase_ending."""
    if left < 0:
        return None
    if tokens[left].tag in ",-)":
        return _before_parenthesis(tokens, left, strong=strong)
    if tokens[left].tag == "C":
        return antecedent(tokens, left) or first_subject(tokens, left)
    if tokens[left].low in RELATIVE:
        return before_pronoun(tokens, left, strong=strong)
    found = (
        before_relative(tokens, left)
        or phrase_ending(tokens, left, strong=strong)
        or _words_that(tokens, left)
    )
    opens = done(tokens, left)
    if opens is not None and (found is None or found.outer != opens.outer):
        return opens
    return doing(tokens, found) or found if found is not None else None


def _words_that(tokens: Sequence[Token], left: int) -> Phrase | None:
    """The report of "a row over a report that said so"; its "that" is at token `left`."""
    if left < 1 or tokens[left].low != "that" or tokens[left - 1].tag != "K":
        return None
    ahead = range(left - 1, -1, -1)
    first = next((i + 1 for i in ahead if tokens[i].tag not in "DGNRBOKUW"), 0)
    return phrase_starting(tokens, first)


def _before_parenthesis(tokens: Sequence[Token], right: int, *, strong: bool) -> Phrase | None:
    """The subject before ", an appositive," or "– a remark –" that ends at token `right`."""
    mark = tokens[right].tag
    opening = "(" if mark == ")" else mark
    for at in range(right - 1, max(0, right - _PARENTHESIS), -1):
        if tokens[at].tag == "Q" and mark in {tokens[at - 1].tag, tokens[at + 1].tag}:
            return _before_which(tokens, right)
        if tokens[at].tag != opening:
            continue
        found = phrase_ending(tokens, at - 1, strong=strong)
        if found is not None and in_aside(tokens, found):
            continue
        name = name_between(tokens, at, right)
        if name is not None and (found is None or found.kind is not Kind.NAME):
            several = found is not None and found.noun != tokens[at - 1].low and are_several(found)
            acting = doing(tokens, found) if found is not None else None
            return acting or (found if several else name)
        if found is not None:
            named = described(tokens, found)
            plain = found if found.head in "RBONKG" else _before_which(tokens, right)
            return named or plain
    # "Acme, which is to open a yard, its third, in May, said"
    if mark == "," and (long := _before_which(tokens, right)) is not None:
        return long
    # `"...," Ida Moen, said`
    named = phrase_ending(tokens, right - 1, strong=False) if mark == "," else None
    full = named is not None and named.kind is Kind.NAME and named.first < named.last
    if named is not None and full and named.outer and tokens[named.outer - 1].tag == "Q":
        return named
    # A comma too many: "a donor in touch with the leaders, said".
    opens = phrase_starting(tokens, 0) if mark == "," else None
    return opens if opens is not None and opens.head in "RN" and opens.last + 1 >= right else None


def _before_which(tokens: Sequence[Token], right: int) -> Phrase | None:
    """What opens a sentence before a relative clause that ends at token `right`."""
    found = subject_of(tokens[:right])
    at = found.last + 1 if found is not None else right
    relative = at + 1 < right and tokens[at].tag == "," and tokens[at + 1].low in RELATIVE
    return found if relative else None


def first_subject(tokens: Sequence[Token], before: int) -> Phrase | None:
    """The subject of the sentence's first verb, for "X did this and said that"."""
    opens = subject_of(tokens[:before])
    if opens is not None and opens.kind in {Kind.NAME, Kind.PRONOUN}:
        return opens
    for at in range(1, before):
        token = tokens[at]
        if token.tag in "VX" or (
            token.tag == "W" and (token.low.endswith("ed") or token.low in lx.PASTS)
        ):
            found = phrase_ending(tokens, left_of(tokens, at), strong=False)
            # "Clerks and their families left and said so": the first of the two.
            if found is not None:
                joined = found.outer > 0 and tokens[found.outer - 1].tag == "C"
                return opens if joined and opens is not None else found
    return opens


def subject_of(tokens: Sequence[Token]) -> Phrase | None:
    """The noun phrase that opens a sentence, after an introduction set off by a comma."""
    # "But Acme", "Although Acme"
    first = int(bool(tokens) and (tokens[0].tag in "CT" or tokens[0].low in _CONCEDING))
    if len(tokens) > 1 and tokens[1].tag == ":" and tokens[0].text.isupper():
        first = 2
    if [t.low for t in tokens[:2]] == ["as", "for"]:
        first = 2
    starts = [first, *(i + 1 for i, t in enumerate(tokens[:_OPENING]) if t.tag == ",")]
    for at in starts:
        if at < len(tokens) and tokens[at].tag in "NRBODGMW" and tokens[at].low not in _ANSWERS:
            found = phrase_starting(tokens, at)
            if found is None or found.head not in "NRBOM":
                continue
            if tokens[at].tag == "W" and found.kind is not Kind.NAME:
                continue
            if in_list(tokens, at, found):
                continue
            named = phrase_ending(tokens, at - 2, strong=False) if at > 1 else None
            if found.kind is Kind.UNNAMED and named is not None and named.kind is Kind.NAME:
                return named
            return name_in_apposition(tokens, found)
    return None


def subject_after(tokens: Sequence[Token], at: int, verb: lx.Verb) -> Phrase | None:
    """The subject of an inverted verb: `"...," said X`."""
    before = tokens[at - 1] if at else None
    if not lx.inverts(verb) or (before is not None and before.tag not in "Q,-"):
        return None
    found = phrase_starting(tokens, at + 1)
    quoted = before is None or before.tag == "Q"
    if found is None or (not quoted and verb.lemma not in lx.UTTERING):
        return None
    if before is not None and before.tag == "," and not _says_something(tokens[: at - 1]):
        # "That, says Moen, is true"
        closed = [t.tag for t in tokens[found.last + 1 : found.last + 2]] == [","]
        if not closed or verb.form is not lx.Form.THIRD:
            return None
    # "said just days earlier", "says yes"
    nobody = found.noun in UNITS or tokens[found.first].low in _ANSWERS
    if nobody or (found.head == "W" and not _plainly_plural(tokens, found)):
        return None
    # "..., say officials"
    if verb.form is lx.Form.BASE and not agrees(found, verb, auxiliary=False):
        return None
    return name_in_apposition(tokens, found) if _ends_well(tokens, found, quoted=quoted) else None


def _says_something(tokens: Sequence[Token]) -> bool:
    """Whether words have a verb or a quotation, and are no name with its description."""
    if tokens and tokens[0].low in _ANSWERS:
        return True
    return any(t.tag in "VXQ" or (t.low.endswith(("ed", "s")) and t.tag == "W") for t in tokens)


def _plainly_plural(tokens: Sequence[Token], phrase: Phrase) -> bool:
    """Whether a noun that no list holds names several, and is no "late" or "later"."""
    determined = tokens[phrase.first].tag in "DU"
    return phrase.kind is Kind.UNNAMED and (determined or phrase.noun.endswith("s"))


def _ends_well(tokens: Sequence[Token], phrase: Phrase, *, quoted: bool) -> bool:
    """Whether what comes after an inverted subject leaves it a subject."""
    if phrase.last + 1 >= len(tokens):
        return True
    after = tokens[phrase.last + 1]
    if quoted or after.low != "and":
        fits = after.tag in _AFTER_INVERTED or after.low in _WORDS_AFTER_INVERTED
        # "said a source in one House race.", "said a clerk from a town hit by floods."
        ended = phrase.last + 2 >= len(tokens) or tokens[phrase.last + 2].tag in ".,;"
        ended = ended or after.low.endswith("ed") or after.low in lx.PASTS_TOO
        fits = fits or (quoted and after.tag == "W" and ended)
        return fits and (quoted or after.tag != "Q")
    # In "X, the chair, said the board and the staff have agreed" X speaks.
    other = phrase_starting(tokens, phrase.last + 2)
    rest = tokens[other.last + 1 :] if other is not None else ()
    return other is not None and not (rest and rest[0].tag in "XVW")


def agrees(subject: Phrase, verb: lx.Verb, *, auxiliary: bool) -> bool:
    """Whether number shows a verb and not a noun: "analysts note", but not "the note"."""
    if verb.form is lx.Form.PAST or auxiliary:
        return True
    noun = subject.noun
    # "simply one estimate among many"
    if verb.form is lx.Form.BASE and noun == "one":
        return False
    # "from government credits"
    if subject.first == subject.last and subject.head in "BO" and subject.kind is Kind.UNNAMED:
        return verb.form is lx.Form.BASE and noun.endswith("s")
    plural = subject.kind is not Kind.NAME and (
        (noun.endswith("s") and not noun.endswith("ss"))
        or noun in _PLURALS
        or noun in lx.QUANTITIES
        or noun == "others"
        or (noun in _COLLECTIVE and verb.lemma in _PLAINLY_VERBS)
    )
    either = noun in _EITHER_NUMBER | _COLLECTIVE
    return plural if verb.form is lx.Form.BASE else not plural or either
