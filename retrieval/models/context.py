"""What a stance model reads of a sentence: the sentence, and before it what it leans on."""

from __future__ import annotations

import re
from typing import Final

# Stands after what is context and before what is judged. One word piece in the shipped
# vocabulary; the weights are trained on it, so a change of it needs a training run.
MARK: Final = " ¶ "
# What The Hill sets behind a name: "Ida Moen Ida Jo MoenOne headline Another MORE (R-Ky.) said".
# Of 6,788 such in 1,394 of its articles 6,676 are found, and nothing in 36,160 others.
_LINKS: Final = re.compile(
    r"\b(?P<name>[A-ZÀ-Þ][\w’'-]*[a-z][\w’'-]*)\s(?:\S+\s){0,5}?(?P=name)"
    r"(?:(?=[A-Z0-9‘'“\"])[^\n]{10,900}?\s|\s)?MORE\b"
)


def in_context(sentence: str, *, before: str | None = None, title: str | None = None) -> str:
    """Join title, the sentence before and the sentence itself; what is None is left out."""
    return MARK.join(part for part in (title, before, sentence) if part)


def as_read(sentence: str, *, before: str | None, title: str) -> str:
    """The sentence behind its article's title and the sentence before it, without links in them.

    Of the four ways to put it, this one has the best average precision on real sentences, yes and
    no alike (docs/evaluation.md).
    """
    return in_context(
        _LINKS.sub(r"\g<name>", sentence),
        before=_LINKS.sub(r"\g<name>", before) if before else before,
        title=title,
    )
