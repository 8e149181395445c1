"""Who leads, owns or founded something."""

from __future__ import annotations

from types import SimpleNamespace
from typing import Any

import numpy as np
import pytest

from retrieval.answer.decision.decide import Weights
from retrieval.answer.grammar.offices import asked_office, holders
from retrieval.answer.question.question import understand

WEIGHTS = Weights(np.zeros((0, 0)), np.zeros(0), first=0.3, second=0.5, covered=0.4, against=0.0)


@pytest.mark.parametrize(
    ("asked", "text"),
    [
        ("Who runs the Harbour Trust?", "“No,” said Ida Moen, president of the Harbour Trust."),
        ("who leads the harbour trust", "Harbour Trust President Ida Moen said no."),
        ("Who is in charge of the Harbour Trust?", "Moen, who heads the Harbour Trust, left."),
        ("Who runs the Harbour Trust?", "The Harbour Trust is led by Ida Moen."),
        ("Who is the head of the Land Committee?", "The Land Committee, led by Ida Moen, met."),
        (
            "Who is the head of the Land Committee?",
            "Ida Moen, chairman of the Vale Land and Water Committee, left.",
        ),
        ("Who is the CEO of Alder?", "Alder's chief executive, Ida Moen, left."),
        ("Who is Alder's CEO?", "Ida Moen, 47, the founder and CEO of Alder, left."),
        ("Who owns Alder?", "Alder, a line owned by Odd Lund, sank."),
        ("Who founded Alder?", "Ida Moen founded Alder in May."),
        ("Who is the mayor of Linden?", "The mayor of Linden, Ida Moen, left."),
        (
            "Who is the speaker of the Land Council?",
            "Ida Moen, the Speaker of Vale’s Land Council, left.",
        ),
        ("Who is the governor of Vale?", "Vale Gov. Ida Moen left."),
        ("Who leads Alderia?", "Alderian President Ida Moen left."),
        ("Who was the mayor of Linden?", "Ida Moen, a former mayor of Linden, left."),
        (
            "Who is the chairman of the Appeals Committee?",
            "Ida Moen (V-Vale), chairman of the House Appeals Committee, left.",
        ),
    ],
)
def test_a_sentence_names_who_holds_an_office(asked: str, text: str) -> None:
    office = asked_office(understand(asked))
    assert office is not None
    assert office.held_in(text)


@pytest.mark.parametrize(
    ("asked", "text"),
    [
        ("Who runs the Harbour Trust?", "Ida Moen, a former president of the Harbour Trust, left."),
        ("Who runs the Harbour Trust?", "Ida Moen, president of Alder, met the Harbour Trust."),
        ("Who is the CEO of Alder?", "Ida Moen, the chairman of Alder, left."),
        ("Who is the CEO of Alder?", "Odd Lund, CEO of Alder of Vale, left."),
        ("Who runs Alder?", "Odd Lund, director of Alder's press office, left."),
        ("Who owns Alder?", "Ida Moen, the president of Alder, left."),
        ("Who is the mayor of Linden?", "Linden Deputy Mayor Ida Moen left."),
        ("Who is the mayor of Linden?", "On Monday former Linden Mayor Ida Moen left."),
        ("Who is the mayor of Linden?", "The then-Linden Mayor Ida Moen left."),
        ("Who leads Alderia?", "Alderia's Foreign Minister Ida Moen left."),
        ("Who leads Alderia?", "Alderia's nuclear chief, Ida Moen, left."),
        ("Who is the mayor of Linden?", "I told the Linden mayor Monday that it sank."),
    ],
)
def test_what_somebody_was_and_another_office_name_nobody(asked: str, text: str) -> None:
    office = asked_office(understand(asked))
    assert office is not None
    assert not office.held_in(text)


@pytest.mark.parametrize(
    "asked",
    [
        "Who leads in the polls?",
        "Who is running for mayor?",
        "Who is Ida Moen?",
        "Who is the mayor?",
        "Who owns it?",
        "Did Ida Moen lead the Harbour Trust?",
    ],
)
def test_other_questions_ask_for_no_office(asked: str) -> None:
    assert asked_office(understand(asked)) is None


def test_where_sentences_say_who_it_is_they_alone_answer() -> None:
    told: list[Any] = [
        SimpleNamespace(text=text)
        for text in ("The Harbour Trust is old.", "Ida Moen, head of the Harbour Trust, left.")
    ]
    decided = np.asarray([(0.1, 0, 0, 0.9)] * 2, dtype=np.float32)
    asked = understand("Who runs the Harbour Trust?")
    kept, rows, weights = holders(asked, told, decided, WEIGHTS)
    assert kept == [told[1]]
    assert len(rows) == 1
    assert (weights.first, weights.covered) == (0.0, 0.0)
    asked = understand("Who runs Alder?")
    assert holders(asked, told, decided, WEIGHTS) == (told, decided, WEIGHTS)
