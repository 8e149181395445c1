"""What is told of a matter in several languages, where nothing more is asked.

An article in the question's language is on the matter where it opens with it, one in another where
it opens with its names, as that language writes them.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final

from retrieval.answer.grammar.on_matter import HALF, asked_matter, opening, stands_first, told_on
from retrieval.answer.language.languages import CYRILLIC
from retrieval.answer.language.lexicon import words
from retrieval.answer.language.speech import ENGLISH
from retrieval.answer.names.looking import LookedFor
from retrieval.answer.names.named_abroad import keys_abroad
from retrieval.answer.names.wording import keys_of_term, weigh
from retrieval.models.stance import BESIDE

if TYPE_CHECKING:
    from collections.abc import Sequence

    import numpy as np
    from numpy.typing import NDArray

    from retrieval.answer.decision.decide import Weights
    from retrieval.answer.finding.event import Coverage
    from retrieval.answer.finding.sentence import Sentence
    from retrieval.answer.names.wording import Term
    from retrieval.answer.question.question import Question

# Of articles in another language than the question's that open with all its names, belong so much
# to the event and have a sentence that may answer, or open with half of them and belong more, 227
# of 236 were on the matter, and 250 of 263 on others; where it has no name 14 of 15, with one
# likelier.
_BELONGS: Final = 0.5
_BELONGS_MORE: Final = 0.6
_MAY_ANSWER: Final = 0.01
_LIKELIER: Final = 0.05
# Letters that the cases of a Slavic noun leave as they are: "дворец", "дворце".
_KEPT: Final = 4
_ENDING: Final = 3


def told_of_matter(
    question: Question,
    sentences: Sequence[Sentence],
    decided: NDArray[np.float32],
    weights: Weights,
) -> tuple[Sequence[Sentence], NDArray[np.float32], Weights]:
    """The sentences to answer from, what was decided, shape (n, 4), and the thresholds.

    As `on_matter.told_on`, which reads English, for questions and sentences in other languages.
    """
    asked = asked_matter(question)
    terms = asked.terms if asked is not None else ()
    english = question.language == ENGLISH
    if (
        not terms
        or not sentences
        or (english and all(each.language == ENGLISH for each in sentences))
    ):
        return told_on(question, sentences, decided, weights)
    matter = _Matter.of(question, terms, sentences)
    told = (1 - decided[:, BESIDE]).tolist()
    of_article: dict[str, list[int]] = {}
    for at, each in enumerate(sentences):
        of_article.setdefault(each.coverage.held.article.id, []).append(at)
    likeliest = {key: max(told[at] for at in rows) for key, rows in of_article.items()}
    opened = [
        key
        for key, rows in of_article.items()
        if matter.is_own(sentences[rows[0]])
        and matter.opens(sentences[rows[0]].coverage, likeliest[key])
    ]
    opened += [
        key
        for key, rows in of_article.items()
        if not matter.is_own(sentences[rows[0]])
        and matter.opens_abroad(
            sentences[rows[0]].coverage, likeliest[key], told_at_home=bool(opened)
        )
    ]
    kept = sorted(at for key in opened for at in matter.on_it(of_article[key], sentences))
    if not kept:
        kept = [
            at
            for at, each in enumerate(sentences)
            if matter.is_own(each) and matter.share(each.text) == 1
        ]
    if not kept:
        return sentences, decided, weights
    weights = replace(weights, first=0.0, second=0.0, covered=0.0)
    return [sentences[at] for at in kept], decided[kept], weights


@dataclass(frozen=True, slots=True)
class _Matter:
    """The words of a matter, as its language has them (`own`) and its names as others do."""

    language: str
    terms: tuple[str, ...]
    own: tuple[LookedFor, ...]
    names: tuple[bool, ...]
    abroad: tuple[Term, ...]

    @classmethod
    def of(
        cls, question: Question, terms: tuple[str, ...], sentences: Sequence[Sentence]
    ) -> _Matter:
        """The words, and which of them are names by the articles of the sentences."""
        texts = [
            (text, each.held.article.language or question.language)
            for each in {id(one.coverage): one.coverage for one in sentences}.values()
            for text in each.texts
        ]
        asked = replace(question, terms=terms)
        wording = weigh(asked, [text for text, _ in texts], [code for _, code in texts])
        return cls(
            question.language,
            terms,
            tuple(LookedFor.of(keys_of_term(each, question.language)) for each in terms),
            tuple(each.name for each in wording.terms),
            wording.abroad().terms,
        )

    def is_own(self, sentence: Sentence) -> bool:
        """Whether an article is in the question's language."""
        return _language(sentence.coverage, self.language) == self.language

    def opens(self, coverage: Coverage, likeliest: float) -> bool:
        """Whether an article in the question's language opens with the matter.

        With its names and half of it all the same, where the judge does not know better.
        """
        held = self._held(opening(coverage))
        if all(held) or not any(self.names) or likeliest < _MAY_ANSWER:
            return all(held)
        named = all(has for has, name in zip(held, self.names, strict=True) if name)
        return named and sum(held) >= HALF * len(held)

    def opens_abroad(self, coverage: Coverage, likeliest: float, *, told_at_home: bool) -> bool:
        """Whether an article in another language does, by the names and what the judge says."""
        belongs = coverage.belonging
        if not self.abroad:
            return told_at_home and belongs >= _BELONGS_MORE and likeliest >= _LIKELIER
        # "The earthquake in Chile": all that is told of Chile has that name.
        only_country = all(
            any(key.startswith("place:") for key in each.keys) for each in self.abroad
        )
        if only_country and len(self.terms) > len(self.abroad) and not told_at_home:
            return False
        share = self._share_abroad(opening(coverage), _language(coverage, self.language))
        least = _BELONGS if share == 1 and not only_country else _BELONGS_MORE
        return share >= HALF and belongs >= least and likeliest >= _MAY_ANSWER

    def on_it(self, rows: Sequence[int], sentences: Sequence[Sentence]) -> list[int]:
        """Of an article's sentences those that name the matter; its first where none does."""
        found = []
        for at in rows:
            each = sentences[at]
            own = self.is_own(each)
            share = self.share(each.text) if own else self._share_abroad(each.text, each.language)
            if share >= (HALF if stands_first(each) else 1):
                found.append(at)
        return found or [min(rows, key=lambda at: sentences[at].start)]

    def share(self, text: str) -> float:
        """The share of the words that a text in the question's language holds."""
        held = self._held(text)
        return sum(held) / len(held)

    def _held(self, text: str) -> list[bool]:
        found = [bool(each.held(text, self.language)) for each in self.own]
        if self.language in CYRILLIC and not all(found):
            told = {word.lower() for word in words(text)}
            found = [
                has or any(_same(term.lower(), word) for word in told)
                for has, term in zip(found, self.terms, strict=True)
            ]
        return found

    def _share_abroad(self, text: str, language: str) -> float:
        if not self.abroad:
            return 0.0
        keys = keys_abroad(text, language)
        # Of "San Telmo" the rarer word tells more.
        held = sum(each.weight for each in self.abroad if each.keys & keys)
        return held / sum(each.weight for each in self.abroad)


def _same(asked: str, told: str) -> bool:
    """Whether two Slavic words may be one noun in two cases."""
    kept = max(_KEPT, min(len(asked), len(told)) - _ENDING)
    return abs(len(asked) - len(told)) <= _ENDING and asked[:kept] == told[:kept]


def _language(coverage: Coverage, asked: str) -> str:
    return (coverage.held.article.language or asked)[:2].lower()
