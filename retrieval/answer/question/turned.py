"""Questions in the order of talk: "He paid how much?", "On Monday, what did the mayor say?".

They are turned into the order in which questions are written, which everything after this reads.
"""

from __future__ import annotations

import re
from typing import Final

from retrieval.answer.language.lexicon import (
    ASKING,
    AUXILIARIES,
    PREPOSITIONS,
    STOPWORDS,
    WH,
    stem,
    words,
)

_HOW: Final = r"how\s+(?:many|much|long|old|far|often|fast|big|large|tall|high|deep)"
_OPENS: Final = (
    r"(?:in|on|at|after|before|during|since|by|under|within|following|despite|besides|given|with|"
    r"from|until|according\s+to|as\s+of|if|when|while|once|unless)"
)
# The adjunct is in no question's place where a question word follows it at once: "in which year".
_FIRST: Final = re.compile(
    rf"(?P<first>{_OPENS}\s+(?!(?:{ASKING}|{'|'.join(sorted(WH))})\b)[^?;:,]{{1,80}}?)(?:"
    rf",\s*(?P<asks>(?:(?:what|why|how|where|when|who|whom|which\s+\w+(?:\s+\w+)?)\s+{ASKING}\s"
    rf"|{_HOW}\s|what\s+happen|who\s+\w+\s"
    # "Under pressure, May resigned": a name where it has its capital; "do not" asks nothing.
    rf"|(?-i:{ASKING})\s(?!not\s)).*)"
    rf"|,?\s+(?P<bare>(?:(?:what|why|how)\s+{ASKING}\s|{_HOW}\s)\S.*))",
    re.IGNORECASE,
)
_CLAUSE: Final = re.compile(
    r"(?:if|when|while|once|unless|after|before|since|until|given)\b", re.IGNORECASE
)
# Told of behind a comma, and not asked for: "After the fire in Vale, where he was born".
_RELATIVE: Final = re.compile(r"(?:who|whom|which|(?:where|when)\s+(?!did|does))\b", re.IGNORECASE)
# When somebody learnt of it is when he first did; the judge looks for another "first".
_FIRST_LEARNT: Final = re.compile(
    r"(?P<when>when\s+(?:did|was|were|had|has|have|does|is)\s[^,;:?]*?)\s+first\s+"
    r"(?=(?:learn|know|knew|hear|find\s+out|found\s+out|become\s+aware|made\s+aware|aware|told|"
    r"informed|notified|warned|alerted|briefed|notice|suspect|reali[sz]e|discover)\w*\b)",
    re.IGNORECASE,
)
# In small letters, and behind nothing that ends a clause: "The vote: what now", "Doctor Who".
_COUNTED: Final = rf"(?:\s+(?!(?:{'|'.join(sorted(STOPWORDS - PREPOSITIONS))})\b)[^\W\d_]+){{0,4}}"
_LAST: Final = re.compile(
    rf"(?P<told>[^\s,;:.–—\"]+\s[^,;:.–—\"]*?)\s+(?P<asks>"
    rf"(?:(?:because\s+of|to|at|in|from|for|by|with)\s+)?"
    rf"(?:{_HOW}{_COUNTED}|when|where|why|how|who|whom|what))"
)
# Without its question mark it is as often a relative clause: "... in which it lives".
_MARKED: Final = re.compile(
    r"(?P<told>[^\s,;:.–—\"]+\s[^,;:.–—\"]*?)\s+(?P<asks>(?:to|at|in|from|for|by|with|on)\s+"
    r"(?:which|what|whose)(?:\s+[^\W\d_]+){1,3})"
)
# "They paid how much for the house": what stands behind it is an adjunct.
_INSIDE: Final = re.compile(
    r"(?P<told>[^\s,;:.–—\"]+\s[^,;:.–—\"]*?)\s+(?P<asks>how\s+(?:many|much)(?:\s+[^\W\d_]+){0,2}?)"
    r"(?P<rest>\s+(?:in|on|at|for|during|since|from|by|last|this)\s[^,;:.–—\"]+)"
)
_MOST_WORDS: Final = 12
# After these a question word opens what is said or known, or is left open: "He never said why".
_KNOWING: Final = frozenset(
    map(
        stem,
        (
            "say said tell told know knew known explain explained ask asked wonder see saw seen "
            "show shown reveal disclose understand understood decide matter depend learn find "
            "found out discuss remember guess forget forgot determine specify clarify describe "
            "report confirm announce unclear clear unsure sure unknown certain uncertain idea "
            "question doubt debate detail details consider check investigate study examine "
            "explore teach taught choose chose agree care regardless matters over about of and or "
            "but than no not never nobody nothing none without like "
            "predict estimate calculate count measure hear heard read wrote write discover mention "
            "argue illustrate demonstrate demonstrates highlight assess reviewed review lie"
        ).split(),
    )
)
_NOT: Final = re.compile(r"n['’]t\b|\bcannot\b", re.IGNORECASE)
_BECAUSE: Final = re.compile(r"(?:because\s+of|for)\s+what", re.IGNORECASE)
# "The mayor said what?" asks with its mark alone.
_SAID_WHAT: Final = re.compile(r"(?:(?!\b(?:not|never|nobody)\b|n't\b).)+\ssaid\s+what")
_DOES: Final = frozenset(["did", "does", "do"])
# "They gave him what?"
_WHOM: Final = frozenset(["him", "her", "it", "them", "out", "up"])
_BEFORE_A_NOUN: Final = frozenset("a an the his her its their our my your this that some".split())


