"""Find the articles on the event asked about: dense and lexical search of paragraphs, fused."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from retrieval.answer.finding.shares import LEAST_SHARE, OF_A_SOURCE, language_code, of_each, shared
from retrieval.answer.language.languages import stem_in
from retrieval.answer.language.speech import ENGLISH
from retrieval.answer.names.scripts import spelt
from retrieval.answer.names.subjects import unchanged
from retrieval.index.base import WordIndex

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence

    from numpy.typing import NDArray

    from retrieval.answer.question.question import Question
    from retrieval.index.base import SearchedIndex
    from retrieval.model import Filter
    from retrieval.store.catalogue import Catalogue

# Weight of the cosine against the lexical score in the fused one. A convex combination beats
# reciprocal rank fusion with this very encoder on five BEIR sets (nDCG@10 41.2 against 40.5).
DENSE_WEIGHT = 0.75
# Paragraphs looked at, whatever their source: the best of each engine, and then of both.
PARAGRAPHS = 200
# How many of an article's paragraphs speak for it. One is luck, and an article on the event has
# three that come near the question.
BEST = 3
# What the words of the library that may be the question's names count, beside all its words.
NAMED_ABROAD = 0.6
# Shorter stems begin too many words.
_SHORTEST_STEM = 4


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
    are not among the best by their words. `own` is None but in a copy of an article that is
    searched too: then it holds the spans that are the copy's alone, and only their paragraphs.
    """

    article_id: str
    source_id: str
    score: float
    rank: int
    paragraphs: dict[int, Match]
    own: tuple[tuple[int, int], ...] | None = None


@dataclass(frozen=True, slots=True, eq=False)
class Ranked:
    """The articles on the event by their ids, nearest first, each with its score in [0, BEST].

    `sources` has the source of each; `lexical` are the scores of the best paragraphs by their
    words, by paragraph id.
    """

    scores: dict[str, float]
    sources: dict[str, str]
    lexical: dict[int, float]
    vector: NDArray[np.float32]
    catalogue: Catalogue
    index: SearchedIndex
    where: Filter

    def whole(self, chosen: Sequence[str] | None = None) -> list[EventArticle]:
        """Those that are chosen, in that order, with all their paragraphs; without, all of them.

        An article that was removed meanwhile is left out.
        """
        wanted = list(self.scores) if chosen is None else chosen
        matches: dict[str, dict[int, Match]] = {article: {} for article in wanted}
        sources: dict[str, str] = {}
        own: dict[str, tuple[tuple[int, int], ...]] = {}
        places = self.catalogue.places_in(wanted, self.where)
        inside = {each: place for each, place in places.items() if place.own != ()}
        ids = np.array(sorted(inside), dtype=np.int64)
        cosines = _cosines(self.vector, self.index, ids, len(inside))
        for each, place in inside.items():
            cosine, words = cosines.get(each, 0.0), self.lexical.get(each, 0.0)
            matches[place.article_id][place.number] = Match(cosine, words, _fuse(cosine, words))
            sources[place.article_id] = place.source_id
            if place.own is not None:
                own[place.article_id] = own.get(place.article_id, ()) + place.own
        return [
            EventArticle(each, sources[each], self.scores[each], rank, matches[each], own.get(each))
            for rank, each in enumerate((each for each in wanted if each in sources), start=1)
        ]


