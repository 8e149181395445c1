"""Which outlet "the Post" is in an article."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from retrieval.answer.attribution.outlets import full_outlet


@pytest.mark.parametrize(
    ("name", "text", "full"),
    [
        ("the Post", "The Veld Post said it held. It was old, the Post said.", "The Veld Post"),
        ("The Post", "A clerk told the Veld Post so. The Post asked again.", "Veld Post"),
        ("the Journal", "Lund’s Oslo Street Journal had it.", "Oslo Street Journal"),
        ("the Times", "It fell on Friday. Sunday's Veld Times had it.", "Veld Times"),
        ("the Times", "Citing Veld Times reporters in Times Square, he left.", "Veld Times"),
        ("the Times", "The Times of Veld had it first.", "The Times of Veld"),
        ("the Post", "They fled to Norway. The Veld Post said so.", "The Veld Post"),
        (
            "The AP",
            "The Associated Press had it from Albert Park, the AP said.",
            "The Associated Press",
        ),
        ("AP", "It fell, Associated Press reporters said.", "Associated Press"),
        ("the Post", "They fled to St. Anne. The St. Anne Post said so.", "The St. Anne Post"),
    ],
)
def test_an_outlet_is_the_one_that_the_article_names_in_full(
    name: str, text: str, full: str
) -> None:
    assert full_outlet(name, text, ()) == full


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("the Times", "It was old, the Times said."),
        ("the Times", "The Veld Times had it, and the Lund Times has not."),
        ("the Times", "The Times of Veld had it, and the Lund Times has not."),
        ("the Post", "It stands near the Veld Post Office, the Post said."),
        ("Ida Moen", "The Veld Post quoted Ida Moen."),
        ("the AP", "It fell, the AP said."),
        ("the AP", "The Associated Press and the Alpine Press had it."),
        ("the NHB", "The North Harbour Board said so."),
        ("the Post and the Times", "The Veld Post and the Times had it."),
    ],
)
def test_where_none_or_two_fit_the_name_stays(name: str, text: str) -> None:
    assert full_outlet(name, text, ()) == name


@pytest.mark.parametrize("own", ["The Lund Post", "lundpost.example", "lundpost.co.uk"])
def test_a_paper_that_ends_so_means_itself(own: str) -> None:
    text = "The Veld Post had it first, but the Post asked again."
    assert full_outlet("the Post", text, ["Another", own]) == "the Post"
    assert full_outlet("the Post", text, ["Another"]) == "The Veld Post"


@given(
    st.sampled_from(["the Post", "The Times", "the Veld Post", "Ida Moen"]),
    st.lists(
        st.sampled_from(
            [
                "The",
                "the",
                "Veld",
                "Lund",
                "Post",
                "Times",
                "said",
                "of",
                "On",
                "Sunday's",
                ".",
                ",",
            ]
        )
    ).map(" ".join)
    | st.text(max_size=80),
)
def test_what_is_found_stands_in_the_text(name: str, text: str) -> None:
    found = full_outlet(name, text, ())
    assert found == name or found in text
