"""Whether an account of an open question is one that was told before, in other words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from retrieval.answer.decision.grouping import Told as Sentence
from retrieval.answer.decision.grouping import together
from retrieval.answer.language.speech import ENGLISH
from retrieval.answer.question.question import understand

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence

    from retrieval.answered import Position
    from retrieval.library import Library
    from retrieval.store.watch_records import Told


class Accounts:
    """Compares accounts as an answer groups them, by meaning, words, days and amounts."""

    def __init__(self, library: Library, question: str) -> None:
        self._library = library
        self._question = understand(question, library.languages)

    def same(self, known: Sequence[Told], position: Position) -> Collection[str]:
        """The keys of the accounts known before that stand together with a new one."""
        before = [each for each in known if each.said.stance is None]
        if not before:
            return ()
        passages = [each.passage for each in before] + list(position.passages)
        vectors = self._library.vectors([each.span.text for each in passages])
        (asked,) = self._library.vectors([self._question.canonical], query=True)
        told = [
            Sentence(
                each.span.text,
                vector,
                float(vector @ asked),
                each.article.published,
                each.language or ENGLISH,
            )
            for each, vector in zip(passages, vectors, strict=True)
        ]
        new = range(len(before), len(passages))
        return {
            before[place].position
            for group in together(self._question, told)
            if any(place in group for place in new)
            for place in group
            if place < len(before)
        }