def find_event(
    question: Question,
    vector: NDArray[np.float32],
    *,
    catalogue: Catalogue,
    index: SearchedIndex,
    where: Filter,
    among: NDArray[np.int64] | None,
    articles: int,
    languages: Collection[str] = (ENGLISH,),
) -> Ranked:
    """The articles on the event asked about, at most `articles`, nearest first, and then others.

    `vector` is the encoded question, `among` the paragraph ids that `where` allows (None: all).
    A source with several has them all; the best of each of `languages` is among them. Behind them
    stand the best articles of every source until it has two, as many again at most. What a copy
    shares with an article that is searched, too, counts once: there.
    """
    cosines = _cosines(vector, index, among, PARAGRAPHS)
    lexical = _lexical(question, index, catalogue, where, among, languages)
    by_words = np.array(sorted(lexical.keys() - cosines.keys()), dtype=np.int64)
    cosines |= _cosines(vector, index, by_words, len(by_words))
    fused = {each: _fuse(cosine, lexical.get(each, 0.0)) for each, cosine in cosines.items()}
    best = sorted(fused, key=lambda each: (-fused[each], each))[:PARAGRAPHS]
    by_article: defaultdict[str, list[float]] = defaultdict(list)
    places = catalogue.places(best, where)
    sources = {place.article_id: place.source_id for place in places.values()}
    copies = {place.article_id for place in places.values() if place.own is not None}
    for each in best:
        if each in places and places[each].own != ():
            by_article[places[each].article_id].append(fused[each])
    scores = {
        article: _score(found[:BEST], is_copy=article in copies)
        for article, found in by_article.items()
    }
    ranked = sorted(scores, key=lambda article: (-scores[article], article))
    spoken = catalogue.languages_of(ranked)
    chosen = shared(
        ranked,
        lambda article: language_code(spoken[article], languages),
        articles,
        articles // LEAST_SHARE,
    )
    chosen = of_each(ranked, chosen, sources.__getitem__, OF_A_SOURCE, articles)
    chosen_scores = {article: scores[article] for article in chosen}
    return Ranked(chosen_scores, sources, lexical, vector, catalogue, index, where)


def _score(found: Sequence[float], *, is_copy: bool) -> float:
    # A copy may have a single paragraph of its own. That is no luck: the others stand behind it.
    return sum(found) * BEST / len(found) if is_copy else sum(found)


def _cosines(
    vector: NDArray[np.float32], index: SearchedIndex, among: NDArray[np.int64] | None, k: int
) -> dict[int, float]:
    size = len(index) if among is None else len(among)
    if not size or not k:
        return {}
    ids, scores = index.search(vector, min(k, size), among)
    return {int(each): float(score) for each, score in zip(ids, scores, strict=True)}


def _lexical(
    question: Question,
    index: SearchedIndex,
    catalogue: Catalogue,
    where: Filter,
    among: NDArray[np.int64] | None,
    languages: Collection[str],
) -> dict[int, float]:
    held = index if isinstance(index, WordIndex) else catalogue
    begin = stems(question)
    if set(languages) == {ENGLISH}:
        return _relative(held.words(question.terms, PARAGRAPHS, among=among, stems=begin))
    # To look through the words of the library takes milliseconds.
    names = spelt(question, catalogue.words_between)
    found = _relative(held.words(question.terms, PARAGRAPHS, among=among, stems=[*begin, *names]))
    # Another language has the names alone, and what holds them comes as near as it can.
    named = held.words((), PARAGRAPHS, among=among, stems=names)
    places = catalogue.places([each for each, _ in named], where)
    spoken = catalogue.languages_of(list({place.article_id for place in places.values()}))
    by_language: defaultdict[str | None, list[tuple[int, float]]] = defaultdict(list)
    for each, score in named:
        if each in places:
            told = language_code(spoken[places[each].article_id], languages)
            by_language[told].append((each, score))
    for of_one in by_language.values():
        for each, score in _relative(of_one).items():
            found[each] = max(found.get(each, 0.0), NAMED_ABROAD * score)
    return found


def _relative(found: Sequence[tuple[int, float]]) -> dict[int, float]:
    """Scores relative to the best."""
    best = max((score for _, score in found), default=0.0)
    return {paragraph: max(0.0, score / best) if best > 0 else 0.0 for paragraph, score in found}


def stems(question: Question) -> list[str]:
    """What the forms of the question's words begin with, in a language with other endings."""
    if question.language == ENGLISH:
        return []
    code = question.language
    before = (unchanged(term, code) for term in question.terms)
    found = (stem_in(code, term) for term in (*question.terms, *filter(None, before)))
    return [stem for stem in found if len(stem) >= _SHORTEST_STEM]


def _fuse(cosine: float, lexical: float) -> float:
    return DENSE_WEIGHT * max(0.0, cosine) + (1 - DENSE_WEIGHT) * lexical
