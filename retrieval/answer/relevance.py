"""Does a sentence speak of what the question asks? Meaning as a whole, and word by word.

The cosine of question and sentence rises with shared names alone, so "another event, the same
people" scores high. The words beside the names are therefore looked for one by one: each is worth
its best match in the sentence, 1 for a form of the same word, else the cosine of the two words
(a soft alignment as in BERTScore, Zhang et al. 2020, on single words).
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from retrieval.answer.question import STOPWORDS, stem, words

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import NDArray

    from retrieval.answer.question import Question
    from retrieval.answer.subjects import Name
    from retrieval.models.base import Encoder

# Words whose vectors are kept between questions: 50,000 of 384 floats are 77 MB.
WORDS_KEPT = 50_000


class Relevance:
    """Scores sentences against questions with one encoder; keeps the vectors of words it met."""

    def __init__(self, encoder: Encoder) -> None:
        self._encoder = encoder
        self._kept: dict[str, NDArray[np.float32]] = {}

    def score(
        self,
        question: Question,
        named: Sequence[Name],
        vector: NDArray[np.float32],
        sentences: Sequence[str],
    ) -> NDArray[np.float32]:
        """Relevance of each sentence, shape (n,), about 0 to 1.

        The mean of the sentence's cosine to the question (`vector`, unit length) and of the
        alignment of the question's words, names left out; the cosine alone where none are left.
        """
        if not sentences:
            return np.zeros(0, dtype=np.float32)
        cosines: NDArray[np.float32] = self._encoder.encode(sentences) @ vector
        wanted = content_terms(question, named)
        if not wanted:
            return cosines
        content = [_content(sentence) for sentence in sentences]
        self._learn([*wanted, *(word for found in content for word in found)])
        aligned = [self._aligned(wanted, found) for found in content]
        mean: NDArray[np.float32] = (cosines + np.asarray(aligned, dtype=np.float32)) / np.float32(
            2
        )
        return mean

    def _aligned(self, wanted: Sequence[str], found: Sequence[str]) -> float:
        if not found:
            return 0.0
        stems = {stem(word) for word in found}
        near = self._vectors(wanted) @ self._vectors(found).T
        best = [
            1.0 if stem(word) in stems else float(row.max())
            for word, row in zip(wanted, near, strict=True)
        ]
        return sum(best) / len(best)

    def _vectors(self, tokens: Sequence[str]) -> NDArray[np.float32]:
        return np.stack([self._kept[token] for token in tokens])

    def _learn(self, tokens: Sequence[str]) -> None:
        new = [token for token in dict.fromkeys(tokens) if token not in self._kept]
        if not new:
            return
        if len(self._kept) + len(new) > WORDS_KEPT:
            self._kept.clear()
            new = list(dict.fromkeys(tokens))
        self._kept.update(zip(new, self._encoder.encode(new), strict=True))


def content_terms(question: Question, named: Sequence[Name]) -> list[str]:
    """The question's content words that are no part of a name, in lower case."""
    of_names = {word.casefold() for name in named for word in words(name.text)}
    terms = (term.casefold() for term in question.terms)
    return [term for term in terms if term not in of_names]


def _content(sentence: str) -> list[str]:
    lower = (word.casefold() for word in words(sentence))
    return [word for word in dict.fromkeys(lower) if word not in STOPWORDS]
