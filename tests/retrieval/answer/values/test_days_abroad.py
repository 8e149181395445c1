"""Days in five languages beside English, in the calendar of the day of publication."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from babel.dates import format_date
from hypothesis import given
from hypothesis import strategies as st

from retrieval.answer.language.languages import LANGUAGES
from retrieval.answer.values.days import Day, days

TODAY = "2024-11-07"  # a Thursday
DAYS = (
    ("de", "Am 3. Oktober kam er.", "2024-10-03"),
    ("de", "Er kam gestern.", "2024-11-06"),
    ("fr", "le 1er octobre", "2024-10-01"),
    ("fr", "arrivé hier soir", "2024-11-06"),
    ("es", "el 3 de octubre de 2023", "2023-10-03"),
    ("es", "llegó ayer", "2024-11-06"),
    ("ru", "3 октября он приехал", "2024-10-03"),
    ("ru", "приедет завтра", "2024-11-08"),
    ("uk", "3 жовтня він приїхав", "2024-10-03"),
    ("uk", "приїхав учора", "2024-11-06"),
)
STRETCHES = (
    ("de", "Ende Oktober", "2024-10-21", "2024-10-31"),
    ("de", "seit 2019", "2019-01-01", "2019-12-31"),
    ("de", "letzte Woche", "2024-10-28", "2024-11-03"),
    ("fr", "mi-octobre", "2024-10-11", "2024-10-20"),
    ("fr", "la semaine dernière", "2024-10-28", "2024-11-03"),
    ("es", "a finales de octubre", "2024-10-21", "2024-10-31"),
    ("es", "en 2019", "2019-01-01", "2019-12-31"),
    ("ru", "в мае 2023 года", "2023-05-01", "2023-05-31"),
    ("ru", "в прошлом году", "2023-01-01", "2023-12-31"),
    ("uk", "у лютому 2023", "2023-02-01", "2023-02-28"),
    ("uk", "минулого тижня", "2024-10-28", "2024-11-03"),
)
NONE = (
    ("de", "2000 Menschen kamen am Morgen"),
    ("fr", "Il a marché longtemps"),
    ("es", "por la mañana, en el mar"),
    ("ru", "2000 человек на маяке"),
    ("uk", "трава і травма"),
)


def _on(day: str) -> date:
    return date.fromisoformat(day)


@pytest.mark.parametrize(("language", "text", "day"), DAYS)
def test_a_day_is_read(language: str, text: str, day: str) -> None:
    assert days(text, TODAY, language) == {Day(_on(day), _on(day))}


@pytest.mark.parametrize(("language", "text", "first", "last"), STRETCHES)
def test_a_stretch_is_read(language: str, text: str, first: str, last: str) -> None:
    (found,) = days(text, TODAY, language)
    assert (found.start, found.end) == (_on(first), _on(last))


@pytest.mark.parametrize(("language", "text"), NONE)
def test_other_words_are_no_days(language: str, text: str) -> None:
    assert not days(text, TODAY, language)


def test_a_bound_excludes_nothing() -> None:
    (bound,) = days("bis zum 5. November", TODAY, "de")
    (other,) = days("8 листопада", TODAY, "uk")
    assert bound.bound
    assert not bound.excludes(other)
    (said,) = days("5 ноября", TODAY, "ru")
    assert said.excludes(other)


@given(
    st.dates(date(2001, 1, 1), date(2033, 12, 31)),
    st.sampled_from(LANGUAGES),
    st.sampled_from(("long", "full")),
)
def test_what_babel_writes_is_read_in_every_language(day: date, language: str, form: str) -> None:
    written = format_date(day, form, locale=language)
    found = days(written, day.isoformat(), language)
    assert Day(day, day) in found
    assert all(abs(each.start - day) <= timedelta(7) for each in found)


@given(st.text(max_size=80), st.sampled_from(LANGUAGES), st.none() | st.just(TODAY))
def test_any_text_is_read(text: str, language: str, published: str | None) -> None:
    assert all(each.start <= each.end for each in days(text, published, language))
