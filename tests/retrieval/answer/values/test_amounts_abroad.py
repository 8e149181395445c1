"""Amounts in five languages beside English."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from retrieval.answer.language.languages import LANGUAGES
from retrieval.answer.values.amounts import amounts
from retrieval.answer.values.amounts_abroad import amounts_abroad, unit_asked

COUNTS = (
    ("de", "rund 12.000 Menschen", 12_000, ""),
    ("de", "der Schaden: 3,5 Mrd. Euro", 3.5e9, "$"),
    ("de", "nach neun Tagen", 9, "days"),
    ("fr", "quelque 12 000 personnes", 12_000, ""),
    ("fr", "3,5 milliards d’euros", 3.5e9, "$"),
    ("fr", "52,4 % des voix", 52.4, "%"),
    ("es", "3.500 millones de euros", 3.5e9, "$"),
    ("es", "nueve días", 9, "days"),
    ("ru", "около 12 тыс. человек", 12_000, ""),
    ("ru", "52,4 процента", 52.4, "%"),
    ("ru", "двух человек", 2, ""),
    ("uk", "2,3 млн грн", 2.3e6, "$"),
    ("uk", "дев’ять днів", 9, "days"),
)
NONE = (
    ("de", "am 3. März 2019 um 14:30 Uhr"),
    ("de", "der 118. Brigade"),
    ("de", "eine Brücke"),
    ("fr", "le 1er mars 2024"),
    ("es", "el 3 de marzo"),
    ("ru", "3 марта, 5-го числа"),
    ("uk", "3 березня 2019"),
)


@pytest.mark.parametrize(("language", "text", "value", "unit"), COUNTS)
def test_an_amount_is_read(language: str, text: str, value: float, unit: str) -> None:
    (found,) = amounts_abroad(text, language)
    assert found.value == pytest.approx(value)
    assert found.unit == unit


@pytest.mark.parametrize(("language", "text"), NONE)
def test_days_and_ordinals_are_no_amounts(language: str, text: str) -> None:
    assert not list(amounts_abroad(text, language))


def test_what_is_rounded_or_a_bound_says_so() -> None:
    (rough,) = amounts_abroad("rund 280 Menschen", "de")
    (exact,) = amounts_abroad("282 людини", "uk")
    (bound,) = amounts_abroad("более двадцати погибших", "ru")
    assert rough.agrees(exact)
    assert bound.least
    ((english, _, _),) = amounts("25 dead")
    assert not bound.excludes(english)


def test_a_question_asks_for_a_unit() -> None:
    assert unit_asked("Wie lange dauerte der Streik?", "de") == "days"
    assert unit_asked("Сколько процентов проголосовало?", "ru") == "%"
    assert unit_asked("¿Cuánto cuesta el puente?", "es") == "$"
    assert unit_asked("Скільки людей прийшло?", "uk") == ""


@given(st.text(max_size=60), st.sampled_from(LANGUAGES))
def test_any_text_is_read(text: str, language: str) -> None:
    assert all(each.value >= 0 and each.step > 0 for each in amounts_abroad(text, language))


@given(st.integers(1000, 999_999_999), st.sampled_from(LANGUAGES))
def test_thousands_are_parted_as_in_each_language(number: int, language: str) -> None:
    mark = "." if language in ("de", "es") else "\u202f"
    written = f"{number:,}".replace(",", mark)
    assert [each.value for each in amounts_abroad(f"({written})", language)] == [number]
