"""What asks for anything on a matter: "What does the Vale Post say about the harbour strike?"."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final

from retrieval.answer.language.lexicon import AUXILIARIES, VAGUE, WH, words
from retrieval.answer.question import capitals

_ON: Final = r"(?:about|on|of|regarding|concerning)"
_SAID: Final = (
    r"(?:say|says|said|saying|report|reported|reporting|write|wrote|written|writing|publish|"
    r"published|publishing|tell|told)"
)
_DOES: Final = r"(?:do|does|did|has|have|had|is|are|was|were)"
_COVER: Final = r"(?:cover(?:ed|ing)?|report(?:ed|ing)?(?:\s+on)?)"
_MATTER: Final = r"(?P<matter>\S.*?)[?.]?"
# Whoever writes: no party of the story, and all that is searched.
_ANY_SOURCE: Final = (
    r"(?:(?:the|your|all|other|different|various|these|those|most)\s+)*(?:news\s+|media\s+)?"
    r"(?:sources|outlets|media|press|news|articles|papers|newspapers|reports|journalists|people)"
)
_PUT: Final = tuple(
    re.compile(pattern, re.IGNORECASE)
    for pattern in (
        rf"what(?:'s|\s+{_DOES})\s+{_ANY_SOURCE}\s+(?:been\s+)?{_SAID}\s+{_ON}\s+{_MATTER}",
        (
            rf"what(?:'s|\s+(?:is|was|has|have))\s+(?:being\s+|been\s+)?"
            rf"(?:(?:said|reported|known|told)\s+(?:so\s+far\s+|now\s+)?{_ON}|written\s+about)\s+{_MATTER}"
        ),
        rf"what\s+(?:do|does|did)\s+(?:we|you|they)\s+know\s+(?:so\s+far\s+|now\s+)?{_ON}\s+{_MATTER}",
        rf"what(?:'s|\s+(?:is|are))\s+(?:going\s+on|happening)\s+(?:with|about|in|at)\s+{_MATTER}",
        rf"(?:how|what)\s+{_DOES}\s+{_ANY_SOURCE}\s+{_COVER}\s+{_MATTER}",
    )
)
_WHO: Final = r"(?P<who>[^\s,;:?]+(?:\s[^\s,;:?]+){0,4}?)"
_BY_SOURCE: Final = tuple(
    re.compile(pattern, re.IGNORECASE)
    for pattern in (
        rf"what\s+{_DOES}\s+{_WHO}\s+(?:been\s+)?{_SAID}\s+{_ON}\s+{_MATTER}",
        rf"how\s+{_DOES}\s+{_WHO}\s+(?:been\s+)?{_COVER}\s+{_MATTER}",
    )
)
ANYTHING_ON: Final = "what is said about "
_TOPIC: Final = re.compile(
    r"^(?:(?:can|could|would|will)\s+you\s+)?(?:please\s+)?(?:"
    r"(?:(?:tell|show|give|teach|update|brief|inform)\s+(?:me|us)|"
    r"talk(?:\s+to\s+(?:me|us))?(?=\s+about\b)|i\s+want\s+to\s+know|"
    r"i'd\s+like\s+to\s+know|what\s+do\s+you\s+know|what(?:'s|\s+is)\s+(?:the\s+(?:latest|news)|"
    r"new|up|there)|(?:the\s+)?latest|(?:(?:is|are)\s+there\s+)?any(?:thing|\s+(?:news|updates?|info|information)))"
    r"(?:\s+(?:more|everything|something|anything|all|a\s+bit|a\s+little|new|(?:the\s+|some\s+)?"
    r"(?:news|latest|details|info|information|facts|story|truth)|an?\s+(?:update|summary|"
    r"overview)))?(?:\s+(?:you|there|that)\s+(?:know|have|is))?\s+(?:about|on|of|regarding|with)"
    r"|(?:summari[sz]e|describe|outline|discuss)|(?:what|how)\s+about)\s+\S",
    re.IGNORECASE,
)
# A few words more, and "News of the strike reached the mayor" is a statement.
_NOUN_TOPIC: Final = re.compile(
    r"^(?:an?\s+|the\s+|some\s+|latest\s+)*(?:(?:news|infos?|information|latest|updates?|details)\s+"
    r"(?:about|on|regarding)|(?:summary|overview|outline|timeline|background)\s+(?:of|on|to))"
    r"\s+(?P<matter>\S+(?:\s+\S+){0,3})$",
    re.IGNORECASE,
)
# With these in a sentence it asks after all: "What is the news about whether she resigned?".
_ASKS_AFTER_ALL: Final = re.compile(rf"\b(?:whether|if|{'|'.join(sorted(WH))})\b", re.IGNORECASE)
# "Mrs. May", "the U.S. will": a name or a noun may come after a point.
STOPPED: Final = re.compile(
    r"(?<=\w\w\w)[.!;]\s+(?=(?:did|does|do|is|are|was|were|has|have|had|would|could|should|"
    r"who|what|which|when|where|why|how)\b)",
    re.IGNORECASE,
)
# This goes on from another question.
_GOES_ON: Final = re.compile(r"(?:so\s+|and\s+)?(?:what|how)\s+about\b", re.IGNORECASE)
_NOW: Final = re.compile(
    r"(?:,?\s+(?:today|(?:right\s+)?now|lately|currently|recently|these\s+days|at\s+the\s+moment|"
    r"so\s+far|please|(?:in|from)\s+the\s+news))+$",
    re.IGNORECASE,
)
_LONGEST: Final = 6
# With these it is no noun with what belongs to it, and asks for more.
_MORE: Final = (
    WH
    | AUXILIARIES
    | frozenset("whether if that this these he she it they him her them me us you yourself".split())
)


def anything_on(core: str) -> str:
    """The question that stands for what all sources say of a matter; any other text as it is.

    "Any news about the strike?" is such a question as well.
    """
    matter = "" if _GOES_ON.match(core) else topic(core)
    if not matter:
        matter = next((found["matter"] for put in _PUT if (found := put.fullmatch(core))), "")
    matter = _NOW.sub("", matter)
    return f"{ANYTHING_ON}{matter}" if _is_matter(matter) else core


def topic(text: str) -> str:
    """What a text only names to be told about, without a question in it; empty for any other."""
    if found := _NOUN_TOPIC.match(text):
        return found["matter"].rstrip("?.!")
    opening = _TOPIC.match(text)
    if opening is None:
        return ""
    rest = text[opening.end() - 1 :]
    if _ASKS_AFTER_ALL.search(rest) or STOPPED.search(rest):
        return ""
    return rest.rstrip("?.! ") or rest


@dataclass(frozen=True, slots=True)
class BySource:
    """Who is asked for what is told of a matter, without "the", and the question without it."""

    who: str
    less: str
    the: bool


def by_source(canonical: str) -> BySource | None:
    """Who may be a source that is asked on a matter; None for any other question."""
    for pattern in _BY_SOURCE:
        found = pattern.fullmatch(canonical)
        if found and _is_matter(found["matter"]) and _MORE.isdisjoint(found["who"].lower().split()):
            who = re.sub(r"^the\s", "", found["who"], flags=re.IGNORECASE)
            the = who != found["who"]
            return BySource(who, f"{ANYTHING_ON}{found['matter']}?", the)
    return None


def _is_matter(text: str) -> bool:
    """Whether a text is a short noun, as far as its words tell."""
    small = [word.lower() for word in words(text)]
    content = [word for word in capitals.content(text) if word.lower() not in VAGUE]
    told = re.search(r"[,:;!?]", text)
    return 0 < len(small) <= _LONGEST and bool(content) and _MORE.isdisjoint(small) and not told
