"""The full name of an outlet that an article calls by its last word or initials: "the Post"."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING, Final

from retrieval.answer.attribution import lexicon as lx

if TYPE_CHECKING:
    from collections.abc import Iterable

# Each of them is the last word of several outlets' names.
_SHORT: Final = re.compile(
    r"[Tt]he\s(?P<word>Chronicle|Dispatch|Examiner|Express|Gazette|Globe|Herald|Independent|Inquirer"
    r"|Journal|Mail|Mirror|Observer|Post|Register|Sentinel|Standard|Star|Sun|Telegraph|Times"
    r"|Tribune)"
)
# Agencies and networks: "the AP".
_LETTERS: Final = re.compile(r"(?:[Tt]he\s)?(?P<letters>[A-Z]{2,4})")
# What stands with a capital before a name and is no part of it.
_BEFORE: Final = re.compile(
    r"^(?:(?:\w+day(?:[’']s)?|[A-Z][\w-]+[’']s|A|After|And|As|At|But|By|Citing|For|Former|From|If|In|On"
    r"|Though|To|When|While)\s+)+"
)
_THE: Final = re.compile(r"^The\s+")
_HOST: Final = re.compile(r"\.(?:com?\.)?[a-z]{2,}$")


def full_outlet(name: str, text: str, own: Iterable[str]) -> str:
    """How a text names an outlet in full; `name` as it stands where it names no such, or several.

    "The Times" of a text that names no other may be of any town, and where one of `own`, the names
    of who printed it, ends so, that is meant.
    """
    if (letters := _LETTERS.fullmatch(name)) is not None and lx.OUTLET_NAME.search(name):
        return _spelled_out(letters["letters"], text) or name
    short = _SHORT.fullmatch(name)
    if short is None or any(_ends_in(each, short["word"]) for each in own):
        return name
    found: dict[str, str] = {}
    for match in _full(short["word"]).finditer(text):
        full = _BEFORE.sub("", match["full"], count=1)
        plain = _THE.sub("", full, count=1)
        if plain != short["word"]:
            found.setdefault(" ".join(plain.split()), full)
    return next(iter(found.values())) if len(found) == 1 else name


def _spelled_out(letters: str, text: str) -> str:
    """The one name of a text of which these are the initials; "" where there is none, or two."""
    shape = r"[^\S\n]+".join(rf"{letter}[a-z]+" for letter in letters)
    found = {" ".join(each.split()) for each in re.findall(rf"(?<!\w)(?:The\s+)?{shape}\b", text)}
    found = {each for each in found if lx.OUTLET_NAME.search(each)}
    plain = {_THE.sub("", each) for each in found}
    return max(found, key=len) if len(plain) == 1 else ""


def _ends_in(name: str, word: str) -> bool:
    return _HOST.sub("", name.casefold()).endswith(word.casefold())


@cache
def _full(word: str) -> re.Pattern[str]:
    """Up to four words with capitals before the last, or a town behind it: "The Times of Veld"."""
    return re.compile(
        rf"(?<![\w’'.-])(?P<full>(?:[A-Z][\w’'&-]*(?:(?<!\w{{4}})\.)?[^\S\n]+){{1,4}}{word}(?:\sof\s[A-Z]\w+)?)"
        r"(?![\w-]|\s+(?:Square|Office)\b)"
    )
