"""Find the paragraphs that may answer: dense and lexical search, fused, each source by itself."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from retrieval.answer.question import Question
    from retrieval.index.base import VectorIndex
    from retrieval.store.catalogue import Catalogue
    from retrieval.store.records import Located

# Weight of the cosine against the lexical score in the fused one. A convex combination beats
# reciprocal rank fusion with this very encoder on five BEIR sets (nDCG@10 41.2 against 40.5).
DENSE_WEIGHT = 0.75
# Paragraphs asked of each engine at first; doubled while the last one is still near the question.
FIRST_K = 200
WIDEST_K = 6400


# Paragraphs looked at, whatever their source: the best of each engine, and then of both.
PARAGRAPHS = 200
# How many of an article's paragraphs speak for it. One is luck, and an article on the event has
# three that come near the question.
BEST = 3


@dataclass(frozen=True, slots=True)
class Match:
    """How near a paragraph is to the question.

    `cosine` is in [-1, 1], `lexical` in [0, 1] relative to the best match, `fused` in [0, 1].
    """

    cosine: float
    lexical: float
    fused: float


@dataclass(frozen=True, slots=True)
class EventArticle:
    """An article on the event asked about: `rank` 1 is the nearest, by `score` in [0, BEST].

    `paragraphs` has every paragraph of the article by its number; `lexical` is 0 for those that
    are not among the best by their words.
    """

    article_id: str
    source_id: str
    score: float
    rank: int
    paragraphs: dict[int, Match]


@dataclass(frozen=True, slots=True)
class Candidate:
    """A paragraph that may answer: its place and how near it is to the question.

    `cosine` is in [-1, 1], `lexical` in [0, 1] relative to the best match, `fused` in [0, 1].
    """

    paragraph: Located
    cosine: float
    lexical: float
    fused: float


def find_event(
    question: Question,
    vector: NDArray[np.float32],
    *,
    catalogue: Catalogue,
    index: VectorIndex,
    among: NDArray[np.int64] | None,
    articles: int,
) -> list[EventArticle]:
    """The articles on the event asked about, at most `articles`, nearest first.

    `vector` is the encoded question, `among` the paragraph ids that filters allow (None: all).
    Sources get no share: one without an article on the event has none, and one with several has
    them all.
    """
    cosines = _cosines(vector, index, among, PARAGRAPHS)
    lexical = _lexical(question, catalogue, among)
    by_words = np.array(sorted(lexical.keys() - cosines.keys()), dtype=np.int64)
    cosines |= _cosines(vector, index, by_words, len(by_words))
    fused = {each: _fuse(cosine, lexical.get(each, 0.0)) for each, cosine in cosines.items()}
    best = sorted(fused, key=lambda each: (-fused[each], each))[:PARAGRAPHS]
    by_article: defaultdict[str, list[float]] = defaultdict(list)
    places = catalogue.places(best)
    for each in best:
        if each in places:
            by_article[places[each].article_id].append(fused[each])
    scores = {article: sum(found[:BEST]) for article, found in by_article.items()}
    chosen = sorted(scores, key=lambda article: (-scores[article], article))[:articles]
    matches: dict[str, dict[int, Match]] = {article: {} for article in chosen}
    sources: dict[str, str] = {}
    inside = catalogue.places_in(chosen)
    cosines = _cosines(vector, index, np.array(sorted(inside), dtype=np.int64), len(inside))
    for each, place in inside.items():
        cosine, words = cosines.get(each, 0.0), lexical.get(each, 0.0)
        matches[place.article_id][place.number] = Match(cosine, words, _fuse(cosine, words))
        sources[place.article_id] = place.source_id
    return [
        EventArticle(article, sources[article], scores[article], rank, matches[article])
        for rank, article in enumerate((each for each in chosen if each in sources), start=1)
    ]


def search(
    question: Question,
    vector: NDArray[np.float32],
    *,
    catalogue: Catalogue,
    index: VectorIndex,
    among: NDArray[np.int64] | None,
    floor: float,
    per_source: int,
    budget: int,
) -> list[Candidate]:
    """The best paragraphs of every source that comes near the question, best first.

    `vector` is the encoded question, `among` the paragraph ids that filters allow (None: all),
    `floor` the least cosine worth a look, `budget` the most paragraphs in all. Sources take turns,
    so that one with much to say does not push out another.
    """
    cosines = _dense(vector, index, among, floor)
    lexical = _lexical(question, catalogue, among)
    scored = [
        (_fuse(cosines.get(paragraph, 0.0), lexical.get(paragraph, 0.0)), paragraph)
        for paragraph in cosines.keys() | lexical.keys()
    ]
    scored.sort(reverse=True)
    located = {row.id: row for row in catalogue.locate([paragraph for _, paragraph in scored])}
    by_source: defaultdict[str, list[Candidate]] = defaultdict(list)
    for fused, paragraph in scored:
        row = located.get(paragraph)
        if row is None or len(by_source[row.source_id]) >= per_source:
            continue
        cosine, words = cosines.get(paragraph, 0.0), lexical.get(paragraph, 0.0)
        by_source[row.source_id].append(Candidate(row, cosine, words, fused))
    return _take_turns(list(by_source.values()), budget)


def nearest(
    encoder_vector: NDArray[np.float32], index: VectorIndex, among: NDArray[np.int64] | None, k: int
) -> list[int]:
    """Ids of the k paragraphs nearest to a question, for the headings of an uncovered one."""
    ids, _ = index.search(encoder_vector, k, among)
    return [int(paragraph) for paragraph in ids]


def _dense(
    vector: NDArray[np.float32], index: VectorIndex, among: NDArray[np.int64] | None, floor: float
) -> dict[int, float]:
    size = len(index) if among is None else len(among)
    k = min(FIRST_K, size)
    while True:
        ids, scores = index.search(vector, k, among) if k else (np.empty(0), np.empty(0))
        exhausted = k >= min(size, WIDEST_K)
        if exhausted or scores[-1] < floor:
            return {
                int(paragraph): float(score)
                for paragraph, score in zip(ids, scores, strict=True)
                if score >= floor
            }
        k = min(2 * k, size, WIDEST_K)


def _cosines(
    vector: NDArray[np.float32], index: VectorIndex, among: NDArray[np.int64] | None, k: int
) -> dict[int, float]:
    size = len(index) if among is None else len(among)
    if not size or not k:
        return {}
    ids, scores = index.search(vector, min(k, size), among)
    return {int(each): float(score) for each, score in zip(ids, scores, strict=True)}


def _lexical(
    question: Question, catalogue: Catalogue, among: NDArray[np.int64] | None
) -> dict[int, float]:
    found = catalogue.words(question.terms, FIRST_K, among=among)
    if not found:
        return {}
    best = max(score for _, score in found)
    return {paragraph: max(0.0, score / best) if best > 0 else 0.0 for paragraph, score in found}


def _fuse(cosine: float, lexical: float) -> float:
    return DENSE_WEIGHT * max(0.0, cosine) + (1 - DENSE_WEIGHT) * lexical


def _take_turns(sources: list[list[Candidate]], budget: int) -> list[Candidate]:
    taken: list[Candidate] = []
    depth = 0
    while len(taken) < budget and any(len(found) > depth for found in sources):
        turn = [found[depth] for found in sources if len(found) > depth]
        turn.sort(key=lambda candidate: candidate.fused, reverse=True)
        taken += turn[: budget - len(taken)]
        depth += 1
    return sorted(taken, key=lambda candidate: candidate.fused, reverse=True)
