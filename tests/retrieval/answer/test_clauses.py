from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from retrieval.answer.clauses import FEWEST_WORDS, clauses


def _texts(sentence: str) -> list[str]:
    return [sentence[start:end] for start, end in clauses(sentence, 0, len(sentence))]


def test_a_reason_is_a_clause_of_its_own() -> None:
    assert _texts("He will not call her, as the country is an unfriendly one.") == [
        "He will not call her",
        "as the country is an unfriendly one.",
    ]


def test_what_is_said_beside_is_a_clause() -> None:
    assert _texts("She would end the strike, famously asserting that she could do it by noon.") == [
        "She would end the strike",
        "she could do it by noon.",
    ]


def test_what_is_denied_is_never_cut_off_from_its_denial() -> None:
    assert _texts("He denied claims that the bank had failed last week.") == []
    assert _texts("He said that the bank had failed last week.") == [
        "the bank had failed last week."
    ]


def test_a_condition_is_never_cut_off() -> None:
    assert _texts("He would resign, if the vote were lost by his party.") == []


def test_one_clause_is_none() -> None:
    assert _texts("He resigned on Friday.") == []


@given(st.text(alphabet="ab ,;.–\n", max_size=80), st.integers(0, 10))
def test_clauses_are_ordered_pieces_of_the_sentence(text: str, start: int) -> None:
    start = min(start, len(text))
    at = start
    for left, right in clauses(text, start, len(text)):
        assert at <= left < right <= len(text)
        assert len(text[left:right].split()) >= FEWEST_WORDS
        at = right
