"""Whose a number is that stands before a noun."""

from __future__ import annotations

import pytest

from retrieval.answer.values.bearers import is_part
from retrieval.answer.values.counted import counted

PAGES = "how many pages is the Moen report?"
GIFTS = "how much money did the mayor receive in gifts?"


@pytest.mark.parametrize(
    ("asked", "sentence", "values"),
    [
        (PAGES, "Berg published his four-page summary of the Moen report.", []),
        (PAGES, "Here is the 400-page Moen report in short.", [400]),
        (PAGES, "They gave no count for the 448-page, two-volume report.", [448]),
        (PAGES, "The report has 448 pages.", [448]),
        ("how old is the mayor?", "The 35-year-old, unproven claim is a smear.", []),
        ("how old is the mayor?", "The 85-year-old islander stepped down.", [85]),
        ("how old is the mayor?", "The charges are more than 30 years old.", []),
        ("how old is the mayor?", "The report said a 21-year-old man accused the mayor.", []),
        ("how old is the mayor?", "It gives Moen, a 63-year-old islander, a mandate.", [63]),
        ("how many people died?", "The toll is expected to reach 900 people killed.", []),
        ("how many people could die?", "The toll is expected to reach 900 people dead.", [900]),
        ("how old is the claim?", "The 35-year-old claim is a smear.", [35]),
        (GIFTS, "The gifts were a $6,500 watch for the mayor and a $15,000 boat.", []),
        (GIFTS, "He had $160,000 in gifts from a baker.", [160_000]),
        ("how much was the contract worth?", "It signed a $300 million contract.", [3e8]),
        ("how many people died?", "57 sailors were among the dead.", []),
        ("how many people died?", "176 people died, including 57 sailors.", [176]),
    ],
)
def test_a_number_is_of_what_it_stands_with(asked: str, sentence: str, values: list[float]) -> None:
    units = ["$"] if "much" in asked else []
    assert [each.value for each in counted(asked, sentence, units, bound=True)] == values


@pytest.mark.parametrize(
    ("sentence", "part"),
    [
        ("It hurt many people, including 2 sailors.", True),
        # All who did.
        ("It hurt many people, including 2 who died.", False),
        ("In all 2 sailors were among the dead.", True),
        ("The 2 arrested are among nine officials.", False),
    ],
)
def test_a_part_of_all_is_told_as_one(sentence: str, part: bool) -> None:
    start = sentence.index("2")
    assert is_part(sentence, start, start + 1) is part
