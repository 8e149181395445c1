"""Interviews and transcripts in print: whose turn a paragraph is.

A turn begins with a name alone in a paragraph ("Ida Moen") or with a name and a colon
("MOEN: Well, ..."), and goes on until the next one.
"""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING

from retrieval.answer.attribution import lexicon as lx
from retrieval.answer.attribution.resolve import full_name

if TYPE_CHECKING:
    from collections.abc import Sequence

    from retrieval.model import Paragraph

_WORD = r"[A-Z][\w.’'-]+"
# Behind a name in capitals also what its bearer does: "IDA MOEN, HOST:".
_LABEL = re.compile(
    rf"(?P<name>{_WORD}(?:[ \t]{_WORD}){{0,3}})(?:[ \t]*\Z|(?:,(?: [A-Z]{{2,}})+)?:\s*(?=\S|\Z))"
)
_OWNER = re.compile(r"[^’']*[’']S?\s+")
_ALONE = 2
# A label is one where it recurs, and where another does: nobody talks alone.
_TURNS, _PARTIES = 2, 2
# Labels of lists, that are nobody's.
_OF_LISTS = frozenset({"Con", "Headline", "Loser", "Note", "Pro", "Update", "Updated", "Winner"})
_INITIALS = 3
# Turns of nobody who is named, or of the page itself: what it found of somebody's words.
_OF_NOBODY = frozenset({"AUDIENCE", "CALLER", "FACTS", "QUESTION", "QUESTIONER", "REPORTER"})


def turn_of(text: str, paragraphs: Sequence[Paragraph], index: int) -> tuple[str, int] | None:
    """The name, with its offset, that the turn of a paragraph began with; None outside of turns."""
    labels = [_label(text[p.start : p.end]) for p in paragraphs]
    counts = Counter(_key(label) for label in labels if label)
    parties = {key for key, count in counts.items() if count >= _TURNS}
    known = [label for label in labels if _key(label) in parties - _OF_NOBODY]
    if not known or len(parties) < _PARTIES or not all(_is_name(label, text) for label in known):
        return None
    for at in range(index, -1, -1):
        label = labels[at]
        if _key(label) in parties & _OF_NOBODY:
            return None
        if _key(label) in parties or (label.isupper() and " " in label):
            start = text.index(label, paragraphs[at].start)
            alone = len(text[start : paragraphs[at].end].rstrip(": \t")) == len(label)
            # What comes after the last turn's paragraph is the page's own again.
            last = not any(labels[at + 1 :]) and at < index - alone
            if last or (alone and at == index):
                return None
            return _named(label, labels, text, start, paragraphs)
    return None


def _key(label: str) -> str:
    """What the labels of one party share: "IDA MOEN" and "MOEN" are one."""
    return label.rpartition(" ")[2] if label.isupper() else label


def _named(
    label: str, labels: Sequence[str], text: str, start: int, paragraphs: Sequence[Paragraph]
) -> tuple[str, int]:
    """The fullest name that a label or the text has for a party, with its offset."""
    found = full_name(label.title() if label.isupper() else label, text, start)
    if found is not None or not label.isupper():
        return found or (label, start)
    alike = [i for i, other in enumerate(labels) if other and _key(other) == _key(label)]
    longest = max(alike, key=lambda i: len(labels[i]))
    # "VELD NEWS' IDA MOEN"
    owner = _OWNER.match(labels[longest])
    cut = owner.end() if owner is not None else 0
    fullest = labels[longest][cut:]
    # "HH" are initials.
    shown = fullest.title() if len(fullest) > _INITIALS else fullest
    return shown, text.index(labels[longest], paragraphs[longest].start) + cut


def _label(paragraph: str) -> str:
    match = _LABEL.match(paragraph)
    if match is None:
        return ""
    colon = paragraph[match.end("name") :].lstrip().startswith(":")
    if not colon and len(match["name"].split()) < _ALONE:
        return ""
    return _untitled(match["name"])


def _untitled(label: str) -> str:
    """The name in a label in capitals: "PRESIDENT IDA MOEN", "VICE PRESIDENT-ELECT IDA MOEN"."""
    *titles, last = label.split()
    if not label.isupper():
        return label
    while titles and titles[0].lower().removesuffix("-elect").rstrip(".") in lx.PEOPLE | {"vice"}:
        titles.pop(0)
    return " ".join([*titles, last])


def _is_name(label: str, text: str) -> bool:
    """Whether no word of it is an ordinary one: "Read More" and "Update" are written small too."""
    return label not in _OF_LISTS and not any(
        re.search(rf"(?<![\w’'@#.-]){re.escape(word.lower())}(?![\w’'-])", text)
        for word in label.split()
    )
