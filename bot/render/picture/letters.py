"""How wide text is in the font that comes with the picture, and what that font can show."""

from __future__ import annotations

import json
import unicodedata
from functools import cache
from importlib.resources import files

FAMILY = "DejaVu Sans"
# Its condensed face: more of a name stands in a line.
FONT = "DejaVuSansCondensed.ttf"
_GOES_ON = "…"
# Marks above other letters, and characters that only say how others are written.
_NO_WIDTH = ("Mn", "Me", "Cf")
# What joins two letters, or keeps them apart, means nothing behind the last one.
_JOINERS = "\u200c\u200d"
# Keeps the sign that text goes on at the end of a name that is written from right to left.
_RIGHT_TO_LEFT = "\u200f"


@cache
def _advances() -> dict[str, float]:
    """The width of each character of the font, in ems."""
    written = files("bot.render.picture").joinpath("font/advances.json").read_text("utf-8")
    held = json.loads(written)
    return {
        character: int(width) / held["units"]
        for width, characters in held["advances"].items()
        for character in characters
    }


def width(text: str, size: float) -> float:
    """How wide the text is; another font's characters count as an em each."""
    known = _advances()
    return size * sum(
        known[each] if each in known else 0.0 if unicodedata.category(each) in _NO_WIDTH else 1.0
        for each in text
    )


def shows(text: str) -> bool:
    """Whether the font has every character of the text."""
    return all(each in _advances() for each in text)


def marked(text: str) -> str:
    """The text with each character that the font lacks as a mark such as ⟨U+4E2D⟩."""
    known = _advances()
    return "".join(each if each in known else f"⟨U+{ord(each):04X}⟩" for each in text)


def fitted(text: str, size: float, room: float) -> str:
    """The text where it is narrow enough, else its beginning and …."""
    if width(text, size) <= room:
        return text
    least, most = 0, len(text)
    while least < most:
        middle = (least + most + 1) // 2
        if width(text[:middle] + _GOES_ON, size) <= room:
            least = middle
        else:
            most = middle - 1
    kept = text[:least].rstrip().rstrip(_JOINERS).rstrip()
    ends = _RIGHT_TO_LEFT if kept and unicodedata.bidirectional(kept[-1]) in ("R", "AL") else ""
    return kept + _GOES_ON + ends


def wrapped(text: str, size: float, room: float, most: int) -> list[str]:
    """The text in at most so many lines; where it does not end in them, … says so."""
    lines: list[str] = []
    words = text.split(" ")
    while words and len(lines) < most:
        taken = 1
        while taken < len(words) and width(" ".join(words[: taken + 1]), size) <= room:
            taken += 1
        last = len(lines) == most - 1
        line = " ".join(words if last else words[:taken])
        lines.append(fitted(line, size, room))
        words = [] if last else words[taken:]
    return lines
