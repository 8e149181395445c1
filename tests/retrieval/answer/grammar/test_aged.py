"""How old somebody is, or when somebody was born."""

from __future__ import annotations

import pytest

from retrieval.answer.grammar.aged import asked_age
from retrieval.answer.question.question import understand


@pytest.mark.parametrize(
    ("asked", "text"),
    [
        ("How old is Ida Moen?", "Moen, 47, left."),
        ("how old is ida moen", "Ida Moen, who is 47, left."),
        ("What is Moen's age?", "Mayor Moen (47) left."),
        ("How old was Ida Moen?", "The 47-year-old harbour pilot Ida Moen left."),
        ("How old is Ida Moen?", "Ida Moen, a 47-year-old pilot, left."),
        ("How old is Senator Ida Moen?", "Ida Moen is 47 years old."),
        ("How old is Ida Moen?", "Moen turned 47 in May."),
        ("How old is Ida Moen?", "They met on Moen's 47th birthday."),
        ("How old was Ida Moen?", "Moen died on Friday at age 47."),
        ("How old was Ida Moen?", "Ida Moen, aged forty-seven, left."),
        ("How old is Ida Moen?", "Ida Moen was born in 1971."),
        ("When was Ida Moen born?", "Moen was born on May 4, 1971, in Vale."),
        ("what year was ida moen born", "Ida Moen (born 4 May 1971) left."),
    ],
)
def test_a_sentence_tells_an_age(asked: str, text: str) -> None:
    age = asked_age(understand(asked))
    assert age is not None
    assert age.told_in(text)


@pytest.mark.parametrize(
    ("asked", "text"),
    [
        ("How old is Ida Moen?", "Odd Moen, 47, left."),
        ("How old is Ida Moen?", "The 5-year-old son of Ida Moen left."),
        ("How old is Ida Moen?", "The killing of 26-year-old Odd Lund led to Moen's speech."),
        ("How old is Ida Moen?", "Moen was 47 minutes late."),
        ("How old is Ida Moen?", "Moen left 47 pilots."),
        ("How old is Ida Moen?", "Moen was born in Vale."),
        ("When was Ida Moen born?", "Ida Moen, 47, left."),
        ("When was Ida Moen born?", "Moen was born in the town of Vale to two pilots."),
    ],
)
def test_other_numbers_and_ages_tell_none(asked: str, text: str) -> None:
    age = asked_age(understand(asked))
    assert age is not None
    assert not age.told_in(text)


@pytest.mark.parametrize(
    "asked",
    ["How old is the harbour?", "How old is he?", "When was the child born?", "Who is Ida Moen?"],
)
def test_other_questions_ask_nobodys_age(asked: str) -> None:
    assert asked_age(understand(asked)) is None
