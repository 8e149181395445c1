"""What a copy says for itself: no changed sentence is lost, no change of form makes one."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from retrieval.ingest.differences import differences, statements

if TYPE_CHECKING:
    import random

STORY = (
    "PORT ALDER, May 3 (Wire) - The fire at the harbour was an accident, minister Anna Bell said "
    "on Friday. “We can rule out sabotage,” she told reporters.\n\n"
    "Three people were hurt, and 420 million crowns may be lost. Nobody believes it was planned. "
    "The port's owner didn't comment.\n\n"
    "Ships will return on Monday. The temperature fell to -5 degrees that night."
)


def told(text: str, original: str = STORY) -> list[str]:
    return [text[start:end] for start, end in statements(text, original)]


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("was an accident", "was not an accident"),
        ("Three people", "Twelve people"),
        ("420 million", "610 million"),
        ("Anna Bell", "Carl Moss"),
        ("on Monday", "on Tuesday"),
        ("will return", "may return"),
        ("rule out sabotage", "speak of sabotage"),
        ("didn't comment", "did comment"),
        ("fell to -5", "fell to 5"),
        ("Nobody believes it was planned", "It was planned"),
        ("Three people were hurt, and", "Were three people hurt? Perhaps, and"),
    ],
)
def test_a_sentence_that_says_something_else_is_the_copys_own(before: str, after: str) -> None:
    changed = STORY.replace(before, after)
    own = told(changed)
    assert own
    assert any(after in each or each in after for each in own)
    assert len(own) <= 2


@pytest.mark.parametrize(
    "text",
    [
        STORY,
        STORY.upper().replace("(WIRE) - ", "(Wire) - "),
        STORY.removeprefix("PORT ALDER, May 3 (Wire) - "),
        STORY.replace("PORT ALDER, May 3 (Wire) - ", "ALDER (Agency) — "),
        STORY.replace("“", '"').replace("”", '"').replace("'", "’").replace("-5", "−5"),
        STORY.replace(" ", "\n"),
        STORY.replace("\n\n", " "),
        STORY.replace(". ", ".\n\n"),
        STORY.replace("repor", "re\u00adpor"),
        STORY + "\n\nReporting by A. Writer; editing by B. Reader",
        STORY + "\n\nCopyright 2024 The Wire. All rights reserved.",
        "By A. Writer\n\n" + STORY.replace("\n\n", "\n\nAdvertisement\n\n"),
        "Ships wait off the harbour of Port Alder, May 3, 2024. (AP Photo/A. Writer)\n\n" + STORY,
        STORY[: STORY.index("Nobody")],
        STORY[:-20] + "…",
    ],
)
def test_form_credits_and_omissions_are_no_statements(text: str) -> None:
    assert told(text) == []


def test_an_added_sentence_is_the_copys_own() -> None:
    more = STORY + "\n\nThe mayor of Port Alder called for an inquiry."
    assert told(more) == ["The mayor of Port Alder called for an inquiry."]


def test_what_a_page_has_around_its_own_story_counts_no_more() -> None:
    page = (
        "Our harbour reporter was named the best of the year.\n\n"
        + STORY.replace("420 million", "610 million").replace(
            "Ships will", "The minister has seen the burnt crane herself. Ships will"
        )
        + "\n\nThe mayor of another town opened a bridge on Sunday."
    )
    own = [page[start:end] for start, end in statements(page, STORY, page=True)]
    assert own == [
        "Three people were hurt, and 610 million crowns may be lost.",
        "The minister has seen the burnt crane herself.",
    ]
    assert len(told(page)) == 4


def test_a_line_without_a_full_stop_counts_where_it_is_one_changed() -> None:
    listed = "Killed: three\n\nHurt: twenty people\n\nThe rest of the story is the same."
    assert told(listed.replace("twenty people", "thirty people"), listed) == ["Hurt: thirty people"]
    assert told("Our newsletter\n\n" + listed, listed) == []


def test_words_of_every_script_count_whole() -> None:
    assert told("यह की बात है। वह गया।", "यह का बात है। वह गया।") != []
    assert told("Министр не подтвердил это.", "Министр подтвердил это.") != []


SENTENCES = [f"The {noun} of town {n} met on day {n}." for n, noun in enumerate("abcdefgh")]


@given(st.lists(st.sampled_from(SENTENCES), min_size=1), st.integers(0, 7), st.randoms())
def test_no_changed_word_is_ever_lost(kept: list[str], which: int, rng: random.Random) -> None:
    original = " ".join(SENTENCES)
    words = SENTENCES[which].rstrip(".").split()
    words[rng.randrange(len(words))] = "Other"
    changed = " ".join(words) + "."
    text = " ".join([*kept, changed])
    start = len(text) - len(changed)
    assert (start, len(text)) in statements(text, original)


@given(st.text(), st.text())
def test_statements_are_differences_and_nothing_differs_from_itself(a: str, b: str) -> None:
    assert differences(a, a) == ()
    assert set(statements(a, b)) <= set(differences(a, b))
    assert all(0 <= start < end <= len(a) for start, end in differences(a, b))
