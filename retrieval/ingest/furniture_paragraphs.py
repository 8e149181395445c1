"""Paragraphs that are furniture as a whole: what is printed beside a link, a picture or a player.

Their sentences read like the article's own, so that only the button at an end gives them away.
"""

from __future__ import annotations

import re
from typing import Final

_LONGEST: Final = 800
_WHOLE: Final = (
    # The headline of another story above the button that leads to it. A sentence has a full stop,
    # at its end or before what else is printed between it and the button.
    re.compile(
        r"(?![^\n]*\w{3}[.!?…][\"”’')\]]?\s(?!Read more\Z))"
        r"[^\n]{8,250}[^\s.:;,…][\"”’')\]]?\sRead more"
    ),
    re.compile(r"\(\s*also on [^\n()]{2,150}(?:\([^\n()]{1,60}\)[^\n()]{0,60})?\)", re.IGNORECASE),
    # A caption behind the button that hides it, and what is told of a film behind the one that
    # closes it; "CLOSE CALL AT SEA" is a heading.
    re.compile(r"(?:Hide|Toggle) caption\s\S.*", re.DOTALL),
    re.compile(r"CLOSE\s+(?!CALLS?\b|[A-Z]{4,}\b)[\"“‘'A-Z0-9].{10,}", re.DOTALL),
    # A caption between the buttons that share the picture and its credit, an agency's too. Behind
    # buttons that end with a full stop stands prose.
    re.compile(
        r"(?:(?:Facebook|Twitter|Pinterest|LinkedIn|WhatsApp|Google\+|Email)\s+){3}"
        r"(?!(?:\w+\s){0,2}(?:Print|Email|Share|Save|Comments?)[.!?]\s)[^\n]{1,500}"
        r"(?<![\w(])(?:Photograph|Photo|Image|Illustration|Composite): [^\n]{1,100}"
    ),
    # A caption, by the credit at its end: an agency's photographer, whom no dateline names.
    re.compile(
        r"[^\n]{0,600}?(?<![^\s(])REUTERS/\s?[^\W\d_][\w.’'-]*(?:[ -]{1,3}[A-Z][\w.’'-]*){0,4}"
        r"(?:[\s-]*/[\w/ ]{0,30})?\s*\)?\.?"
    ),
    # And that of an old picture; what a new one shows may be told nowhere else.
    re.compile(r"FILE\s?[-–—][^\n]{10,700}\((?:AP|AFP) Photo/[^()\n]{3,60}\)"),
    # What is played, by its title: how long it is, or what it is, stands beside it.
    re.compile(
        r"(?:(?!\w{4}[.!?…][\"”’')\]]?\s)[^\n]){0,400}?\bListen\s*·\s*\d+:\d\d(?:\s+\d+:\d\d)?"
    ),
    re.compile(r"Play Video\s+\d+:\d\d\s[^\n]{1,250}"),
    re.compile(r"Play Video\s[^\n]{1,250}\s[–-] video(?: \w+)?"),
    re.compile(r"Slideshow \(\d+ images?\)", re.IGNORECASE),
    # A box of links; "Related coverage of the trial" is prose.
    re.compile(r"Related Coverage [“\"‘'A-Z0-9][^\n]{8,250}[^\s.!:;,…][\"”’')\]]?"),
)


def is_beside(paragraph: str) -> bool:
    """Whether a paragraph is what stands beside a link, a picture or a player, button and all."""
    return len(paragraph) <= _LONGEST and any(each.fullmatch(paragraph) for each in _WHOLE)
