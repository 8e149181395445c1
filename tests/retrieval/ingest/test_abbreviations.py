"""Full stops that end no sentence in five languages beside English, and those that do."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from retrieval.ingest.abbreviations import LANGUAGES, ends_nothing
from retrieval.ingest.sentences import sentences

ONE = (
    ("de", "Das gilt z. B. für Hafenarbeiter, d. h. Für alle."),
    ("de", "Am 3. März kam der Minister zurück."),
    ("de", "Der 118. Brigade fehlen Fahrzeuge."),
    ("de", "Das kostet 3 Mrd. Euro, sagte Dr. Ida Lund."),
    ("de", "Der Beschluss vom 5. 11. 2024 gilt noch."),
    ("fr", "Le maire, M. Lund, a refusé, p. ex. La hausse."),
    ("fr", "MM. Lund et Moen invoquent l'art. 49 de la Constitution."),
    ("es", "La Sra. Lund y el Gral. Moen no respondieron."),
    ("es", "Hay medidas, p. ej. Las multas, en EE. UU. desde mayo."),
    ("ru", "Ущерб составил 5 тыс. рублей и 3 млрд. Долларов."),
    ("ru", "Завод им. Петрова на ул. Ленина закрыт, т. е. Продан."),
    ("ru", "В г. Киеве прошёл митинг, сообщил проф. Лунд."),
    ("ru", "Писатель А. С. Лунд родился в 1990-е гг. в Москве."),
    ("uk", "У с. Моринці згорів музей ім. Шевченка."),
    ("uk", "Збитки сягнули 3 млрд. Доларів та 5 тис. гривень."),
    ("uk", "На о. Зміїному тихо, каже т. зв. Комендант."),
)
TWO = (
    ("de", "Die Wahl war 2019. Danach kam sie zurück."),
    ("de", "Er sprach von Mieten, Strom usw. Niemand widersprach."),
    ("fr", "La loi date de 1958. Elle est claire."),
    ("es", "La ley es de 1978. Nadie la cambia."),
    ("es", "Lo grabó en el ambulatorio. ¿Hubo pacto?"),
    ("ru", "Закон приняли в 2019 г. Потом его отменили."),
    ("ru", "Его рост 2 м. Он баскетболист."),
    ("uk", "Збитки — 2,3 млн грн. У фонді мовчать."),
)


@pytest.mark.parametrize(("language", "text"), ONE)
def test_an_abbreviation_an_ordinal_and_a_day_end_nothing(language: str, text: str) -> None:
    assert sentences(text, 0, len(text), language) == [(0, len(text))]


@pytest.mark.parametrize(("language", "text"), TWO)
def test_what_ends_a_sentence_still_does(language: str, text: str) -> None:
    assert len(sentences(text, 0, len(text), f"{language}-XX")) == 2


def test_english_and_what_is_none_of_the_five_have_rules_of_their_own() -> None:
    assert not ends_nothing("Das sagte Dr.", "Lund", "en")
    assert not ends_nothing("Das sagte Dr", "Lund", "de")
    text = "He left on the 3. March followed."
    assert len(sentences(text, 0, len(text), "en")) == len(sentences(text, 0, len(text)))


@given(st.text(alphabet="aбЇÉ .?!3„“«»¿\n", max_size=60), st.sampled_from([*LANGUAGES, "en", None]))
def test_every_character_but_white_space_is_in_one_sentence(
    text: str, language: str | None
) -> None:
    spans = sentences(text, 0, len(text), language)
    assert spans == sorted(spans)
    assert "".join("".join(text[a:b].split()) for a, b in spans) == "".join(text.split())
    assert all(text[a:b] == text[a:b].strip() != "" for a, b in spans)
