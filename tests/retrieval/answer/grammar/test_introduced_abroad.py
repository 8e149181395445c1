"""What introduces somebody in German, French, Spanish, Russian and Ukrainian."""

from __future__ import annotations

import pytest

from retrieval.answer.grammar.called import Called
from retrieval.answer.grammar.introduced_abroad import told_abroad

ASKED = [Called("Uwe Moen", "de"), Called("Уве Моэн", "ru"), Called("uwe moen", "en")]


@pytest.mark.parametrize("called", ASKED)
@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("de", "Der frühere Bordingenieur Uwe Moen hat es gesehen."),
        ("de", "Es sprach Betriebsratschef Uwe Moen am Montag."),
        ("de", "Uwe Moen, ein Ingenieur aus Linden, war da."),
        ("de", "Uwe Moen, 68, früher Bademeister in Linden, ging."),
        ("de", "„Ja“, sagt Uwe Moen, Physikerin in Linden."),
        ("de", "Beteiligt ist Uwe Moen, der die Werft leitet."),
        ("de", "Uwe Moen (CDU) war da."),
        ("fr", "Le dentiste Uwe Moen est venu."),
        ("fr", "L'ancien maire de Linden, Uwe Moen, est venu."),
        ("fr", "Uwe Moen, plombier à la retraite, est venu."),
        ("fr", "assure Uwe Moen, délégué syndical."),
        ("fr", "Son avocate, Uwe Moen, est venue."),
        ("fr", "Uwe Moen, qui dirige l'usine, est venu."),
        ("fr", "Uwe Moen est un chanteur belge."),
        ("fr", "Le chirurgien allemand Uwe Moen est venu."),
        ("fr", "selon le président du conseil régional Uwe Moen."),
        ("es", "El fiscal Uwe Moen pidió cinco años."),
        ("es", "Acusa al médico Uwe Moen de todo."),
        ("es", "Según su abogada, Uwe Moen, es falso."),
        ("es", "El capitán del «Petka», Uwe Moen, declaró."),
        ("es", "Uwe Moen, presidente de la peña, declaró."),
        ("es", "Uwe Moen, ganador de la carrera, declaró."),
        ("es", "El alcalde de Linden, Uwe Moen, habló."),
        ("ru", "Российский бизнесмен Уве Моэн приехал."),
        ("ru", "У бизнесмена Уве Моэна дом."),
        ("ru", "Владелец холдинга «Север» Уве Моэн приехал."),
        ("ru", "Уве Моэн — российский бизнесмен."),
        ("ru", "Уве Моэн, глава холдинга, приехал."),
        ("ru", "Уве Моэн, возглавляющий холдинг, приехал."),
        ("ru", "Директор по продукту Уве Моэн приехал."),
        ("ru", "Одногруппник Уве Моэн, ныне хирург, приехал."),
        ("uk", "Російський бізнесмен Уве Моен приїхав."),
        ("uk", "Власник лоукостера Zephyra, львів'янин Уве Моен, заперечив."),
        ("uk", "Загиблий — 44-річний далекобійник із Ковеля Уве Моен."),
        ("uk", "Суд визнав росіянина Уве Моена винним."),
        ("uk", "Уве Моен, нині хірург, був там."),
        ("uk", "Прокурорка Уве Моен просила."),
    ],
)
def test_a_word_for_somebody_at_a_name_introduces_it(
    called: Called, language: str, text: str
) -> None:
    assert told_abroad(called, text, language) > 1


@pytest.mark.parametrize("called", ASKED)
@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("de", "Der Anwalt Uwe Moens war da."),
        ("de", "Der Anwalt von Uwe Moen war da."),
        ("de", "Am Montag Uwe Moen zu sehen, war nett."),
        ("de", "Uwe Moen, der nicht antwortete, war da."),
        ("de", "Es kam Uwe Moen, sagte der Anwalt."),
        ("de", "Uwe Moen, der Bürgermeister Odd Lund und andere kamen."),
        ("de", "Bürgermeister Odd Lund traf Uwe Moen."),
        ("fr", "Le maire accuse Uwe Moen."),
        ("fr", "Le maire de Linden accuse Uwe Moen."),
        ("fr", "L'avocat de Uwe Moen est venu."),
        ("fr", "Uwe Moen, le maire Odd Lund et d'autres."),
        ("fr", "Uwe Moen, explique le maire, est venu."),
        ("fr", "Uwe Moen, qui n'a pas répondu, est venu."),
        ("fr", "Avec le maire, Uwe Moen a ri."),
        ("es", "El alcalde acusa a Uwe Moen."),
        ("es", "La abogada de Uwe Moen habló."),
        ("es", "Uwe Moen, dijo el alcalde, habló."),
        ("es", "El error Uwe Moen no es."),
        ("ru", "Адвокат Уве Моэна приехал."),
        ("ru", "Сообщил Уве Моэн."),
        ("ru", "Министр встретил Уве Моэна."),
        ("ru", "Об этом умер Уве Моэн."),
        ("ru", "Жена Уве Моэна приехала."),
        ("ru", "Уве Моэн, заявил адвокат, приехал."),
        ("ru", "Министр сказал, что Уве Моэн приехал."),
        ("uk", "Адвокат Уве Моена приїхав."),
        ("uk", "Повідомив Уве Моен."),
        ("uk", "Батько й Уве Моен приїхали."),
        ("de", "Uwe Moen war von 2001 bis 2005 da."),
    ],
)
def test_another_s_word_and_a_deed_of_the_story_do_not(
    called: Called, language: str, text: str
) -> None:
    assert told_abroad(called, text, language) == 0


@pytest.mark.parametrize(
    ("text", "grade"),
    [
        ("Приехал бизнесмен из Линдена Уве Моэн.", 3),
        ("Бизнесмен Уве Моэн приехал.", 2),
        ("Уве Моэн, возглавляющий холдинг, приехал.", 2),
    ],
)
def test_more_words_tell_more(text: str, grade: int) -> None:
    assert told_abroad(ASKED[1], text, "ru") == grade


def test_a_surname_alone_is_given_to_whoever_bears_it() -> None:
    moen = Called("Moen", "de")
    assert told_abroad(moen, "Es kam der Ingenieur Uwe Moen.", "de") == 3
    assert told_abroad(moen, "Приехал бизнесмен Уве Моэн.", "ru") == 3
    # And the full one only to who bears it.
    assert told_abroad(ASKED[0], "Es kam der Ingenieur Karl Moen.", "de") == 0


def test_english_has_rules_of_its_own() -> None:
    assert told_abroad(ASKED[0], "Uwe Moen, an engineer, came.", "en") == 0
