"""Russian and Ukrainian typed in Latin letters are read in their own."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from retrieval.answer.language.romanised import cyrillic
from retrieval.answer.question.question import understand

ALL = ("en", "de", "fr", "es", "ru", "uk")
TYPED = (
    ("kto prodal mayak", "кто продал маяк?", "ru", "who"),
    ("skolko lyudej pogiblo na mayake", "сколько людей погибло на маяке?", "ru", "number"),
    ("pravda chto Mukhin prodal mayak", "Мухин продал маяк.", "ru", None),
    ("gde seychas storozh", "где сейчас сторож?", "ru", "where"),
    ("khto prodav mayak", "хто продав маяк?", "uk", "who"),
    ("chy prodaly mayak", "чи продали маяк.", "uk", None),
    ("skilky lyudey na mayaku", "скільки людей на маяку?", "uk", "number"),
)
STAY = (
    "Did kto buy the lighthouse?",
    "li keqiang resigned",
    "pravda newspaper closed",
    "tse raises fees",
    "le yak est mort",
    "who is razve",
    "putin pozdravil trampa",
    "кто продал маяк",
)


@pytest.mark.parametrize(("typed", "asked", "code", "asks"), TYPED)
def test_a_question_in_latin_letters_is_read_in_its_own(
    typed: str, asked: str, code: str, asks: str | None
) -> None:
    found = understand(typed, ALL)
    assert (found.text, found.canonical, found.language, found.asks) == (typed, asked, code, asks)


@pytest.mark.parametrize("typed", STAY)
def test_what_may_be_of_another_language_stays(typed: str) -> None:
    assert cyrillic(typed, ALL) == typed


def test_where_russian_is_not_read_nothing_is_made_of_it() -> None:
    assert cyrillic("kto prodal mayak", ["en", "de"]) == "kto prodal mayak"
    assert cyrillic("kto prodal mayak", ["*"]) == "кто продал маяк"


@given(st.text(max_size=60))
def test_any_text_is_read_in_one_way(text: str) -> None:
    once = cyrillic(text, ALL)
    assert once == text or cyrillic(once, ALL) == once
