"""Who leads, owns or founded something, asked and told in six languages."""

from __future__ import annotations

from types import SimpleNamespace
from typing import Any

import numpy as np
import pytest

from retrieval.answer.decision.decide import Weights
from retrieval.answer.grammar.offices_abroad import asked_office, holders_abroad, tells
from retrieval.answer.question.question import understand

ALL = ("en", "de", "fr", "es", "ru", "uk")
WEIGHTS = Weights(np.zeros((0, 0)), np.zeros(0), first=0.3, second=0.5, covered=0.4, against=0.0)
MAYOR = [
    "Wer ist der Bürgermeister von Svartnes?",
    "Qui est le maire de Svartnes ?",
    "¿Quién es el alcalde de Svartnes?",
    "Кто мэр Свартнеса?",
    "Хто мер Свартнеса?",
]
OWNER = [
    "Wem gehört die Svartnes?",
    "Wer ist Eigentümer der Svartnes?",
    "À qui appartient le Svartnes ?",
    "¿Quién es el dueño del Svartnes?",
    "Кому принадлежит Свартнес?",
    "Хто власник Свартнеса?",
]
LEADS = [
    "Wer leitet Svartnes?",
    "Qui dirige Svartnes ?",
    "¿Quién dirige Svartnes?",
    "Кто возглавляет Свартнес?",
    "Хто очолює Свартнес?",
    "Хто міський голова Свартнеса?",
]


def is_told(asked: str, text: str, language: str) -> bool:
    office = asked_office(understand(asked, ALL))
    assert office is not None
    return tells(office, text, language)


@pytest.mark.parametrize("asked", [*MAYOR, *LEADS])
@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "The sacking of Svartnes's mayor, Ida Moen, was lawful."),
        ("de", "Ida Moen, Bürgermeisterin der kleinen Hafenstadt Svartnes, lacht."),
        ("de", "Svartnes-Bürgermeister Odd Lund lacht."),
        ("fr", "Le nouveau maire de Svartnes, Odd Lund, rit."),
        ("es", "La alcaldesa de Svartnes, Ida Moen, se ríe."),
        ("ru", "Мэр Свартнеса Ида Моэн уехала."),
        ("uk", "Мер норвезького Свартнеса Одд Лунд поїхав."),
        ("uk", "Одд Лунд є мером Свартнеса."),
        ("uk", "Міська голова Свартнеса Іда Моен поїхала."),
    ],
)
def test_who_is_named_as_that_is_told(asked: str, language: str, text: str) -> None:
    assert is_told(asked, text, language)


@pytest.mark.parametrize("asked", OWNER)
@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("de", "Die „Svartnes“ gehört dem Reeder Odd Lund."),
        ("fr", "Odd Lund, propriétaire du « Svartnes », rit."),
        ("es", "El dueño del «Svartnes», Odd Lund, calla."),
        ("es", "La naviera Svartnes, propiedad del empresario Odd Lund, calla."),
        ("ru", "Яхта «Свартнес» принадлежит Одду Лунду."),
        ("uk", "Фабрика «Свартнес» стоїть, повідомив її власник Одд Лунд."),
    ],
)
def test_who_owns_it_is_told(asked: str, language: str, text: str) -> None:
    assert is_told(asked, text, language)


@pytest.mark.parametrize("asked", MAYOR)
@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "The former mayor of Svartnes, Ida Moen, sang."),
        ("de", "Die stellvertretende Bürgermeisterin von Svartnes, Ida Moen, lacht."),
        ("de", "Der Bürgermeister von Svartnes sprach mit Ida Moen."),
        ("fr", "L'ancien maire de Svartnes, Odd Lund, rit."),
        ("fr", "Le maire de Linden, Odd Lund, aime Svartnes."),
        ("es", "La alcaldesa de Linden, Ida Moen, visitó Svartnes."),
        ("ru", "Заместитель мэра Свартнеса Ида Моэн уехала."),
        ("uk", "Мер Ліндена Одд Лунд поїхав до Свартнеса."),
        ("uk", "Директор порту Свартнес Одд Лунд поїхав."),
    ],
)
def test_others_are_not(asked: str, language: str, text: str) -> None:
    assert not is_told(asked, text, language)


def test_a_country_is_known_by_its_names() -> None:
    assert is_told(
        "Wer ist Präsident der Slowakei?", "Le président de la Slovaquie, Odd Lund, rit.", "fr"
    )
    assert is_told("Кто президент Украины?", "Der Präsident der Ukraine, Odd Lund, lacht.", "de")


def test_a_body_is_known_without_what_it_is() -> None:
    text = "Ida Moen, patronne de la clinique Svartnes, rit."
    assert is_told("Qui dirige la clinique Svartnes ?", text, "fr")
    mayor = "Le maire de Svartnes, Odd Lund, rit."
    assert not is_told("Qui dirige le camp de Svartnes ?", mayor, "fr")
    assert not is_told("Кто возглавляет союз рыбаков Свартнеса?", mayor, "fr")
    assert not is_told(
        "¿Quién preside Francia?", "Los franceses votan, dijo su presidente, Odd Lund.", "es"
    )


@pytest.mark.parametrize(
    "asked",
    [
        "Who is the mayor of Svartnes?",
        "Wer ist der Mörder von Svartnes?",
        "Wer gewann in Svartnes?",
        "Wer führt in den Umfragen?",
        "Wer leitet 42?",
        "Qui est Ida Moen ?",
        "¿Quién es el padre de Ida Moen?",
        "Кто такой Одд Лунд?",
        "Хто виграв вибори у Свартнесі?",
    ],
)
def test_other_questions_are_not_read_so(asked: str) -> None:
    assert asked_office(understand(asked, ALL)) is None


def test_where_somebody_is_named_nobody_else_answers() -> None:
    texts = ["Мэр Свартнеса Ида Моэн уехала.", "В Свартнесе тихо."]
    given: Any = [SimpleNamespace(text=each, language="ru") for each in texts]
    decided = np.asarray([(0.1, 0, 0, 0.9), (0.8, 0, 0, 0.2)], dtype=np.float32)
    kept, rows, weights = holders_abroad(
        understand(MAYOR[0], ALL),
        given,
        decided,
        WEIGHTS,
    )
    assert [each.text for each in kept] == texts[:1]
    assert len(rows) == 1
    assert weights.covered == 0
    asked = understand("Wer ging gestern weg?", ALL)
    assert holders_abroad(asked, given, decided, WEIGHTS)[0] is given
