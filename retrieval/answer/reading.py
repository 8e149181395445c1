"""What the stance model is given of a sentence to read."""

from __future__ import annotations

from typing import TYPE_CHECKING

from retrieval.models.context import in_context

if TYPE_CHECKING:
    from retrieval.answer.sift import Sentence


def reading(sentence: Sentence) -> str:
    """The sentence, behind what it leans on."""
    return in_context(sentence.text)
