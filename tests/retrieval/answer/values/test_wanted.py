"""What was wanted, foreseen or planned is no rival of what is."""

from __future__ import annotations

import pytest

from retrieval.answer.decision.accounts import excluding
from retrieval.answer.question.question import understand

DAY = "2021-03-02"
GIVEN = "The judge sentenced Moen to 14 days in prison."
COUNTED = "The country added 146,000 jobs in May."


@pytest.mark.parametrize(
    ("asked", "one", "two", "is_one"),
    [
        ("How long did Moen get?", GIVEN, "Prosecutors had asked for one month in prison.", False),
        (
            "How long did Moen get?",
            GIVEN,
            "Lawyers asked the judge to sentence Moen to a month of prison, followed by two years.",
            False,
        ),
        ("How long did Moen get?", GIVEN, "The court gave Moen one month in prison.", True),
        (
            "How long did Moen get?",
            GIVEN,
            "They asked for mercy but the court gave Moen a month in prison.",
            True,
        ),
        ("How long did prosecutors ask for?", GIVEN, "They asked for one month in prison.", True),
        (
            "How many jobs were added?",
            COUNTED,
            "Banks predicted that 77,000 jobs were added.",
            False,
        ),
        ("How many jobs were added?", COUNTED, "The ministry says 77,000 jobs were added.", True),
        (
            "How many people died?",
            "57 people died.",
            "The minister asked the families of 59 people who died for forgiveness.",
            True,
        ),
    ],
)
def test_an_amount_that_was_wanted_or_foreseen_is_no_rival(
    asked: str, one: str, two: str, *, is_one: bool
) -> None:
    groups = [[(one, DAY, "en")], [(two, DAY, "en")]]
    assert excluding(understand(asked), groups) is is_one


@pytest.mark.parametrize(
    ("two", "is_one"),
    [
        ("The race was originally scheduled for July 4.", False),
        ("The race had been planned for July 4.", False),
        ("The race will begin on July 4.", True),
    ],
)
def test_a_day_that_was_planned_before_is_no_rival(two: str, *, is_one: bool) -> None:
    groups = [[("The race will begin on August 9.", DAY, "en")], [(two, DAY, "en")]]
    assert excluding(understand("When will the race begin?"), groups) is is_one
    planned = understand("When was the race originally scheduled?")
    assert excluding(planned, groups)
