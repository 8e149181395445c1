"""The latest on a matter: among the newest articles that have its words, the newest first."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING, Final

from retrieval.answer.finding.times import together
from retrieval.answer.grammar.on_matter import asked_matter
from retrieval.answer.language.matter_abroad import asks_latest
from retrieval.answer.language.speech import ENGLISH

if TYPE_CHECKING:
    from collections.abc import Sequence

    import numpy as np
    from numpy.typing import NDArray

    from retrieval.answer.decision.decide import Weights
    from retrieval.answer.finding.sentence import Sentence
    from retrieval.answer.question.question import Question
    from retrieval.answered import Passage, Position
    from retrieval.model import Filter
    from retrieval.store.catalogue import Catalogue

_LATEST: Final = re.compile(
    r"\b(?:latest|newest|news?|updates?|recent(?:ly)?|going\s+on|happening|now|today|so\s+far)\b",
    re.IGNORECASE,
)
# Many have the words and are on something else.
_OF_EACH: Final = 4


def asks_for_latest(question: Question) -> bool:
    """Whether a matter is asked about, and what is new of it: "Any news on the strike?"."""
    asked = asked_matter(question)
    if asked is None:
        return False
    # "News" may be a part of its name: "Fox News".
    rest = question.text.lower().replace(asked.matter.lower(), "")
    if question.language == ENGLISH:
        return _LATEST.search(rest) is not None
    return asks_latest(rest, question.language)


def among_newest(question: Question, where: Filter, catalogue: Catalogue, articles: int) -> Filter:
    """The same filter, where the latest is asked for with the day since when many tell of it.

    That is the day of the newest but so many times `articles` of those that have the words.
    """
    asked = asked_matter(question)
    if where.at is not None or asked is None or not asks_for_latest(question):
        return where
    held = catalogue.articles(where, asked.terms, 1, _OF_EACH * articles - 1)
    oldest = held[0].ref.published if held else None
    # Where there are fewer, or that one has no date, all are looked at.
    return where if oldest is None else replace(where, since=oldest[:10])


def of_newest(
    question: Question,
    sentences: Sequence[Sentence],
    decided: NDArray[np.float32],
    weights: Weights,
) -> tuple[Sequence[Sentence], NDArray[np.float32], Weights]:
    """The sentences that are of one time with the newest, where the latest is asked for.

    With what was decided, shape (n, 4), and the thresholds.
    """
    if not asks_for_latest(question):
        return sentences, decided, weights
    days = [day for each in sentences if (day := each.coverage.held.article.published)]
    if not days:
        return sentences, decided, weights
    kept = [
        at
        for at, each in enumerate(sentences)
        if together(each.coverage.held.article.published, max(days))
    ]
    return [sentences[at] for at in kept], decided[kept], weights


def as_one_account(question: Question, positions: tuple[Position, ...]) -> tuple[Position, ...]:
    """What is told of a matter together, as it has no two answers; the latest newest first."""
    if not positions or asked_matter(question) is None:
        return positions
    told = [passage for each in positions for passage in each.passages]
    if asks_for_latest(question):
        told.sort(key=_day, reverse=True)
    return (replace(positions[0], passages=tuple(told)),)


def _day(passage: Passage) -> str:
    return (passage.posted or passage.article.published or "")[:10]
