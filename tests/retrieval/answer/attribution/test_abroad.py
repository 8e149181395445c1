"""Who says a sentence in five languages beside English, or nobody."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from retrieval.answer.attribution import attribute
from retrieval.answer.attribution.abroad import speaker_in
from retrieval.answer.language.languages import LANGUAGES
from retrieval.model import Paragraph

SAID = (
    ("de", "„Der Turm bleibt offen“, sagte Ida Moen am Freitag.", "Ida Moen"),
    ("de", "Der Turm wird, wie Ida Moen sagte, verkauft.", "Ida Moen"),
    ("de", "Der Turm ist laut dpa verkauft.", None),
    ("fr", "Le phare est vendu, selon la maire Ida Moen.", "Ida Moen"),
    ("fr", "« Le phare reste ouvert », a déclaré Ida Moen vendredi.", "Ida Moen"),
    (
        "fr",
        "« Le phare reste ouvert », a tranché un adjoint de la maire dans la cour.",
        "un adjoint de la maire",
    ),
    ("fr", "Le phare est vendu, assure l'ancien gardien.", "l'ancien gardien"),
    (
        "es",
        "«Nadie lo ha vendido», zanjó la portavoz del puerto, que no dio cifras.",
        "la portavoz del puerto",
    ),
    ("ru", "Маяк продан, сообщает РИА «Север».", "РИА «Север»"),
    ("uk", "«Ні», — заявив гендиректор Norvik Петро Кіт.", "Петро Кіт"),
    ("es", "El faro sigue abierto, según la alcaldesa Ida Moen.", "Ida Moen"),
    ("es", "«Nadie lo ha vendido», dijo Ida Moen el viernes.", "Ida Moen"),
    ("ru", "Маяк не продан, заявила мэр Норвика Ида Моен.", "Ида Моен"),
    ("ru", "По словам мэра Иды Моен, маяк открыт.", "Иды Моен"),
    ("ru", "Маяк закрыт, сообщили в МЧС.", "МЧС"),
    ("ru", "«Маяк стоит», — сказал юрист «Северного света» Олег Дёмин.", "Олег Дёмин"),
    ("uk", "Маяк зачинено, каже директорка «Маяка» Іда Моен.", "Іда Моен"),
    ("ru", "Маяк продан, пишет газета «Северный свет».", "газета «Северный свет»"),
    ("uk", "Маяк не продано, повідомила мерка Іда Моен.", "Іда Моен"),
    ("uk", "За словами речника Петра Кіта, маяк відчинено.", "Петра Кіта"),
    ("de", "„Der Turm bleibt offen“, beteuert Ida Moen.", "Ida Moen"),
    ("fr", "« Il est vendu », témoigne Ida Moen, gardienne du phare.", "Ida Moen"),
    ("es", "«Nadie lo vendió», zanjó por su parte la alcaldesa, Ida Moen.", "Ida Moen"),
    ("es", "El faro, recuerda su vecino Ole Dahl, es viejo.", "Ole Dahl"),
    ("ru", "«Это маяк», — говорит сестра, Ида Моен.", "Ида Моен"),
    ("ru", "Тренер «Севера» Петр Дёмин уверяет, что маяк продан.", "Петр Дёмин"),
    ("uk", "Директорка музею «Маяк» Іда Моен наголошує, що він стоїть.", "Іда Моен"),
    ("de", "Bürgermeister Ole Dahl winkt ab: „Der Turm bleibt.“", "Ole Dahl"),
    ("ru", "Смотритель Олег Дёмин только рукой машет: «Стоит и стоит».", "Олег Дёмин"),
)
NOBODY = (
    ("de", "Ida Moen verkaufte den Turm am Freitag."),
    ("de", "Nach Angaben des Weltverbands Spuren von Öl im Turm."),
    ("fr", "Le phare est vendu, selon un document de Ida Moen."),
    ("es", "Ida Moen vendió el faro."),
    ("fr", "La ballade « Le phare » raconte leur fuite."),
    ("fr", "La ballade « Le phare » raconte la fuite d'une gardienne."),
    ("es", "El faro se vendió, según una carta de la alcaldesa."),
    ("ru", "Маяк продан, сообщил источник в МЧС."),
    ("es", "«No lo vendo», declaró el domingo."),
    ("es", "El rumor según el cual vendieron el faro es falso."),
    ("fr", "Le phare, vendu selon les uns, loué selon les autres, ferme."),
    ("ru", "«Маяк, сказала Ида Моен, продан»: так начинается роман."),
    ("uk", "Так пояснили пожежу на Північній ТЕС."),
    ("uk", "Іда Моен не сказала, чи продано маяк."),
    ("es", "«Me fui», puntualiza sobre su salida del faro Norte de Luz."),
    ("es", "En San Telmo nadie quiso contestar: «Ya se verá»."),
    ("uk", "Директора Моена дівчина захищає: «Він не вмів»."),
)


@pytest.mark.parametrize(("language", "sentence", "speaker"), SAID)
def test_a_plain_speaker_is_read(language: str, sentence: str, speaker: str | None) -> None:
    found = speaker_in(sentence, language)
    assert (sentence[slice(*found)] if found else None) == speaker


@pytest.mark.parametrize(("language", "sentence"), NOBODY)
def test_what_is_not_plain_has_no_speaker(language: str, sentence: str) -> None:
    assert speaker_in(sentence, language) is None


def test_the_offsets_are_those_of_the_article() -> None:
    text = "Der Turm.\n\n„Er bleibt offen“, sagte Ida Moen."
    paragraphs = (Paragraph(1, 0, 9), Paragraph(2, 11, len(text)))
    found = attribute(text, paragraphs, 2, (11, len(text)), language="de-AT")
    assert found.speaker == found.origin == "Ida Moen"
    assert [text[slice(*span)] for span in found.spans] == ["Ida Moen"]


@given(st.text(max_size=200), st.sampled_from([*LANGUAGES, "en", "xx"]))
def test_a_speaker_is_a_piece_of_the_sentence(sentence: str, language: str) -> None:
    found = speaker_in(sentence, language)
    assert found is None or sentence[slice(*found)].strip()
