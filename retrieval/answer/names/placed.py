"""Whether a name before another is a place of its own: "the Philadelphia Amtrak crash"."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from retrieval.answer.language.speech import ENGLISH

if TYPE_CHECKING:
    from collections.abc import Sequence

# One text that says so may mean another place of that name.
_SAID: Final = 2


def is_place(word: str, after: str, texts: Sequence[str], language: str) -> bool:
    """Whether texts in English say "in" or "near" a word, and never put it before the next."""
    if language != ENGLISH:
        return False
    first, second = re.escape(word), re.escape(after)
    where = re.compile(rf"\b(?:in|near|outside)\s+(?:[A-Z]\w+\s+)?(?i:{first})\b")
    together = re.compile(rf"\b{first}\W{{1,2}}{second}", re.IGNORECASE)
    named = [text for text in texts if word.casefold() in text.casefold()]
    if any(together.search(text) for text in named):
        return False
    return sum(where.search(text) is not None for text in named) >= _SAID
