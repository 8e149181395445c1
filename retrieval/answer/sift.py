"""The sentences of an event that are worth judging, each with what search knows of it."""

from __future__ import annotations

import math
from collections import Counter
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING, Final

import numpy as np

from retrieval.answer.question import STOPWORDS, stem, words
from retrieval.answer.subjects import fold, mentions, place_of
from retrieval.models.context import as_read

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from numpy.typing import NDArray

    from retrieval.answer.event import Coverage
    from retrieval.answer.question import Question

# What the shared words count in the order, beside two cosines and the article's belonging.
WORDS_WEIGHT: Final = 0.6
# So far from the top a sentence is no lead any more.
LEAD: Final = 10


@dataclass(frozen=True, slots=True, eq=False)
class Sentence:
    """A sentence of an article on the event; offsets count in the article's text.

    `cosine` and `context` are those of the sentence and of its paragraph to the question; `words`
    and `article_words` the share of the question's words, the rarer the heavier, that sentence or
    the one before and the whole article hold. `before` are the offsets of the sentence before.
    """

    coverage: Coverage
    paragraph: int
    start: int
    end: int
    before: tuple[int, int] | None
    vector: NDArray[np.float32]
    cosine: float
    context: float
    words: float
    article_words: float
    number: int

    @property
    def text(self) -> str:
        """The sentence, verbatim."""
        return self.coverage.held.article.text[self.start : self.end]

    @property
    def text_before(self) -> str | None:
        """The sentence before it, verbatim; None for an article's first."""
        if self.before is None:
            return None
        return self.coverage.held.article.text[slice(*self.before)]

    @property
    def read(self) -> str:
        """What the stance model reads: the sentence with what helps to judge it."""
        title = self.coverage.held.article.title
        return as_read(self.text, before=self.text_before, title=title)

    @property
    def nearness(self) -> float:
        """What orders the sentences of an event before anything is judged."""
        return self.cosine + self.context + WORDS_WEIGHT * self.words + self.coverage.belonging


def sift(
    question: Question,
    vector: NDArray[np.float32],
    event: Sequence[Coverage],
    most: int,
) -> list[Sentence]:
    """The `most` sentences of the event that come nearest the question, nearest first."""
    keyed = [[_keys(text) for text in _texts(coverage)] for coverage in event]
    weights = _weights(question, [keys for of_article in keyed for keys in of_article])
    found = [
        sentence
        for coverage, keys in zip(event, keyed, strict=True)
        for sentence in _sentences(coverage, keys, vector, weights)
    ]
    found.sort(key=lambda sentence: -sentence.nearness)
    return found[:most]


def _texts(coverage: Coverage) -> list[str]:
    article, places = coverage.held.article, coverage.sentences
    return [
        article.text[start:end] if paragraph else article.title
        for paragraph, start, end in zip(
            places.paragraphs.tolist(), places.starts.tolist(), places.ends.tolist(), strict=True
        )
    ]


def _sentences(
    coverage: Coverage,
    keys: list[frozenset[str]],
    vector: NDArray[np.float32],
    weights: Sequence[tuple[frozenset[str], float]],
) -> Iterable[Sentence]:
    places = coverage.sentences
    cosines = places.vectors @ vector
    whole = _share(weights, frozenset().union(*keys))
    before: int | None = None
    number = 0
    for at, paragraph in enumerate(places.paragraphs.tolist()):
        if not paragraph:
            continue
        match = coverage.article.paragraphs.get(paragraph)
        near = keys[at] if before is None else keys[at] | keys[before]
        yield Sentence(
            coverage=coverage,
            paragraph=paragraph,
            start=int(places.starts[at]),
            end=int(places.ends[at]),
            before=None if before is None else _span(coverage, before),
            vector=places.vectors[at],
            cosine=float(cosines[at]),
            context=match.cosine if match is not None else 0.0,
            words=_share(weights, near),
            article_words=whole,
            number=number,
        )
        before = at
        number += 1


def _span(coverage: Coverage, at: int) -> tuple[int, int]:
    return int(coverage.sentences.starts[at]), int(coverage.sentences.ends[at])


def _weights(
    question: Question, sentences: Sequence[frozenset[str]]
) -> list[tuple[frozenset[str], float]]:
    """The question's words as keys, each with its inverse frequency among the sentences."""
    counts = Counter(key for keys in sentences for key in keys)
    weighed = []
    for term in question.terms:
        keys = _term_keys(term)
        held = max((counts[key] for key in keys), default=0)
        weighed.append((keys, math.log((len(sentences) + 1) / (held + 1)) + 1e-6))
    return weighed


def _share(weights: Sequence[tuple[frozenset[str], float]], keys: frozenset[str]) -> float:
    total = sum(weight for _, weight in weights)
    held = sum(weight for wanted, weight in weights if wanted & keys)
    return held / total if total else 0.0


@lru_cache(maxsize=32_768)
def _keys(text: str) -> frozenset[str]:
    """Stems, names under any of their spellings, and countries under any of their names."""
    found = {
        key
        for word in words(text)
        if word.lower() not in STOPWORDS or word == "US"
        for key in (stem(word), fold(word))
    }
    return frozenset(found | {f"place:{place}" for place in mentions(text).places})


def _term_keys(term: str) -> frozenset[str]:
    place = place_of(term)
    keys = {stem(term), fold(term)}
    return frozenset(keys if place is None else {*keys, f"place:{place}"})
