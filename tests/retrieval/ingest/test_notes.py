from __future__ import annotations

import pytest

from retrieval.ingest.notes import is_note, is_only_note


@pytest.mark.parametrize(
    "paragraph",
    [
        "The article was updated with the Kremlin's response.",
        "Editor's note: The article was updated with Peskov's comment.",
        "Editor’s Note: This story has been corrected to show that the vote was on Tuesday.",
        "*Correction: an earlier headline gave the wrong year.",
        "Correction (Nov. 8): The minister's name is spelled Smith.",
        "This story was first published on Nov. 7 and has since been updated.",
        "This story has been recently updated to add details.",
        "An earlier version of this article misstated the number of ships.",
        "UPDATE: The harbour has since opened.",
        "(Corrects paragraph 3 to say nine ships)",
        "Clarification: the bank has no say in it.",
        "Corrections & clarifications: A previous version of this story misnamed the bank.",
        "Correction 11/19: A previous version of this piece misnamed the bank.",
        "(Note: An earlier version of this column misnamed the bank.)",
    ],
)
def test_what_a_publisher_says_it_changed_is_a_note(paragraph: str) -> None:
    assert is_note(paragraph)


@pytest.mark.parametrize(
    "paragraph",
    [
        "The editor noted that the ships were late.",
        "Corrections officers in Alder went on strike on Friday.",
        "The article of the constitution was never amended, the judge said.",
        "An earlier version of this engine failed, the company said.",
        "Updates to the bridge will cost nine million, the council said.",
        "This report was written by the ministry.",
        "Correction: " + "a story about corrections goes on and on " * 20,
        "",
    ],
)
def test_what_only_sounds_like_one_is_not(paragraph: str) -> None:
    assert not is_note(paragraph)


@pytest.mark.parametrize(
    ("text", "only"),
    [
        ("Editor's note: This story has been corrected.", True),
        ("An earlier version of this article misstated the number of ships.", True),
        ("This report was updated at 9:13 a.m.", True),
        ("UPDATE (4/19): This post and its headline have been updated.", True),
        ("The article was updated with the Kremlin's response.", True),
        # These may be news.
        ("UPDATE: The harbour has since opened.", False),
        ("The report was revised by the ministry, a court heard.", False),
        ("“Correction: nine ships,” the minister wrote.", False),
        ("The ships were late.", False),
    ],
)
def test_some_notes_may_be_news(text: str, only: bool) -> None:
    assert is_only_note(text) is only
