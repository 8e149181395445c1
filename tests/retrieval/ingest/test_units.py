"""Plain text into units: verbatim pieces, wrapped and broken lines together."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from retrieval.ingest.units import units

WRAPPED = (
    "The ministry said on Tuesday that it would review the rules\n"
    "before the end of the year, and that it would publish what\n"
    "it found in the spring.\n"
    "\n"
    "Officials in the capital, who asked not to be named, said\n"
    "the talks had been difficult and that no date had yet been\n"
    "set for the next round.\n"
)


@given(st.text(alphabet=st.sampled_from("abC .,\n\t\u00a0\u2028")))
def test_units_are_trimmed_pieces_in_order_and_lose_no_character(text: str) -> None:
    found = units(text)
    at = 0
    for unit in found:
        assert unit
        assert unit == unit.strip()
        at = text.index(unit, at) + len(unit)
    assert "".join("".join(found).split()) == "".join(text.split())


def test_each_line_of_a_page_is_a_unit() -> None:
    assert units("Title here\nFirst one.\n\nSecond one.\n") == [
        "Title here",
        "First one.",
        "Second one.",
    ]


def test_wrapped_paragraphs_stay_together_with_their_newlines() -> None:
    first, second = units(WRAPPED)
    assert first.startswith("The ministry")
    assert first.endswith("spring.")
    assert second.count("\n") == 2


def test_a_sentence_broken_by_a_link_is_joined_and_a_menu_is_not() -> None:
    assert units("He said the plan of\nthe ministry\nwas late.") == [
        "He said the plan of\nthe ministry\nwas late."
    ]
    assert units("Home\nworld\nbusiness") == ["Home", "world", "business"]
