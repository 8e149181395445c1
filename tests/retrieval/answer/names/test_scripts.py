"""Names of a question are found as the library writes them, in another script and case."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from retrieval.answer.names.scripts import apart, spelt
from retrieval.answer.question.question import understand
from retrieval.errors import QuestionError

ALL = ("en", "de", "fr", "es", "ru", "uk")
HELD = sorted(
    (
        "путин путина путину путін путіна питание потом зеленскии зеленского зеленськии зеленська "
        "putin poutin putinism zelenski selenskyj zelenskij mukhin мухин мухина мухи будет строк "
        "nurnberg нюрнберг министр маяк кастельно castelnau lukashenko лукашенко лукашенка "
        "lighthous valmard"
    ).split()
)

NAMED = (
    ("Did Putin resign?", {"путин", "путина", "путину", "путін", "путіна"}),
    ("did putin resign", {"путин", "путін"}),
    ("Hat Selenskyj das Budget gelesen?", {"зеленскии", "зеленского", "zelenski", "zelenskij"}),
    ("Poutine a-t-il démissionné ?", {"путин", "путін", "putin"}),
    ("Звонил ли Зеленский Кастельно?", {"zelenski", "selenskyj", "castelnau", "зеленськии"}),
    ("Did Путин resign?", {"putin"}),
    ("Hat Путин das gelesen?", {"putin", "путіна"}),
    ("Чи дзвонив Лукашенко?", {"lukashenko", "лукашенка"}),
    ("Чи сів літак у Нюрнберзі?", {"nurnberg", "нюрнберг"}),
    ("Почему он сел в Нюрнберге?", {"nurnberg", "нюрнберг"}),
    ("Ушёл ли Вальмар?", {"valmard"}),
    # Typed small, in a case.
    ("почему он сел в нюрнберге", {"nurnberg", "нюрнберг"}),
    ("почему видели путину", {"putin", "путина"}),
)


def _held(first: str, last: str) -> list[str]:
    return [word for word in HELD if first <= word < last]


@pytest.mark.parametrize(("asked", "words"), NAMED)
def test_a_name_is_found_in_every_script(asked: str, words: set[str]) -> None:
    found = set(spelt(understand(asked, ALL), _held))
    assert words <= found
    assert not found & {"питание", "потом", "мухи", "маяк", "lighthous"}


def test_one_letter_in_three_may_differ_and_vowels_at_the_end_are_those_of_cases() -> None:
    assert apart("pereiru", "pereira") == 0
    assert apart("putin", "poutine") == 1
    assert apart("presa", "paris") is None


def test_an_ordinary_word_is_no_name_because_another_sounds_alike() -> None:
    assert spelt(understand("did the budget strike again", ALL), _held) == []
    assert spelt(understand("Did 2019 matter for Xi?", ALL), _held) == []


def test_an_english_question_is_not_spelt_otherwise_in_english() -> None:
    found = spelt(understand("Did Zelensky resign?", ALL), _held)
    assert found
    assert not any(word.isascii() for word in found)


@given(st.text(min_size=2, max_size=40))
def test_what_is_found_is_held(text: str) -> None:
    try:
        question = understand(text, ALL)
    except QuestionError:
        return
    assert set(spelt(question, _held)) <= set(HELD)
