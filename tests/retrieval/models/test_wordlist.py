from __future__ import annotations

import pytest

from retrieval.models.wordlist import is_word


@pytest.mark.parametrize("word", ["ransom", "Peru", "RESIGNED", "doses"])
def test_common_words_are_known_in_any_case(word: str) -> None:
    assert is_word(word)


@pytest.mark.parametrize("word", ["rnasom", "Menandez", "", "##ing", "[CLS]", "?"])
def test_slips_and_pieces_of_words_are_not(word: str) -> None:
    assert not is_word(word)
