"""The fixed words of every rendering."""

from __future__ import annotations

from dataclasses import replace

import pytest

from bot.render import words
from retrieval.answered import Searched
from retrieval.model import Filter
from tests.bot.answers import ACCOUNTS, POLAR, UNCOVERED


def test_the_summary_counts_sources_under_each_position() -> None:
    assert words.summary(POLAR) == "2 sources say yes, 1 says no, 1 leaves it open; 4 searched"
    assert words.summary(ACCOUNTS) == "2 sources, 2 accounts; 2 searched"


def test_a_label_from_a_passage_is_quoted_and_ours_is_not() -> None:
    assert [words.heading(position) for position in ACCOUNTS.positions] == [
        "“open in June”",
        "Account 2",
    ]
    assert words.heading(POLAR.positions[0]) == "Says yes"


@pytest.mark.parametrize(
    ("where", "of_those"),
    [
        (Filter(), ""),
        (
            Filter(("a",), "2030-01-01", "2030-02-01"),
            " of that source published from 1 January 2030 to 1 February 2030",
        ),
        (Filter(("a", "b")), " of those sources"),
        (Filter(until="1900-01-01"), " published on 1 January 1900 or earlier"),
    ],
)
def test_of_a_part_of_the_library_it_is_said_which(where: Filter, of_those: str) -> None:
    nothing = replace(UNCOVERED, searched=Searched(0, 0, 0))
    assert words.not_covered(nothing, where) == f"The library holds no article{of_those}."
    covers = f"No article{of_those} covers this question." if of_those else words.NOT_COVERED
    assert words.not_covered(UNCOVERED, where) == covers


def test_of_one_article_it_is_said_that_it_does_not_cover_the_question() -> None:
    said = words.not_covered(UNCOVERED, Filter(article="a1b2c3"))
    assert said == "That article does not cover this question."
