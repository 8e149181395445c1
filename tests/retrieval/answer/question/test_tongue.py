"""Questions that the models cannot read are refused, and no English one is."""

from __future__ import annotations

import pytest

from retrieval.answer.question import tongue
from retrieval.answer.question.tongue import ensure_read
from retrieval.errors import QuestionError

FOREIGN = (
    "Hat der Minister seinen Rücktritt erklärt?",
    "ist der bürgermeister zurückgetreten",
    "was ist der unterschied",
    "Le maire a-t-il démissionné hier soir ?",
    "¿Ha dimitido el alcalde de la ciudad?",
    "Ушёл ли министр в отставку?",
    "Чи пішов міністр у відставку?",
    "Il ministro si è dimesso dopo lo scandalo?",
    "市长辞职了吗？",
    "هل استقال رئيس البلدية؟",
    "האם ראש העיר התפטר?",
    "Hat Tenby Zeugen beeinflusst?",
    "wer hat vale gehackt",
    "Wurde Müller verhaftet?",
    "Moen a-t-il menti ?",
    "¿Mintió Moen?",
)
ENGLISH = (
    "Did the mayor resign?",
    "DID TENBY RESIGN?",
    "Was Müller fired?",
    "will erdoğan visit ankara",
    "Will François Bayrou resign?",
    "Was Łukasz Żak arrested?",
    "Can Núñez Feijóo win?",
    "Orbán beats Márki-Zay",
    "Tenby quits",
    "Macron, Le Pen clash",
    "El Chapo escaped",
    "Entre Rios flood",
    "Sur la plage opens in Paris",
    "Hat sales soar in Vale",
    "War crimes in Vale",
    "Paul von Hindenburg was an officer.",
    "Did Bundeskanzler Scholz visit Straße des 17. Juni?",
)


@pytest.mark.parametrize("text", FOREIGN)
def test_another_language_is_refused_with_those_that_are_read(text: str) -> None:
    with pytest.raises(QuestionError, match=r"do not read; ask in English\.$") as refused:
        ensure_read(text, ["en"])
    assert refused.value.why == "language"
    assert refused.value.languages == ("en",)


@pytest.mark.parametrize("text", ENGLISH)
def test_foreign_names_make_no_foreign_question(text: str) -> None:
    ensure_read(text, ["en"])


@pytest.mark.parametrize("text", FOREIGN + ENGLISH)
def test_any_language_is_read_where_the_models_read_any(text: str) -> None:
    ensure_read(text, ["*"])


def test_what_the_models_read_is_no_matter_of_english() -> None:
    ensure_read("Ушёл ли министр в отставку?", ["en", "ru"])
    with pytest.raises(QuestionError, match=r"ask in German or Russian\.$"):
        ensure_read("Did the mayor resign?", ["ru", "de"])


def test_what_is_no_question_in_any_language_is_said_first() -> None:
    with pytest.raises(QuestionError, match="One word"):
        ensure_read("Bürgermeister?", ["en"])


SIX = ("en", "de", "fr", "es", "ru", "uk")
SEVENTH = (
    "Il ministro si è dimesso dopo lo scandalo?",
    "Czy minister podał się do dymisji?",
    "Подаде ли министърът оставка?",
    "Heeft de minister zijn ontslag ingediend?",
    "Rezignoval ministr kvůli skandálu?",
    "市长辞职了吗？",
    "هل استقال رئيس البلدية؟",
)


@pytest.mark.parametrize("text", SEVENTH)
def test_a_seventh_language_is_refused_with_the_six(text: str) -> None:
    with pytest.raises(QuestionError, match="English, Spanish, French, Russian or Ukrainian"):
        ensure_read(text, SIX)


@pytest.mark.parametrize(
    "text",
    [
        *ENGLISH,
        *FOREIGN[:6],
        "Did Путин resign?",
        "Звонил ли Biden Путину?",
        "¿Copió Sokolska páginas de una novela de Beatriz Ocaña?",
        "alpina купила банк vauclair",
        "чи заарештували сина мерки",
        "wurde haas bestochen",
    ],
)
def test_the_six_are_read_with_names_of_any_script(text: str) -> None:
    ensure_read(text, SIX)


def test_a_few_words_are_read_where_their_language_is() -> None:
    for text in ("Hat Tenby Zeugen beeinflusst?", "Moen a-t-il menti ?", "¿Mintió Moen?"):
        ensure_read(text, SIX)
    ensure_read("Hat Tenby Zeugen beeinflusst?", ["en", "de"])
    with pytest.raises(QuestionError, match=r"ask in German or English\.$"):
        ensure_read("Moen a-t-il menti ?", ["en", "de"])


@pytest.mark.parametrize("text", ["哈伯曼的画是真的吗？", "هل باع ريابوشيف اللوحة؟"])
def test_another_script_is_said_to_be_unread_and_no_single_word(text: str) -> None:
    with pytest.raises(QuestionError, match="do not read"):
        ensure_read(text, ["en", "de", "fr", "es", "ru", "uk"])


def test_what_was_done_is_told_for_english_without_a_model(monkeypatch: pytest.MonkeyPatch) -> None:
    def loaded(text: str, languages: object) -> float:
        raise AssertionError(f"{languages} were asked about {text}")

    monkeypatch.setattr(tongue, "likelihood", loaded)
    ensure_read("Was Tenby convicted?", ["en"])
    with pytest.raises(AssertionError, match="were asked about"):
        ensure_read("Was sagte Tenby?", ["en"])
