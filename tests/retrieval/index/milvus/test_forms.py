"""Words in the form in which a server compares them."""

from __future__ import annotations

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from retrieval.answer.language.languages import stem_in
from retrieval.index.milvus.forms import MOST, NOTHING, TEXT_COUNTS, of_paragraph
from retrieval.outside import forms

FORMS = forms()


@pytest.mark.parametrize(
    ("text", "term"),
    [
        ("The minister congratulated him.", "congratulate"),
        ("Zürich's mayors", "zurich mayor"),
        ("ELECTIONS", "election"),
        ("Kyiv was dark", "Kiev"),
        ("Zelenskyy said", "Zelensky"),
    ],
)
def test_a_question_and_a_text_meet(text: str, term: str) -> None:
    kept = set(of_paragraph(FORMS, text, "", "en").split())
    assert kept & set(FORMS.of_question([term], []))


@pytest.mark.parametrize(
    ("language", "text", "term"),
    [
        ("de", "Die Wählerinnen stimmten ab.", "wählern"),
        ("ru", "Президенты встретились.", "президентом"),
        ("uk", "Виборами керували.", "вибори"),
        ("fr", "Les électeurs ont voté.", "électeur"),
    ],
)
def test_a_stem_of_the_articles_language_is_found(language: str, text: str, term: str) -> None:
    kept = set(of_paragraph(FORMS, text, "", language).split())
    assert kept & set(FORMS.of_question([], [stem_in(language, term)]))


def test_a_text_counts_more_than_its_title() -> None:
    kept = of_paragraph(FORMS, "harbour", "bridge", "en").split()
    assert (kept.count("harbour"), kept.count("bridg")) == (TEXT_COUNTS, 1)


@settings(max_examples=40)
@example("", "𝕊", "en")
@example("ꭰ", "İ", "de")
@given(st.text(max_size=100), st.text(max_size=60), st.sampled_from(["en", "de", "uk", "xx", ""]))
def test_whatever_is_kept_is_words_and_fits(text: str, title: str, language: str) -> None:
    kept = of_paragraph(FORMS, text, title, language)
    assert kept
    assert len(kept.encode()) <= MOST
    # Nothing that a server's own splitter would take apart or fold another way.
    assert all(each.isalnum() and each == each.lower() for each in kept.split())


def test_a_long_text_is_cut_between_words() -> None:
    kept = of_paragraph(FORMS, "harbour " * 10_000, "", "en")
    assert len(kept.encode()) <= MOST
    assert set(kept.split()) == {"harbour"}
    assert of_paragraph(FORMS, "... --", "", "en") == NOTHING
