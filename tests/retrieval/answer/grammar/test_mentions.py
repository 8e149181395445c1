"""Where a sentence names somebody who is asked about."""

from __future__ import annotations

import pytest

from retrieval.answer.grammar.mentions import Somebody


@pytest.mark.parametrize(
    ("name", "text", "found"),
    [
        ("Ida Moen", "Ida Moen met Moen's son.", ["Ida Moen", "Moen"]),
        ("ida moen", "Senator Ida J. Moen left.", ["Ida J. Moen"]),
        ("Bob Moen", "Mr. Moen and Robert Moen left.", ["Moen", "Robert Moen"]),
        ("Ida Moen", "Ida Moen Jr. left.", ["Ida Moen Jr."]),
        ("Ida Lund-Moen", "Rep. Lund-Moen left.", ["Lund-Moen"]),
        ("Ida Moen", "Odd Moen met Moen Lund, and a moen.", []),
    ],
)
def test_the_person_and_no_namesake(name: str, text: str, found: list[str]) -> None:
    who = Somebody.asked(name)
    assert who is not None
    assert [text[each.start : each.end] for each in who.mentions(text)] == found


def test_a_genitive_is_told_apart() -> None:
    (moens,) = Somebody("Ida Moen").mentions("Ida Moen's son left.")
    assert moens.genitive


@pytest.mark.parametrize(
    ("name", "article", "is_in"),
    [
        ("Ida Moen", "Mayor Ida Moen left. Moen is 47.", True),
        ("Bob Moen", "Robert Moen left.", True),
        ("Ida Moen", "Mayor Odd Moen left.", False),
        ("Ida Moen", "Moen left.", False),
        ("Moen", "Odd Moen left.", True),
    ],
)
def test_an_article_names_in_full(name: str, article: str, is_in: bool) -> None:
    assert Somebody(name).is_in(article) is is_in


@pytest.mark.parametrize(("name", "bare"), [("Senator Ida Moen", "Ida Moen"), ("Mr. Moen", "Moen")])
def test_titles_are_no_part_of_a_name(name: str, bare: str) -> None:
    assert Somebody.asked(name) == Somebody(bare)


@pytest.mark.parametrize(
    "name",
    ["the mayor", "he", "Mr.", "...", "0_", "Ida Moen's son", "Moen in Vale", "resign before Moen"],
)
def test_nobody_is_named(name: str) -> None:
    assert Somebody.asked(name) is None


def test_a_surname_alone_is_whose_articles_name_most() -> None:
    articles = ["Ida Moen left. Ida Moen is 47.", "Mayor Ida Moen met Karl Moen."]
    assert Somebody("Moen").in_full(articles) == Somebody("Ida Moen")
    assert Somebody("Moen").in_full(["Ida Moen met Karl Moen."]) == Somebody("Moen")
    assert Somebody("Karl Moen").in_full(articles) == Somebody("Karl Moen")
