"""The sentences of an event that are worth judging, each with what search knows of it."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Final, NamedTuple

from retrieval.answer.finding.event import LEAST_BELONGING
from retrieval.answer.finding.likeness import Near, likely
from retrieval.answer.finding.sentence import Sentence, nearness
from retrieval.answer.finding.shares import LEAST_SHARE, OF_A_SOURCE, of_each, shared
from retrieval.answer.finding.tells import beside
from retrieval.answer.language.speech import ENGLISH
from retrieval.answer.language.written import article_language, reads, sentence_language
from retrieval.answer.names.named_abroad import keys_abroad
from retrieval.answer.names.numbered import of_another
from retrieval.answer.names.siblings import of_sibling
from retrieval.answer.names.wording import weigh
from retrieval.answer.values.holds import could_answer

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterator, Sequence

    import numpy as np
    from numpy.typing import NDArray

    from retrieval.answer.finding.event import Coverage
    from retrieval.answer.names.wording import Wording
    from retrieval.answer.question.question import Question

# What makes an article one on the event: how much it belongs to it, and holds of the question. Who
# asks for a country, or nobody, has said little of which event (docs/measured.md).
BELONGS: Final = 0.7
BELONGS_NOBODY: Final = 0.75
HALF: Final = 0.5
# In another language than the question's articles are less alike.
BELONGS_ABROAD: Final = LEAST_BELONGING
# The same of an article that names nobody whom the question names, in another language than its.
BELONGS_UNNAMED: Final = 0.65


def sift(
    question: Question,
    vector: NDArray[np.float32],
    event: Sequence[Coverage],
    most: int,
    languages: Collection[str] = (ENGLISH,),
    near: Sequence[Coverage] = (),
    tells: Callable[[str], bool] = lambda _: False,
) -> list[Sentence]:
    """The `most` sentences of the event that come nearest the question, nearest first.

    Of each language the nearest are among them, and beside them stand the nearest of each source
    that has an article in `near`, as many again at most. Where a number or a time is asked for,
    what holds none is not, nor are headings and notes on the article itself. What a copy shares
    with an article that is searched too counts once: there. `languages` are those that the models
    read (`*` for any); what is in another is not among them. What `tells` by its grammar is first.
    """
    read = [
        (coverage, of_article, language)
        for coverage in event
        if (language := _language(question, coverage, languages)) is not None
        and not of_another(question, of_article := coverage.texts, language)
    ]
    own = [
        (text, language)
        for coverage, of_article, language in read
        for at, text in enumerate(of_article)
        if _is_own(coverage, at)
    ]
    wording = weigh(question, [text for text, _ in own], [language for _, language in own])
    if question.language != ENGLISH:
        read = _on_one_event(question, wording, read)
    found = [
        place
        for coverage, of_article, language in read
        for place in _places(
            coverage, of_article, vector, language, *_reading(question, wording, language)
        )
        if reads(place.language, languages)
        and could_answer(question, of_article[place.at], place.language)
        and not of_sibling(question, of_article[place.at])
    ]
    found.sort(key=lambda place: (not tells(place.coverage.texts[place.at]), -place.nearness))
    ranked = range(len(found))
    chosen = shared(ranked, lambda at: found[at].language, most, most // LEAST_SHARE)
    sources = {id(each): each.article.source_id for each in near}
    of = [sources.get(id(each.coverage)) for each in found]
    chosen = of_each(ranked, chosen, of.__getitem__, OF_A_SOURCE, most)
    return [_sentence(found[at]) for at in sorted(chosen)]


def _on_one_event(
    question: Question, wording: Wording, read: Sequence[tuple[Coverage, list[str], str]]
) -> list[tuple[Coverage, list[str], str]]:
    near = []
    for coverage, of_article, language in read:
        words, keys_in = _reading(question, wording, language)
        keys = keys_in(_dates(coverage)).union(*map(keys_in, of_article))
        near.append(Near(coverage, words, keys, language != question.language, language))
    return [each for each, is_so in zip(read, likely(near), strict=True) if is_so]


def on_event(
    question: Question, event: Sequence[Coverage], languages: Collection[str] = (ENGLISH,)
) -> list[Coverage]:
    """The articles that are on the event asked about, and not just the nearest there are.

    Such an article names whom the question names, is like the nearest ones as a whole and holds
    half of the question's words, by weight; in English of those that any of them holds. Abroad a
    question may leave no word to look for, and likeness alone was right in one of eleven cases:
    then none is.
    """
    texts = [coverage.texts for coverage in event]
    spoken = [_language(question, coverage, languages) or question.language for coverage in event]
    each_in = [code for of_article, code in zip(texts, spoken, strict=True) for _ in of_article]
    wording = weigh(question, [text for of_article in texts for text in of_article], each_in)
    alike = (
        (text, code)
        for coverage, of_article, code in zip(event, texts, spoken, strict=True)
        if coverage.belonging >= BELONGS
        for text in of_article
    )
    parting = wording.parting(alike) if question.language == ENGLISH else wording
    found = []
    for coverage, of_article, language in zip(event, texts, spoken, strict=True):
        words, keys_in = _reading(question, wording, language)
        own = language == question.language
        least = (BELONGS if wording.names_somebody else BELONGS_NOBODY) if own else BELONGS_ABROAD
        vouched = own or words.share(frozenset()) < HALF
        if not vouched or coverage.belonging < least:
            continue
        keys = keys_in(_dates(coverage)).union(*map(keys_in, of_article))
        fits = words.fits(keys) and not of_another(question, of_article, language)
        if fits and (parting if own else words).share(keys) >= HALF:
            found.append(coverage)
    return found


def _language(question: Question, coverage: Coverage, languages: Collection[str]) -> str | None:
    return article_language(coverage.held.article, languages, question.language)


def _reading(
    question: Question, wording: Wording, language: str
) -> tuple[Wording, Callable[[str], frozenset[str]]]:
    """The question's words as a text of the language has them, and what makes keys of the text."""
    if language == question.language:
        return wording, lambda text: wording.keys_of(text, language)
    return wording.abroad(), lambda text: keys_abroad(text, language)


