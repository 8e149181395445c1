"""Facts and lists that are asked for without a verb."""

from __future__ import annotations

import pytest

from retrieval.answer.question.facts import fact, listed
from retrieval.answer.question.question import understand
from retrieval.answered import Kind


@pytest.mark.parametrize(
    ("typed", "whole"),
    [
        ("ida moen age", "how old is ida moen?"),
        ("vale observatory distance", "how far away is vale observatory?"),
        ("tenby charges", "what are the charges against tenby?"),
        ("ida moen net worth", "what is the net worth of ida moen?"),
        ("average salary vale teacher", "what is the average salary of vale teacher?"),
        ("average teacher salary in vale", "what is the average teacher salary in vale?"),
        ("unemployment rate for teenagers", "what is the unemployment rate for teenagers?"),
        ("valexin side effects", "what are the side effects of valexin?"),
        ("any side effects of the vaccine", "what are the side effects of the vaccine?"),
        ("bridge toll effects on trade", "what are the effects of bridge toll on trade?"),
        ("pros and cons of the toll", "what are the pros and cons of the toll?"),
        ("difference between both bills", "what is the difference between both bills?"),
        ("golden reel winner 2019", "who won golden reel in 2019?"),
        ("list of states that banned vaping", "which states banned vaping?"),
        ("list of states with low turnout", "what are the states with low turnout?"),
        ("countries that boycotted the games", "which countries boycotted the games?"),
        ("people who died in the ferry fire", "who died in the ferry fire?"),
    ],
)
def test_a_noun_asks_for_what_it_names(typed: str, whole: str) -> None:
    read = understand(typed)
    assert (read.kind, read.canonical) == (Kind.OPEN, whole)


@pytest.mark.parametrize(
    "told",
    [
        "Council approves retroactive rate for teachers",
        "Strong harvest holds risks for Tenby",
        "Vale's workers now paid minimum wage",
        "Tenby facing charges",
        "Few consequences for Tenby",
        "Benefits for veterans reduced",
        "List of victims released",
        "Unemployment rate for teenagers fell",
        "Players who knelt face fines",
        "Countries that boycotted the games were fined",
    ],
)
def test_what_tells_is_a_claim(told: str) -> None:
    assert fact(told) is None
    assert listed(told) is None
    assert understand(told).kind is Kind.POLAR
