"""Text of articles and people inside Discord's Markdown: it reads as itself and does nothing.

Discord's clients take a backslash away before ASCII punctuation alone, so nothing else is escaped.
They turn `:smile:` into an emoji in bots' messages too, and look for invitations that have no
`https://` in the text as it was sent. The server looks for pings there as well, so `@` is never
left bare behind `<`.
"""

from __future__ import annotations

import re
from itertools import accumulate, pairwise
from typing import TYPE_CHECKING

from bot.render.safe import mark_pieces

if TYPE_CHECKING:
    from collections.abc import Sequence

_ACTIVE = re.compile(
    r"[\\`*_~|<>\[\]@#]"
    r"|:(?!\s)"  # names of emoji, addresses; also where words of ours follow
    r"|\.(?=[^\W_]+/)"  # discord.gg/...
)
# Spaces may stand before a bullet; a number needs its point escaped, not its digits.
_LINE_START = re.compile(r"^[^\S\n]*(?:([-+])|\d+([.)]))", re.MULTILINE)
# Two spaces before a line feed are a line break of Markdown, and vanish.
_LINE_END = re.compile(r" (?=\n)")


def escape(text: str) -> str:
    """One line of text, inert and verbatim; line feeds, tabs and unsafe characters are marked."""
    return "".join(_escaped(mark_pieces((text,), also="\n\t")))


def escape_pieces(pieces: Sequence[str]) -> list[str]:
    """A quotation in pieces, such as around its span; its line feeds stay."""
    # Clients show a tab as four spaces.
    return _escaped(mark_pieces(pieces, also="\t"))


def _escaped(pieces: Sequence[str]) -> list[str]:
    text = "".join(pieces)
    active = {found.start() for found in _ACTIVE.finditer(text)}
    active |= {found.start(found.lastindex or 0) for found in _LINE_START.finditer(text)}
    lost = {found.start() for found in _LINE_END.finditer(text)}
    shown = [
        "⟨U+0020⟩" if i in lost else f"\\{character}" if i in active else character
        for i, character in enumerate(text)
    ]
    ends = list(accumulate(map(len, pieces), initial=0))
    return ["".join(shown[start:end]) for start, end in pairwise(ends)]
