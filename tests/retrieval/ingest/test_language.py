"""Which language an article is in, whatever its page states."""

from __future__ import annotations

import pytest

from retrieval.ingest.language import language_told

TEXTS = {
    "en": "The mayor said on Friday that the lighthouse had been sold to a firm from the south. "
    "Neighbours had heard of a buyer, and nobody in the town hall would name the price. " * 2,
    "de": "Die Bürgermeisterin sagte am Freitag, der Leuchtturm sei an eine Firma aus dem Süden "
    "verkauft worden. Nachbarn hatten von einem Käufer gehört, den Preis nannte niemand. " * 2,
    "ru": "Мэр сообщила в пятницу, что маяк продан фирме с юга страны. Соседи слышали о "
    "покупателе, но цену в мэрии никто не назвал, а смотритель узнал обо всём из газет. " * 2,
    "uk": "Мерка повідомила у п'ятницю, що маяк продано фірмі з півдня країни. Сусіди чули про "
    "покупця, але ціни в мерії ніхто не назвав, а доглядач дізнався про все з газет. " * 2,
    "da": "Borgmesteren sagde fredag, at fyret var blevet solgt til et firma sydfra. Naboerne "
    "havde hørt om en køber, men ingen på rådhuset ville nævne prisen, og fyrmesteren intet. " * 2,
}


@pytest.mark.parametrize("language", TEXTS)
def test_a_true_tag_is_kept_as_it_stands(language: str) -> None:
    assert language_told(f"{language}-XX", TEXTS[language]) == f"{language}-XX"


@pytest.mark.parametrize("language", ["de", "ru", "uk"])
def test_a_page_that_states_english_is_read(language: str) -> None:
    assert language_told("en-US", TEXTS[language]) == language
    assert language_told(None, TEXTS[language]) == language


def test_too_little_text_is_no_proof() -> None:
    assert language_told("en", "Маяк продан.") == "en"


@pytest.mark.parametrize("stated", ["German", "Deutsch", "eng", "Klingon", "english"])
def test_what_is_no_tag_says_nothing(stated: str) -> None:
    assert language_told(stated, TEXTS["de"]) == "de"
