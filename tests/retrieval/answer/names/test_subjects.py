from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from retrieval.answer.names.subjects import fold, mentions, place_of, skeleton, skeletons, unchanged


def test_letters_that_only_look_alike_make_no_other_name() -> None:
    assert fold("T\u0435nb\u0443") == fold("Tenby")
    assert skeleton("M\u0443xin", "en") == skeleton("Myxin", "en")


def test_a_name_is_found_under_its_other_spellings() -> None:
    assert fold("Zelensky") in mentions("President Volodymyr Zelenskyy spoke.").keys
    assert place_of("Russia") in mentions("The Kremlin spoke.").places
    assert place_of("U.S.") in mentions("American troops stayed.").places


def test_another_word_is_not_taken_for_a_country() -> None:
    assert place_of("US") not in mentions("They told us to go.").places
    assert place_of("Turkey") not in mentions("They ate turkey.").places


def test_countries_have_one_number_under_all_their_names() -> None:
    assert place_of("Moscow") == place_of("russian") == place_of("Kremlin")
    assert place_of("Kyiv") == place_of("Kiev") != place_of("Moscow")
    assert place_of("Atlantis") is None


def test_a_body_has_one_number_under_its_name_and_its_letters() -> None:
    assert place_of("FBI") == place_of("F.B.I.") == place_of("Federal Bureau of Investigation")
    assert place_of("ISIS") in mentions("Islamic State claimed it.").places
    assert place_of("Justice Department") in mentions("The Department of Justice sued.").places
    assert len({place_of("FBI"), place_of("CIA"), place_of("US")}) == 3
    assert place_of("G7") == place_of("G-7") == place_of("Group of Seven") != place_of("G20")


def test_no_common_word_is_a_body() -> None:
    for word in "ice who sec fed is as us epa".split():
        found = place_of(word)
        assert found is None or word in {"us", "epa"}
    assert mentions("They ate ice, and it is who they are.").places == frozenset()


@given(st.text(max_size=200))
def test_any_text_has_its_mentions(text: str) -> None:
    found = mentions(text)
    assert all(isinstance(key, str) for key in found.keys)


@pytest.mark.parametrize(
    "forms",
    [
        (("Putin", "en"), ("Poutine", "fr"), ("Путина", "ru"), ("Путіним", "uk")),
        (("Zelenskyy", "en"), ("Selenskyj", "de"), ("Зеленского", "ru"), ("Зеленському", "uk")),
        (("Macron", "fr"), ("Макроном", "ru"), ("Макрона", "uk")),
        (("Ferreyra", "es"), ("Феррейру", "ru")),
        (("Harmsen", "de"), ("Гармсен", "ru")),
        (("2019", "en"), ("2019", "ru")),
    ],
)
def test_a_name_is_one_in_every_script(forms: tuple[tuple[str, str], ...]) -> None:
    assert len({skeleton(*form) for form in forms}) == 1


def test_other_names_are_others_and_short_ones_none() -> None:
    names = ("Putin", "Patten", "Macron", "Scholz", "Trump")
    assert skeleton("Путин", "ru") != skeleton("Петров", "ru")
    assert len({skeleton(each, "en") for each in names}) == len(names) - 1  # a known confusion
    assert skeleton("Xi", "en") == ""


@pytest.mark.parametrize(
    ("changed", "language", "name"),
    [
        ("Нюрнберзі", "uk", ("Nürnberg", "de")),
        ("нюрнберге", "ru", ("Nürnberg", "de")),
        ("Празі", "uk", ("Prag", "de")),
        ("Америці", "uk", ("Америка", "uk")),
        ("Кироге", "ru", ("Quiroga", "es")),
        ("Драгновах", "uk", ("Dragnow", "de")),
        ("Драгнові", "uk", ("Dragnov", "en")),
        ("Halmovás", "de", ("Halmová", "en")),
        ("Strojews", "de", ("Stroyev", "en")),
        ("d’Olmedo", "fr", ("Олмедо", "ru")),
        ("L'Ahven", "fr", ("Ahven", "en")),
    ],
)
def test_a_name_whose_ending_changed_it_is_the_same(
    changed: str, language: str, name: tuple[str, str]
) -> None:
    assert skeletons(changed, language) & skeletons(*name)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (("Merz", "de"), ("Мерц", "ru")),
        (("Crețan", "en"), ("Крецана", "uk")),
        (("Saporischschja", "de"), ("Запоріжжя", "uk")),
        (("Lechner", "de"), ("Лехнера", "ru")),
        (("Brandhorst", "en"), ("Брандгорст", "uk")),
    ],
)
def test_a_sound_is_one_however_a_language_writes_it(
    one: tuple[str, str], other: tuple[str, str]
) -> None:
    assert skeletons(*one) & skeletons(*other)


def test_what_is_not_changed_stands_for_itself_alone() -> None:
    assert unchanged("Nürnberg", "de") == unchanged("Preuß", "de") == ""
    assert unchanged("Хегге", "ru") == ""
    assert skeletons("Путіна", "uk") == {skeleton("Путіна", "uk")}
    assert skeletons("Xi", "en") == frozenset()
