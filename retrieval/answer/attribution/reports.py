"""The reports of one sentence: who says what part of it, whom they cite, whom they told.

A report covers its clause ("X said ..., while Y accused ...": two reports), or the whole sentence
where it trails ("..., X said") or frames it ("according to X", "as X reported").
"""

from __future__ import annotations

import re
from dataclasses import replace
from itertools import pairwise
from typing import TYPE_CHECKING

from retrieval.answer.attribution import lexicon as lx
from retrieval.answer.attribution.authors import author_of
from retrieval.answer.attribution.clauses import Cue, Report
from retrieval.answer.attribution.feelings import felt
from retrieval.answer.attribution.phrases import Kind, phrase_starting
from retrieval.answer.attribution.relatives import name_in_apposition
from retrieval.answer.attribution.reporting import CITING
from retrieval.answer.attribution.rumours import rumoured
from retrieval.answer.attribution.subjects import subject_of
from retrieval.answer.attribution.witnesses import leaked, witnessed

if TYPE_CHECKING:
    from collections.abc import Sequence

    from retrieval.answer.attribution.phrases import Phrase
    from retrieval.answer.attribution.tagging import Token

_FRAMES = (
    ("according", "to"),
    ("in", "the", "words", "of"),
    ("as", "reported", "by"),
    ("as", "noted", "by"),
    ("with", "reference", "to"),
    ("per",),
)
FRAME = "frame"
# The fewest words and marks of a quotation, a name and a description.
_NAMED = 6
# A sum of money right before "per", and how many tokens it has at most: "$ 1 million".
_RATE_BEFORE = re.compile(
    r"(?:[$€£] [\d.,]+(?: (?:thousand|[mbt]r?illion))?|\b(?:dollars?|euros?|pounds?|cents?))$"
)
_SUM = 3
_COPIES = frozenset({"copies", "copy"})
_ASKING = frozenset({"how", "what", "when", "where", "who", "why"})
_OWN_VOICE = frozenset({"i", "we", "you"})
_OWN = frozenset({"my", "our"})
_NOBODY = _OWN_VOICE | lx.SHOWING | {"emphasis"}
# The source's own text, and "let us say".
_ITSELF = re.compile(r"(?:.*\bthis (?:article|column|piece|post|story)|let us)$", re.IGNORECASE)


def find_reports(tokens: Sequence[Token]) -> list[Report]:
    """Every report of a sentence, in the order of their cues."""
    if _asks(tokens):
        return []
    cited = _cited(tokens)
    found = [r for i in range(len(tokens)) if (r := _report_at(tokens, i, cited)) is not None]
    if not found and cited is not None and cited.head != "K":
        found = [Report(cited, FRAME, cited.first - 1, 0, tokens[-1].end, weak=True)]
    if all(r.weak for r in found) and (quoted := _colon(tokens)) is not None:
        found.append(quoted)
    if not found and (named := _named_behind(tokens)) is not None:
        found.append(named)
    # "They did not use gas (as outlets reported)": what stands in brackets holds nothing else.
    outside = [r for r in found if not _in_brackets(tokens, r.at)]
    return _parted(tokens, _denied(tokens, _carried(outside or found)))


def _in_brackets(tokens: Sequence[Token], at: int) -> bool:
    opened = sum((t.tag == "(") - (t.tag == ")") for t in tokens[:at])
    return opened > 0 and any(t.tag == ")" for t in tokens[at:])


def _asks(tokens: Sequence[Token]) -> bool:
    """Whether the source asks and nobody is quoted: "What has the ministry said?"."""
    own = bool(tokens) and tokens[-1].tag == "?" and tokens[0].low in _ASKING
    return own and all(t.tag not in "Q," for t in tokens)


def _named_behind(tokens: Sequence[Token]) -> Report | None:
    """The report of `"...," Ida Moen, a clerk.`, which has no verb."""
    if len(tokens) < _NAMED or tokens[0].tag != "Q" or tokens[1].tag not in "NRB":
        return None
    who = phrase_starting(tokens, 1)
    full = who is not None and who.kind is Kind.NAME and who.head == "N" and who.first < who.last
    if who is None or not full or [t.tag for t in tokens[who.last + 1 : who.last + 2]] != [","]:
        return None
    rest = tokens[who.last + 2 :]
    acts = any(t.tag in "VXQS" or t.low in lx.PASTS | lx.PASTS_TOO for t in rest)
    if acts or rest[0].tag not in "DRBN":
        return None
    return Report(who, "say", who.last, 0, tokens[-1].end, trailing=True)


def _colon(tokens: Sequence[Token]) -> Report | None:
    """The report of `Moen was blunt: "..."`, whatever its verb."""
    for at in range(1, len(tokens) - 1):
        if tokens[at].tag == ":" and tokens[at + 1].tag == "Q":
            subject = subject_of(tokens[:at])
            if (
                subject is None
                or subject.head not in "NRMBO"
                or tokens[subject.last + 1].tag == "P"
            ):
                return None
            if subject.kind is Kind.UNNAMED or subject.noun in _OWN_VOICE:
                return None
            return Report(subject, "say", at, 0, tokens[-1].end, trailing=True)
    return None


