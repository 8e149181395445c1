"""How old somebody is, or when somebody was born: "How old is Ida Moen?"."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from retrieval.answer.grammar.mentions import LINKS, NAME, Somebody
from retrieval.answer.language.speech import ENGLISH
from retrieval.answer.values.amounts import NUMBER_WORDS

if TYPE_CHECKING:
    from retrieval.answer.grammar.mentions import Mention
    from retrieval.answer.question.question import Question

_OLD: Final = tuple(
    re.compile(pattern, re.IGNORECASE)
    for pattern in (
        rf"how\s+old\s+(?:is|was)\s+{NAME}(?:\s+(?:now|today))?\??",
        rf"what(?:'s|\s+(?:is|was))\s+(?:the\s+)?(?:current\s+)?age\s+of\s+{NAME}\??",
        rf"(?:what(?:'s|\s+(?:is|was))\s+)?{NAME}['’]s?\s+(?:current\s+)?age\??",
        rf"(?:what|which)\s+age\s+(?:is|was)\s+{NAME}\??",
    )
)
_BORN: Final = tuple(
    re.compile(pattern, re.IGNORECASE)
    for pattern in (
        rf"when\s+(?:is|was)\s+{NAME}\s+born\??",
        rf"(?:in\s+)?(?:what|which)\s+year\s+was\s+{NAME}\s+born\??",
        rf"(?:what|when)(?:'s|\s+(?:is|was))\s+{NAME}['’]s?\s+(?:birthday|birth\s*date|date\s+of\s+birth)\??",
    )
)
_YEARS: Final = rf"(?:\d{{1,3}}|(?:{NUMBER_WORDS})(?:-\w+)?)"
_ENDS: Final = (
    r"(?=[,.;:)—–”\"]|\s+(?:and|who|when|years?|is|was|in|at|on|of\s+age|this|next|last)\b|\s*$)"
)
_BE: Final = r"(?:is|was|are|were|turned|turns|will\s+turn|will\s+be|would\s+be|had\s+turned)"
# Behind the name: "Moen, 47, ...", "Moen (47)", "Moen, who is now 47", "Moen died at age 47".
_BEHIND: Final = re.compile(
    rf"(?:\s\([A-Z][^)]*\))?(?:\s?,\s(?:(?:who\s)?(?:{_BE}\s)?)(?:(?:only|just|now|aged?|age|then)\s+)?{_YEARS}{_ENDS}"
    rf"|\s\((?:aged?\s)?{_YEARS}\)"
    rf"|\s+{_BE}\s+(?:(?:only|just|now|then|aged?|about)\s+)?{_YEARS}"
    r"(?=[,.;)—–”\"]|\s+(?:and|who|when|years?[\s-]old|years\s+of\s+age|this|next|last|in)\b|\s*$)"
    rf"|,?\s+(?:who\s)?(?:was\s)?aged\s{_YEARS}"
    rf"|(?:,\s|\s+(?:is|was)\s+)(?:an?|the|then|now)\s+(?:[\w-]+\s+){{0,2}}{_YEARS}[\s-]years?[\s-]old\b"
    rf"|[^.;“”\"]{{0,60}}?\b(?:died|dead)\b[^.;,“”\"]{{0,40}}?\bat\s+(?:age\s+|the\s+age\s+of\s+)?{_YEARS}{_ENDS}"
    rf"|['’]s?\s+{_YEARS}(?:st|nd|rd|th)\s+birthday)",
    re.IGNORECASE,
)
_THEN: Final = re.compile(
    r"\b(?:when|while|since|until|after|before|where)\b[^,.;]*$", re.IGNORECASE
)
# Before it, with what else describes the person: "the 17-year-old exchange student Ida Moen".
_BEFORE: Final = re.compile(
    rf"(?<!\w){_YEARS}[\s-]years?[\s-]old,?\s+(?P<between>(?:[\w’'.-]+\s+){{0,5}})$", re.IGNORECASE
)
# "The 5-year-old son of Ida Moen" is another.
_APART: Final = re.compile(
    rf"(?<!\w)(?:{'|'.join(sorted(LINKS))}"
    r"|said|told|says|[a-z]{3,}ed|\w+['’]s)\s",
    re.IGNORECASE,
)
_DAY: Final = r"(?:[^.;“”\"]{0,40}?\b(?:1[89]|20)\d\d\b|\s+(?:on|in)\s+[A-Z])"
_IS_BORN: Final = re.compile(
    rf"(?:(?:,?\s+(?:who\s+)?(?:is|was)|,)\s+born\b{_DAY}|\s\((?:born\s)?[^()]*\b(?:1[89]|20)\d\d\b[^()]*\)"
    r"|['’]s?\s+(?:birthday|date\s+of\s+birth)\b)",
)
_BORN_IN: Final = re.compile(r"born\s+(?:on|in)\s+(?!(?:1[89]|20)\d\d)", re.IGNORECASE)
_MONTH: Final = re.compile(
    r"\b(?:jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec)[a-z]*\b", re.IGNORECASE
)


@dataclass(frozen=True, slots=True)
class Aged:
    """Whose age is asked for, and whether only the day of birth is."""

    who: Somebody
    born: bool

    def told_in(self, text: str) -> bool:
        """Whether a sentence tells it."""
        return any(self._told(text, each) for each in self.who.mentions(text))

    def _told(self, text: str, mention: Mention) -> bool:
        behind, before = text[mention.end :], text[: mention.start]
        born = _IS_BORN.match(behind)
        if born is not None and (re.search(r"\d{4}", born.group()) or _MONTH.search(born.group())):
            return True
        if self.born:
            return False
        if aged := _BEHIND.match(behind):
            # "When Moen was 17"
            return _THEN.search(before) is None or aged.group().startswith((",", " ("))
        found = _BEFORE.search(before)
        return found is not None and _APART.search(found["between"]) is None


def asked_age(question: Question) -> Aged | None:
    """Whose age or birth is asked for; None for any other question."""
    if question.language != ENGLISH:
        return None
    for patterns, born in ((_OLD, False), (_BORN, True)):
        for pattern in patterns:
            found = pattern.fullmatch(question.canonical)
            who = Somebody.asked(found["name"]) if found is not None else None
            if who is not None:
                return Aged(who, born)
    return None
