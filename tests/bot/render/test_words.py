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
    ("where", "said"),
    [
        (Filter(), "The library holds no article."),
        (
            Filter(("a",), "2030-01-01", "2030-02-01"),
            "The library holds no article of that source "  # noqa: ISC004
            "published from 1 January 2030 to 1 February 2030.",
        ),
        (
            Filter(until="1900-01-01"),
            "The library holds no article published on 1 January 1900 or earlier.",
        ),
    ],
)
def test_where_nothing_was_searched_it_is_said_what_there_is_none_of(
    where: Filter, said: str
) -> None:
    assert words.not_covered(replace(UNCOVERED, searched=Searched(0, 0, 0)), where) == said
    assert words.not_covered(UNCOVERED, where) == words.NOT_COVERED
