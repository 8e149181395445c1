"""What an article, a sentence and a passage are written in, and whether that is read."""

from __future__ import annotations

import pytest

from retrieval.answer.language import written
from retrieval.answer.language.written import (
    article_language,
    passage_language,
    reads,
    sentence_language,
)
from retrieval.model import Article, Source

GERMAN = (
    "Die Hafenarbeiter in Alder sind am Freitag nach neun Tagen an ihre Arbeit zurückgekehrt. "
    "Die Schiffe sollten noch vor dem Abend entladen werden, teilte das Unternehmen mit. "
    "Über die Löhne wird in der kommenden Woche weiter verhandelt."
)
ENGLISH = (
    "Dock workers in Port Alder returned to work on Friday after nine days on strike. The ships "
    "would be unloaded before the evening, the harbour company said in a statement, and talks "
    "about pay would go on next week."
)
DUTCH = (
    "Volgens The Alder Observer is het nog niet zeker of de havenarbeiders maandag weer aan het "
    "werk gaan. By Night, het schip dat al negen dagen voor de kust ligt, is of wordt niet gelost, "
    "zei de woordvoerder van het bedrijf."
)
UKRAINIAN = "Докери повернулися до роботи в п’ятницю, повідомила компанія."


def _article(text: str, language: str | None) -> Article:
    return Article("a1", Source("s", "S"), "Title", text, language=language)


def test_an_article_is_read_in_the_language_it_states() -> None:
    assert article_language(_article(GERMAN, "de-AT"), ("en", "de"), "en") == "de"
    assert article_language(_article(GERMAN, "de"), ("*",), "en") == "de"
    assert article_language(_article(GERMAN, None), ("en",), "en") == "en"


def test_what_is_plainly_in_none_that_is_read_is_not_judged() -> None:
    assert article_language(_article(GERMAN, "de"), ("en",), "en") is None
    assert article_language(_article(UKRAINIAN, "uk"), ("en", "de"), "en") is None


def test_a_wrong_tag_does_not_silence_an_article() -> None:
    assert article_language(_article(ENGLISH, "la"), ("en", "de"), "de") == "en"


def test_a_sentence_in_another_script_is_in_another_language() -> None:
    assert sentence_language(UKRAINIAN, "en") == "uk"
    assert sentence_language(ENGLISH, "ru") == "en"
    assert sentence_language(ENGLISH, "en") == "en"
    # A name in Latin letters makes no English of a Ukrainian sentence.
    assert sentence_language("Компанія Port Alder підтвердила повернення докерів.", "uk") == "uk"
    assert sentence_language("Port Alder Harbour", "ru") == "ru"
    assert sentence_language("港口工人周五复工。", "zh") == "zh"


def test_a_passage_is_shown_as_what_it_is_written_in() -> None:
    assert passage_language(GERMAN, "en") == "de"
    assert passage_language("Die Hafenarbeiter kehren zurück.", "en") == "en"
    assert passage_language(ENGLISH, "en") == "en"


def test_any_is_read_where_any_is_said() -> None:
    assert reads("zh", ("*",))
    assert not reads("zh", ("en", "ru"))


def test_what_is_plainly_english_is_told_without_a_model(monkeypatch: pytest.MonkeyPatch) -> None:
    def loaded(stated: str | None, text: str) -> str:
        raise AssertionError(f"{stated} was asked about {text}")

    monkeypatch.setattr(written, "language_told", loaded)
    assert passage_language(ENGLISH * 3, "en") == "en"
    for other in (GERMAN, DUTCH):
        with pytest.raises(AssertionError, match="was asked about"):
            passage_language(other, "en")
