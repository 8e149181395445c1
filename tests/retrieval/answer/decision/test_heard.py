"""Which sentences are heard where a question keeps to somebody's voice."""

from __future__ import annotations

from types import SimpleNamespace
from typing import Any

import numpy as np
import pytest

from retrieval.answer.decision.heard import heard
from retrieval.answer.question.question import understand

SPOKEN = (
    "The ferry sank by itself, Carl Moen said.",
    "Carl Moen sank the ferry, Odd Lund told reporters.",
    "Norland spokesman Pal Berg said that the ferry was sunk.",
    "“Nobody saw it sink,” Berg said.",
    "Moen has since denied that the ferry was sunk.",
    "The ferry sank on Friday.",
    "Ruth Moen said that the ferry was sold.",
    "Moen’s lawyer said that the ferry sank by itself.",
)


def sentences(*texts: str) -> list[Any]:
    text = "\n".join(texts)
    paragraphs = [
        SimpleNamespace(number=at, start=text.index(each), end=text.index(each) + len(each))
        for at, each in enumerate(texts, 1)
    ]
    article = SimpleNamespace(id="a", text=text, title="Ferry")
    coverage = SimpleNamespace(held=SimpleNamespace(article=article, paragraphs=paragraphs))
    return [
        SimpleNamespace(
            coverage=coverage,
            paragraph=each.number,
            start=each.start,
            end=each.end,
            text=said,
            text_before=None,
            language="en",
        )
        for each, said in zip(paragraphs, texts, strict=True)
    ]


def kept(asked: str, *texts: str, likely: float = 0.6) -> list[int]:
    """The places of the sentences that still answer, where each did."""
    told = texts or SPOKEN
    decided = np.asarray([[likely, 0, 0, 1 - likely]] * len(told), dtype=np.float32)
    found = heard(understand(asked), sentences(*told), decided, 0.3)
    assert np.allclose(found.sum(axis=1), 1)
    return [at for at, row in enumerate(found) if row[0] > 0]


@pytest.mark.parametrize(
    ("asked", "due"),
    [
        ("According to Carl Moen, did the ferry sink?", [0, 4, 7]),
        ("Did the ferry sink according to moen?", [0, 4, 6, 7]),
        ("According to Norland, did the ferry sink?", [2, 3]),
        ("According to Odd Lund, did the ferry sink?", [1]),
        # Nobody quotes her.
        ("According to Oda Vik, did the ferry sink?", []),
    ],
)
def test_according_to_whom_is_told_by_those_alone(asked: str, due: list[int]) -> None:
    assert kept(asked) == due


def test_who_cites_something_says_it() -> None:
    texts = ("In a letter, Carl Moen specifically cited the ferry.", "Carl Moen steered it.")
    assert kept("According to Carl Moen, did the ferry sink?", *texts) == [0]


def test_who_is_named_beside_a_speaker_gives_him_no_part() -> None:
    texts = ("It sank, Norland and mayor Pal Berg said.", "“Nobody saw it,” Pal Berg said.")
    assert 1 not in kept("According to Norland, did the ferry sink?", *texts)
    texts = ("Norland Sources said that it sank.", "Sources told the sources of Norland so.")
    assert kept("According to Norland, did the ferry sink?", *texts) == [0]


def test_where_nobody_speaks_what_names_the_party_is_heard() -> None:
    texts = ("Norland openly discussed that it was sunk.", "It sank on Friday.")
    assert kept("According to Norland, did the ferry sink?", *texts) == [0]


def test_who_is_no_name_is_not_heard_alone_where_nobody_speaks_for_him() -> None:
    texts = ("The ferry sank, Carl Moen told the experts.", "It sank on Friday.")
    assert kept("According to experts, did the ferry sink?", *texts) == [0, 1]


@pytest.mark.parametrize("who", ["Norway", "NATO", "norway", "Moen"])
def test_a_country_or_body_that_nobody_quotes_is_not_heard(who: str) -> None:
    texts = ("The ferry to Norway sank, as the NATO treaty has it and Moen knew, Odd Lund said.",)
    assert kept(f"According to {who}, did the ferry sink?", *texts) == []


def test_other_questions_and_what_hardly_answers_stay_as_they_are() -> None:
    everything = list(range(len(SPOKEN)))
    assert kept("Did Carl Moen sink the ferry?") == everything
    assert kept("According to Carl Moen, did the ferry sink?", likely=0.2) == everything
