"""A question in another language than English out of its clothes: preface, tag, words as typed."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from retrieval.answer.language.lexicon import words

if TYPE_CHECKING:
    from retrieval.answer.language.languages import Language

MARKS: Final = '¿¡ \t"“”„«»'
_END: Final = re.compile(r"[\s?!.,;:–—\"“”„«»]+$")
_INITIALS: Final = re.compile(r"(?<!\S)[^\W\d_](?:\.[^\W\d_])+$")
# What is left of "Weiß jemand, ob sie ging?".
_WHETHER: Final = re.compile(r"(?:ob|si)\s+(?=[^,]*$)", re.IGNORECASE)
_TOKEN: Final = re.compile(r"[^\W\d_]+")
# Prefaces and tags are worn one over the other: "Hallo, weiß jemand, ob es stimmt, dass".
_LAYERS: Final = 6


def trimmed(text: str) -> str:
    """A text without the marks around it; initials keep their last point, or are given it."""
    core = _END.sub("", " ".join(text.split()).lstrip(MARKS))
    return f"{core}." if _INITIALS.search(core) else core


def undressed(core: str, spoken: Language) -> tuple[str, str]:
    """What a trimmed text asks, and the prefaces that stood before it."""
    asking = _TOKEN.sub(lambda found: spoken.typed.get(found[0], found[0]), core)
    worn = ""
    for _ in range(_LAYERS):
        found = spoken.preface.match(asking)
        rest = asking[found.end() :].strip() if found else asking
        if found and _is_enough(rest, spoken):
            worn += found[0]
            rest = _WHETHER.sub("", rest, count=1) if _WHETHER.match(rest) else rest
        else:
            rest = asking
        less = _END.sub("", spoken.tags.sub("", rest))
        rest = less if _is_enough(less, spoken) else rest
        if rest == asking:
            break
        asking = rest
    return asking, worn


def affirmed(text: str, spoken: Language, *, marked: bool) -> str:
    """A question that denies what it asks without its "not": "Hat er nicht gestanden?".

    Whoever asks so is answered yes by what says that it is so, and the judge takes each "not" for
    one. `marked` says whether a question mark was typed.
    """
    if spoken.literal.search(text):
        return text
    asked = f"{text}?" if marked else text
    for pattern, plainly in spoken.negative:
        if found := pattern.match(asked):
            less = _END.sub("", found.expand(plainly))
            if not _is_enough(less, spoken):
                break
            return less[0].upper() + less[1:] if text[0].isupper() else less
    return text


def _is_enough(text: str, spoken: Language) -> bool:
    """Whether there is something left to ask about."""
    left = words(text)
    return len(left) > 1 and any(word.lower() not in spoken.stopwords for word in left)
