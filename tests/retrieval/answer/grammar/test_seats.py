"""Which state or district somebody represents."""

from __future__ import annotations

import pytest

from retrieval.answer.grammar.seats import asked_seat
from retrieval.answer.question.question import understand


@pytest.mark.parametrize(
    ("asked", "text"),
    [
        ("What state does Ida Moen represent?", "Sen. Ida Moen (R-Vale) left."),
        ("which state is ida moen from", "Ida Moen, R-Vale, left."),
        ("What is Moen's district?", "Vale Sen. Moen left."),
        ("What state is Ida Moen a senator for?", "Vale's Democratic senator, Ida Moen, left."),
        ("What state does Ida Moen represent?", "Sen. Ida Moen of Vale left."),
        ("What state does Ida Moen represent?", "Ida Moen, a Vale Republican, left."),
        ("What state does Ida Moen represent?", "Ida Moen, a Democrat from East Vale, left."),
        ("What state does Ida Moen represent?", "Ida Moen, Republican of Vale, left."),
        ("What district does Ida Moen represent?", "Ida Moen, who represents Vale, left."),
    ],
)
def test_a_sentence_gives_a_seat(asked: str, text: str) -> None:
    seat = asked_seat(understand(asked))
    assert seat is not None
    assert seat.told_in(text)


@pytest.mark.parametrize(
    "text",
    [
        "Vale Gov. Odd Lund endorsed Sen. Ida Moen.",
        "I respect Sen. Moen.",
        "Moen, the highest-ranking Jewish lawmaker, left.",
        "Republican Sen. Ida Moen left.",
        "U.S. Sen. Ida Moen left.",
        "Ida Moen met Sen. Odd Lund of Vale.",
    ],
)
def test_what_is_no_place_gives_none(text: str) -> None:
    seat = asked_seat(understand("What state does Ida Moen represent?"))
    assert seat is not None
    assert not seat.told_in(text)


@pytest.mark.parametrize("asked", ["What state is he from?", "Where is Ida Moen?"])
def test_other_questions_ask_for_no_seat(asked: str) -> None:
    assert asked_seat(understand(asked)) is None