def turned(core: str, *, marked: bool = False) -> str:
    """The question with its question word first, then its verb; any other text as it is.

    `marked` is whether a question mark ended it.
    """
    core = _FIRST_LEARNT.sub(r"\g<when> ", core)
    opening = next(iter(words(core)), "").lower()
    if opening in AUXILIARIES or (opening in WH and opening != "when"):
        return core
    if found := _FIRST.fullmatch(core):
        return _without_adjunct(core, found, marked=marked)
    if opening in WH or len(words(core)) > _MOST_WORDS:
        return core
    found = _LAST.fullmatch(core) or (_MARKED.fullmatch(core) if marked else None)
    inside = _INSIDE.fullmatch(core) if found is None else None
    if inside is not None and not _tells(inside["told"]):
        return f"{_asked(inside)}{inside['rest']}"
    if found is None or (_tells(found["told"]) and not (marked and _SAID_WHAT.fullmatch(core))):
        return core
    return _asked(found)


def _without_adjunct(core: str, found: re.Match[str], *, marked: bool) -> str:
    """What is asked, and then the adjunct that stood before it."""
    first, asks = found["first"], found["asks"] or found["bare"]
    before = words(first)[-1].lower()
    if found["bare"]:
        verbs = not _CLAUSE.match(first) and not AUXILIARIES.isdisjoint(
            map(str.lower, words(first))
        )
        if verbs or stem(before) in _KNOWING or before.endswith("ing") or "," in asks:
            return core
    if before in PREPOSITIONS | _BEFORE_A_NOUN | AUXILIARIES | {"to"}:
        return core
    if _RELATIVE.match(asks) and ("," in asks or not marked):
        return core
    return f"{asks} {first[0].lower()}{first[1:]}"


def _tells(told: str) -> bool:
    """Whether a text that ends with a question word tells something: "Police know why"."""
    said = [word.lower() for word in words(told)]
    if not said or _NOT.search(told) or not _KNOWING.isdisjoint(map(stem, said)):
        return True
    return said[0] in PREPOSITIONS or said[-1] in STOPWORDS - AUXILIARIES - _WHOM


def _asked(found: re.Match[str]) -> str:
    """With the question word first, and behind it the verb that can stand there."""
    told, asks = found["told"].split(), found["asks"]
    at = next((at for at, word in enumerate(told) if word.lower() in AUXILIARIES), 0)
    if at:
        told.insert(0, told.pop(at))
        if at == len(told) - 1 and told[0].lower() in _DOES:
            # "The mayor did what?"
            told.append("do")
    asks = "why" if _BECAUSE.fullmatch(asks) else asks
    return f"{asks} {' '.join(told)}"
