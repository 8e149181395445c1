"""Posts of social media that a page embeds, and who signed them.

Pages show one as its text and then "— Ida Moen (@idamoen) May 3, 2019", without quotation marks.
"""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING

from retrieval.answer.attribution import lexicon as lx
from retrieval.answer.attribution.phrases import Kind, phrase_starting
from retrieval.answer.attribution.tagging import tokenize

if TYPE_CHECKING:
    from collections.abc import Sequence

    from retrieval.model import Paragraph

_MONTH = r"(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]*\.?"
_SIGNED = re.compile(
    r"(?:—|–|--|(?<=\s)-)\s*(?P<name>[^\n@—]{2,60}?)\s*\(@\w+\)"
    rf"(?:\s*(?:{_MONTH}\s\d{{1,2}},?\s\d{{4}}|\d{{1,2}}\s{_MONTH}\s\d{{4}}))?"
)
# All that may stand before a signature where the post's words are the paragraph before.
_WORDLESS = re.compile(r"(?:\s|#\w+|@\w+|https?://\S+|pic\.twitter\.com/\S+)*")
# A quotation set apart, with who said it below: `"..." — Treasurer Ida Moen`.
_SIGNED_QUOTE = re.compile(
    r"[”\"]\s*(?:(?:—|–|--|-(?=\s))\s*(?P<name>[A-Z](?:[^.!?:\n]|(?<=\b[A-Z])\.|(?<=\b(?:Dr|Lt|Mr|Ms|St))\."
    r"|(?<=\b(?:Col|Gen|Gov|Mrs|Rep|Rev|Sen))\.){2,80})\.?"
    # Digests of opinion: `"..." Ida Moen, Harbour Post`.
    r"|(?P<writer>(?:[A-Z][\w.’'-]+\s){1,3}[A-Z][\w’'-]+),\s(?:[A-Z][\w.’'-]+\s?){1,4})\Z"
)
# A paragraph that is one quotation, and who signed it in the next: `— Ida Moen, a clerk`, or
# `Ida Moen, Harbour Post` in a digest of opinion. A photograph's credit names an agency.
_QUOTED = re.compile(r"[“\"][^“”\"]+(?:[”\"]|…)[.\s]*")
_BELOW = re.compile(
    r"(?:(?:—|–|--|-(?=\s))\s*(?P<name>[A-Z][^\n]{2,100})"
    r"|(?P<writer>(?:[A-Z][\w.’'-]+\s){1,3}[A-Z][\w’'-]+),\s(?P<outlet>(?:[A-Z][\w.’'-]+\s?){1,4}))"
)
_SEVERAL = 2
_CREDIT = re.compile(r"\b(?:AFP|AP|Associated Press|EPA|Getty|Reuters)\b")
_TRIM = re.compile(r"^\W+|[^\w.\"”’')]+$")


def signed_by(
    text: str, paragraphs: Sequence[Paragraph], index: int, start: int, end: int
) -> tuple[str, int] | None:
    """Who signed the post that holds the span of the text, with the name's offset in it."""
    piece = paragraphs[index]
    at = piece.start
    for match in _SIGNED.finditer(text, piece.start, piece.end):
        if at <= start and end <= match.end():
            return _name(match)
        at = match.end()
    if at > piece.start or index + 1 >= len(paragraphs):
        return None
    after = paragraphs[index + 1]
    below = _SIGNED.search(text, after.start, after.end)
    if below is None or not _WORDLESS.fullmatch(text, after.start, below.start()):
        return None
    return _name(below)


def named_below(
    text: str, paragraphs: Sequence[Paragraph], index: int, start: int
) -> tuple[str, int] | None:
    """Whose name stands below the quotation, set apart, that holds `start`; with its offset."""
    piece = paragraphs[index]
    words = text[piece.start : piece.end]
    match = _SIGNED_QUOTE.search(words) if words[:1] in '“"' else None
    if match is None and index + 1 < len(paragraphs) and _QUOTED.fullmatch(words):
        return _signed_under(text, paragraphs, index + 1)
    if match is None or start >= piece.start + match.start():
        return None
    group = "name" if match["name"] else "writer"
    tokens = tokenize(match[group])
    found = phrase_starting(tokens, 0)
    if found is None or found.kind is not Kind.NAME:
        return None
    at = piece.start + match.start(group) + found.start
    return text[at : at + found.end - found.start], at


def _signed_under(text: str, paragraphs: Sequence[Paragraph], index: int) -> tuple[str, int] | None:
    """Who signed in that paragraph the quotation of the one before, with the name's offset."""
    match = _BELOW.fullmatch(text, paragraphs[index].start, paragraphs[index].end)
    if match is None:
        return None
    if match["writer"] is not None:
        outlet = match["outlet"]
        known = lx.OUTLET_NAME.search(outlet) or _is_digest(text, paragraphs)
        if _CREDIT.search(outlet) or not known:
            return None
        group = "outlet" if match["writer"].startswith("Editorial") else "writer"
        return match[group], match.start(group)
    found = phrase_starting(tokenize(match["name"]), 0)
    if found is None or found.kind is not Kind.NAME:
        return None
    at = match.start("name") + found.start
    return text[at : at + found.end - found.start], at


def _is_digest(text: str, paragraphs: Sequence[Paragraph]) -> bool:
    """Whether several quotations of an article are signed with a name and an outlet."""
    signed = 0
    for quoted, below in pairwise(paragraphs):
        if _QUOTED.fullmatch(text, quoted.start, quoted.end):
            match = _BELOW.fullmatch(text, below.start, below.end)
            signed += match is not None and match["outlet"] is not None
    return signed >= _SEVERAL


def _name(match: re.Match[str]) -> tuple[str, int] | None:
    lead = re.match(r"\W*", match["name"])
    skipped = lead.end() if lead is not None else 0
    name = _TRIM.sub("", match["name"][skipped:])
    return (name, match.start("name") + skipped) if name else None
