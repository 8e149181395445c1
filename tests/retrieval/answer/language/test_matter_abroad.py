"""What asks for anything on a matter in German, French, Spanish, Russian and Ukrainian."""

from __future__ import annotations

import random

import pytest

from retrieval.answer.language.languages import LANGUAGES
from retrieval.answer.language.matter_abroad import anything_on, by_source, goes_on, matter_asked
from retrieval.answer.question.question import understand
from retrieval.errors import QuestionError

ALL = ("en", *LANGUAGES)


@pytest.mark.parametrize(
    ("language", "text", "matter"),
    [
        ("de", "Neues zum Streik?", "Streik"),
        ("de", "gibts was neues vom leuchtturm", "leuchtturm"),
        ("de", "Was ist über die Eishalle in Linden bekannt?", "die Eishalle in Linden"),
        ("de", "Was sagen die Medien über Moen?", "Moen"),
        ("de", "Was weiß man bisher über den Streik der Lotsen?", "den Streik der Lotsen"),
        ("de", "Was ist in Linden los?", "Linden"),
        ("de", "und was ist mit der Fähre?", "der Fähre"),
        ("de", "Erzähl mir etwas über den Leuchtturm", "den Leuchtturm"),
        ("fr", "Quoi de neuf sur la grève ?", "la grève"),
        ("fr", "Que sait-on de l'incendie du phare ?", "l'incendie du phare"),
        ("fr", "Que disent les médias d'Ida Moen ?", "Ida Moen"),
        ("fr", "Où en est la grève des pilotes ?", "la grève des pilotes"),
        ("fr", "des nouvelles du bac", "bac"),
        ("fr", "Parle-moi de la statue qui pleure", "la statue qui pleure"),
        ("es", "¿Qué se sabe del faro de Linden?", "faro de Linden"),
        ("es", "y que pasa con el ferri", "el ferri"),
        ("es", "¿Qué dicen los medios de Moen?", "Moen"),
        ("es", "novedades sobre la huelga", "la huelga"),
        ("es", "Háblame de la huelga de pilotos, por favor", "la huelga de pilotos"),
        ("ru", "и что с паромом", "паромом"),
        ("ru", "Что известно о забастовке?", "забастовке"),
        ("ru", "последние новости о маяке в Линдене", "маяке в Линдене"),
        ("ru", "что там нового по маяку", "маяку"),
        ("ru", "Что пишут в СМИ про Моэн?", "Моэн"),
        ("ru", "Расскажи про маяк", "маяк"),
        ("uk", "а що з поромом?", "поромом"),
        ("uk", "Що кажуть про страйк?", "страйк"),
        ("uk", "новини про «Світанок»", "Світанок"),
        ("uk", "Що відомо про маяк у Ліндені на сьогодні", "маяк у Ліндені"),
    ],
)
def test_what_only_names_a_matter_asks_for_anything_on_it(
    language: str, text: str, matter: str
) -> None:
    asked = understand(text, ALL)
    assert asked.language == language
    assert asked.asks == "matter"
    on = matter_asked(asked.canonical, asked.language)
    assert on is not None
    assert on.matter == matter
    assert asked.terms == on.terms


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("de", "Was hat Moen über den Streik gesagt"),
        ("de", "Was ist mit dem Streik passiert"),
        ("de", "Was weiß man darüber"),
        ("de", "Was ist über den bekannt, der ging, und wer ist das"),
        ("fr", "Que dit Moen de la grève"),
        ("fr", "Que sait-on de qui a tiré"),
        ("fr", "Qui parle de la grève"),
        ("es", "¿Qué dice de la huelga el alcalde"),
        ("es", "Qué pasa con él"),
        ("ru", "Что говорит о заражении главврач"),
        ("ru", "Что с ним случилось"),
        ("ru", "Что с утра"),
        ("uk", "Що каже про страйк мер"),
        ("uk", "Що з ним сталося"),
    ],
)
def test_what_asks_for_more_is_no_such_question(language: str, text: str) -> None:
    assert anything_on(text, language) is None


@pytest.mark.parametrize(
    ("language", "text", "who", "matter"),
    [
        ("de", "Was schreibt der Vale-Bote über Moen?", "Vale-Bote", "Moen"),
        ("de", "Was steht im Vale-Boten über den Streik?", "Vale-Boten", "den Streik"),
        ("fr", "Que dit Le Courrier de Vale sur la grève ?", "Le Courrier de Vale", "la grève"),
        ("fr", "Qu'a écrit Le Bac du phare ?", "Le Bac", "phare"),
        ("es", "¿Qué dice El Faro de Vale sobre la huelga?", "El Faro de Vale", "la huelga"),
        ("ru", "Что пишет «Голос маяка» о забастовке?", "Голос маяка", "забастовке"),
        ("uk", "Що пише газета Маяк про страйк?", "Маяк", "страйк"),
    ],
)
def test_a_source_is_asked_by_any_name_that_it_may_have(
    language: str, text: str, who: str, matter: str
) -> None:
    asked = understand(text, ALL)
    assert asked.language == language
    assert (who, matter) in [
        (name, on.matter) for name, on in by_source(asked.canonical, asked.language)
    ]


@pytest.mark.parametrize(
    "text", ["und Moen?", "et le maire ?", "y el alcalde?", "а мэр?", "а мер?"]
)
def test_what_goes_on_with_a_name_alone_is_refused(text: str) -> None:
    with pytest.raises(QuestionError, match="stands alone"):
        understand(text, ALL)


def test_what_goes_on_with_more_is_read_without_it() -> None:
    assert not goes_on("und wer ist Moen", "de")
    assert understand("und wer ist Moen?", ALL).canonical == "wer ist Moen?"
    english = understand("What is said about the strike?", ALL)
    assert matter_asked(english.canonical, english.language) is None


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_text_of_such_words_raises_anything_else(language: str) -> None:
    chance = random.Random(language)  # noqa: S311 nobody guesses these
    parts = (
        "was ist über zum neues que dit-on sur du d' qué se sabe de que что с о про известно що з "
        "відомо нового Moen «Маяк» strike ? , - ' « the \u202e 0_ ё ß".split(" ")
    )
    for _ in range(200):
        text = " ".join(chance.choices(parts, k=chance.randint(1, 9)))
        anything_on(text, language)
        goes_on(text, language)
        try:
            asked = understand(text, ALL)
        except QuestionError:
            continue
        list(by_source(asked.canonical, asked.language))
        matter_asked(asked.canonical, asked.language)