def _report_at(tokens: Sequence[Token], i: int, cited: Phrase | None) -> Report | None:
    for words in _FRAMES:
        if tuple(t.low for t in tokens[i : i + len(words)]) == words:
            return _framed(tokens, i, i + len(words), cited)
    if tokens[i].tag == "V":
        report = Cue(tokens, i, cited).report()
    else:
        other = (each(tokens, i) for each in (felt, rumoured, witnessed, leaked))
        report = next((each for each in other if each is not None), None)
    # "I", "we" and "our guide" outside quotation marks are the source's own voice.
    if report is None or report.speaker.noun in _NOBODY:
        return None
    own = tokens[report.speaker.first].low in _OWN or _ITSELF.match(report.speaker.text)
    return None if own else report


def _is_per(tokens: Sequence[Token], at: int, phrase: Phrase) -> bool:
    """Whether "per" names whose words they are: "per Reuters", and not Per Dahl or "per head".

    Nor is who pays "$9 per Dane" heard; "worth $9 million, per Forbes" has a comma.
    """
    named = any(letter.isupper() for letter in phrase.text)
    before = " ".join(token.text for token in tokens[max(0, at - _SUM) : at])
    return named and (at == 0 or tokens[at].text.islower()) and not _RATE_BEFORE.search(before)


def _framed(tokens: Sequence[Token], i: int, first: int, cited: Phrase | None) -> Report | None:
    """The report of "according to X", which covers the sentence."""
    # "according to campaign reports"
    tokens = [replace(t, tag="K") if t.tag == "V" and t.low in lx.SPEECH else t for t in tokens]
    phrase = phrase_starting(tokens, first)
    if phrase is not None and phrase.noun in _COPIES and "of" in _after(tokens, phrase):
        # "according to a copy of the letter"
        phrase = phrase_starting(tokens, phrase.last + 2) or phrase
    if phrase is not None and phrase.head == "R":
        phrase = _named(tokens, phrase)
    if phrase is None or (tokens[i].low == "per" and not _is_per(tokens, i, phrase)):
        return None
    # "according to plan"
    plain = phrase.first == phrase.last and phrase.head == "W" and not phrase.noun.endswith("s")
    if phrase.noun in lx.SHOWING or (plain and phrase.text.islower()):
        return None
    speaker, holder = author_of(tokens, phrase)
    end = tokens[-1].end
    return Report(speaker, FRAME, i, 0, end, cited or holder, trailing=True)


def _after(tokens: Sequence[Token], phrase: Phrase) -> tuple[str, ...]:
    """The word after a phrase, if there is one."""
    return tuple(t.low for t in tokens[phrase.last + 1 : phrase.last + 2])


def _named(tokens: Sequence[Token], phrase: Phrase) -> Phrase:
    """The name beside a role: X of "according to the clerk, X." but not of "..., X resigned"."""
    named = name_in_apposition(tokens, phrase)
    after = tokens[named.last + 1] if named.last + 1 < len(tokens) else None
    return named if after is None or after.tag in ".,;" else phrase


def _cited(tokens: Sequence[Token]) -> Phrase | None:
    """Whom the sentence leans on: "citing X"."""
    for i, token in enumerate(tokens):
        found = phrase_starting(tokens, i + 1) if token.low in CITING else None
        if found is not None and found.head in "RBONK":
            return found
    return None


def _carried(reports: list[Report]) -> list[Report]:
    """For `X said "...", according to Y`: X speaks, and Y is where that was read."""
    frame = next((r for r in reports if r.lemma == FRAME), None)
    inner = next(
        (r for r in reports if r.lemma in lx.UTTERING and r.start == 0 and not r.weak), None
    )
    if frame is None or inner is None or frame.speaker.kind is not Kind.NAME:
        return reports
    rest = [r for r in reports if r is not frame and r is not inner]
    return [replace(inner, cited=frame.speaker), *rest]


def _denied(tokens: Sequence[Token], reports: list[Report]) -> list[Report]:
    """For "X denied that it leaks, as Y had reported": what X said is not as Y reported it."""
    denied = next((r for r in reports if r.lemma == "deny" and r.start == 0 and not r.weak), None)
    if denied is None:
        return reports
    return [
        r
        for r in reports
        if not (r.trailing and r.at > denied.at and tokens[r.speaker.outer - 1].low == "as")
    ]


def _parted(tokens: Sequence[Token], reports: list[Report]) -> list[Report]:
    """End each report where a coordinate clause opens that has a report of its own."""
    openers = [
        token.start
        for token, after in pairwise(tokens)
        if token.tag == ";" or (token.tag == "," and after.low in lx.CLAUSE_OPENERS)
    ]
    leading = [r.start for r in reports if not r.trailing and not r.weak]
    parted: list[Report] = []
    for report in reports:
        cue = tokens[report.at].start
        ends = [
            opener
            for opener in openers
            if cue < opener < report.end and any(opener < start for start in leading)
        ]
        whole = report.trailing or not ends
        parted.append(report if whole else replace(report, end=min(ends)))
    return parted
