"""What is asked with "got" is asked in the words that the judge knows."""

from __future__ import annotations

import pytest

from retrieval.answer.question.got import passive
from retrieval.answer.question.question import understand


@pytest.mark.parametrize(
    ("typed", "whole"),
    [
        ("did tenby get fired by the mayor", "was tenby fired by the mayor?"),
        ("Did the miners get paid?", "were the miners paid?"),
        ("why did Moen get fired", "why was Moen fired?"),
        ("will tenby ever get charged", "will tenby ever be charged?"),
        ("who got hurt in the fire", "who was hurt in the fire?"),
        ("how many parents got charged", "how many parents were charged?"),
        (
            "how many people got sick from the lettuce",
            "how many people became ill from the lettuce?",
        ),
        ("has anyone gotten sick", "has anyone become ill?"),
    ],
)
def test_got_stands_for_the_passive(typed: str, whole: str) -> None:
    assert understand(typed).canonical == whole


@pytest.mark.parametrize(
    "asked",
    [
        "did tenby get married in may",
        "did they get used to it",
        "did tenby get the prize",
        "who got the most votes",
        "did she get to be elected",
        "how much did the teachers get offered",
    ],
)
def test_what_somebody_has_or_becomes_is_asked_as_it_is(asked: str) -> None:
    assert passive(asked) == asked
