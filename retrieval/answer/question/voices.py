"""Whose voice a question keeps to: "According to Ida Moen, did the ferry sink?"."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final

from retrieval.answer.language.lexicon import ASKING, AUXILIARIES, PREPOSITIONS, WH, words

# A comma parts the party from what is asked, or an auxiliary or question word opens that.
_BEFORE: Final = re.compile(
    rf"according\s+to\s+(?P<who>[^,?:;]{{1,60}}?)(?:,\s*|\s+(?=(?:{ASKING}|{'|'.join(sorted(WH))})\s))"
    r"(?P<rest>\S+\s+\S.*)",
    re.IGNORECASE,
)
_BEHIND: Final = re.compile(
    r"(?P<rest>\S+\s+\S.*?),?\s+according\s+to\s+(?P<who>[^,?:;]{1,60})", re.IGNORECASE
)
_LONGEST: Final = 5
_MARKS: Final = re.compile(r"[,:;?!\"“”()]|['’](?!\w)|(?<!\w)['‘]")
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
    """The party according to whom something is asked: without its article, and as it is called."""

    name: str
    called: str


def according_to(core: str) -> tuple[str, Voice | None]:
    """What is asked, without the party according to whom it is, and that party."""
    found = _BEFORE.fullmatch(core.rstrip("?.")) or _BEHIND.fullmatch(core.rstrip("?."))
    name = _party(found["who"]) if found is not None else ""
    if found is None or not name:
        return core, None
    return found["rest"], Voice(name, found["who"].strip())


def _party(text: str) -> str:
    """A party's name without its article; empty where no name alone stands there."""
    found = words(text)
    if _MARKS.search(text):
        return ""
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
