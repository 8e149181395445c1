"""Countries under their names in five languages, in every case, and nothing else."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from retrieval.answer.language.countries import countries_in, rows
from retrieval.answer.language.languages import LANGUAGES
from retrieval.answer.names.named_abroad import keys_abroad
from retrieval.answer.names.subjects import place_of, places_in, places_of_several
from retrieval.answer.names.wording import weigh
from retrieval.answer.question.question import understand

NAMED = (
    ("de", "Die russischen Truppen und Deutschlands Regierung", {"Russia", "Germany"}),
    ("de", "In Moskau und den Vereinigten Staaten", {"Russia", "United States"}),
    ("fr", "Le gouvernement russe et l'Allemagne", {"Russia", "Germany"}),
    ("fr", "Varsovie et l'armée américaine", {"Poland", "United States"}),
    ("es", "La canciller alemana, EE. UU. y tropas rusas", {"Germany", "United States", "Russia"}),
    ("ru", "Из Германии в Соединённые Штаты", {"Germany", "United States"}),
    ("ru", "украинских военных, с Китаем", {"Ukraine", "China"}),
    ("uk", "У Києві й Німеччині", {"Ukraine", "Germany"}),
    ("uk", "російського уряду, Великою Британією", {"Russia", "United Kingdom"}),
)
NOBODY = (("uk", "Перша особа"), ("ru", "Индивид и весна"), ("fr", "la rue"), ("es", "El chal"))


@pytest.mark.parametrize(("language", "text", "named"), NAMED)
def test_a_country_is_known_by_its_name_there(language: str, text: str, named: set[str]) -> None:
    assert {rows()[number][0] for number in places_in(text, language)} == named


@pytest.mark.parametrize(("language", "text"), NOBODY)
def test_words_that_begin_alike_are_no_countries(language: str, text: str) -> None:
    assert not countries_in(text, language)


def test_a_number_is_the_same_country_in_every_language() -> None:
    told = {place_of("Germany"), place_of("Deutschland", "de"), place_of("Німеччини", "uk")}
    assert len(told) == 1
    assert place_of("Leuchtturm", "de") is None
    several = places_of_several("Вышли ли Соединённые Штаты?", "ru")
    assert several == {"соединённые": place_of("US"), "штаты": place_of("US")}


def test_a_country_of_a_question_is_found_in_other_languages() -> None:
    asked = understand("Did Germany send troops?")
    wording = weigh(asked, ["Germany sent troops."]).abroad()
    assert wording.names(keys_abroad("Німеччина надіслала війська.", "uk")) == 1
    assert wording.names(keys_abroad("Франція надіслала війська.", "uk")) == 0


@given(st.text(max_size=80), st.sampled_from([*LANGUAGES, "en", "xx"]))
def test_any_text_names_countries_of_the_table(text: str, language: str) -> None:
    assert all(0 <= number < len(rows()) for number in places_in(text, language))
