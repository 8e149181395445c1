"""Who leads, owns or founded something: "Who runs the Harbour Trust?"."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final

from retrieval.answer.language.lexicon import AUXILIARIES, PREPOSITIONS, WH
from retrieval.answer.language.speech import ENGLISH

if TYPE_CHECKING:
    from collections.abc import Sequence

    import numpy as np
    from numpy.typing import NDArray

    from retrieval.answer.decision.decide import Weights
    from retrieval.answer.finding.sentence import Sentence
    from retrieval.answer.question.question import Question

_CHIEF: Final = r"CEO|chief\s+executive(?:\s+officer)?"
_CHAIR: Final = r"chair(?:man|woman|person)?"
_GOVERNOR: Final = r"gov(?:ernor|\.)"
_LEADS: Final = (
    rf"president|{_CHIEF}|{_CHAIR}|head|leader|(?:executive\s+|managing\s+)?director|boss|chief|"
    r"secretary(?:[\s-]general)?|commissioner|administrator|prime\s+minister|premier|chancellor|"
    rf"{_GOVERNOR}|mayor|commander|king|queen"
)
_OWNS: Final = r"(?:co-)?owners?"
_FOUNDED: Final = r"(?:co-)?founders?"
_OFFICE: Final = (
    rf"{_LEADS}|{_OWNS}|{_FOUNDED}|editor(?:[\s-]in[\s-]chief)?|speaker|"
    r"spokes(?:man|woman|person)|ambassador"
)
# By what a body is asked about: the offices, and the verbs, whose holders are meant.
_VERBS: Final = (
    (r"lead(?:s|ing)?|led|head(?:s|ed|ing)?|runs?|ran|running|chair(?:s|ed)?|directs?|in\s+charge\s+of",
     _LEADS, r"leads|led|heads|headed|runs|ran|chairs|chaired|directs"),
    (r"owns?|owned", _OWNS, r"owns|co-owns|owned"),
    (r"(?:co-)?founded", _FOUNDED, r"founded|co-founded|started|created"),
)  # fmt: skip
_THE: Final = r"(?:(?:the|an?)\s+)?"
_BODY: Final = r"(?P<body>[^\s?]+(?:\s[^\s?]+){0,5})"
_BY_OFFICE: Final = (
    re.compile(
        rf"who(?:'s|\s+(?P<be>is|was|are))\s+{_THE}(?:(?:current|new|present)\s+)?(?P<office>{_OFFICE})\s+"
        rf"(?:of|for|at)\s+{_THE}{_BODY}\??",
        re.IGNORECASE,
    ),
    re.compile(
        rf"who(?:'s|\s+(?P<be>is|was|are))\s+{_THE}{_BODY}['’]s?\s+(?:(?:current|new|present)\s+)?"
        rf"(?P<office>{_OFFICE})\??",
        re.IGNORECASE,
    ),
)
_BY_VERB: Final = tuple(
    (
        re.compile(rf"who\s+(?:is\s+)?(?:{asked})\s+{_THE}{_BODY}\??", re.IGNORECASE),
        office,
        verbs,
    )
    for asked, office, verbs in _VERBS
)  # fmt: skip
# With these it is no name: "Who runs for mayor?", "Who leads in the polls?".
_NO_BODY: Final = PREPOSITIONS | AUXILIARIES | WH | {"it", "this", "that", "them", "he", "she"}
_NAME: Final = r"(?-i:[A-Z][\w.’'-]*(?:\s(?:[A-Z][\w.’'-]*|al|bin|de|van|von)){0,3}\s[A-Z][\w’-]+)"
_SURNAME: Final = r"(?-i:[A-Z][\w’-]+(?:\s[A-Z][\w.’-]*){0,3})"
_WORDS: Final = r"(?:[\w’'&-]+\s+){0,3}?"
_ADDED: Final = r"(?:,?\s+(?:and|&)(?:\s+(?-i:[A-Z])[\w-]+){1,2})?"
# Behind the body's name others lead parts of it: "Alder's foreign minister", "Alder's press chief".
_KIND: Final = (
    r"(?:(?:acting|interim|new|current|longtime|outgoing|supreme|national|city|party|Democratic|"
    r"Republican|then|former|deputy|vice)\s+){0,2}"
)
_AS_WELL: Final = r"(?:\s+and\s+(?:[\w-]+\s+){0,2}[\w-]+)?"
# Whoever held it once, or stands below.
_NOT_HE: Final = re.compile(
    r"\b(?:former|formerly|ex|onetime|once|vice|deputy|assistant|associate|then|late|fired|ousted|"
    r"nominee|candidate)\b",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Office:
    """What somebody has to be to a body, as sentences tell it; `past` where it may be over."""

    told: tuple[re.Pattern[str], ...]
    past: bool

    def held_in(self, text: str) -> bool:
        """Whether a sentence names somebody who is that."""
        return any(
            self.past or _NOT_HE.search(_with_word_before(text, found)) is None
            for pattern in self.told
            for found in pattern.finditer(text)
        )


def holders(
    question: Question,
    sentences: Sequence[Sentence],
    decided: NDArray[np.float32],
    weights: Weights,
) -> tuple[Sequence[Sentence], NDArray[np.float32], Weights]:
    """The sentences to answer from, what was decided, shape (n, 4), and the thresholds.

    News says who leads something in passing, behind a name. Where sentences do, these answer.
    """
    office = asked_office(question)
    kept = [at for at, each in enumerate(sentences) if office and office.held_in(each.text)]
    if not kept:
        return sentences, decided, weights
    weights = replace(weights, first=0.0, covered=0.0)
    return [sentences[at] for at in kept], decided[kept], weights


def asked_office(question: Question) -> Office | None:
    """Whose holder is asked for; None for any other question."""
    if question.language != ENGLISH:
        return None
    for pattern in _BY_OFFICE:
        if (found := pattern.fullmatch(question.canonical)) and _is_body(found["body"]):
            asked = found["office"]
            # Who leads it by another word is the chairman as well, as far as news tells.
            same = (
                each for _, office, each in _VERBS if re.fullmatch(office, asked, re.IGNORECASE)
            )
            verbs = next(same, "")
            for group in (_CHIEF, _CHAIR, _GOVERNOR):
                if re.fullmatch(group, asked, re.IGNORECASE):
                    asked = group
            if re.fullmatch("head|leader|boss|chief", asked, re.IGNORECASE):
                asked = _LEADS
            return Office(_told(found["body"], asked, verbs), found["be"] == "was")
    for pattern, office, verbs in _BY_VERB:
        if (found := pattern.fullmatch(question.canonical)) and _is_body(found["body"]):
            return Office(_told(found["body"], office, verbs), past=False)
    return None


def _with_word_before(text: str, found: re.Match[str]) -> str:
    """What was found and the word before it, as in "former Alder president Ida Moen"."""
    before = text[: found.start()].split()
    return " ".join([*before[-1:], found.group()])


def _is_body(text: str) -> bool:
    first = text.split(maxsplit=1)[0].lower()
    return first not in _NO_BODY and len(text) > 1


def _told(name: str, office: str, verbs: str) -> tuple[re.Pattern[str], ...]:
    """How sentences say who it is, each from the name to the body or back."""
    # "The Appeals and Land Reform Committee" is the Appeals Committee as well.
    called = rf"{_ADDED}\s+".join(map(re.escape, name.split()))
    # "The House Appeals Committee" is the Appeals Committee; "Alder of Vale" is not Alder.
    body = rf"{_THE}(?:(?-i:[A-Z])[\w.'’-]*\s+){{0,2}}(?<!\w){called}(?!\w|['’]s|\s+of\s)"
    office = rf"(?<!\w)(?:{office})(?!\w)"
    behind = rf"{_SURNAME}(?:(?:\s\([^)]*\))?,\s+(?:\d+,\s+)?|\s+(?:is|was|became)\s+)"
    told = [
        # "Ida Moen, the president and owner of the Harbour Trust", "Moen is the mayor of Linden".
        rf"{behind}{_THE}{_WORDS}{office}{_AS_WELL}\s+(?:of|for|at)\s+{body}",
        # "Harbour Trust president Ida Moen", "the Trust's president, Ida Moen", "Alderian leader".
        rf"(?<!\w){called}(?:n|an|ian|i)?(?:['’]s?)?\s+{_KIND}{office},?\s+{_NAME}",
        # "The president of the Harbour Trust, Ida Moen".
        rf"{_WORDS}{office}\s+(?:of|for|at)\s+{body},?\s+{_NAME}",
    ]
    if verbs:
        told += [
            rf"{_SURNAME}(?:,\s+who)?\s+(?:(?:has|also|now|currently)\s+)?(?:{verbs})\s+{body}",
            rf"{body}[\w\s,]{{0,30}}?\b(?:{verbs})\s+by\s+{_WORDS}{_NAME}",
        ]
    return tuple(re.compile(each, re.IGNORECASE) for each in told)
