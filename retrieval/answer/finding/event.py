"""The articles on the event asked about, with their sentences.

The nearest articles say what the event is; what is like them belongs to it as well, though it
words things otherwise (pseudo-relevance feedback, after Rocchio 1971, on whole articles).
"""

from __future__ import annotations

from contextlib import suppress
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

import numpy as np

from retrieval.answer.finding.held import Held
from retrieval.answer.finding.search import find_event
from retrieval.answer.finding.shares import LEAST_SHARE, OF_A_SOURCE, language_code, of_each, shared
from retrieval.answer.finding.then import Then
from retrieval.answer.language.speech import ENGLISH
from retrieval.encoding import sentence_vectors
from retrieval.errors import NotFoundError

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable

    from numpy.typing import NDArray

    from retrieval.answer.finding.search import EventArticle
    from retrieval.answer.question.question import Question
    from retrieval.index.base import SearchedIndex
    from retrieval.model import Filter
    from retrieval.models.base import Encoder
    from retrieval.store.catalogue import Catalogue
    from retrieval.store.records import SentenceVectors

# Articles looked at for one that is kept, and how many of the nearest say what the event is.
WIDER = 2
SPEAK_FOR_IT = 2
# What an article's title counts, beside the sum of its three best paragraphs.
TITLE_WEIGHT = 0.5
# What belongs to the event by less is on it in no language (`sift.on_event`), and is not read.
LEAST_BELONGING = 0.6


@dataclass(frozen=True, eq=False)
class Coverage:
    """An article on the event, nearest first by `rank` from 1.

    `title` is its title's cosine to the question, `belonging` the article's to the event, `score`
    the sum of both and of its best paragraphs.
    """

    article: EventArticle
    held: Held
    sentences: SentenceVectors
    title: float
    belonging: float
    score: float
    rank: int

    @cached_property
    def texts(self) -> list[str]:
        """Its sentences, in order; the title stands for those that are in no paragraph."""
        article, places = self.held.article, self.sentences
        return [
            article.text[start:end] if paragraph else article.title
            for paragraph, start, end in zip(
                places.paragraphs.tolist(),
                places.starts.tolist(),
                places.ends.tolist(),
                strict=True,
            )
        ]


def gather(
    question: Question,
    vector: NDArray[np.float32],
    *,
    catalogue: Catalogue,
    encoder: Encoder,
    index: SearchedIndex,
    where: Filter,
    among: NDArray[np.int64] | None,
    articles: int,
    languages: Collection[str] = (ENGLISH,),
) -> list[Coverage]:
    """The articles on the event, at most `articles`, nearest first; `vector` is the question's.

    Behind them stand the nearest of each source that has fewer than `OF_A_SOURCE` among them, as
    many again at most: those are on the event only where `sift.on_event` says so. `among` are
    the paragraph ids that `where` allows, None for all; `languages` those read.
    """
    ranked = find_event(
        question,
        vector,
        catalogue=catalogue,
        index=index,
        where=where,
        among=among,
        articles=WIDER * articles,
        languages=languages,
    )
    scored, sources = ranked.scores, ranked.sources
    stored = sentence_vectors(catalogue, encoder, list(scored))
    held: dict[str, Held] = {}
    put_back: dict[str, EventArticle] = {}
    if where.at is None:
        # Half of them are not kept, and need not be read.
        spoken = catalogue.languages_of(list(stored))
    else:
        held = _held(catalogue, stored)
        then = Then(question, vector, where, catalogue=catalogue, encoder=encoder)
        found = then.put_back(ranked.whole(), held, stored)
        put_back = {each.article_id: each for each in found}
        scored = {each.article_id: each.score for each in found}
        sources = {each.article_id: each.source_id for each in found}
        spoken = {key: each.article.language for key, each in held.items()}
    near = [each for each in scored if each in spoken and len(stored[each])]
    if not near:
        return []
    titles = {each: _title(stored[each], vector) for each in near}
    wholes = np.stack([whole(stored[each]) for each in near])
    scores = np.asarray([scored[each] + TITLE_WEIGHT * titles[each] for each in near])
    belonging = wholes @ centre(wholes, scores)
    scores = scores + belonging
    by_score = np.argsort(-scores, kind="stable").tolist()
    order = shared(
        by_score,
        lambda at: language_code(spoken[near[at]], languages),
        articles,
        articles // LEAST_SHARE,
    )
    alike = [at for at in by_score if belonging[at] >= LEAST_BELONGING]
    order = of_each(alike, order, lambda at: sources[near[at]], OF_A_SOURCE, articles)
    chosen = [near[at] for at in order]
    held |= _held(catalogue, [each for each in chosen if each not in held])
    kept = put_back or {each.article_id: each for each in ranked.whole(chosen)}
    return [
        Coverage(
            article=kept[near[at]],
            held=held[near[at]],
            sentences=stored[near[at]],
            title=titles[near[at]],
            belonging=float(belonging[at]),
            score=float(scores[at]),
            rank=place,
        )
        for place, at in enumerate(
            (at for at in order if near[at] in held and near[at] in kept), start=1
        )
    ]


def _held(catalogue: Catalogue, articles: Iterable[str]) -> dict[str, Held]:
    held = {}
    # One look at the library for all of them: each of its own costs as much as what is read.
    with catalogue.database.reading():
        for article in articles:
            # Somebody may remove an article while it is being asked about.
            with suppress(NotFoundError):
                held[article] = Held(catalogue.article(article), catalogue.paragraphs(article))
    return held


def _title(sentences: SentenceVectors, vector: NDArray[np.float32]) -> float:
    title = sentences.vectors[sentences.paragraphs == 0]
    return float((title @ vector).max(initial=0.0))


def whole(sentences: SentenceVectors) -> NDArray[np.float32]:
    """An article's unit vector: the mean of its sentences'."""
    return _unit(sentences.vectors.mean(axis=0))


def centre(wholes: NDArray[np.float32], scores: NDArray[np.float64]) -> NDArray[np.float32]:
    """The unit vector between the articles nearest by their scores, of unit vectors (n, d)."""
    nearest = np.argsort(-scores, kind="stable")[:SPEAK_FOR_IT]
    between: NDArray[np.float32] = (wholes[nearest] * scores[nearest, None]).sum(axis=0)
    return _unit(between.astype(np.float32))


def _unit(vector: NDArray[np.float32]) -> NDArray[np.float32]:
    unit: NDArray[np.float32] = vector / max(float(np.linalg.norm(vector)), 1e-9)
    return unit
