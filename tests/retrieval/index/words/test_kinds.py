"""The kinds of words that are kept, and what each counts."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from retrieval.index.words.kinds import FILLER, KINDS, of_paragraph, weights
from tests.retrieval.index.words.shelves import FORMS


def test_a_word_is_of_one_kind_by_where_it_is() -> None:
    kept = of_paragraph(
        FORMS, "Storm at the harbour: a storm, and seagulls", "Storm harbour Lund", "en"
    )
    assert kept.count("*storm") == 2
    assert kept.count("+harbour") == 1
    assert kept.count("^lund") == 1
    assert kept.count("seagul") == 1
    assert kept.count(FILLER) == 2
    assert of_paragraph(FORMS, "word " * 40, "Lund", "en")[-1] == "^^lund"
    assert of_paragraph(FORMS, "word " * 400, "Lund", "en")[-1] == "^^^lund"


@given(st.text(max_size=80), st.text(max_size=40), st.sampled_from(["en", "de", "uk", ""]))
def test_a_paragraph_stays_as_long_and_no_word_can_be_taken_for_another(
    text: str, title: str, language: str
) -> None:
    kept = of_paragraph(FORMS, text, title, language)
    assert len(kept) == len(FORMS.stems(text, language)) + len(FORMS.stems(title, language))
    asked = set(FORMS.of_question([text, title], []))
    for each in kept:
        bare = each.lstrip("+*^")
        assert each == FILLER or (bare.isalnum() and each[: len(each) - len(bare)] in KINDS)
    assert FILLER not in asked
    assert not any(each.startswith(("+", "*", "^")) for each in asked)


@pytest.mark.parametrize("mean", [2.0, 20.0, 57.0, 300.0])
def test_a_word_counts_less_in_the_title_and_most_in_both(mean: float) -> None:
    found = weights(0.3, mean)
    assert set(found) == set(KINDS)
    plain, once, often, *above = (found[kind] for kind in KINDS)
    assert plain == 1.0
    assert once > often > 1
    assert all(0.3 <= each < 0.8 for each in above)
    # The shorter of two paragraphs gets more of it.
    assert above == sorted(above, reverse=True)
