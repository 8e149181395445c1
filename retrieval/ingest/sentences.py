"""Sentences of a paragraph, by offsets: nupunkt (Punkt; Kiss and Strunk 2006) with trimmed ends."""

from __future__ import annotations

import re

from nupunkt import sent_spans

SPLITTER = 1
"""The version of these rules: sentences that were cut by another are cut again."""

# A sentence never begins with what closes the one before it.
_CLOSERS = "”’»)]}\"'"
_OPENERS_TOO = "\"'"
# Punkt takes some short ordinary words ("low.", "week.") for abbreviations: one sentence in 300 of
# news was two. A whole word in lower case that is none of these ends a sentence before a capital.
_MISSED = re.compile(
    r"(?<![\w.])(?!(?:etc|approx|dept|est|vs|seq|viz|resp|incl|excl|max|min)\.)[a-z]{3,}\."
    r"[”’»)\]}\"']*(?P<gap>\s+)(?=[“‘«(\[\"']?[A-Z])"
)


def sentences(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """Spans of the sentences in `text[start:end]`, offsets into `text`, in order.

    No span begins or ends with white space; together they hold every other character.
    """
    piece = text[start:end]
    if not piece.strip():
        return []
    spans: list[tuple[int, int]] = []
    for begin, stop in sent_spans(piece):
        sentence = piece[begin:stop]
        left = begin + len(sentence) - len(sentence.lstrip())
        right = begin + len(sentence.rstrip())
        if left >= right:
            continue
        closing = _closing(piece, left, right)
        if spans and closing > left:
            spans[-1] = (spans[-1][0], closing)
            left = closing + len(piece[closing:right]) - len(piece[closing:right].lstrip())
            if left >= right:
                continue
        spans.append((left, right))
    parts = (part for span in spans for part in _parted(piece, *span))
    return [(start + left, start + right) for left, right in parts]


def _parted(piece: str, left: int, right: int) -> list[tuple[int, int]]:
    """The span, cut where Punkt missed an end."""
    gaps = [match.span("gap") for match in _MISSED.finditer(piece, left, right)]
    begins = [left, *(stop for _, stop in gaps)]
    return list(zip(begins, [*(begin for begin, _ in gaps), right], strict=True))


def _closing(piece: str, left: int, right: int) -> int:
    """Where the closing marks that stray to the front of a sentence end; `left` for none."""
    at = left
    while at < right and piece[at] in _CLOSERS:
        at += 1
    strays = piece[left:at]
    # A straight quote before a word opens; it closes only where white space follows.
    if at < right and not piece[at].isspace() and all(mark in _OPENERS_TOO for mark in strays):
        return left
    return at
