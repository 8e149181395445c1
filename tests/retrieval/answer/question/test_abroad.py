"""Questions in five languages beside English: polar or open, after what, about what."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from retrieval.answer.question.question import understand
from retrieval.answered import Kind
from retrieval.errors import QuestionError

ALL = ("en", "de", "fr", "es", "ru", "uk")

POLAR = (
    "Hat die Bürgermeisterin den Leuchtturm verkauft?",
    "der leuchtturm wurde verkauft",
    "Stimmt es, dass wer zuerst kam, bleiben darf?",
    "Wie die Zeitung berichtet, ist der Turm verkauft.",
    "Wie es heißt, ist der Turm verkauft.",
    "Que se venda el faro dijo el alcalde",
    "Como dijo el alcalde, el faro fue vendido.",
    "Le phare a-t-il été vendu ?",
    "Est-ce que le maire a démissionné ?",
    "Quand le phare a été vendu, le maire a-t-il protesté ?",
    "¿Ha vendido la alcaldesa el faro?",
    "Cuando se vendió el faro, ¿protestó el alcalde?",
    "Продала ли мэр маяк?",
    "Кто-то купил маяк?",
    "Правда ли, что маяк продан?",
    "Как сообщает газета, маяк продан.",
    "Чи продала мерка маяк?",
    "Хіба маяк уже продано?",
    "Хтось купив цей маяк?",
)
OPEN = (
    ("Wer hat den Leuchtturm gekauft?", "who"),
    ("An wen wurde der Turm verkauft?", "who"),
    ("wann wurde der leuchtturm verkauft", "when"),
    ("In welchem Jahr wurde der Leuchtturm gebaut?", "when"),
    ("Wo steht der Leuchtturm?", "where"),
    ("Wie viele Menschen kamen zum Leuchtturm?", "number"),
    ("Zu welchem Preis wurde der Turm verkauft?", "number"),
    ("Quel prix a été convenu pour le phare ?", "number"),
    ("¿Qué porcentaje del faro se vendió?", "number"),
    ("О какой сумме договорились за маяк?", "number"),
    ("За яку суму продали маяк?", "number"),
    ("Warum wurde der Leuchtturm verkauft?", "matter"),
    ("Wie wurde der Leuchtturm verkauft?", "matter"),
    ("Qui a acheté le phare ?", "who"),
    ("À qui le phare appartient-il ?", "who"),
    ("Quand le phare a-t-il été vendu ?", "when"),
    ("En quelle année le phare a-t-il été construit ?", "when"),
    ("Où se trouve le phare ?", "where"),
    ("Combien de personnes sont venues au phare ?", "number"),
    ("Pourquoi le phare a-t-il été vendu ?", "matter"),
    ("¿Quién compró el faro?", "who"),
    ("¿Cuándo se vendió el faro?", "when"),
    ("¿En qué año se construyó el faro?", "when"),
    ("¿Dónde está el faro?", "where"),
    ("¿Cuántas personas visitaron el faro?", "number"),
    ("¿Por qué se vendió el faro?", "matter"),
    ("Кто купил маяк?", "who"),
    ("Кому мэр продала маяк?", "who"),
    ("Когда был продан маяк?", "when"),
    ("В каком году построили маяк?", "when"),
    ("Где стоит маяк?", "where"),
    ("сколько человек пришло к маяку", "number"),
    ("Почему маяк продали?", "matter"),
    ("Хто купив маяк?", "who"),
    ("Коли продали маяк?", "when"),
    ("Куди перенесли маяк?", "where"),
    ("Скільки людей прийшло до маяка?", "number"),
    ("Який маяк продали?", "matter"),
    # As people type them, without accents, and with the question word where talk has it.
    ("fuer wen war der leuchtturm", "who"),
    ("wie heisst der leuchtturm", "matter"),
    ("ou est le phare", "where"),
    ("le phare est ou", "where"),
    ("d'ou vient le gardien du phare", "where"),
    ("D'où vient le gardien du phare ?", "where"),
    ("quel age avait le gardien", "number"),
    ("a qui appartient le phare", "who"),
    ("l'equipage du phare a ete paye combien", "number"),
    ("il faisait combien dans le phare", "number"),
    ("que dijo la alcaldesa del faro", "matter"),
    ("por que se vendio el faro", "matter"),
    ("que se come en el faro", "matter"),
    ("en que ano se construyo el faro", "when"),
    ("во сколько погас маяк", "when"),
    ("во сколько обошёлся маяк", "number"),
    ("о котрій згас маяк", "when"),
)


@pytest.mark.parametrize("text", POLAR)
def test_a_yes_or_a_no_is_asked_for(text: str) -> None:
    found = understand(text, ALL)
    assert found.language != "en"
    assert (found.kind, found.asks) == (Kind.POLAR, None)
    assert found.terms


@pytest.mark.parametrize(("text", "asks"), OPEN)
def test_a_question_word_says_what_is_asked_for(text: str, asks: str) -> None:
    found = understand(text, ALL)
    assert found.language != "en"
    assert (found.kind, found.asks) == (Kind.OPEN, asks)
    assert found.canonical.endswith("?")


def test_words_that_hold_a_sentence_together_are_no_terms() -> None:
    assert understand("Hat die Bürgermeisterin den Leuchtturm verkauft?", ALL).terms == (
        "Bürgermeisterin",
        "Leuchtturm",
        "verkauft",
    )
    assert understand("Была ли она в Осло в 2019 году?", ALL).terms == ("Осло", "2019")
    assert understand("Qu'est-ce qu'il a dit de l’île d'Ouessant ?", ALL).terms == (
        "dit",
        "île",
        "Ouessant",
    )


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("Расскажи мне о том, кто купил маяк", "topic"),
        ("Erzähl mir etwas über den, der den Leuchtturm kaufte", "topic"),
        ("Parlez-moi de ce que le phare a coûté", "topic"),
        ("Wurde der Turm verkauft? Wer hat ihn gekauft?", "two"),
        ("¿Se vendió el faro? ¿Quién lo compró?", "two"),
        ("¿Quién?", "whole"),
        ("Что это было?", "whole"),
    ],
)
def test_what_is_no_question_is_refused_as_in_english(text: str, why: str) -> None:
    with pytest.raises(QuestionError) as refused:
        understand(text, ALL)
    assert refused.value.why == why


def test_only_languages_that_are_read_are_looked_for() -> None:
    assert understand("Wer hat den Leuchtturm gekauft?", ("en",)).language == "en"
    assert understand("Wer hat den Leuchtturm gekauft?", ("en", "de")).language == "de"
    assert understand("Кто купил маяк?", ("en", "uk")).language == "uk"


@given(st.text(min_size=2, max_size=80))
def test_any_text_is_understood_or_refused_with_a_sentence(text: str) -> None:
    try:
        found = understand(text, ALL)
    except QuestionError as refused:
        assert str(refused)
    else:
        assert found.canonical.strip()


@pytest.mark.parametrize(
    ("typed", "read"),
    [
        ("por que se vendio el faro", "por qué se vendió el faro?"),
        ("Donde esta el faro?", "Dónde esta el faro?"),
        ("le gardien du phare est ou", "le gardien du phare est où?"),
        ("le phare a ete vendu ou pas", "le phare a été vendu."),
        ("stimmt es dass der buergermeister kuendigt", "der bürgermeister kündigt."),
    ],
)
def test_models_read_the_accents_that_were_not_typed(typed: str, read: str) -> None:
    assert understand(typed, ALL).canonical == read
