"""Words that are spelled like verbs of reporting, names or neither."""

from __future__ import annotations

import pytest

from tests.retrieval.answer.attribution.test_attribution import read


@pytest.mark.parametrize(
    "text",
    [
        "Lund declined the Harbour News’s requests for comment.",
        "They shot down Democratic charges that the bridge is unsafe.",
        "They have resisted Veld demands to close the bridge.",
        "She may face veld crime charges that could carry a fine.",
        "Clerks with the bridge in view perceived it as safe.",
        "Lund’s views on the bridge leave little to be desired.",
        "Early pledges to close the bridge came to nothing.",
    ],
)
def test_a_noun_that_looks_like_a_verb_reports_nothing(text: str) -> None:
    assert read(text, text).speaker is None


@pytest.mark.parametrize(
    ("text", "match", "speaker"),
    [
        ("A clerk, Ida Moen, a friend of Lund’s, claims that it held.", "it held", "Ida Moen"),
        ("The Veld media report that the bridge held.", "held", "The Veld media"),
        ("Mrs May said the bridge held.", "the bridge held", "May"),
        ("Odd A. Lund, the clerk, said the bridge held.", "the bridge held", "Odd A. Lund"),
        ("“We go,” said Odd A. Lund. “It held,” Mr. Lund said.", "It held", "Odd A. Lund"),
        (
            "It is said that first lady Ida Moen came. The first lady urged calm.",
            "urged calm",
            "Ida Moen",
        ),
        ("“It held,” said Ida Moen.\n\n”Now we go. It is late,” she said.", "Now we", "Ida Moen"),
        ("“It fell,” said Ida Moen. Like Lund, Ida Moen left. “It held.”", "It held", "Ida Moen"),
    ],
)
def test_a_name_or_verb_is_told_by_its_neighbours(
    text: str, match: str, speaker: str | None
) -> None:
    assert read(text, match).speaker == speaker
