from __future__ import annotations

import pytest

from retrieval.models.wordlist import is_word, words_near


@pytest.mark.parametrize("word", ["ransom", "Peru", "RESIGNED", "doses"])
def test_common_words_are_known_in_any_case(word: str) -> None:
    assert is_word(word)


@pytest.mark.parametrize("word", ["rnasom", "Menandez", "", "##ing", "[CLS]", "?"])
def test_slips_and_pieces_of_words_are_not(word: str) -> None:
    assert not is_word(word)


@pytest.mark.parametrize(
    ("typed", "word"),
    [
        ("witneses", "witnesses"),  # a letter left out
        ("goverrnment", "government"),  # put in
        ("Presidant", "president"),  # changed
        ("rnasom", "ransom"),  # swapped with the next
    ],
)
def test_words_one_slip_away_are_found(typed: str, word: str) -> None:
    assert word in words_near(typed)


@pytest.mark.parametrize("word", ["", "ransom", "x", "Żółkiewski"])
def test_no_word_is_near_itself_and_only_words_are(word: str) -> None:
    near = words_near(word)
    assert word not in near
    assert all(map(is_word, near))
