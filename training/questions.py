"""Claims as yes/no questions, and questions as people type them."""

# ruff: noqa: PLR2004 - shares of a mixture, each used once, where it says what it does
from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    import random

BE_FORMS: Final = "is are was were has have had will would can could should may might must".split()
_FRONT = re.compile(
    r"^(?P<subject>(?:[\w'’.-]+ ){1,5}?)(?P<aux>" + "|".join(BE_FORMS) + r") (?P<rest>.+?)\.?$"
)
_CLAUSE = re.compile(
    r"\b(who|which|that|when|if|because|while|what|how|there|and|or)\b", re.IGNORECASE
)


def lower_first(text: str) -> str:
    """Lower the first letter unless the word looks like a name or an acronym."""
    word = text.split(" ", 1)[0]
    common = word.lower() in COMMON
    return text[:1].lower() + text[1:] if common else text


COMMON: Final = frozenset(
    "a an the some there this that these those he she it they we you two three four several many "
    "people one no all most every each his her its their our my in on at during after before "
    "nobody everyone someone both neither only another men women kids children "
    "not individuals".split()
)


def _inverts(found: re.Match[str]) -> bool:
    if _CLAUSE.search(found["subject"]):
        return False
    # "has a dog" is no auxiliary; "has resigned", "had been seen" and "has not" are.
    first = found["rest"].split(" ", 1)[0]
    return found["aux"] not in {"has", "have", "had"} or first.endswith(("ed", "en", "not"))


def ask(claim: str, rng: random.Random) -> str:
    """Turn a claim into a yes/no question: by inversion where it is safe, else by a preface."""
    found = _FRONT.match(claim)
    if found and _inverts(found) and rng.random() < 0.75:
        subject = lower_first(found["subject"].strip())
        question = f"{found['aux'].capitalize()} {subject} {found['rest']}?"
    else:
        body = lower_first(claim.rstrip(". "))
        preface = rng.choice(("Is it true that", "Is it true that", "Is it the case that", ""))
        question = f"{preface} {body}?".strip()
    return plain(question, rng)


def plain(text: str, rng: random.Random) -> str:
    """Sometimes write a question as people type: lower case, without its mark."""
    roll = rng.random()
    if roll < 0.12:
        return text.lower().rstrip("?. ")
    if roll < 0.2:
        return text.rstrip("?. ")
    return text
