"""Answers to open questions stand together across languages by days, amounts and names alone."""

from __future__ import annotations

import numpy as np
import pytest

from retrieval.answer.decision.accounts import excluding
from retrieval.answer.decision.grouping import Told, together
from retrieval.answer.question.question import understand

ALL = ("en", "de", "fr", "es", "ru", "uk")
TODAY = "2024-11-07"

SAME = (
    ("When did the strike end?", "It ended yesterday.", "en", "Er endete am 6. November.", "de"),
    ("Wann endete der Streik?", "Страйк закінчився вчора.", "uk", "Il a pris fin mercredi.", "fr"),
    ("How many people came?", "Some 12,000 came.", "en", "Пришли около 12 тыс. человек.", "ru"),
    ("¿Quién ganó?", "Победил Пётр Мазур, сообщила комиссия.", "ru", "Ganó Piotr Mazur.", "es"),
    ("Who won?", "Piotr Mazur won by far.", "en", "Gewonnen hat Piotr Mazur.", "de"),
    ("Где нашли судно?", "Судно нашли в Норвегии.", "ru", "The ship lay in Norway.", "en"),
)
OTHER = (
    ("When did the strike end?", "It ended on Friday.", "en", "Er endete im März.", "de"),
    ("How many people came?", "Some 12,000 came.", "en", "Пришли 3 тыс. человек.", "ru"),
    ("Who won?", "Piotr Mazur won.", "en", "Победила Анна Коваль.", "ru"),
    ("Warum endete der Streik?", "Weil das Geld fehlte.", "de", "Бо бракувало грошей.", "uk"),
)


def _told(text: str, language: str, axis: int) -> Told:
    vector = np.zeros(4, dtype=np.float32)
    vector[axis] = 1
    return Told(text, vector, 0.5, TODAY, language)


@pytest.mark.parametrize(("asked", "one", "first", "two", "second"), SAME)
def test_the_same_day_number_or_name_is_one_account(
    asked: str, one: str, first: str, two: str, second: str
) -> None:
    question = understand(asked, ALL)
    assert together(question, [_told(one, first, 0), _told(two, second, 1)]) == [[0, 1]]


@pytest.mark.parametrize(("asked", "one", "first", "two", "second"), OTHER)
def test_everything_else_is_an_account_of_its_own(
    asked: str, one: str, first: str, two: str, second: str
) -> None:
    question = understand(asked, ALL)
    assert together(question, [_told(one, first, 0), _told(two, second, 1)]) == [[0], [1]]


def test_the_same_words_again_are_one_account() -> None:
    question = understand("Warum endete der Streik?", ALL)
    told = [_told("Weil das Geld fehlte.", "de", 0), _told("Weil Geld fehlte.", "de", 0)]
    assert together(question, told) == [[0, 1]]


def test_two_days_exclude_each_other_in_whatever_language() -> None:
    question = understand("Коли закінчився страйк?", ALL)
    first = [("Er endete am 6. November.", TODAY, "de")]
    assert excluding(question, [first, [("Він закінчився 2 листопада.", TODAY, "uk")]])
    assert not excluding(question, [first, [("Він закінчився вчора.", TODAY, "uk")]])
