"""A name in texts of any language."""

from __future__ import annotations

from types import SimpleNamespace
from typing import Any

import pytest

from retrieval.answer.grammar.called import Called, is_name

BEKETOV = Called("Artur Beketov", "en")


def sentences(*told: tuple[str, str]) -> list[Any]:
    """Sentences of languages."""
    return [SimpleNamespace(text=text, language=language) for language, text in told]


@pytest.mark.parametrize(
    ("language", "text", "place"),
    [
        ("ru", "Суд оправдал Артура Бекетова вчера.", "Артура Бекетова"),
        ("uk", "Суд виправдав Артура Бекетова вчора.", "Артура Бекетова"),
        ("de", "Gestern kam Artur Beketow an.", "Artur Beketow"),
        ("fr", "C'est la maison d'Artur Beketov.", "Artur Beketov"),
        ("es", "Llegó Artur von Beketov.", "Artur von Beketov"),
    ],
)
def test_a_name_is_found_as_whole_as_it_is_written(language: str, text: str, place: str) -> None:
    (found,) = BEKETOV.places(text, language)
    assert text[found.start : found.end] == place
    assert found.full


def test_a_surname_is_no_full_name_and_a_small_word_none() -> None:
    (found,) = BEKETOV.places("Пришёл Олег Бекетов.", "ru")
    assert not found.full
    assert not BEKETOV.places("Пришёл бекетов.", "ru")


@pytest.mark.parametrize(
    ("name", "text"), [("Nuria Abad", "Salman Abedi"), ("Vicent Moltó", "Malta")]
)
def test_a_short_name_is_spelt_as_it_is_in_one_script(name: str, text: str) -> None:
    assert not Called(name, "es").named(text, "en")


@pytest.mark.parametrize(
    ("name", "language", "told"),
    [
        ("artur beketov", "es", ("ru", "Приехал Артур Бекетов.")),
        ("beketov", "es", ("en", "It was Beketov.")),
        ("uwe moen", "de", ("de", "Es kam Uwe Moen.")),
        ("moen", "de", ("de", "Es sprach Moen.")),
        # Like words for somebody: Müller, Viktor.
        ("Peter Müller", "de", ("de", "Es sprach Peter Müller.")),
        ("Виктор Моэн", "ru", ("ru", "Пришёл Виктор Моэн.")),
        # "Solennel" is spelt like a part of it.
        ("Solène Moen", "fr", ("fr", "Solène Moen est solennelle, solennel.")),
        # None has it, and it looks like one.
        ("Xaver Quist", "de", ("de", "Es kam Uwe Moen.")),
        ("Незнамов", "ru", ("de", "Es kam Uwe Moen.")),
    ],
)
def test_what_texts_write_as_a_name_is_one(name: str, language: str, told: tuple[str, str]) -> None:
    assert is_name(Called(name, language), sentences(told))


@pytest.mark.parametrize(
    ("name", "language", "told"),
    [
        ("Bürgermeister", "de", ("de", "Es sprach der Bürgermeister.")),
        ("мигранты", "ru", ("ru", "Приехали мигранты.")),
        ("responsable", "es", ("es", "Es el responsable.")),
        ("xaver quist", "de", ("de", "Es kam Uwe Moen.")),
        ("Moens Vorgänger", "de", ("de", "Es kam Uwe Moen.")),
        ("Quist", "de", ("de", "Es kam Uwe Moen.")),
        ("президентом України", "uk", ("uk", "Президент України та президент Польщі були там.")),
        ("Präsident Lindens", "de", ("de", "Es sprach der Präsident Lindens.")),
    ],
)
def test_what_they_write_as_a_noun_is_none(name: str, language: str, told: tuple[str, str]) -> None:
    assert not is_name(Called(name, language), sentences(told))
