"""Which watched questions new paragraphs are near to: one product of matrices, then words.

The measure is the best cosine of an article's paragraphs to the question, and a part for the
share of the question's words that the article has (docs/watching.md has what that finds).
"""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

import numpy as np

from retrieval.answer.question.question import stem, understand, words
from retrieval.errors import QuestionError

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from numpy.typing import NDArray

WORDS = 0.3
"""What all of a question's words in an article count for, beside the cosine."""


def near(
    questions: Sequence[str],
    vectors: NDArray[np.float32],
    articles: Sequence[str],
    paragraphs: NDArray[np.float32],
    text: Callable[[str], str | None],
    least: float,
) -> set[int]:
    """The places of the questions that one of the articles is near to.

    `vectors` are the questions', (n, d); `paragraphs` are of shape (m, d), and `articles` has the
    article of each. `text` gives an article's title and text, None where it is gone.
    """
    if not len(vectors) or not len(paragraphs):
        return set()
    cosines = paragraphs @ vectors.T
    found: set[int] = set()
    for article in dict.fromkeys(articles):
        rows = [at for at, each in enumerate(articles) if each == article]
        best = cosines[rows].max(axis=0)
        maybe = [int(at) for at in np.flatnonzero(best >= least - WORDS) if int(at) not in found]
        if not maybe:
            continue
        held = text(article)
        if held is None:
            continue
        stems = {stem(word) for word in words(held)}
        found.update(at for at in maybe if best[at] + WORDS * _share(questions[at], stems) >= least)
    return found


def _share(question: str, stems: set[str]) -> float:
    wanted = _stems(question)
    return len(wanted & stems) / len(wanted) if wanted else 0.0


@lru_cache(maxsize=16_384)
def _stems(question: str) -> frozenset[str]:
    try:
        return frozenset(stem(term) for term in understand(question).terms)
    except QuestionError:
        return frozenset()
