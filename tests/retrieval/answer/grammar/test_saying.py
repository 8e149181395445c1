"""Whose sentences answer where nothing but somebody's words is asked for."""

from __future__ import annotations

from types import SimpleNamespace
from typing import Any

import numpy as np
import pytest

from retrieval.answer.decision.decide import Weights
from retrieval.answer.grammar.saying import own_words
from retrieval.answer.question.question import understand

WEIGHTS = Weights(np.zeros((0, 0)), np.zeros(0), first=0.3, second=0.5, covered=0.4, against=0.0)
SPOKEN = (
    "The harbour is safe, Ida Moen said.",
    "Ida Moen wore a hat at the harbour.",
    "It is not, said Odd Lund.",
)


def sentences() -> list[Any]:
    text = " ".join(SPOKEN)
    paragraph = SimpleNamespace(number=1, start=0, end=len(text))
    article = SimpleNamespace(id="a", text=text, title="Harbour")
    coverage = SimpleNamespace(held=SimpleNamespace(article=article, paragraphs=(paragraph,)))
    return [
        SimpleNamespace(
            coverage=coverage,
            paragraph=1,
            start=text.index(each),
            end=text.index(each) + len(each),
            text=each,
            text_before=None,
            language="en",
        )
        for each in SPOKEN
    ]


def answering(asked: str, *likely: float, judged: float = 0.2) -> list[str]:
    """The sentences that may be shown, where each is so likely to answer.

    `judged` is what the judge alone makes of each.
    """
    told = np.asarray(likely, dtype=np.float32)
    decided = np.stack([told, 0 * told, 0 * told, 1 - told], axis=1)
    alone = np.asarray([(judged, 0, 0, 1 - judged)] * len(likely), dtype=np.float32)
    kept, rows, weights = own_words(understand(asked), sentences(), decided, WEIGHTS, alone)
    assert len(kept) == len(rows)
    assert {float(row[0]) for row in rows} <= {float(value) for value in told}
    covered = any(row[0] >= weights.covered for row in rows)
    return [
        each.text
        for each, row in zip(kept, rows, strict=True)
        if covered and row[0] >= weights.first
    ]


@pytest.mark.parametrize(
    ("asked", "due"),
    [
        ("What did Ida Moen say?", [SPOKEN[0]]),
        ("what did ida moen say", [SPOKEN[0]]),
        ("What did Odd Lund say?", [SPOKEN[2]]),
        # Another of the name, and somebody whom nobody quotes.
        ("What did Kari Moen say?", []),
        ("What did Olav Berg say?", []),
    ],
)
@pytest.mark.parametrize("likely", [0.12, 0.35])
def test_of_whoever_is_asked_for_any_words_will_do(
    asked: str, due: list[str], likely: float
) -> None:
    assert answering(asked, likely, likely, likely) == due
    assert answering(asked, 0.05, 0.05, 0.05) == []


@pytest.mark.parametrize(
    ("likely", "due"),
    [
        # What others say of her is shown beside her words where these are likely enough by
        # themselves; beside words of hers that are not, only what answers plainly.
        ((0.35, 0.5, 0.29), SPOKEN[:2]),
        ((0.2, 0.5, 0.5), SPOKEN[:1]),
        ((0.2, 0.7, 0.5), SPOKEN[:2]),
        ((0.05, 0.5, 0.5), ()),
    ],
)
def test_others_words_stand_beside_hers(likely: tuple[float, ...], due: tuple[str, ...]) -> None:
    assert answering("What did Ida Moen say?", *likely) == list(due)


@pytest.mark.parametrize(
    "asked", ["What did Ida Moen say about the harbour?", "What happened at the harbour?"]
)
def test_where_more_is_asked_for_all_stays_as_it_is(asked: str) -> None:
    assert answering(asked, 0.35, 0.35, 0.35) == []
    assert answering(asked, 0.35, 0.45, 0.35) == list(SPOKEN)


@pytest.mark.parametrize(
    ("asked", "likely", "due"),
    [
        ("What did Ida Moen say about the harbour?", (0.1, 0.6, 0.6), ()),
        ("What did Ida Moen say about the harbour?", (0.1, 0.7, 0.6), SPOKEN[1:2]),
        ("How did Ida Moen respond to the flood?", (0.1, 0.6, 0.6), ()),
        # Her own words are shown a little sooner; alone they do not answer where they are unlikely.
        ("What did Ida Moen say about the harbour?", (0.35, 0.6, 0.6), SPOKEN),
        ("What did Ida Moen say about the harbour?", (0.22, 0.7, 0.25), SPOKEN[:2]),
        ("What did Ida Moen say about the harbour?", (0.22, 0.6, 0.6), ()),
        # Others tell what she wants; the pilot has no name.
        ("What did Ida Moen want for the harbour?", (0.1, 0.6, 0.6), SPOKEN[1:]),
        ("What did the pilot say about the harbour?", (0.1, 0.6, 0.6), SPOKEN[1:]),
    ],
)
def test_by_others_words_alone_a_person_is_answered_for_only_plainly(
    asked: str, likely: tuple[float, ...], due: tuple[str, ...]
) -> None:
    assert answering(asked, *likely) == list(due)


@pytest.mark.parametrize(
    ("asked", "judged", "due"),
    [
        ("What did Ida Moen say about the harbour?", 0.6, [SPOKEN[0]]),
        ("What did Ida Moen say about the harbour?", 0.4, []),
        ("What did Ida Moen want for the harbour?", 0.6, []),
        ("What did Kari Moen say about the harbour?", 0.6, []),
    ],
)
@pytest.mark.parametrize("likely", [0.25, 0.35])
def test_on_a_matter_the_judge_must_take_a_persons_words_for_an_answer(
    asked: str, judged: float, due: list[str], likely: float
) -> None:
    assert answering(asked, likely, likely, likely, judged=judged) == due
