"""Questions that ask which of two: "Did they approve or reject the deal?" is no yes or no.

Most that hold an "or" ask whether either is so ("Was anyone killed or injured?"). Which of two is
asked only where both cannot be meant: words that exclude each other, or "or only", "or just".
"""

from __future__ import annotations

import re
from typing import Final

from retrieval.answer.language.lexicon import AUXILIARIES, words

# Of each matter the words for what excludes what the others say.
_MATTERS: Final = (
    (
        "resign(?:ed)?|quit|step(?:ped)? down",
        "fired|sacked|dismissed|ousted|forced out|pushed(?: out)?",
    ),
    (
        "accident(?:al|ally)?",
        "suicide|murder|homicide|foul play|sabotage|arson|attack|deliberate(?:ly)?|on purpose",
    ),
    ("suicide", "murder(?:ed)?|homicide|foul play|natural causes|killed|shot"),
    (
        (
            "kill(?:ed)? (?:him|her|them)sel(?:f|ves)|bl[eo]wn? (?:him|her|them)sel(?:f|ves) up|"
            "t(?:ake|ook|aken) (?:his|her|their) own li(?:fe|ves)|natural causes"
        ),
        "murdered|killed|shot|poisoned|strangled",
    ),
    (
        "alone",
        (
            "(?:ha(?:ve|d) |with |part of )?(?:an? )?"
            "(?:help|accomplices?|others|helpers?|network|group|cell|gang)"
        ),
    ),
    ("mechanical failure|technical fault|malfunction", "missile|bomb|attack|sabotage|pilot error"),
    ("jump(?:ed)?|f[ae]ll|fallen|slip(?:ped)?", "pushed|thrown"),
    ("dead", "alive"),
    ("guilty", "not guilty|innocent"),
    ("w[io]n", "los[et]"),
    ("r[io]se|up|increased?", "f[ae]ll|fallen|down|decreased?"),
    ("go up|gone up|went up", "go down|gone down|went down"),
    (
        "approved?|pass(?:ed)?|adopt(?:ed)?|accept(?:ed)?",
        "reject(?:ed)?|defeat(?:ed)?|voted? down|fail(?:ed)?",
    ),
    ("crash(?:ed)?|fall|fell", "shot down"),
    ("support(?:ed)?|back(?:ed)?", "opposed?"),
    ("for", "against"),
    ("stay(?:ed)?|remain(?:ed)?", "leave|left|go|gone"),
    ("acquitted|cleared", "convicted|found guilty"),
    ("confirm(?:ed)?", "den(?:y|ied)"),
    ("real", "fake|forged|a hoax|a toy"),
    ("legal(?:ly)?", "illegal(?:ly)?"),
    ("permanent(?:ly)?", "temporar(?:y|ily)"),
    ("majority", "minority"),
    ("sober", "drunk|intoxicated"),
    ("asleep", "awake"),
    ("convict(?:ed)?", "acquit(?:ted)?"),
    ("yes", "no"),
    ("before", "after"),
    ("withdrawn|lifted|scrapped|cancell?ed", "suspended|postponed|paused|delayed"),
    (
        "(?:hand)?gun|pistol|rifle|weapon|firearm",
        "book|phone|cellphone|mobile|wallet|camera|toy|pipe|stick|umbrella|remote|tablet",
    ),
)
# Behind a few words more, within this many behind the "or".
_NEAR: Final = r"(?:\s+\S+){0,3}?"
_ARTICLE: Final = (
    r"(?:(?:an?|the|by|in|its?|his|her|been|be|being|get|got|was|were|rather|a case of)\s+)*"
)
_OR: Final = r",?\s+or\s+(?:was\s+|were\s+)?"
_OPPOSED: Final = tuple(
    re.compile(
        rf"\b(?:{one}){_NEAR}{_OR}{_ARTICLE}(?:{other})(?!\w)(?![^?]*\bthan\b)", re.IGNORECASE
    )
    for sides in _MATTERS
    for one in sides
    for other in sides
    if one != other
)
_ONLY: Final = re.compile(r"\bor\s+(?:only|just|merely|simply)\s+\w", re.IGNORECASE)
_DET: Final = r"(?:an?|the)\s+(?:[^\W\d_][\w-]*\s+){0,2}[^\W\d_][\w-]*"
_BARE: Final = r"(?!(?:not|so|more|less|ever)\b)[^\W\d_]\S*"
# "Was it a missile or a mechanical failure?", "Is the suspect a man or a woman?".
_IT_IS: Final = re.compile(
    rf"^(?:is|was)\s+(?:it|this|that)\s+(?:really\s+)?{_DET},?\s+or\s+{_DET}$"
    # "Was it Vale or the rebels?"
    rf"|^(?:is|was)\s+it\s+(?:{_BARE},?\s+or\s+{_DET}|{_DET},?\s+or\s+{_BARE})$"
    r"|^(?:is|are|was|were|did|does|will|has|have)\s.+\b(?:man|boy|male)\s+or\s+(?:an?\s+)?(?:woman|girl|female)$",
    re.IGNORECASE,
)
PARTY_ASKED: Final = (
    r"republican|gop|democrat(?:ic)?|independent|conservative|tory|labou?r|lib(?:eral)?\s?dem(?:ocrat)?|"
    r"libertarian"
)
# "Is Ida Moen a Democrat or a Republican?".
EITHER_PARTY: Final = (
    r"(?:is|was)\s+(?P<name>[^\s?]+(?:\s[^\s?]+){0,4}?)\s+"
    rf"(?:an?\s+)?(?:{PARTY_ASKED})\s+or\s+(?:an?\s+)?(?:{PARTY_ASKED})\??"
)
# "Is Tenby a victim or a suspect?", "Was it the mayor or the captain who paid?".
_EITHER: Final = re.compile(
    rf"^(?:is|was|are|were)\s+(?:\S+\s+){{1,4}}?{_DET}\s+or\s+{_DET}(?:\s+(?:who|that|which)\s.*)?$"
    r"|^(?:is|was)\s+it\s+.+\sor\s+.+\s(?:who|that|which)\s",
    re.IGNORECASE,
)
# "Did 7 or 8 people die?", "was the train going 70 or 106 mph".
_NUMBERS: Final = re.compile(r"\s(?P<one>\$?\d[\d.,]*)\S*\s+or\s+(?!more\b|so\b|less\b)\$?\d")
# One alone wins: "Did Handel or Ossoff win?".
_ONE_WINS: Final = re.compile(
    r"^(?:did|has|have|will|does|do|is|was)\s+(?:the\s+)?\S+(?:\s+\S+)?\s+or\s+(?:the\s+)?\S+(?:\s+\S+)?\s+"
    r"(?:wins?|won|prevail(?:ed)?|come\s+first|get\s+elected|been\s+elected|elected|leading|winning|ahead)\b"
    r"(?!\s+(?:an?|any|more|most|some|seats?|awards?|prizes?|medals?|votes|support|\d))",
    re.IGNORECASE,
)
# With these in it, or a text in quotation marks, a question asks whether any of it is so.
_ANY: Final = re.compile(
    r"\b(?:any\w*|either|neither|ever|both|whether|no\s?one|nobody)\b|\"", re.IGNORECASE
)


