"""Sentences without white space between them: a page that lost its breaks prints "done.He left"."""

from __future__ import annotations

import re
from bisect import bisect_right

_LOWER = "a-zß-öø-ÿа-яёіїєґ"
_UPPER = "A-ZÀ-ÖØ-ÞА-ЯЁІЇЄҐ"
# What begins a sentence where the word before it may be part of a name: "Idaho.The", "St.Louis".
_BEGINNERS = (
    "A|An|And|As|Asked|At|But|For|He|Her|His|How|I|If|In|It|No|On|She|So|That|The|There|These|They"
    "|This|We|What|When|While|You"
)
_GLUED = re.compile(
    # Neither within an address nor within what bears a full stop: "e.g.", "node.js", "a@b.Com".
    rf"(?<![\w.@/\\-])(?:(?P<word>[{_LOWER}]{{2,}})|[{_UPPER}][{_LOWER}]+|\d+)"
    rf"[.?!](?P<mark>[\"”“»«]?)"
    rf"(?=(?P<first>[{_UPPER}][\w’'-]*)[\s,;:])",
)
# What ends an address, in any case.
_ENDINGS = re.compile(r"(?:com|org|net|gov|edu|info|co|tv|us|uk|js|io|ai)\Z", re.IGNORECASE)
_BEGINS = re.compile(rf"(?:{_BEGINNERS})\Z")


def places(piece: str) -> list[int]:
    """Where white space is missing between two sentences, in order."""
    found: list[int] = []
    opened: dict[int, bool] = {}
    for match in _GLUED.finditer(piece):
        first = match["first"]
        if _ENDINGS.match(first) or not (match["word"] or match["mark"] or _BEGINS.match(first)):
            continue
        mark = match["mark"]
        if mark == '"':
            closes = _is_open(piece, match.start("mark"), opened)
            opened[match.start("mark")] = not closes
        else:
            closes = mark in "”»"
        found.append(match.end("mark") if closes or not mark else match.start("mark"))
    return found


def _is_open(piece: str, at: int, opened: dict[int, bool]) -> bool:
    """Whether the last straight mark before a place opened a quotation.

    White space tells, or what was found of it (`opened`): one that was left out must not turn
    round all that follow.
    """
    last = piece.rfind('"', 0, at)
    if last in opened:
        return opened[last]
    before, after = piece[max(last - 1, 0) : last], piece[last + 1 : last + 2]
    return last >= 0 and not after.isspace() and not before.strip(" \n([—")


def spaced(piece: str) -> tuple[str, list[int]]:
    """The piece with a space wherever one is missing, and where those spaces stand in it."""
    cuts = places(piece)
    begins = [0, *cuts]
    apart = " ".join(
        piece[begin:end] for begin, end in zip(begins, [*cuts, len(piece)], strict=True)
    )
    return apart, [cut + number for number, cut in enumerate(cuts)]


def back(offset: int, spaces: list[int]) -> int:
    """An offset into the spaced piece as one into the piece; `spaces` as `spaced` gave them."""
    return offset - bisect_right(spaces, offset - 1)
