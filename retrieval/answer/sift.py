"""The sentences of an event that are worth judging, each with what search knows of it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING, Final

from retrieval.answer.shares import LEAST_SHARE, shared
from retrieval.answer.speech import ENGLISH
from retrieval.answer.wording import keys_abroad, weigh
from retrieval.answer.written import article_language, reads, sentence_language
from retrieval.models.context import as_read

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterator, Sequence

    import numpy as np
    from numpy.typing import NDArray

    from retrieval.answer.event import Coverage
    from retrieval.answer.question import Question
    from retrieval.answer.wording import Wording

# What the shared words count in the order, beside two cosines and the article's belonging.
WORDS_WEIGHT: Final = 0.6
# What makes an article one on the event: how much it belongs to it, and holds of the question.
BELONGS: Final = 0.6
HALF: Final = 0.5
# The same of an article that names nobody whom the question names, in another language than its.
BELONGS_UNNAMED: Final = 0.65

_QUOTED: Final = re.compile('["“”«»„]')


@dataclass(frozen=True, slots=True, eq=False)
class Sentence:
    """A sentence of an article on the event; offsets count in the article's text.

    `cosine` and `context` are those of the sentence and of its paragraph to the question. Of the
    question's words, the rarer the heavier: `words` is the share that it or the sentence before
    holds, `names` and `deeds` the share of names and of others that it holds itself. `named` is
    true where it or the one before names everybody. `language` is the one it is read in.
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
    names: float
    deeds: float
    named: bool
    number: int
    language: str = ENGLISH

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
    def asks(self) -> bool:
        """Whether it is a question itself."""
        return self.text.rstrip("\"”’' ").endswith("?")

    @property
    def quoted(self) -> bool:
        """Whether it holds a mark of quotation."""
        return _QUOTED.search(self.text) is not None

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
    languages: Collection[str] = (ENGLISH,),
) -> list[Sentence]:
    """The `most` sentences of the event that come nearest the question, nearest first.

    Of each language the nearest are among them. What a copy shares with an article that is searched
    too counts once: there. `languages` are those that the models read (`*` for any); what is in
    another is not among them.
    """
    read = [
        (coverage, _texts(coverage), language)
        for coverage in event
        if (language := _language(question, coverage, languages)) is not None
    ]
    own = [
        (text, language)
        for coverage, of_article, language in read
        for at, text in enumerate(of_article)
        if _is_own(coverage, at)
    ]
    wording = weigh(question, [text for text, _ in own], [language for _, language in own])
    found = [
        sentence
        for coverage, of_article, language in read
        for sentence in _sentences(
            coverage, of_article, vector, language, *_reading(question, wording, language)
        )
        if reads(sentence.language, languages)
    ]
    found.sort(key=lambda sentence: -sentence.nearness)
    return shared(found, lambda sentence: sentence.language, most, most // LEAST_SHARE)


def on_event(
    question: Question, event: Sequence[Coverage], languages: Collection[str] = (ENGLISH,)
) -> set[str]:
    """The sources whose articles are on the event asked about, and not just the nearest there are.

    Such an article names whom the question names, holds half of its words, by weight, and is like
    the nearest ones as a whole.
    """
    texts = [_texts(coverage) for coverage in event]
    spoken = [_language(question, coverage, languages) or question.language for coverage in event]
    each_in = [code for of_article, code in zip(texts, spoken, strict=True) for _ in of_article]
    wording = weigh(question, [text for of_article in texts for text in of_article], each_in)
    found = set()
    for coverage, of_article, language in zip(event, texts, spoken, strict=True):
        words, keys_in = _reading(question, wording, language)
        keys = keys_in(_dates(coverage)).union(*map(keys_in, of_article))
        # Abroad a question may leave no word to look for.
        least = BELONGS if words.share(frozenset()) < HALF else BELONGS_UNNAMED
        if coverage.belonging >= least and words.fits(keys) and words.share(keys) >= HALF:
            found.add(coverage.article.source_id)
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
    texts: list[str],
    vector: NDArray[np.float32],
    language: str,
    wording: Wording,
    keys_in: Callable[[str], frozenset[str]],
) -> Iterator[Sentence]:
    places = coverage.sentences
    cosines = places.vectors @ vector
    keys = [keys_in(text) for text in texts]
    held = keys_in(_dates(coverage)).union(*keys)
    unlike = coverage.belonging < BELONGS_UNNAMED
    if not wording.fits(held) or (unlike and not wording.names_any(held)):
        # Who never names whom the question names, or the year, tells of another event. In another
        # language one name is enough, and what is like the nearest articles needs none: names are
        # translated.
        return
    # Most sentences hold none of the words, or the same few.
    share, named = cache(wording.share), cache(wording.named)
    names, deeds = cache(wording.names), cache(wording.deeds)
    before: int | None = None
    number = 0
    for at, paragraph in enumerate(places.paragraphs.tolist()):
        if not paragraph:
            continue
        if _is_own(coverage, at):
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
                words=share(near),
                names=names(keys[at]),
                deeds=deeds(keys[at]),
                named=named(near),
                number=number,
                language=sentence_language(texts[at], language),
            )
        before = at
        number += 1


def _is_own(coverage: Coverage, at: int) -> bool:
    """Whether a sentence is the article's own, and not that of another it is a copy of."""
    own = coverage.article.own
    start, end = _span(coverage, at)
    return own is None or any(a < end and b > start for a, b in own)


def _span(coverage: Coverage, at: int) -> tuple[int, int]:
    return int(coverage.sentences.starts[at]), int(coverage.sentences.ends[at])
