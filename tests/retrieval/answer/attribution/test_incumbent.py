"""Whom "the president" means where an article names several, or gives the title to nobody."""

from __future__ import annotations

import pytest

from retrieval.answer.attribution.incumbent import outnamed, persons
from tests.retrieval.answer.attribution.test_attribution import read

_DAY = (
    "Mr. Moen met the harbour clerks. Donald Moen left at noon, and clerks asked Moen why.\n\n"
    "“We go,” Mr. Moen said, and Moen went."
)


@pytest.mark.parametrize(
    ("text", "match", "speaker"),
    [
        # Who is named far more often, and not whom the story calls "President" but once, or later.
        (
            (
                f"{_DAY}\n\nThe president said they sail.\n\n"
                "In 1911 they impeached President Nils Lund."
            ),
            "they sail",
            "Donald Moen",
        ),
        # Of those whom it calls so, the one whom it is about.
        (
            (
                f"President Moen spoke. {_DAY}\n\nPresident Nils Lund kept a list in 1911.\n\n"
                "It rained.\n\nThe president himself claimed that the bridge held."
            ),
            "the bridge held",
            "Donald Moen",
        ),
        # Somebody who spoke last is not the president of a story that is about another.
        (
            f"{_DAY}\n\nIda Berg said it rained.\n\nIt fell, the president said.",
            "It fell",
            "the president",
        ),
        # A word with a capital that the sentence or another ends with is no country of his.
        (
            (
                "Rain fell. However, President Carl Moen said it held. Berg left.\n\n"
                "In 1911, they shot President Nils Lund.\n\nIda Berg said so.\n\n"
                "The president’s letter says they sail. President Moen sat."
            ),
            "they sail",
            "Carl Moen",
        ),
        # Who bears another title is none, however often the story names him.
        (
            (
                "Gov. Carl Moen spoke. Mr. Moen left. President Paul Lund came. Moen sat.\n\n"
                "It rained.\n\nThe president said the bridge held."
            ),
            "the bridge held",
            "Paul Lund",
        ),
        # What a verb comes after describes nobody: the president is no part of the centre.
        (
            "In a speech at the Center for Veld Studies, the president made clear that it held.",
            "it held",
            "the president",
        ),
    ],
)
def test_the_president_is_whom_the_article_is_about(text: str, match: str, speaker: str) -> None:
    assert read(text, match).speaker == speaker


def test_persons_are_counted_by_surname_most_often_first() -> None:
    assert persons("Mr. Lund met Ida J. Moen. Moen left. The White House said Moen sat.") == (
        "Moen",
        "Lund",
    )
    assert persons("The White House said so.") == ()


def test_only_who_is_named_in_passing_is_outnamed() -> None:
    assert outnamed("Nils Lund", "Moen", "Lund Moen Moen Moen Moen")
    assert not outnamed("Nils Lund", "Moen", "Lund Moen Moen Moen")
    assert not outnamed("Nils Lund", "Moen", "Lund Lund Lund " + "Moen " * 20)
