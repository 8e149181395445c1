"""What of a passage is shown: the span, the sentences it stands in, or the whole paragraph."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from retrieval.answered import Passage

# Short paragraphs lose more to a cut than they cost to read.
_SHORT = 320
# A wrong guess, as after "U.S.", moves a cut that is shown as one; it never alters a word.
_SENTENCE_END = re.compile(r"[.!?…。！？][\"'”’»)\]]*(?:\s+|(?<=[。！？]))")

_ENDED = re.compile(r"[.!?…。！？][\"'”’»)\]]*\s*$")


@dataclass(frozen=True, slots=True)
class Excerpt:
    """`before + span + after`, verbatim; cut where the paragraph goes on to that side."""

    before: str
    span: str
    after: str
    cut_before: bool = False
    cut_after: bool = False


def excerpt(passage: Passage, *, full: bool = False) -> Excerpt:
    """The whole paragraph where it is short or asked for, else the sentences around the span."""
    text = passage.text
    start = passage.span.start - passage.start
    end = passage.span.end - passage.start
    if not 0 <= start <= end <= len(text):
        start = end = len(text)
    if full or len(text) <= _SHORT:
        return Excerpt(text[:start], text[start:end], text[end:])
    first = _opening(text, start)
    last = _closing(text, end)
    return Excerpt(
        before=text[first:start],
        span=text[start:end],
        after=text[end:last],
        cut_before=bool(text[:first].strip()),
        cut_after=bool(text[last:].strip()),
    )


def _opening(text: str, start: int) -> int:
    ends = [found.end() for found in _SENTENCE_END.finditer(text, 0, start)]
    return ends[-1] if ends else 0


def _closing(text: str, end: int) -> int:
    if _ENDED.search(text, max(end - 8, 0), end):
        return end
    found = _SENTENCE_END.search(text, end)
    return len(text[: found.end()].rstrip()) if found else len(text)
