"""The passive of talk as the judge knows it: "Did he get fired?", "who got hurt", "got sick"."""

from __future__ import annotations

import re
from typing import Final

from retrieval.answer.language.lexicon import AUXILIARIES, WH, words

_WORD: Final = r"[^\W_][\w.'’&-]*"
# What somebody becomes rather than what is done to him, and what is no deed.
_NONE: Final = (
    r"married|divorced|engaged|used|involved|interested|tired|bored|started|excited|scared|rid|"
    r"worried|need|speed|indeed|feed|seed|red|bed|dressed|finished|advanced"
)
_DONE: Final = (
    rf"(?!(?:{_NONE})\b)(?:[^\W\d_]+ed|hurt|shot|hit|sent|caught|beaten|stolen|sold|thrown|paid|taken|"
    r"chosen|torn|bitten|stuck|broken|forgiven|given|shut)"
)
_BY: Final = r"(?P<by>(?:(?:ever|also|really|actually|badly|already|just)\s+)*)"
_WHO: Final = rf"(?P<who>(?!to\s)(?:(?!(?:or|and)\s){_WORD}\s+){{1,7}}?)"
_DID: Final = re.compile(
    rf"(?P<before>(?:(?:when|where|why|how)\s+)?)(?P<did>did|does|do|will|would|could|can|should)"
    rf"\s+{_WHO}{_BY}get\s+(?P<done>{_DONE})\b(?P<rest>.*)",
    re.IGNORECASE,
)
_GOT: Final = re.compile(
    rf"(?P<who>(?:who|whose\s+{_WORD}|(?:what|which|how\s+many)(?:\s+{_WORD}){{1,4}}?)\s+){_BY}"
    rf"(?P<did>got|gets)\s+(?P<done>{_DONE})\b(?P<rest>.*)",
    re.IGNORECASE,
)
_SICK: Final = re.compile(r"\b(got|gets?|gotten)\s+(?:sick|ill)\b", re.IGNORECASE)
# Of one, and of several.
_BE: Final = {"did": ("was", "were"), "does": ("is", "are"), "do": ("is", "are")}
_BECAME: Final = {"got": "became", "get": "become", "gets": "becomes", "gotten": "become"}
_PLURAL: Final = re.compile(
    r"(?:.*[^su'’i]s|they|we|you|people|men|women|children|police)", re.IGNORECASE
)


def passive(core: str) -> str:
    """The question with "was" for what "got" stands for; any other as it is."""
    if next(iter(words(core)), "").lower() in AUXILIARIES | WH:
        core = _SICK.sub(lambda found: f"{_BECAME[found[1].lower()]} ill", core)
    if found := _DID.fullmatch(core):
        did, who = found["did"].lower(), found["who"].strip()
        several = _PLURAL.fullmatch(who.split()[-1]) is not None
        if did in _BE:
            head = f"{found['before']}{_BE[did][several]} {who} {found['by']}"
        else:
            head = f"{found['before']}{did} {who} {found['by']}be "
    elif found := _GOT.fullmatch(core):
        who = found["who"].strip()
        several = who.split()[0].lower() == "how" or _PLURAL.fullmatch(who.split()[-1]) is not None
        tense = "did" if found["did"].lower() == "got" else "does"
        head = f"{who} {_BE[tense][several]} {found['by']}"
    else:
        return core
    return f"{head}{found['done']}{found['rest']}"
