"""What of a passage is shown: the span, the sentences it stands in, or the whole paragraph."""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING

from retrieval.links import links

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from retrieval.answered import Passage

# Short paragraphs lose more to a cut than they cost to read.
_SHORT = 320
# A wrong guess, as after "U.S.", moves a cut that is shown as one; it never alters a word.
_SENTENCE_END = re.compile(r"[.!?…。！？][\"'”’»)\]]*(?:\s+|(?<=[。！？]))")

_ENDED = re.compile(r"[.!?…。！？][\"'”’»)\]]*\s*$")


@dataclass(frozen=True, slots=True)
class Excerpt:
    """`before + span + after`, verbatim; cut where the paragraph goes on to that side.

    `gaps` are the places in the three together where links of the page are left out.
    """

    before: str
    span: str
    after: str
    cut_before: bool = False
    cut_after: bool = False
    gaps: tuple[int, ...] = ()

    def marked(self, mark: Callable[[list[str]], list[str]], cut: str) -> tuple[str, str, str]:
        """The three as `mark` makes them safe for a place, with `cut` where something is left out.

        `mark` is given all pieces at once: a character may need those beside it.
        """
        opens, closes = len(self.before), len(self.before) + len(self.span)
        parts = (
            _pieces(self.before, [gap for gap in self.gaps if gap <= opens]),
            _pieces(self.span, [gap - opens for gap in self.gaps if opens < gap <= closes]),
            _pieces(self.after, [gap - closes for gap in self.gaps if gap > closes]),
        )
        made = iter(mark([piece for part in parts for piece in part]))
        before, span, after = (f" {cut}".join(next(made) for _ in part) for part in parts)
        return before, span, after


def excerpt(passage: Passage, *, full: bool = False) -> Excerpt:
    """The whole paragraph where it is short or asked for, else the sentences around the span.

    But for the whole one, without the links that the page set into it.
    """
    text = passage.text
    start = passage.span.start - passage.start
    end = passage.span.end - passage.start
    if not 0 <= start <= end <= len(text):
        start = end = len(text)
    if full:
        return Excerpt(text[:start], text[start:end], text[end:])
    left_out = list(links(text))
    short = len(_kept(text, 0, len(text), left_out)) <= _SHORT
    first, last = (0, len(text)) if short else _around(text, start, end, left_out)
    before, span, after = (
        _kept(text, *part, left_out) for part in ((first, start), (start, end), (end, last))
    )
    return Excerpt(
        before=before,
        span=span,
        after=after,
        cut_before=bool(text[:first].strip()),
        cut_after=bool(text[last:].strip()),
        gaps=tuple(
            len(_kept(text, first, begin, left_out))
            for begin, _ in left_out
            if first < begin < last
        ),
    )


def _around(
    text: str, start: int, end: int, left_out: Sequence[tuple[int, int]]
) -> tuple[int, int]:
    """Where the sentences around a span begin and end; none does within what is left out."""
    first, last = _opening(text, start), _closing(text, end)
    for begin, stop in left_out:
        if begin < first < stop:
            first = _opening(text, begin)
        if begin < last < stop:
            last = _closing(text, stop)
    return first, last


def _kept(text: str, start: int, end: int, left_out: Sequence[tuple[int, int]]) -> str:
    """A part of the text without what is left out."""
    cuts = [start]
    for begin, stop in left_out:
        cuts += [min(max(begin, start), end), min(max(stop, start), end)]
    cuts.append(end)
    return "".join(text[one:other] for one, other in zip(cuts[::2], cuts[1::2], strict=True))


def _pieces(text: str, gaps: Sequence[int]) -> list[str]:
    return [text[one:other] for one, other in pairwise([0, *gaps, len(text)])]


def _opening(text: str, start: int) -> int:
    ends = [found.end() for found in _SENTENCE_END.finditer(text, 0, start)]
    return ends[-1] if ends else 0


def _closing(text: str, end: int) -> int:
    if _ENDED.search(text, max(end - 8, 0), end):
        return end
    found = _SENTENCE_END.search(text, end)
    return len(text[: found.end()].rstrip()) if found else len(text)
