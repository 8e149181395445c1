"""Whose voice a question keeps to: "According to Ida Moen, did it sink?", "Does Moen say so?"."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final

from retrieval.answer.lexicon import AUXILIARIES, PREPOSITIONS, WH, words

_AUX: Final = r"(?:did|does|do|was|were|is|are|has|have|had|will|would|can|could|should)"
# A comma parts the party from what is asked, or an auxiliary or question word opens that.
_BEFORE: Final = re.compile(
    rf"according\s+to\s+(?P<who>[^,?:;]{{1,60}}?)(?:,\s*|\s+(?=(?:{_AUX}|{'|'.join(sorted(WH))})\s))"
    r"(?P<rest>\S+\s+\S.*)",
    re.IGNORECASE,
)
_BEHIND: Final = re.compile(
    r"(?P<rest>\S+\s+\S.*?),?\s+according\s+to\s+(?P<who>[^,?:;]{1,60})", re.IGNORECASE
)
_SAYS: Final = r"(?:say|claim|think|believe)"
_SAID: Final = r"(?:sa(?:ys|id)|claim(?:s|ed)|thinks|thought|believe[sd])"
_ASKED: Final = re.compile(
    rf"(?:do|does|did)\s+(?P<who>(?:\S+\s+){{1,4}}?){_SAYS}\s+(?P<rest>\S+\s+\S.*)"
    rf"|(?:has|have|had)\s+(?P<had>(?:\S+\s+){{1,4}}?){_SAID}\s+\S+\s+\S.*",
    re.IGNORECASE,
)
_TOLD: Final = re.compile(rf"(?P<who>(?:\S+\s+){{1,4}}?){_SAID}\s+\S+\s+\S.*", re.IGNORECASE)
_LONGEST: Final = 5
_MARKS: Final = re.compile(r"[,:;?!\"“”()]|['’](?!\w)|(?<!\w)['‘]")
# "The mayor now says", "Moen reportedly said".
_HOW: Final = re.compile(r"now|also|still|again|just|then|\w+edly", re.IGNORECASE)
# Words on which a party does not end: nobody in particular, and what is no one's voice.
_NOBODY: Final = frozenset(
    """
    he she it they we you i me him her them us this that there anyone anybody everyone everybody
    someone somebody nobody people report reports article articles story stories source sources
    media press law rules plan schedule study studies poll polls survey data records research
    rumors rumours some many most others critics
    """.split()
)
_ARTICLES: Final = frozenset(["a", "an", "some", "any", "many", "most", "all", "no", "not", "only"])


@dataclass(frozen=True, slots=True)
class Voice:
    """The party that a question names as who says it; `alone` where nobody else is to be heard.

    `name` has no article, `called` is how the question has it.
    """

    name: str
    alone: bool
    called: str = ""


def according_to(core: str) -> tuple[str, Voice | None]:
    """What is asked, without the party according to whom it is, and that party."""
    found = _BEFORE.fullmatch(core.rstrip("?.")) or _BEHIND.fullmatch(core.rstrip("?."))
    name = _party(found["who"]) if found is not None else ""
    if found is None or not name:
        return core, None
    return found["rest"], Voice(name, alone=True, called=found["who"].strip())


def said_by(core: str) -> Voice | None:
    """Whose saying a yes-or-no question or a statement is about: "Does Moen say that it sank?"."""
    found = _ASKED.fullmatch(core) or _TOLD.fullmatch(core)
    if found is None:
        return None
    name = _party(found["who"] or found.groupdict().get("had") or "")
    return Voice(name, alone=False) if name else None


def _party(text: str) -> str:
    """A party's name without its article; empty where no name alone stands there."""
    found = words(text)
    # "Moen denies it, says that ..." names nobody in its place.
    if _MARKS.search(text):
        return ""
    while found and _HOW.fullmatch(found[-1]):
        found.pop()
        text = text.rsplit(maxsplit=1)[0]
    if found and found[0].lower() == "the":
        found = found[1:]
        text = text.strip()[len("the") :]
    lower = [word.lower() for word in found]
    if not found or len(found) > _LONGEST or lower[-1] in _NOBODY or lower[0] in _ARTICLES:
        return ""
    if lower == ["news"]:
        return ""
    inner = AUXILIARIES | WH | PREPOSITIONS | {"and", "or", "that", "than", "if", "not", "never"}
    return "" if inner & set(lower) else " ".join(text.split())
