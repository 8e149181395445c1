"""Claims that another claim is false: "It is a myth that phone bans work".

The judge reads past such words and takes the side of what they deny (right in 9 of 39 answers,
where it is in 35 to what is denied): so that is asked, and what says no to it says yes to the
claim. English only.
"""

from __future__ import annotations

import re
from typing import Final

_FALSE: Final = (
    r"(?:not\s+(?:at\s+all\s+)?(?:true|the\s+case|correct|a\s+fact)|untrue|incorrect|false|"
    r"fake(?:\s+news)?|(?:(?:just|simply|only|all|complete\w*|total\w*)\s+)*(?:an?\s+"
    r"(?:\w+\s+)?(?:lie|myth|hoax|falsehood|fabrication|conspiracy\s+theory)|nonsense|made\s+up|"
    r"baseless|unfounded|unproven|debunked))"
)
_SAYS: Final = (
    r"(?:the\s+|these\s+|those\s+)?(?:claim|rumou?r|report|story|stories|idea|notion|allegation|"
    r"theory|narrative|accusation)s?\s+(?:going\s+around\s+)?that\s+"
)
# "It's a lie that ...", "Is it a myth that ...?"; "Is it not true that" hopes for a yes.
_BEFORE: Final = re.compile(
    rf"(?:(?:it|that)(?:['’]s|\s+is|\s+was)(?:n['’]t\s+(?:true|the\s+case)|\s+{_FALSE})|"
    rf"(?:it|that)\s+(?:isn|wasn)['’]t\s+(?:true|the\s+case)|(?:is|was)\s+it\s+"
    rf"(?!not\b){_FALSE})\s+that\s+(?P<what>\S.*)|"
    r"i\s+(?:really\s+|highly\s+|seriously\s+)?(?:doubt|don['’]t\s+(?:think|believe|buy))\s+"
    r"(?:that\s+)?(?P<doubted>(?:\S+\s+)+\S+)|"
    r"there(?:['’]s|\s+is|\s+was)\s+no\s+(?:truth|substance)\s+(?:to|in|behind)\s+"
    rf"{_SAYS}(?P<empty>\S.*)",
    re.IGNORECASE,
)
_AFTER: Final = re.compile(
    rf"(?:(?:is|are|was|were)\s+{_SAYS}(?P<asked>\S.*?)|{_SAYS}(?P<told>\S.*?)\s+"
    rf"(?:is|are|was|were|has\s+been|have\s+been))\s+(?:{_FALSE}|wrong)[\s?.!]*",
    re.IGNORECASE,
)


def called_false(text: str) -> str | None:
    """What a claim or question calls false, or asks whether it is; None where nothing."""
    if found := _BEFORE.fullmatch(text):
        return found["what"] or found["doubted"] or found["empty"]
    found = _AFTER.fullmatch(text)
    return None if found is None else found["asked"] or found["told"]
