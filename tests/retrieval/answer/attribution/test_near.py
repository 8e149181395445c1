"""Who says a sentence abroad, where the sentences before it tell."""

from __future__ import annotations

import pytest

from retrieval.answer.attribution import attribute
from retrieval.ingest.sentences import sentences
from retrieval.model import Paragraph

# The sentence asked about is the last; a bar parts paragraphs.
SAID = (
    ("de", "Ida Moen trat vor die Presse. „Der Turm bleibt offen“, sagte sie.", "Ida Moen"),
    ("de", "„Nein“, sagte Wirtin Ida Moen.|Der Turm bleibe offen, so Moen.", "Wirtin Ida Moen"),
    ("fr", "« Non », a dit Ida Moen. Selon elle, le phare reste ouvert.", "Ida Moen"),
    ("fr", "Le maire, Luc Réal, confirme. « Le phare est vendu », ajoute-t-il.", "Luc Réal"),
    ("es", "La alcaldesa, Ida Moen, lo negó.|Según ella, el faro sigue abierto.", "Ida Moen"),
    ("es", "Ayer habló Ida Moen. Llovía. Moen asegura que el faro sigue abierto.", "Ida Moen"),
    ("ru", "Маяк продан, заявила мэр Ида Моен. «Торга не было», — сказала она.", "Ида Моен"),
    ("ru", "Приехал Пётр Кит. Было тихо. По словам Кита, маяк открыт.", "Пётр Кит"),
    ("uk", "Маяк продано, каже мерка Іда Моен. За її словами, торгів не було.", "Іда Моен"),
    ("uk", "Сторож із Норвіка Петро Кіт мовчав. «Ні», — сказав він.", "Петро Кіт"),
    ("uk", "«Ні», — сказав Петро Кіт. Він пішов. Маяк, додав він, відчинено.", None),
    # What goes on after what went on.
    ("ru", "Пётр Кит дал интервью. Маяк открыт, сказал он. Торга, добавил он, нет.", "Пётр Кит"),
    ("fr", "Ida Moen dit que le phare est vendu. « On verra », se défend-elle.", "Ida Moen"),
    ("fr", "La gardienne Ida Moen est partie. « Jamais », insiste Mme Moen.", "Ida Moen"),
    ("es", "Ida Moen dijo que no. «El faro es mío», razona.", "Ida Moen"),
    ("es", "Ida Moen dijo que no. El faro, asegura, es suyo.", "Ida Moen"),
    ("ru", "Маяк открыт, заявил Стуре Нордаль. «Стоит», — пошутил он.", "Стуре Нордаль"),
)
NOBODY = (
    # One of two.
    ("de", "Ida Moen traf Per Lund am Turm. „Er bleibt offen“, sagte sie."),
    ("ru", "Ида Моен встретила Анну Кит. «Маяк открыт», — сказала она."),
    ("fr", "Le gardien, Per Lund, est parti ; M. Moen le sait. Le phare, assure-t-il, reste."),
    # Of another sex, or spoken of.
    ("ru", "Приехал Пётр Кит. «Маяк открыт», — сказала она."),
    ("uk", "Музей забрав полотно Лева Габермана. За її словами, воно підробка."),
    ("ru", "Говорил Пётр Кит. Повариха Хелен Пим, по его словам, уехала."),
    # Nobody is named in full.
    ("fr", "Le maire confirme. « Le phare est vendu », ajoute-t-il."),
    ("es", "Llovía. Moen asegura que el faro sigue abierto."),
    ("de", "Die Bürgermeisterin von Norvik trat auf. „Ja“, sagte sie."),
    # What is said of is no speaker, and who was told is none.
    ("de", "Der Verband tagte. Den Fall Kowal erklärte er für erledigt."),
    ("fr", "Son adjoint dit l'inverse."),
    ("ru", "Маяк продан, рассказал «Северному вестнику» бывший сторож."),
    ("ru", "«Да», — сказал он «Вестнику»."),
    ("es", "El faro se vendió, según el atestado."),
    ("ru", "Письмо отдали Ирине Лапиной. «Стоит», — пошутил он."),
    # Who is said to call and to sue says nothing.
    ("de", "Ida Moen trat auf. Am Abend rief sie die Polizei."),
    ("de", "Ida Moen trat auf. Am Montag stellte sie Strafanzeige."),
)


def speaker(language: str, text: str) -> str | None:
    parts = text.split("|")
    whole = "\n\n".join(parts)
    starts = [whole.index(part) for part in parts]
    paragraphs = [
        Paragraph(number, start, start + len(part))
        for number, (start, part) in enumerate(zip(starts, parts, strict=True), 1)
    ]
    last = sentences(whole, starts[-1], len(whole), language=language)[-1]
    return attribute(whole, paragraphs, len(parts), last, language=language).speaker


@pytest.mark.parametrize(("language", "text", "due"), SAID)
def test_who_goes_on_speaking_is_read_from_before(
    language: str, text: str, due: str | None
) -> None:
    assert speaker(language, text) == due


@pytest.mark.parametrize(("language", "text"), NOBODY)
def test_where_it_is_not_plain_nobody_speaks(language: str, text: str) -> None:
    assert speaker(language, text) is None


@pytest.mark.parametrize(
    ("language", "text", "due"),
    [
        ("fr", "Le maire de la commune, Luc Réal, assure que non.", "Luc Réal"),
        ("es", "El director general del puerto, Paco Ruiz, descartó la venta.", "Paco Ruiz"),
        ("es", "La hija de Ida Moen negó la venta.", None),
        ("es", "Según su abogada, Ida Moen, el faro sigue abierto.", "Ida Moen"),
        ("fr", "Le phare est vendu, selon l'adjoint.", "l'adjoint"),
        ("ru", "В администрации порта сообщили, что маяк открыт.", "администрации порта"),
        ("uk", "У Міністерстві культури заявили, що лист готовий.", "Міністерстві культури"),
        ("uk", "У Норвіку кажуть, що маяк відчинено.", None),
    ],
)
def test_offices_and_institutions_speak(language: str, text: str, due: str | None) -> None:
    assert speaker(language, text) == due
