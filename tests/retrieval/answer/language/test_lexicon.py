"""What counts as a word of a text."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from retrieval.answer.language import lexicon

TEXTS = st.text(alphabet="aBé9и.'’-,_ \n", max_size=30) | st.text(max_size=30)


def test_words_lose_the_ending_of_a_genitive() -> None:
    assert lexicon.words("The U.S. and Trump's don’t_know.") == [
        "The", "U.S.", "and", "Trump", "don’t", "know",
    ]  # fmt: skip


@given(TEXTS)
def test_words_are_read_alike_with_and_without_underscores(text: str) -> None:
    plain = text.replace("_", " ")

    assert lexicon._PLAIN_WORD.findall(plain) == lexicon._WORD.findall(plain)
    assert lexicon.words(plain) == [word for word, _, _ in lexicon.tokens(plain)]
    assert lexicon.words(text) == [word for word, _, _ in lexicon.tokens(text)]
