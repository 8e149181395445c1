"""What is names and nothing else: "merrick garland", "khashoggi", "boeing 737 iran"."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from retrieval.answer.language.lexicon import words
from retrieval.answer.language.speech import ENGLISH
from retrieval.answer.names.wording import weigh
from retrieval.answer.question.matter import ANYTHING_ON
from retrieval.answer.question.whole import ONE_WORD
from retrieval.answered import Kind
from retrieval.errors import QuestionError
from retrieval.models.wordlist import is_word

if TYPE_CHECKING:
    from collections.abc import Sequence

    from retrieval.answer.question.question import Question

# With more words it tells something, in a language of names and verbs that few texts write small.
_MOST: Final = 4
# A shorter word that no text has is no name either: "lol".
_SHORTEST: Final = 4
# Texts in capitals and heads of sentences write any word large.
_OFTEN: Final = 3


def by_names(question: Question, texts: Sequence[str]) -> str | None:
    """What is asked by names alone, as a question of its own: what is said about them, or nothing.

    None for what is more, and empty for a word that no text has. Raises QuestionError for a word
    that is no name in the texts near it.
    """
    found = words(question.canonical)
    told = question.kind is Kind.POLAR and question.canonical.endswith(".")
    if question.language == ENGLISH and told and len(found) == 1:
        if _is_name(found[0], texts):
            return f"{ANYTHING_ON}{found[0]}?"
        if is_word(found[0]) or len(found[0]) < _SHORTEST:
            raise QuestionError(ONE_WORD)
        return ""
    return f"{ANYTHING_ON}{' '.join(found)}?" if names_alone(question, texts) else None


def _is_name(word: str, texts: Sequence[str]) -> bool:
    """Whether texts often write a word within their sentences, a common one with a capital."""
    within = re.compile(rf"[a-z,] (?P<word>{re.escape(word)})(?!\w)", re.IGNORECASE)
    places: list[str] = [found["word"] for text in texts for found in within.finditer(text)]
    if not is_word(word):
        # "Coronavirus" is a matter as well.
        return len(places) >= _OFTEN
    large = sum(each[0].isupper() for each in places)
    return large >= _OFTEN and large > 2 * (len(places) - large)


def names_alone(question: Question, texts: Sequence[str]) -> bool:
    """Whether a statement holds but names and numbers, as texts write them: English only."""
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
