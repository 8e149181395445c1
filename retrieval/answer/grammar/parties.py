"""What party somebody is in: "What party is Ida Moen in?", "Is Ida Moen a Democrat?"."""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING, Final

from retrieval.answer.attribution.tagging import tokenize
from retrieval.answer.grammar.mentions import LINKS, NAME, Somebody
from retrieval.answer.language.speech import ENGLISH
from retrieval.answer.question.alternatives import EITHER_PARTY, PARTY_ASKED

if TYPE_CHECKING:
    from retrieval.answer.grammar.mentions import Mention
    from retrieval.answer.question.question import Question

# The same by another word, as news and people write it; any other party is called a "... Party".
_WORDS: Final = {
    "republican": r"Republicans?|GOP",
    "democratic": r"Democrat(?:ic|s)?",
    "independent": r"independent",
    "conservative": r"Conservatives?(?!\s+(?!Party)[A-Z])|Tor(?:y|ies)",
    "labour": r"Labou?r",
    "liberal democrat": r"Lib(?:eral)?\s?Dem(?:ocrat)?s?",
    "libertarian": r"Libertarian",
}  # fmt: skip
_AMERICAN: Final = frozenset(["republican", "democratic", "independent", "libertarian"])
_LETTERS: Final = {"r": "republican", "d": "democratic", "i": "independent"}
_OTHERS: Final = r"[A-Z]{3,4}(?=\s(?:MP|leader))|(?:[A-Z][\w’'-]+\s){1,3}Party"
PARTY: Final = rf"(?:{'|'.join(_WORDS.values())}|{_OTHERS})"
_IN: Final = r"(?:in|with|from|of|part\s+of|a\s+member\s+of|affiliated\s+with)"
_FOR: Final = r"(?:belong\s+to|represent|run\s+for|lead)"
_ASKED: Final = tuple(
    re.compile(pattern, re.IGNORECASE)
    for pattern in (
        rf"(?:what|which)\s+(?:political\s+)?party\s+(?:is|was)\s+{NAME}(?:\s+{_IN})?\??",
        rf"(?:what|which)\s+(?:political\s+)?party\s+(?:does|did|do)\s+{NAME}\s+{_FOR}\??",
        rf"(?:what(?:'s|\s+(?:is|was))\s+)?{NAME}['’]s?\s+(?:political\s+)?party(?:\s+affiliation)?\??",
        rf"(?:what(?:'s|\s+(?:is|was))\s+)?the\s+(?:political\s+)?party\s+of\s+{NAME}\??",
        EITHER_PARTY,
    )
)
_ASKED_ONE: Final = re.compile(
    rf"(?:is|was)\s+{NAME}\s+(?:an?|in\s+the|a\s+member\s+of\s+the)\s+(?P<party>{PARTY_ASKED})"
    r"(?:\s+(?:party|member|politician))*\??",
    re.IGNORECASE,
)
# Between a party and a name: offices, lower-case nouns, no verb and no one else.
_TITLES: Final = r"(?:[\w.’'-]+,?\s+){0,5}?"
_ONCE: Final = re.compile(
    r"\b(?:former|ex|then|onetime|once|not|never|anti|lifelong)[\s-]+(?:\w+\s+)?$", re.IGNORECASE
)
# "Republican rival Ida Moen" says nothing of hers that "rival" does not.
_AGAINST: Final = re.compile(
    rf"(?<!\w)(?:{'|'.join(sorted(LINKS))}"
    r"|(?:critics?|rivals?|opponents?),?|called|[a-z]{4,}ed|said|says?|\w+['’]s?|[A-Z][\w’'-]+\s[A-Z][\w’'-]+,)\s",
    re.IGNORECASE,
)
_RUNS: Final = re.compile(
    r"\b(?:candidate|nominee|hopeful|contender|presidential|nomination|primary|frontrunner|front-runner|"
    r"strategist|operative|donor|consultant)\b",
    re.IGNORECASE,
)
_LETTER: Final = re.compile(r",?\s\(?(?P<letter>[DRI])-[A-Z]|\s\((?P<alone>[DRI])\)")
_LETTER_NAMED: Final = re.compile(rf"\s\((?P<party>{PARTY})[),]")
_BEHIND: Final = re.compile(
    r"(?:\s\([^)]*\))?(?:,\s(?:who\s(?:is|was)\s)?|\s(?:is|was|remains)\s)(?:also\s)?"
    r"(?:an?|the|one\sof\sthe)\s"
    rf"(?P<what>(?:[\w’'.-]+\s){{0,4}}?)(?<!\w)(?P<party>{PARTY})(?!\w)(?P<after>(?:\s[\w-]+){{0,3}})"
)
_MEMBER: Final = re.compile(
    r"(?:,|\s(?:is|was))\s(?:who\s)?(?:an?\s|the\s)?(?:[\w-]+\s){0,2}(?:member|leader|head|chair(?:man|woman)?)\s"
    rf"of\s(?:[\w’'.-]+\s){{0,3}}?(?P<party>{PARTY})"
)
_BARE: Final = re.compile(rf",\s(?P<party>{PARTY})\s(?:of|from)\s[A-Z]")
_BEFORE: Final = re.compile(rf"(?<![\w-])(?P<party>{PARTY})\s(?P<between>{_TITLES})$")
# "Democrats say Moen ..."
_PLURAL: Final = re.compile(r".*[^ur]s$|Tories", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Membership:
    """Whose party is asked for; `one` where it is asked whether it is this one."""

    who: Somebody
    one: str | None = None

    def told_in(self, text: str) -> bool:
        """Whether a sentence tells it."""
        return bool(self.parties(text))

    def parties(self, text: str) -> frozenset[str]:
        """The parties that a sentence says somebody to be in."""
        found = (party_told(text, each) for each in self.who.mentions(text))
        return frozenset(each for each in found if each)

    def side(self, text: str) -> bool | None:
        """Whether a sentence says that somebody is in the one that is asked for, or in another."""
        told = self.parties(text)
        if len(told) != 1 or self.one is None:
            return None
        if self.one in told:
            return True
        # A Republican may well be a conservative.
        return False if (self.one in _AMERICAN) == (not _AMERICAN.isdisjoint(told)) else None


def asked_party(question: Question) -> Membership | None:
    """Whose party is asked for; None for any other question."""
    if question.language != ENGLISH:
        return None
    canonical = question.canonical
    for pattern in (*_ASKED, _ASKED_ONE):
        found = pattern.fullmatch(canonical)
        who = Somebody.asked(found["name"]) if found is not None else None
        if found is not None and who is not None:
            one = _party(found["party"]) if pattern is _ASKED_ONE else None
            return Membership(who, one)
    return None


def party_told(text: str, mention: Mention) -> str:
    """The party that a sentence gives beside a name; empty where it gives none."""
    behind, before = text[mention.end :], text[: mention.start]
    if found := _LETTER.match(behind):
        return _LETTERS[(found["letter"] or found["alone"]).lower()]
    for pattern in (_LETTER_NAMED, _BEHIND, _MEMBER, _BARE):
        found = pattern.match(behind)
        if found is None:
            continue
        around = found.groupdict()
        if _ONCE.search(around.get("what") or "") or _RUNS.search(found.group()):
            continue
        return _party(found["party"])
    found = _BEFORE.search(before)
    if found is None or _ONCE.search(before[: found.start()]):
        return ""
    between, in_full = found["between"], " " in text[mention.start : mention.end]
    if _AGAINST.search(between) or _RUNS.search(between):
        return ""
    if _PLURAL.match(found["party"]) and (between or not in_full):
        return ""
    tokens = tokenize(between)
    apart = any(each.tag in "VX" for each in tokens)
    # "The Republican chairman, Ida Moen", but not "On the Republican side, Moen"; "Republican Odd
    # Lund beat Moen".
    aside = any(
        (after.text == "," and each.tag != "R") or (each.tag in "NR" and after.tag == "W")
        for each, after in pairwise(tokens)
    )
    return "" if apart or aside else _party(found["party"])


def _party(word: str) -> str:
    """A party by the word that stands for all its words."""
    told = " ".join(word.split())
    bare = re.sub(r"\sparty$", "", told, flags=re.IGNORECASE)
    for name, words in _WORDS.items():
        if re.search(rf"(?<!\w)(?:{words})(?!\w)", bare, re.IGNORECASE):
            return name
    return bare.lower()
