"""What is told of a matter, where nothing more is asked: "What is said about the strike?"."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Final

from retrieval.answer.language.matter_abroad import OnMatter, matter_asked
from retrieval.answer.language.speech import ENGLISH
from retrieval.answer.names.looking import LookedFor
from retrieval.answer.names.wording import keys_of_term
from retrieval.answer.question import capitals
from retrieval.answer.question.matter import ANYTHING_ON

if TYPE_CHECKING:
    from collections.abc import Sequence

    import numpy as np
    from numpy.typing import NDArray

    from retrieval.answer.decision.decide import Weights
    from retrieval.answer.finding.event import Coverage
    from retrieval.answer.finding.sentence import Sentence
    from retrieval.answer.question.question import Question

# The paragraphs in which news says what it is on.
_OPENING: Final = 3
HALF: Final = 0.5


def asked_matter(question: Question) -> OnMatter | None:
    """The matter on which anything is asked for, in any language; None for another question."""
    canonical = question.canonical
    if question.language != ENGLISH:
        return matter_asked(canonical, question.language)
    if not canonical.lower().startswith(ANYTHING_ON):
        return None
    matter = canonical[len(ANYTHING_ON) :].rstrip("?.! ")
    return OnMatter(matter, tuple(capitals.content(matter)), canonical)


def told_on(
    question: Question,
    sentences: Sequence[Sentence],
    decided: NDArray[np.float32],
    weights: Weights,
) -> tuple[Sequence[Sentence], NDArray[np.float32], Weights]:
    """The sentences to answer from, what was decided, shape (n, 4), and the thresholds.

    Nothing in such a question makes one sentence on the matter likelier than another. So of
    articles that open with the matter the sentences that name it are the answer, and no others: in
    full, or by half in the opening itself. Where there is no such article, those that do in full.
    """
    asked = asked_matter(question) if question.language == ENGLISH else None
    if asked is None or not asked.terms:
        return sentences, decided, weights
    terms = [LookedFor.of(keys_of_term(each)) for each in asked.terms]
    opened: dict[str, bool] = {}
    for each in sentences:
        article = each.coverage.held.article.id
        if article not in opened:
            opened[article] = _holds(terms, opening(each.coverage)) == 1
    on_it = any(opened.values())
    kept = [
        at
        for at, each in enumerate(sentences)
        if (opened[each.coverage.held.article.id] or not on_it)
        and _holds(terms, each.text) >= (HALF if on_it and stands_first(each) else 1)
    ]
    if not kept:
        return sentences, decided, weights
    weights = replace(weights, first=0.0, second=0.0, covered=0.0)
    return [sentences[at] for at in kept], decided[kept], weights


def opening(coverage: Coverage) -> str:
    """The title of an article and its first paragraphs."""
    article = coverage.held.article
    first = coverage.held.paragraphs[:_OPENING]
    return "\n".join([article.title, *(article.text[each.start : each.end] for each in first)])


def stands_first(sentence: Sentence) -> bool:
    """Whether a sentence stands where its article says what it is on."""
    first = sentence.coverage.held.paragraphs[:_OPENING]
    return sentence.paragraph in {each.number for each in first}


def _holds(terms: Sequence[LookedFor], text: str) -> float:
    """The share of the words that a text holds."""
    return sum(bool(each.held(text)) for each in terms) / len(terms)