def _dates(coverage: Coverage) -> str:
    article = coverage.held.article
    return f"{article.published or ''} {article.updated or ''}".replace("-", " ")


class _Place(NamedTuple):
    """A sentence by its place in an article, as it is ordered: few of hundreds become one."""

    nearness: float
    language: str
    at: int
    before: int | None
    number: int
    cosine: float
    context: float
    words: float
    deeds: float
    near: frozenset[str]
    keys: frozenset[str]
    coverage: Coverage
    wording: Wording


def _places(
    coverage: Coverage,
    texts: list[str],
    vector: NDArray[np.float32],
    language: str,
    wording: Wording,
    keys_in: Callable[[str], frozenset[str]],
) -> Iterator[_Place]:
    keys = [keys_in(text) for text in texts]
    held = keys_in(_dates(coverage)).union(*keys)
    unlike = coverage.belonging < BELONGS_UNNAMED
    if not wording.fits(held) or (unlike and not wording.names_any(held)):
        # Who never names whom the question names, or the year, tells of another event. In another
        # language one name is enough, and what is like the nearest articles needs none: names are
        # translated.
        return
    cosines = (coverage.sentences.vectors @ vector).tolist()
    # Most sentences hold none of the words, or the same few.
    share, told = cache(wording.share), cache(wording.deeds)
    whole = coverage.article.own is None
    silent = beside(coverage.held, coverage.sentences, language)
    before: int | None = None
    number = 0
    for at, paragraph in enumerate(coverage.sentences.paragraphs.tolist()):
        if not paragraph:
            continue
        if at not in silent and (whole or _is_own(coverage, at)):
            match = coverage.article.paragraphs.get(paragraph)
            near = keys[at] if before is None else keys[at] | keys[before]
            cosine, context = cosines[at], match.cosine if match is not None else 0.0
            words, deeds = share(near), told(keys[at])
            # Abroad no deed is looked for, and none is told.
            counted = deeds if wording.looks_for_deeds else 0.0
            yield _Place(
                nearness(cosine, context, words, counted, coverage.belonging),
                sentence_language(texts[at], language),
                *(at, before, number, cosine, context, words, deeds, near, keys[at]),
                *(coverage, wording),
            )
        before = at
        number += 1


def _sentence(place: _Place) -> Sentence:
    coverage, wording = place.coverage, place.wording
    start, end = _span(coverage, place.at)
    return Sentence(
        coverage=coverage,
        paragraph=int(coverage.sentences.paragraphs[place.at]),
        start=start,
        end=end,
        before=None if place.before is None else _span(coverage, place.before),
        vector=coverage.sentences.vectors[place.at],
        cosine=place.cosine,
        context=place.context,
        words=place.words,
        names=wording.names(place.keys),
        deeds=place.deeds,
        named=wording.named(place.near),
        number=place.number,
        nearness=place.nearness,
        language=place.language,
    )


def _is_own(coverage: Coverage, at: int) -> bool:
    """Whether a sentence is the article's own, and not that of another it is a copy of."""
    own = coverage.article.own
    start, end = _span(coverage, at)
    return own is None or any(a < end and b > start for a, b in own)


def _span(coverage: Coverage, at: int) -> tuple[int, int]:
    return int(coverage.sentences.starts[at]), int(coverage.sentences.ends[at])
