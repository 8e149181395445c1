"""Whose the words are where a subject is two, has a description or goes on after its noun."""

from __future__ import annotations

import pytest

from tests.retrieval.answer.attribution.test_attribution import read


@pytest.mark.parametrize(
    ("text", "match", "speaker"),
    [
        # Two who speak together.
        ("Moen and Lund said the bridge held.", "held", "Moen and Lund"),
        ("Nonetheless, Moen and Lund say the bridge held.", "held", "Moen and Lund"),
        ("Both Moen and Lund said the bridge held.", "held", "Moen and Lund"),
        ("Ida Moen and other clerks said the bridge held.", "held", "Ida Moen and other clerks"),
        ("Clerks and drivers said it held.", "it held", "Clerks and drivers"),
        ("Moen and Lund said it held. They said it was old.", "it was old", "Moen and Lund"),
        ("Ida Moen left. She and others said it held.", "it held", "Ida Moen"),
        # One with two titles, the last of a list, and the end of another clause.
        ("Writer and clerk Ida Moen said it held.", "it held", "Ida Moen"),
        ("Clerks at Veld, Oslo and Bergen said it held.", "it held", "Bergen"),
        ("They sued Odd Lund and Ida Moen said it held.", "it held", "Ida Moen"),
        # A description of a name, a name inside one, and somebody else.
        (
            "Ida Moen, head of the union, a body that opposes it, criticized the bridge.",
            "criticized",
            "Ida Moen",
        ),
        ("Clerks, including Moen, have rejected that step.", "rejected", "Clerks"),
        (
            "Next to his wife, Ida Moen, the nominee said it held.",
            "it held",
            "the nominee",
        ),
        ("“It held,” said Veld University law professor Ida Moen.", "It held", "Ida Moen"),
        ("The law firm Lund said the bridge held.", "the bridge held", "Lund"),
        (
            "The bridge has held, say officials, as the river rose.",
            "The bridge has held",
            "officials",
        ),
        # A poll or a man that something was done to.
        ("A poll released Sunday in The Veld Post showed that it held.", "it held", "A poll"),
        (
            "A lawyer for the man charged in the Veld shootings said it held.",
            "it held",
            "A lawyer for the man",
        ),
    ],
)
def test_the_subject_is_all_who_speak_and_no_more(text: str, match: str, speaker: str) -> None:
    assert read(text, match).speaker == speaker
