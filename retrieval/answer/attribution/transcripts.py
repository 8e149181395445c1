"""Interviews and transcripts in print: whose turn a paragraph is.

A turn begins with a name alone in a paragraph ("Ida Moen") or with a name and a colon
("MOEN: Well, ..."), and goes on until the next one.
"""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING

from retrieval.answer.attribution.resolve import full_name

if TYPE_CHECKING:
    from collections.abc import Sequence

    from retrieval.model import Paragraph

_WORD = r"[A-Z][\w.’'-]+"
_LABEL = re.compile(rf"(?P<name>{_WORD}(?:[ \t]{_WORD}){{0,3}})(?:[ \t]*\Z|:\s+(?=\S))")
_ALONE = 2
# A label is one where it recurs, and where another does: nobody talks alone.
_TURNS, _PARTIES = 2, 2


def turn_of(text: str, paragraphs: Sequence[Paragraph], index: int) -> tuple[str, int] | None:
    """The name, with its offset, that the turn of a paragraph began with; None outside of turns."""
    labels = [_label(text[p.start : p.end]) for p in paragraphs]
    counts = Counter(label for label in labels if label)
    parties = {label for label, count in counts.items() if count >= _TURNS}
    if len(parties) < _PARTIES or not all(_is_name(label, text) for label in parties):
        return None
    for at in range(index, -1, -1):
        label = labels[at]
        if label in parties:
            start = paragraphs[at].start
            alone = len(text[start : paragraphs[at].end].rstrip(": \t")) == len(label)
            if alone and at == index:
                return None
            return full_name(label.title() if label.isupper() else label, text, start) or (
                label,
                start,
            )
    return None


def _label(paragraph: str) -> str:
    match = _LABEL.match(paragraph)
    if match is None:
        return ""
    colon = paragraph[match.end("name") :].lstrip().startswith(":")
    return match["name"] if colon or len(match["name"].split()) >= _ALONE else ""


def _is_name(label: str, text: str) -> bool:
    """Whether no word of it is an ordinary one: "Read More" and "Update" are written small too."""
    return not any(
        re.search(rf"(?<![\w’'@#.-]){re.escape(word.lower())}(?![\w’'-])", text)
        for word in label.split()
    )
