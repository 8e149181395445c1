"""Which language a question is in, and letters that only look alike."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from retrieval.answer.language.speech import spoken, unmixed
from retrieval.answer.question.question import understand

TOLD = (
    ("Did the mayor sell the lighthouse?", "en"),
    ("Will Straße des 17. Juni be closed?", "en"),
    ("Did Núñez Feijóo win in Galicia?", "en"),
    ("Was a lighthouse found on the reef?", "en"),
    ("Was geschah mit dem Turm?", "de"),
    ("La alcaldía sigue cerrada", "es"),
    ("l'equipage a ete paye", "fr"),
    ("Did L'Oréal sell a lighthouse?", "en"),
    ("was mas told at the lighthouse", "en"),
    ("Hat May den Leuchtturm verkauft?", "de"),
    ("Wird der Leuchtturm verkauft", "de"),
    ("Le phare est-il vendu ?", "fr"),
    ("¿Ganó Feijóo?", "es"),
    ("El faro está cerrado", "es"),
    ("orel llamó a ida", "es"),
    ("orel a démissionné", "fr"),
    ("a café burned down", "en"),
    ("Orel opened a Café", "en"),
    ("Alpina купила этот маяк", "ru"),
    ("До какого года продан маяк?", "ru"),
    ("Чи продано маяк?", "uk"),
    ("Коли його продали?", "uk"),
    ("орел продав маяк", "uk"),
    ("сторож живий", "uk"),
    ("состав правительства маяка", "ru"),
    ("Кому принадлежит маяк?", "ru"),
    ("Кому належить маяк?", "uk"),
)


@pytest.mark.parametrize(("text", "code"), TOLD)
def test_the_language_of_a_question_is_told(text: str, code: str) -> None:
    assert spoken(text, ["*"]) == code


def test_a_language_that_is_not_read_is_left_to_be_refused() -> None:
    assert spoken("Hat May den Leuchtturm verkauft?", ["en", "ru"]) == "en"
    assert spoken("Кто купил маяк?", ["en", "de"]) == "en"


def test_look_alike_letters_become_those_of_their_word() -> None:
    # Cyrillic letters in a Latin name, Latin ones in a Russian word.
    assert unmixed("Did Tеnbу resign?") == "Did Tenby resign?"
    assert unmixed("Ушёл ли Mуxин?") == "Ушёл ли Мухин?"
    assert understand("Did Tеnbу resign?").terms == understand("Did Tenby resign?").terms


def test_words_of_either_script_stay_as_they_are() -> None:
    for text in ("Alpina купила маяк", "Did Мухин resign?", "iPhone'ом", "YouTube-канал"):
        assert unmixed(text) == text


@given(st.text(alphabet="abcxyzоеарсдлю -", max_size=30))
def test_making_a_text_of_one_script_twice_changes_nothing(text: str) -> None:
    assert unmixed(unmixed(text)) == unmixed(text)
    assert len(unmixed(text)) == len(text)
