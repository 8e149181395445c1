from __future__ import annotations

from typing import TYPE_CHECKING

from hypothesis import given
from hypothesis import strategies as st

from retrieval.store.spellings import variants
from tests.retrieval.store.entries import entry as make_entry

if TYPE_CHECKING:
    from retrieval.store.catalogue import Catalogue


def test_a_name_comes_in_its_spellings_and_a_word_alone() -> None:
    assert "kiev" in variants("Kyiv")
    assert {"zelensky", "zelenskyy", "zelenskiy", "zelenskyi"} <= set(variants("Zelenskyy"))
    assert variants("harbour") == ("harbour",)
    assert variants("sky") == ("sky",)
    assert variants("risky") != ()


@given(st.text())
def test_the_word_itself_is_always_among_them(word: str) -> None:
    assert variants(word)[0] in (word, word.casefold())


def test_search_finds_the_other_spellings_case_and_accents(catalogue: Catalogue) -> None:
    catalogue.add(
        [
            make_entry("a1", ("Zelenskyy spoke in Kyiv about Erdoğan and Hezbollah.",)),
            make_entry("a2", ("The harbour strike ended.",)),
        ],
        encoder="random",
    )
    for term in ("zelensky", "ZELENSKIY", "Kiev", "erdogan", "Hizbullah"):
        assert len(catalogue.words([term], 5)) == 1, term
    assert catalogue.words(["Moscow"], 5) == []
