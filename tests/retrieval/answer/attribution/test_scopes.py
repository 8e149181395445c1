"""Which part of a sentence a report has where its clause depends on another's."""

from __future__ import annotations

import pytest

from tests.retrieval.answer.attribution.test_attribution import read


@pytest.mark.parametrize(
    "text",
    [
        "The yard has closed, a sign of its debts as it faces lawsuits from men who say it leaks.",
        "Two days before Odd Lund made the news by accusing a clerk of theft, the bridge fell.",
        "It has lost, which is why Odd Lund believes in it.",
        "The clerks asked him to explain why exactly he believed in it.",
        "He would leave unless Odd Lund promised to stay.",
        "It was forced to close after several firms criticized it and others threatened to sue.",
        "The mayor is asking a firm to help with the same themes she stressed in June.",
        "The ruling is expected by the end of June.",
        "During the trial, no clerks testified that the bridge leaks.",
        "Very few clerks expected the bridge to leak.",
        "Three-fourths of the clerks said that the bridge leaks.",
        "While it held, 72 percent of clerks said the bridge leaks.",
    ],
)
def test_a_clause_that_depends_speaks_for_itself_alone(text: str) -> None:
    assert read(text, text).speaker is None


@pytest.mark.parametrize(
    ("text", "match", "speaker"),
    [
        (
            "It was former clerk Odd Lund who blamed the leak on rust.",
            "It was former clerk Odd Lund who blamed the leak on rust.",
            "Odd Lund",
        ),
        ("But Odd Lund did say that the bridge leaks.", "the bridge", "Odd Lund"),
        ("Clerks were quick to point out that the bridge leaks.", "the bridge", "Clerks"),
        ("Ida Moen left. In an interview she said: “It leaks.”", "It leaks", "Ida Moen"),
        (
            "Ida Moen left. She saw stains she said were rust.",
            "She saw stains she said were rust.",
            "Ida Moen",
        ),
    ],
)
def test_a_clause_of_its_own_speaks_for_the_sentence(text: str, match: str, speaker: str) -> None:
    assert read(text, match).speaker == speaker
