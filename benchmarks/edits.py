"""Articles edited as sites edit them, and with one change of meaning: constructed copies."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import random
    from collections.abc import Callable


def other_headline(text: str, rng: random.Random) -> str:
    """Ten words of another kind on top."""
    return " ".join(f"headline{rng.randrange(99)}" for _ in range(10)) + "\n\n" + text


def agency_line(text: str, rng: random.Random) -> str:
    """A dateline before the first word and a credit after the last."""
    return (
        f"CITY {rng.randrange(99)} (Agency) - {text}\n\nReporting by the agency; editing by others"
    )


def dropped_paragraphs(text: str, rng: random.Random) -> str:
    """A quarter of the paragraphs gone, not the first."""
    first, *rest = text.split("\n\n")
    return "\n\n".join([first, *(part for part in rest if rng.random() > 0.25)])


def changed_words(text: str, rng: random.Random) -> str:
    """One word in twelve replaced."""
    words = text.split(" ")
    return " ".join("other" if rng.random() < 1 / 12 else word for word in words)


def truncated(text: str, _: random.Random) -> str:
    """The last third cut off."""
    words = text.split(" ")
    return " ".join(words[: max(1, 2 * len(words) // 3)])


def all_edits(text: str, rng: random.Random) -> str:
    """A tenth of the paragraphs dropped, one word in thirty changed, an agency line added."""
    first, *rest = text.split("\n\n")
    kept = "\n\n".join([first, *(part for part in rest if rng.random() > 0.1)])
    words = ("other" if rng.random() < 1 / 30 else word for word in kept.split(" "))
    return agency_line(" ".join(words), rng)


_NEGATED = re.compile(r"\b(was|were|is|are|will|has|have|had|did|can|could|would)\b(?! not)")
_NUMBER = re.compile(r"\b\d{1,3}\b(?![,.]\d)|\b(?:two|three|four|five|six|seven|eight|nine|ten)\b")
_NAME = re.compile(r"(?<=[a-z,] )[A-Z][a-z]{3,}\b")
_DAY = re.compile(
    r"\b(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day\b|\b(?:January|February|March|April|June|July"
    r"|August|September|October|November|December)\b"
)
_MODAL = re.compile(r"\b(?:will|would|must|can|could|should)\b")
_QUOTED = re.compile(r"[“\"][^“”\"]{10,200}?\b(?P<word>[a-z]{5,})\b[^“”\"]*[”\"]")
_VERB = re.compile(r"\b(?:confirmed|accepted|won|rose|opened|approved|supported|increased|began)\b")
_OPPOSITES = {
    "confirmed": "denied", "accepted": "rejected", "won": "lost", "rose": "fell",
    "opened": "closed", "approved": "blocked", "supported": "opposed", "increased": "decreased",
    "began": "ended",
}  # fmt: skip
# One word changed, and the sentence says something else: the pattern and what takes its place.
CHANGES: dict[str, tuple[re.Pattern[str], Callable[[re.Match[str]], str]]] = {
    "a negation": (_NEGATED, lambda found: f"{found[0]} not"),
    "a number": (_NUMBER, lambda found: str(int(found[0]) + 7) if found[0].isdigit() else "twelve"),
    "a name": (_NAME, lambda _: "Orsolya"),
    "a day or month": (_DAY, lambda found: "May" if found[0][-3:] != "day" else f"no {found[0]}"),
    "a modal verb": (_MODAL, lambda found: "may" if found[0] in ("will", "must") else "cannot"),
    "a word of a quotation": (
        _QUOTED,
        lambda found: found[0].replace(found["word"], "otherwise", 1),
    ),
    "a verb by its opposite": (_VERB, lambda found: _OPPOSITES[found[0]]),
}


def changed(
    text: str, kind: str, rng: random.Random, *, noisy: bool
) -> tuple[str, tuple[int, int]] | None:
    """The text with one change of that kind, and where that stands; None where none fits.

    `noisy` also edits as sites do: agency lines, other marks, a tenth of the paragraphs dropped.
    """
    pattern, becomes = CHANGES[kind]
    places = list(pattern.finditer(text))
    if not places:
        return None
    found = rng.choice(places)
    new = becomes(found)
    before, after = text[: found.start()], text[found.end() :]
    if noisy:
        before = "CITY, May 3 (Agency) - " + before.replace("’", "'").replace("“", '"')
        rest = after.split("\n\n")
        after = "\n\n".join([rest[0], *(part for part in rest[1:] if rng.random() > 0.1)])
        after += "\n\nReporting by A. Writer; editing by B. Reader"
    return before + new + after, (len(before), len(before) + len(new))


EDITS: tuple[Callable[[str, random.Random], str], ...] = (
    other_headline,
    agency_line,
    dropped_paragraphs,
    changed_words,
    truncated,
    all_edits,
)
