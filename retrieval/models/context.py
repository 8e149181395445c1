"""What a stance model reads of a sentence: the sentence, and before it what it leans on."""

from __future__ import annotations

from typing import Final

from retrieval.links import without_links

# Stands after what is context and before what is judged. One word piece in the shipped
# vocabulary; the weights are trained on it, so a change of it needs a training run.
MARK: Final = " ¶ "


def in_context(sentence: str, *, before: str | None = None, title: str | None = None) -> str:
    """Join title, the sentence before and the sentence itself; what is None is left out."""
    return MARK.join(part for part in (title, before, sentence) if part)


def as_read(sentence: str, *, before: str | None, title: str) -> str:
    """The sentence behind its article's title and the sentence before it, without links in them.

    Of the four ways to put it, this one has the best average precision on real sentences, yes and
    no alike (docs/measured.md).
    """
    return in_context(
        without_links(sentence),
        before=without_links(before) if before else before,
        title=title,
    )
