"""The fixed words of every rendering."""

from __future__ import annotations

from dataclasses import replace

import pytest

from bot.render import words
from retrieval.model import Filter, Origin, Searched
from tests.bot.answers import ACCOUNTS, NORTH, POLAR, SHORT, UNCOVERED, UNKNOWN, passage


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
    ("published", "shown"),
    [
        (None, "date not known"),
        ("2024-11-07", "7 November 2024"),
        ("2024-11-07T09:46:00", "7 November 2024, 09:46"),
        ("2024-11-07T09:46:00+00:00", "7 November 2024, 09:46 UTC"),
        ("2024-11", "2024-11"),
        ("last week", "last week"),
    ],
)
def test_a_date_is_as_precise_as_it_is_known(published: str | None, shown: str) -> None:
    assert words.day(published) == shown


def test_an_unknown_publisher_is_said_to_be_one() -> None:
    assert words.publisher(UNKNOWN) == "note-7 (publisher not known)"
    assert words.publisher(NORTH) == "The North Post"


@pytest.mark.parametrize(
    ("speaker", "origin", "shown"),
    [
        (None, None, None),
        ("the mayor", None, "Speaker: the mayor"),
        ("Gazette's source", "gazette", "Speaker: Gazette's source, via Gazette"),
        ("The Gazette", "gazette", "Speaker: The Gazette"),
        (None, "gazette", "Via Gazette"),
        (None, "elsewhere", "Via elsewhere"),
    ],
)
def test_the_speaker_comes_with_the_origin(
    speaker: str | None, origin: str | None, shown: str | None
) -> None:
    said = passage(NORTH, UNCOVERED_ARTICLE, SHORT, "open", speaker=speaker, origin=origin)
    assert words.said_by(said, POLAR.origins) == shown


UNCOVERED_ARTICLE = POLAR.positions[0].passages[0].article


def test_an_origin_of_one_source_is_not_shared() -> None:
    alone = Origin("x", ("X",), ("north",))
    assert words.shared((alone, *POLAR.origins)) == list(POLAR.origins)
    assert words.leaning(POLAR.origins[0], POLAR) == (
        "2 sources lean on one origin: Gazette – The North Post, South Wire"
    )


@pytest.mark.parametrize(
    ("names", "shown"),
    [
        (("Ana B. Moor", "Ana Moor", "Moor", "MOOR"), ["Ana B. Moor"]),
        (("Moor", "Ana Moor"), ["Ana Moor"]),
        (("Vereska", "Viereska"), ["Vereska", "Viereska"]),
        (("José Paz", "Jose Paz"), ["José Paz"]),
        (("The Gazette", "Gazette"), ["The Gazette"]),
        (("The",), ["The"]),
        ((), []),
    ],
)
def test_an_origin_is_not_named_twice_over(names: tuple[str, ...], shown: list[str]) -> None:
    assert words.distinct(names) == shown


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


def test_copies_are_listed_once_an_article() -> None:
    assert [article.id for article, _, _ in words.copies(POLAR)] == ["a1b2c3"]
