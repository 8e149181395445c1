"""What is names and nothing else: "merrick garland", "boeing 737 iran"; nothing says yes to it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from retrieval.answer.lexicon import words
from retrieval.answer.speech import ENGLISH
from retrieval.answer.wording import weigh
from retrieval.answered import Kind

if TYPE_CHECKING:
    from collections.abc import Sequence

    from retrieval.answer.question import Question

# With more words it tells something, in a language of names and verbs that few texts write small.
_MOST: Final = 4


def names_alone(question: Question, texts: Sequence[str]) -> bool:
    """Whether a statement holds but names and numbers, as texts near it write them: English only.

    Its headings are an answer, and passages under "yes" are none.
    """
    found = words(question.canonical)
    if question.kind is not Kind.POLAR or not question.canonical.endswith("."):
        return False
    if (
        question.language != ENGLISH
        or not 1 < len(found) <= _MOST
        or len(question.terms) < len(found)
    ):
        return False
    terms = weigh(question, texts).terms
    named = [each.name for each, word in zip(terms, question.terms, strict=True) if word.isalpha()]
    return bool(named) and all(named)
