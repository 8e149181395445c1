"""What the first word of a sentence is, whose capital proves no name."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from retrieval.answer.attribution import lexicon as lx

if TYPE_CHECKING:
    from retrieval.answer.attribution.tagging import Token

# As the first word of a sentence these are no names.
_OPENING = {
    **dict.fromkeys(("as", "due", "like"), "P"),
    **dict.fromkeys(
        ("early", "earlier", "elsewhere", "fewer", "late", "less", "much", "please"), "T"
    ),
    **dict.fromkeys(("rather", "such"), "T"),
}
_UNITS = frozenset({"days", "hours", "minutes", "moments", "months", "weeks", "years"})
# Names that end so, unlike "quickly" and "simply": "Kelly", "Daly", "Emily".
_NAME_IN_LY = re.compile(r"(?:l|[ai]|er)ly$")


def is_name_in_ly(token: Token, after: Token | None) -> bool:
    """Whether "Kelly" and "McSally" speak, before their verb; "quickly" and "simply" do not."""
    named = _NAME_IN_LY.search(token.low) is not None or not token.text[1:].islower()
    return named and after is not None and after.tag in "VX"


def first_tag(token: Token, after: Token | None, table: str) -> str:
    """A capital at the start proves no name: "Attacking ...", "Said X ..."."""
    if token.low in _OPENING:
        return _OPENING[token.low]
    following = after.tag if after is not None else "."
    # "Attacking the clerk", "Contacted by the clerk"
    participle = token.low.endswith("ing") and following != "N"
    if participle or (token.low.endswith("ed") and following in "PSC"):
        return "W"
    # "Days later"
    if token.low in _UNITS and following in "TYSP":
        return "Y"
    if table in "RK" and not token.text.isupper():
        return table
    verb = lx.VERBS.get(token.low)
    if verb is not None and verb.form is not lx.Form.BASE:
        return "V"
    # "Remember the year", but "Hope said so"
    return "W" if verb is not None and following in "DTMSPY" else "N"