# "... or was she pushed", of whoever the first half is on.
_OR_HE: Final = re.compile(
    r",?\s+or\s+(?P<was>was\s+|were\s+)?(?:(?:did|does|do|has|have|is|are|will)\s+)?"
    r"(?P<who>he|she|it|they)\s+(?=\w)",
    re.IGNORECASE,
)
_PRONOUNS: Final = frozenset(["he", "she", "it", "they"])


def one_of_two(core: str) -> str:
    """A question in two halves as one: "Did she jump or was she pushed?" asks once which."""
    who = {*words(core.lower())[1:2]} & _PRONOUNS
    less = _OR_HE.sub(
        lambda found: (
            f" or {found['was'] or ''}" if found["who"].lower() in who or not who else found.group()
        ),
        core,
        count=1,
    )
    return less if less != core and asks_which(less) else core


def asks_which(core: str) -> bool:
    """Whether an English question that begins with an auxiliary asks which of two is so."""
    first = next(iter(words(core)), "").lower()
    if first not in AUXILIARIES or "n't" in first or " or " not in core.lower():
        return False
    if _ANY.search(core):
        return False
    bare = core.rstrip("?. ")
    return re.fullmatch(EITHER_PARTY, bare, re.IGNORECASE) is not None or any(
        pattern.search(bare) is not None
        for pattern in (_ONLY, _IT_IS, _EITHER, _NUMBERS, _ONE_WINS, *_OPPOSED)
    )
