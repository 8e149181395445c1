"""What a sentence has to hold to answer a question for a number or a time."""

from __future__ import annotations

import pytest

from retrieval.answer.question.question import understand
from retrieval.answer.values.holds import could_answer


@pytest.mark.parametrize(
    ("asked", "sentence"),
    [
        ("How many sailors died?", "Three of them were found on Monday."),
        ("How many sailors died?", "No one was hurt, the company said."),
        ("How many sailors died?", "Police could not put a figure on it."),
        ("How many ferries sank?", "It is the fourth that went down since spring."),
        ("How much of the crew was saved?", "A third, she said."),
        ("How old is the captain?", "The captain, 61, has sailed for the firm since 1990."),
        ("How old is the captain?", "She was born on the ferry in 1963."),
        ("How old is the captain?", "In her sixties by then, she sailed on for 9 years."),
        ("How old is the chapel?", "It dates from the 12th century."),
        ("When did the ferry leave?", "It cast off shortly after dawn."),
        ("What day did the ferry leave?", "She left Eastmere on Monday."),
        # How long, how far and how often are told without numbers as well.
        ("How long will the pier stay closed?", "Roe would see to it that nobody sets foot on it."),
        ("Who sank the ferry?", "A rock off the cape did."),
        ("Did the ferry sink?", "It went down off the cape."),
    ],
)
def test_what_may_answer_is_judged(asked: str, sentence: str) -> None:
    assert could_answer(understand(asked), sentence)


@pytest.mark.parametrize(
    ("asked", "sentence"),
    [
        ("How many sailors died?", '"He went overboard," said former deckhand Bo Li, a comrade.'),
        ("How much did the owner pay?", "The owner of the ferry met the captain at the pier."),
        ("How old is the captain?", "The captain is the first in 600 years to step down."),
        ("How old is the captain?", "The 35-year-old, unproven claim is a smear on the captain."),
        ("How old is the captain?", "She steps down on Feb. 28, with $5,000 a month."),
        ("When did the ferry leave?", "The ferry was on its way to the islands, the owner said."),
    ],
)
def test_what_holds_no_number_or_time_answers_no_question_for_one(
    asked: str, sentence: str
) -> None:
    assert not could_answer(understand(asked), sentence)


def test_another_language_is_not_read_by_english_words() -> None:
    question = understand("How many sailors died?")
    assert could_answer(question, "Ein Matrose kam ums Leben.", "de")
