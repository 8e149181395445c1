"""Whom "he", "they", "the company" and "the president" mean in running news."""

from __future__ import annotations

import pytest

from tests.retrieval.answer.attribution.test_attribution import read


@pytest.mark.parametrize(
    ("text", "match", "speaker"),
    [
        # The main clause before the one that depends on it.
        (
            "Ida Moen, 58, alleges Mr Lund called her. She said she left.",
            "she left",
            "Ida Moen",
        ),
        # Whose campaign it is.
        (
            "Odd Lund spoke. It rained. Lund’s campaign declined to comment. But he said it held.",
            "it held",
            "Odd Lund",
        ),
        # Nobody who is several, or a place.
        ("Odd Lund left. Police found him. He said it held.", "it held", "Odd Lund"),
        ("Odd Lund left. Both more of the past, they came. He said so.", "said so", "Odd Lund"),
        ("Odd Lund left. North Veld is cold. He said it held.", "it held", "Odd Lund"),
        # Who leads a quotation in, and who answers.
        (
            "Odd Lund left.\n\nIda Moen put it so: “It held,” she said.",
            "It held",
            "Ida Moen",
        ),
        (
            "Odd Lund came. “It held,” he said.\n\n“Did it?” Ida Moen asked.\n\n“Yes,” he replied.",
            "Yes",
            "Odd Lund",
        ),
        # A country by its name, whatever was said of it before.
        (
            "It set Sunni Turkey and the north apart. Turkey said the jet had crossed over.",
            "the jet had crossed over",
            "Turkey",
        ),
        ("Michael Jordan came. Jordan said it held.", "it held", "Michael Jordan"),
        # A body by its own name.
        (
            "The law firm Lund came. The firm said the bridge held.",
            "the bridge held",
            "Lund",
        ),
        (
            "“It held,” a senior ministry official said. The ministry said it fell.",
            "it fell",
            "The ministry",
        ),
        (
            "Clerks of Veldora left. Veldora is old. The company, which left, said it held.",
            "it held",
            "Veldora",
        ),
        (
            "The Veld Post-Dispatch said so. It held, the newspaper said.",
            "It held",
            "The Veld Post-Dispatch",
        ),
        # Of two who hold an office, whoever was spoken of last.
        (
            "President Moen met President Lund. Moen said it held. It rained, the president said.",
            "It rained",
            "Moen",
        ),
        # Somebody beside whom an office is named.
        (
            "President Moen met clerks on the South Lawn, with the president expressing relief.",
            "expressing relief",
            "Moen",
        ),
        ("It rained. It suggests that the bridge is old.", "It suggests", None),
    ],
)
def test_what_stands_for_a_name_means_the_right_one(
    text: str, match: str, speaker: str | None
) -> None:
    assert read(text, match).speaker == speaker


def test_a_heading_that_says_the_bare_office_introduces_nobody() -> None:
    text = (
        "President called for end to the recount of all votes\n\n"
        "Odd Lund weighed in on Monday morning, asking for an end to it.\n\n"
        "“Call it now,” the president wrote."
    )
    assert read(text, "“Call it now,”").speaker == "Odd Lund"
