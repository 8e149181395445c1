from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from retrieval.answer import relevance as room
from retrieval.answer.question import understand
from retrieval.answer.relevance import Relevance, content_terms
from retrieval.answer.subjects import names

if TYPE_CHECKING:
    import pytest

    from retrieval.models.base import Encoder


def _score(encoder: Encoder, text: str, sentences: list[str]) -> list[float]:
    question = understand(text)
    vector = encoder.encode([text], query=True)[0]
    found = Relevance(encoder).score(question, names(question, ()), vector, sentences)
    assert found.shape == (len(sentences),)
    return [float(score) for score in found]


def test_the_same_people_in_another_event_score_below_the_event_in_other_words(
    encoder: Encoder,
) -> None:
    event, people = _score(
        encoder,
        "Did Macron congratulate Scholz?",
        [
            "Macron sent warm congratulations to Scholz on Sunday.",
            "Macron and Scholz disagree about the price of gas.",
        ],
    )
    assert event > people + 0.2


def test_names_are_no_content_terms() -> None:
    question = understand("Did Valentina Matviyenko welcome the vote?")
    assert content_terms(question, names(question, ())) == ["welcome", "vote"]


def test_no_sentences_have_no_scores(encoder: Encoder) -> None:
    assert _score(encoder, "Did Macron resign?", []) == []


def test_a_sentence_without_words_scores_low(encoder: Encoder) -> None:
    (score,) = _score(encoder, "Did Macron resign?", ["…"])
    assert score < 0.3


def test_the_words_kept_are_bounded(encoder: Encoder, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(room, "WORDS_KEPT", 6)
    scorer = Relevance(encoder)
    question = understand("Did the ferry sink?")
    vector = encoder.encode([question.text], query=True)[0]
    for sentence in ("The boat went down near Naxos.", "Rain fell on four quiet villages."):
        assert np.isfinite(scorer.score(question, (), vector, [sentence])).all()
        assert len(scorer._kept) <= 8
