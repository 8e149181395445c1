"""Which state or district somebody represents: "What state does Ida Moen represent?"."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from retrieval.answer.attribution import lexicon as lx
from retrieval.answer.grammar.mentions import NAME, Somebody
from retrieval.answer.grammar.parties import PARTY
from retrieval.answer.language.speech import ENGLISH

if TYPE_CHECKING:
    from retrieval.answer.grammar.mentions import Mention
    from retrieval.answer.question.question import Question

_WHERE: Final = r"(?:u\.?s\.?\s+)?(?:state|district|constituency|seat|county|riding|place)"
_SEAT: Final = (
    r"(?:senator|governor|congressman|congresswoman|representative|mp|member\s+of\s+congress)"
)
_ASKED: Final = tuple(
    re.compile(pattern, re.IGNORECASE)
    for pattern in (
        rf"(?:what|which)\s+{_WHERE}\s+(?:does|did)\s+{NAME}\s+(?:represent|serve|govern|sit\s+for)\??",
        rf"(?:what|which)\s+{_WHERE}\s+(?:is|was)\s+{NAME}\s+(?:from|(?:an?\s+|the\s+)?{_SEAT}\s+(?:of|for|from|in))\??",
        rf"what(?:'s|\s+is)\s+{NAME}['’]s?\s+(?:home\s+)?(?:state|district|constituency)\??",
    )
)
_OFFICE: Final = (
    r"(?:Sens?\.|Reps?\.|Gov\.|[Ss]enator|[Rr]epresentative|[Gg]overnor|[Cc]ongress(?:man|woman)|MP|MSP|MEP|"
    r"[Ll]awmaker|[Dd]elegate|[Aa]ssembly(?:man|woman))"
)
_PLACE: Final = r"(?P<place>[A-Z][\w.’'-]*(?:\s[A-Z][\w.’'-]*){0,2})"
_HELD: Final = rf"(?:{PARTY}|{_OFFICE})"
_AS: Final = r"(?:\s\([^)]*\))?(?:,|\s(?:is|was))\s"
_BEHIND: Final = tuple(
    re.compile(pattern)
    for pattern in (
        r",?\s\(?[DRI]-(?P<place>[A-Z])",
        # "Moen, Republican of Vale", "Moen, a Democrat from Vale", "Moen, the senator for Vale".
        rf"{_AS}(?:who\s)?(?:an?\s|the\s)?(?:[\w-]+\s){{0,3}}?{_HELD}(?:\s\w+)?\s(?:of|from|for|in)\s(?:the\s)?{_PLACE}",
        # "Moen, a Vale Republican", "Moen, the Vale senator".
        rf"{_AS}(?:an?|the)\s(?:[a-z-]+\s)?{_PLACE}\s{_HELD}\b",
        rf",?\s(?:who\s)?represent(?:s|ed|ing)?\s(?:the\s)?{_PLACE}",
    )
)
_OF: Final = re.compile(rf"\s(?:of|from)\s{_PLACE}")
_OFFICE_BEFORE: Final = re.compile(rf"(?<!\w){_OFFICE}\s$")
_BEFORE: Final = re.compile(
    rf"(?<![\w.]){_PLACE}(?:['’]s?)?\s(?:(?:junior|senior)\s)?(?:(?:{PARTY})\s)?{_OFFICE},?\s$"
    rf"|(?<![\w.])(?P<by>[A-Z][\w.’'-]*(?:\s[A-Z][\w.’'-]*)?)\s(?:{PARTY})\s$"
)
_NO_PLACE: Final = frozenset(
    "former then u.s. us senate house congress majority minority state united states the a his her "
    "freshman mr mr. ms. mrs. this when while but and as congressional conservative liberal".split()
)


@dataclass(frozen=True, slots=True)
class Seat:
    """Whose state or district is asked for."""

    who: Somebody

    def told_in(self, text: str) -> bool:
        """Whether a sentence tells it."""
        return any(_told(text, each) for each in self.who.mentions(text))


def asked_seat(question: Question) -> Seat | None:
    """Whose seat is asked for; None for any other question."""
    if question.language != ENGLISH:
        return None
    for pattern in _ASKED:
        found = pattern.fullmatch(question.canonical)
        who = Somebody.asked(found["name"]) if found is not None else None
        if who is not None:
            return Seat(who)
    return None


def _told(text: str, mention: Mention) -> bool:
    behind, before = text[mention.end :], text[: mention.start]
    for pattern in _BEHIND:
        found = pattern.match(behind)
        if found is not None and _is_place(found["place"]):
            return True
    if _OFFICE_BEFORE.search(before) and (found := _OF.match(behind)) and _is_place(found["place"]):
        return True
    found = _BEFORE.search(before)
    return found is not None and _is_place(found["place"] or found["by"])


def _is_place(text: str) -> bool:
    words = [re.sub(r"['’]s?$", "", each).lower() for each in text.split()]
    if re.fullmatch(PARTY, text) or any(map(lx.OF_A_PEOPLE.match, words)):
        return False
    return (lx.PEOPLE | lx.BODIES | _NO_PLACE | lx.PREPOSITIONS).isdisjoint(words)
