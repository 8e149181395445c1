"""Two of one surname are two people, and one of two given names is one."""

from __future__ import annotations

import pytest

from retrieval.answer.names.namesakes import is_another, of_namesakes
from retrieval.answer.question.question import understand

THEO = ("Theo Moen resigns", "Mayor Theo Moen resigned on Friday.", "Moen gave no reason.")
IDA = ("Ida Moen sails", "Ida Moen sailed north.", "Moen waved.")
BOTH = ("The Moens", "Robert Moen sailed with his daughter Ida.")
BARE = ("The mayor", "Mayor Moen spoke of boats.")
NOBODY = ("Rain", "It rained on Friday.")


def _theirs(asked: str, *articles: tuple[str, ...]) -> list[bool]:
    return of_namesakes(understand(asked), articles)


def test_an_article_on_another_of_the_name_is_not_on_who_is_asked_about() -> None:
    robert = tuple(text.replace("Theo", "Robert") for text in THEO)
    asked = "Did Ida Moen resign?"
    assert _theirs(asked, robert, IDA, BOTH, NOBODY) == [True, False, False, False]
    assert _theirs("did ida moen resign", robert, IDA) == [True, False]
    assert _theirs("What did Ida Moen say about Robert Moen?", robert, IDA) == [True, True]
    assert _theirs("Did Moen resign?", robert, IDA) == [False, False]


def test_a_bare_surname_is_whose_it_mostly_is() -> None:
    robert = tuple(text.replace("Theo", "Robert") for text in THEO)
    asked = "Did Ida Moen resign?"
    assert _theirs(asked, robert, robert, robert, IDA, BARE) == [True, True, True, False, True]
    assert _theirs(asked, robert, robert, IDA, BARE) == [True, True, False, True]
    assert _theirs(asked, robert, IDA, BARE) == [True, False, False]
    assert _theirs("Did Robert Moen resign?", robert, robert, IDA, BARE) == [
        False,
        False,
        True,
        False,
    ]


@pytest.mark.parametrize(
    ("asked", "written"),
    [
        ("Did William Lund resign?", "Bill Lund"),
        ("Did Joseph Lund resign?", "Joe Lund"),
        ("Did Kate Lund resign?", "Catherine Lund"),
        ("Did Judge Lund resign?", "Ida Lund"),
        ("Did Gov. Lund resign?", "Ida Lund"),
        ("Did Mr. Lund resign?", "Ida Lund"),
        ("Will Lund resign?", "Ida Lund"),
        ("Did Ida resign?", "Robert Lund"),
        ("Did Ida Moen Lund resign?", "Ida Lund"),
    ],
)
def test_one_person_by_two_names_is_one(asked: str, written: str) -> None:
    article = ("News", f"Judge {written} resigned.", "The judge gave no reason.")
    assert _theirs(asked, article, article, article) == [False] * 3


def test_who_has_a_given_name_that_no_list_knows_is_told_from_others_too() -> None:
    others = ("News", "Robert Lund resigned.")
    assert _theirs("Did Eskil Lund resign?", others, ("News", "Eskil Lund sailed.")) == [
        True,
        False,
    ]


def test_other_languages_are_left_alone() -> None:
    question = understand("Ist Ida Moen zurückgetreten?", ["*"])
    assert question.language == "de"
    assert of_namesakes(question, [("Robert Moen trat zurück.",)]) == [False]


@pytest.mark.parametrize(
    ("one", "two", "other"),
    [
        ("Ida Moen", "Robert Moen", True),
        ("Ida Moen", "President Robert J. Moen", True),
        ("Ida Moen", "Moen", False),
        ("Ida Moen", "Robert Lund", False),
        ("Bill Moen", "William Moen", False),
        ("Mike Moen", "Michael Moen", False),
        ("Ida Moen", "Ida Moen", False),
    ],
)
def test_a_speaker_of_the_same_surname_may_be_another(one: str, two: str, *, other: bool) -> None:
    assert is_another(one, two) is other
    assert is_another(two, one) is other


def test_two_names_with_something_between_them_are_no_full_name() -> None:
    assert _theirs("Did Lindqvist, Moen and Berg meet?", THEO, IDA) == [False, False]
    assert _theirs("Did Lindqvist Moen resign?", THEO, IDA) == [True, True]
    lettered = ("QR&E pleads guilty", "QR&E said nobody from QR&E would go to jail.")
    other = ("A judge", "Judge Robert E. Berg retired.")
    assert _theirs("Is anyone from QR&E going to jail?", lettered, other, other) == [False] * 3
