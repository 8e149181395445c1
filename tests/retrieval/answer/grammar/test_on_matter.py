"""What is told of a matter, where nothing more is asked."""

from __future__ import annotations

from types import SimpleNamespace
from typing import Any

import numpy as np
import pytest

from retrieval.answer.decision.decide import Weights
from retrieval.answer.grammar.on_matter import told_on
from retrieval.answer.question.question import understand

WEIGHTS = Weights(np.zeros((0, 0)), np.zeros(0), first=0.3, second=0.5, covered=0.4, against=0.0)
ON_IT = (
    "The strike of the pilots",
    "The harbour of Linden is closed.",
    "The strike began on Monday.",
    "Pilots want more pay.",
    "The strike of the pilots will last, Moen said.",
    "A strike was called off in May.",
)
BESIDE_IT = (
    "The mayor's week",
    "The mayor opened a school.",
    "He sang.",
    "He met Ida Moen.",
    "Of the strike of the pilots he said nothing.",
)


def sentences(*articles: tuple[str, ...]) -> list[Any]:
    """The sentences of articles, each a title and paragraphs of one sentence."""
    found = []
    for number, (title, *texts) in enumerate(articles):
        starts = np.cumsum([0, *(len(text) + 1 for text in texts)]).tolist()
        paragraphs = [
            SimpleNamespace(number=at, start=start, end=start + len(text))
            for at, (text, start) in enumerate(zip(texts, starts, strict=False), 1)
        ]
        article = SimpleNamespace(id=str(number), title=title, text="\n".join(texts))
        held = SimpleNamespace(article=article, paragraphs=paragraphs)
        found += [
            SimpleNamespace(text=text, paragraph=at, coverage=SimpleNamespace(held=held))
            for at, text in enumerate(texts, 1)
        ]
    return found


def told(asked: str, *articles: tuple[str, ...]) -> list[str]:
    """The sentences that are shown, where the judge knows none of them for an answer."""
    given = sentences(*articles)
    decided = np.asarray([(0.1, 0, 0, 0.9)] * len(given), dtype=np.float32)
    kept, rows, weights = told_on(understand(asked), given, decided, WEIGHTS)
    assert len(kept) == len(rows)
    return [each.text for each in kept] if weights.covered <= 0.1 else []


def test_an_article_that_opens_with_the_matter_answers_by_what_names_it() -> None:
    # Late in it half of the words may be of another strike.
    assert told("What is said about the strike of the pilots?", ON_IT, BESIDE_IT) == [
        ON_IT[2],
        ON_IT[3],
        ON_IT[4],
    ]


def test_where_none_opens_with_it_what_names_it_in_full_answers() -> None:
    assert told("latest on the pilots' strike", BESIDE_IT) == [BESIDE_IT[4]]
    assert told("latest on the school strike", BESIDE_IT[:-1]) == []


@pytest.mark.parametrize(
    "asked",
    [
        "What do sources say about the ferry?",
        "What do sources say about the school strike?",
        "Did the pilots strike?",
        "What did the pilots say about the strike?",
    ],
)
def test_what_nothing_names_and_what_asks_for_more_stays_as_it_is(asked: str) -> None:
    assert told(asked, ON_IT, BESIDE_IT) == []
