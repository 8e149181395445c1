"""Which paper "the newspaper" is, and whose words a report or a statement holds."""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING

from retrieval.answer.attribution import lexicon as lx
from retrieval.answer.attribution.adjuncts import left_of
from retrieval.answer.attribution.authors import author_of
from retrieval.answer.attribution.phrases import Kind, phrase_ending
from retrieval.answer.attribution.subjects import subject_before

if TYPE_CHECKING:
    from collections.abc import Sequence

    from retrieval.answer.attribution.phrases import Phrase
    from retrieval.answer.attribution.reading import Sentence
    from retrieval.answer.attribution.tagging import Token

_PAPER = re.compile(
    r"(?:The )?(?:[A-Z][\w.&’-]+ ){1,3}"
    r"(?:Times|Post|Journal|Herald|Tribune|Gazette|Chronicle|Telegraph|Sentinel|Inquirer|Dispatch)(?:-[A-Z]\w+)?\b"
    r"|USA Today|The Guardian"
)
_NETWORK = re.compile(r"\b(?:(?:Fox|NBC|CBS|ABC|Sky) News|CNN|MSNBC|BBC|NBC|CBS|ABC|NPR|PBS)\b")
BODY = re.compile(
    r"the\s(?:company|agency|firm|network|newspaper|paper|outlet|bureau|department|retailer|bank"
    r"|airline|automaker|organi[sz]ation|group|union|website|magazine)$",
    re.IGNORECASE,
)
_A_OR_OWN = frozenset({"a", "an", "her", "his", "its", "their"})
# How many words may stand before "statement" in "in a joint written statement".
_TITLED = 5
_BROUGHT_OUT = r"(?:publish|releas|issu|fil|post|submitt)"
_PAPERS = {"newspaper": _PAPER, "paper": _PAPER, "network": _NETWORK, "broadcaster": _NETWORK}


def paper_before(noun: str, text: str, before: int) -> tuple[str, int] | None:
    """The one of that kind that was named last before an offset of the text, with its own."""
    names = _PAPERS.get(noun)
    mentions = list(names.finditer(text[:before])) if names is not None else []
    return (mentions[-1].group(), mentions[-1].start()) if mentions else None


def stating(sentence: Sentence, at: int) -> Phrase | None:
    """Who speaks in the sentence that says in what, at token `at`: "said in a statement"."""
    if sentence.tokens[at].low != "statement":
        return None
    words = sentence.tokens[max(0, at - _TITLED) : at]
    if not any(one.low in {"in", "via"} and two.low in _A_OR_OWN for one, two in pairwise(words)):
        return None
    speakers = [r.speaker for r in sentence.reports if not r.weak and not r.inner]
    return next(
        (
            speaker
            for speaker in speakers
            if speaker.head != "K"
            and speaker.kind is not Kind.PRONOUN
            and not BODY.match(speaker.text)
        ),
        None,
    )


def writer_of(tokens: Sequence[Token], at: int) -> Phrase | None:
    """Whose words the noun at token `at` is said to be: "X's report", "X published a report"."""
    first = next((k + 1 for k in range(at - 1, -1, -1) if tokens[k].tag in "PCSV.,"), 0)
    written = phrase_ending(tokens[first:], at - first, strong=False)
    if written is None:
        return None
    writer, _ = author_of(tokens[first:], written)
    if writer is not written:
        return None if writer.kind is Kind.UNNAMED else writer
    outlet = lx.OUTLET_NAME.search(written.text)
    if outlet is not None and at - first > 1:
        return phrase_ending(tokens[first:at], at - first - 1, strong=False)
    verb = first + written.outer - 1
    if verb > 0 and re.match(_BROUGHT_OUT, tokens[verb].low):
        subject = subject_before(tokens, left_of(tokens, verb), strong=False)
        return subject if subject is not None and subject.kind is not Kind.UNNAMED else None
    return None
