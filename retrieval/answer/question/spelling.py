"""Words of a question that look misspelt."""

from __future__ import annotations

from typing import TYPE_CHECKING

from retrieval.answer.language.lexicon import tokens
from retrieval.answer.language.speech import ENGLISH
from retrieval.answer.question.question import understand
from retrieval.answered import Hint
from retrieval.models.wordlist import is_word, words_near

if TYPE_CHECKING:
    from collections.abc import Collection

    from retrieval.store.catalogue import Catalogue


def hints(
    question: str, catalogue: Catalogue, languages: Collection[str] = (ENGLISH,)
) -> tuple[Hint, ...]:
    """The words that no article has and that are none, with the nearest that some have.

    For a name only a name: somebody whom no article names is not "urban" with a slip of the pen.
    None for a question that is not in English: there is no list of the words of the others.
    """
    asked = understand(question, languages)
    if asked.language != ENGLISH:
        return ()
    words = [word for word in asked.terms if not is_word(word)]
    # A capital at the head of a question says nothing.
    first = next(iter(tokens(asked.text)), ("",))[0]
    named = {word for name in asked.names for word in name.split()} - {first}
    near = (
        (word, catalogue.nearest_word(word, words_near(word), named=word in named))
        for word in words
    )
    return tuple(Hint(word, other) for word, other in near if other)
