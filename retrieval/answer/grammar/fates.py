"""What happened to somebody: "What happened to Ida Moen?"."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from retrieval.answer.grammar.mentions import NAME, Somebody
from retrieval.answer.language.speech import ENGLISH

if TYPE_CHECKING:
    from retrieval.answer.grammar.mentions import Mention
    from retrieval.answer.question.question import Question

_ASKED: Final = re.compile(
    rf"what(?:'s|\s+(?:has|had))?\s+(?:actually\s+|really\s+)?(?:happened|become|became|befell)\s+(?:to|of|with)\s+"
    rf"{NAME}\??",
    re.IGNORECASE,
)
# What is done to people, as it is said of them in the passive and as a deed done to them.
_DONE: Final = (
    r"killed|murdered|shot|stabbed|beaten|attacked|assaulted|struck|hit|injured|wounded|hurt|burn(?:ed|t)|"
    r"poisoned|strangled|dismembered|beheaded|executed|assassinated|kidnapped|abducted|tortured|raped|"
    r"arrested|detained|jailed|imprisoned|held|charged|indicted|convicted|sentenced|acquitted|cleared|"
    r"pardoned|released|freed|deported|extradited|evicted|fired|sacked|dismissed|ousted|removed|"
    r"suspended|expelled|banned|demoted|replaced|forced\sout|hospitali[sz]ed|found\s(?:dead|guilty)|"
    r"last\sseen|fined|sued|impeached|censured|disbarred|overthrown|robbed|rescued|evacuated|buried"
)
_DID: Final = (
    r"killed|murdered|shot|stabbed|attacked|struck|poisoned|strangled|dismembered|executed|"
    r"assassinated|kidnapped|abducted|arrested|detained|jailed|charged|indicted|convicted|sentenced|"
    r"pardoned|freed|deported|fired|sacked|ousted|suspended|expelled|impeached"
)
_WENT: Final = (
    r"died|disappeared|vanished|resigned|stepped\sdown|quit|drowned|collapsed|committed\ssuicide|"
    r"(?:went|gone)\smissing|pleaded\sguilty|was\sborn\sdead|lost\s(?:his|her)\s(?:job|life|post|seat)|"
    r"suffered|fled|escaped|survived|retired|walked\sfree"
)
_NOUN: Final = (
    r"death|murder|killing|slaying|shooting|disappearance|arrest|assassination|poisoning|kidnapping|"
    r"abduction|beating|execution|firing|ouster|resignation|detention|conviction"
)
_ADVERBS: Final = (
    r"(?:(?:\w+ly|also|later|then|since|first|once|reportedly|allegedly|all|both)\s){0,2}"
)
# Behind the name, with what stands beside it: "Moen, a pilot in Vale, was killed".
_BEHIND: Final = re.compile(
    rf"(?:,[^,;.“”\"]{{2,120}},|\s\([^)]*\)|,)?\s(?:who\s)?(?:(?:had|has)\s{_ADVERBS}(?:been\s)?|"
    rf"(?:was|were|is|got|being|been)\s(?:being\s)?)?{_ADVERBS}(?:{_WENT})\b"
    rf"|(?:,[^,;.“”\"]{{2,120}},|\s\([^)]*\)|,)?\s(?:who\s)?(?:(?:had|has)\s{_ADVERBS}been|was|were|got|being|"
    rf"been)\s(?:being\s)?{_ADVERBS}(?:{_DONE})\b",
)
_OF: Final = re.compile(
    rf"\b(?:(?:{_NOUN})\s(?:of|by)\s|(?:{_DID})\s)(?:the\s)?(?:[\w.’'-]+\s){{0,3}}$", re.IGNORECASE
)
_NOUN_OF: Final = re.compile(rf"(?:{_NOUN})\s(?:of|by)\s", re.IGNORECASE)
_OF_ANOTHER: Final = re.compile(
    r"\b(?:of|with|for|to|by|from|against|than)\s(?:[\w.’'-]+\s){0,2}$", re.IGNORECASE
)
_PASSIVE: Final = re.compile(r"\b(?:was|were|been|being|is|are)\s(?:\w+\s)?$", re.IGNORECASE)
_TOLD: Final = 2
_NAMED: Final = 1
_OWN: Final = re.compile(rf"['’]s?\s(?:[\w-]+\s){{0,2}}(?:{_NOUN})\b")
# Of another: "the killer of Moen's son", "was arrested with Moen"; nothing happened.
_APART: Final = re.compile(
    r"\b(?:with|by|for|from|to|in|at|on|near|after|before|and|against|over|as|who|that|not|never)\s|['’]s?\s|,",
    re.IGNORECASE,
)
_NOT_SO: Final = re.compile(
    r"\b(?:if|unless|would|could|whether|not|never|no|urg\w+|demand\w*|calls?\sfor)\b[^,;.]*$",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Fate:
    """To whom something happened."""

    who: Somebody

    def told_in(self, text: str) -> bool:
        """Whether a sentence tells or names what happened to this person."""
        return self.fully(text) > 0

    def fully(self, text: str) -> int:
        """How fully a sentence tells it: by a verb (2), by a noun ("Moen's arrest", 1), or not."""
        return max((_told(text, each) for each in self.who.mentions(text)), default=0)


def asked_fate(question: Question) -> Fate | None:
    """To whom it is asked what happened; None for any other question."""
    if question.language != ENGLISH:
        return None
    found = _ASKED.fullmatch(question.canonical)
    who = Somebody.asked(found["name"]) if found is not None else None
    return Fate(who) if who is not None else None


def _told(text: str, mention: Mention) -> int:
    before, behind = text[: mention.start], text[mention.end :]
    if _NOT_SO.search(before[-60:]):
        return 0
    if mention.genitive:
        return _NAMED if _OWN.match(behind) else 0
    if _BEHIND.match(behind):
        # "The son of Moen was killed".
        return 0 if _OF_ANOTHER.search(before) else _TOLD
    found = _OF.search(before)
    if found is None or re.match(r"\s(?:and|or)\s|['’]", behind):
        return 0
    noun = _NOUN_OF.match(found.group())
    between = found.group()[noun.end() if noun else 0 :]
    passive = _PASSIVE.search(before[: found.start()])
    if _APART.search(between) or passive:
        return 0
    return _NAMED if noun else _TOLD
