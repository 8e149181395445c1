"""Questions about an event, with what each kind of frame answers to them."""

# ruff: noqa: PLR2004 - shares of a mixture, each used once, where it says what it does
# ruff: noqa: E501 - one row of answers a question
from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from training.data import BESIDE, NEUTRAL, REFUTES, SUPPORTS

if TYPE_CHECKING:
    import random

S, R, N, B = SUPPORTS, REFUTES, NEUTRAL, BESIDE

# Question kind -> templates. {spk} is asked about only where the frame has a spokesperson.
QUESTIONS: Final[dict[str, tuple[str, ...]]] = {
    "did": (
        "Did {S} {base}?",
        "Did {S} {base}?",
        "Has {S} {part}?",
        "{S} {past}.",
        "{S} {past}",
        "Is it true that {S} {past}?",
        "{S} has {part}.",
        "Did {s} {base}?",
        "Has {s} {part}?",
        "Did {S} really {base}?",
        "Is it correct that {S} has {part}?",
        "Is there any truth in the report that {S} {past}?",
        "Is the story that {S} {past} true?",
    ),
    "false": (
        "Is it false that {S} {past}?",
        "Is it untrue that {S} has {part}?",
        "{S} did not {base}.",
        "{S} has not {part}.",
        "Is it true that {S} did not {base}?",
        "Is it a hoax that {S} {past}?",
        "Is the report that {S} {past} false?",
        "The story that {S} {past} is made up.",
    ),
    "refuse": (
        "Did {S} refuse to {base}?",
        "Did {S} decline to {base}?",
        "{S} refused to {base}.",
        "Has {S} refused to {base}?",
        "Did {S} decide not to {base}?",
        "Did {S} opt against {ger}?",
        "Has {S} decided against {ger}?",
    ),
    "fail": ("Did {S} fail to {base}?", "{S} failed to {base}.", "Has {S} failed to {base}?"),
    "will": (
        "Will {S} {base}?",
        "Does {S} plan to {base}?",
        "Is {S} going to {base}?",
        "{S} will {base}.",
        "Does {S} intend to {base}?",
        "Is {S} set to {base}?",
        "{S} is going to {base}.",
    ),
    "denied": (
        "Has {spk} denied that {S} {past}?",
        "Did {spk} deny that {S} had {part}?",
        "Has {spk} denied the reports that {S} {past}?",
        "{spk} denied that {S} {past}.",
        "Did {spk} dispute that {S} {past}?",
        "Has {spk} rejected the claim that {S} {past}?",
        "Does {spk} say that {S} did not {base}?",
    ),
    "confirmed": (
        "Has {spk} confirmed that {S} {past}?",
        "Did {spk} confirm that {S} had {part}?",
        "{spk} confirmed that {S} {past}.",
        "Has {spk} acknowledged that {S} {past}?",
        "Does {spk} admit that {S} {past}?",
    ),
    "commented": (
        "Has {spk} commented on whether {S} {past}?",
        "Did {spk} comment on the reports that {S} had {part}?",
    ),
    "declined": (
        "Did {spk} decline to comment on whether {S} {past}?",
        "Has {spk} refused to comment on the reports that {S} had {part}?",
    ),
}

# What a frame kind answers to a question kind; a sum of stances is met by any of them. What is
# absent is not asked.
ANSWERS: Final[dict[str, dict[str, int]]] = {
    "did": {
        "yes": S, "confirm": S, "no": R, "refuse": R, "nofuture": R, "deny": R, "silent": N,
        "nocomment": N, "open": N, "maybe": S | N, "plan": N, "urge": N,
    },
    "false": {
        "yes": R, "confirm": R, "no": S, "refuse": S, "nofuture": S, "deny": S, "silent": N,
        "nocomment": N, "open": N, "maybe": R | N, "plan": N, "urge": N,
    },
    "refuse": {"yes": R, "confirm": R, "refuse": S, "nofuture": S, "open": N, "urge": N, "silent": N},
    "fail": {"yes": R, "confirm": R, "no": S, "refuse": S, "open": N, "deny": S},
    "will": {"plan": S, "nofuture": R, "refuse": R, "urge": N},
    "denied": {
        "deny": S, "silent": R, "confirm": R, "nocomment": R | N, "yes": N | B, "open": N | B,
    },
    "confirmed": {"confirm": S, "deny": R, "silent": R, "nocomment": R | N, "open": N | B},
    "commented": {"nocomment": R, "deny": S, "confirm": S},
    "declined": {"nocomment": S, "confirm": R, "deny": R},
}  # fmt: skip

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
    "nobody everyone someone both neither only another men women kids children not individuals".split()
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
