"""What texts in other languages have of a question's words."""

from __future__ import annotations

import pytest

from retrieval.answer.names.named_abroad import keys_abroad, told_abroad
from retrieval.answer.question.question import understand

ALL = ("en", "de", "fr", "es", "ru", "uk")


def told(asked: str, *texts: tuple[str, str]) -> dict[str, tuple[bool, bool]]:
    """Whether each word of a question is a name to the texts, and whether they hold it."""
    found = told_abroad(understand(asked, ALL), [text for text, _ in texts], [c for _, c in texts])
    held = frozenset[str]().union(*(keys_abroad(*each) for each in texts))
    return {word: (each.named, not each.keys.isdisjoint(held)) for word, each in found.items()}


def test_a_word_with_the_consonants_of_a_name_is_none() -> None:
    text = ("The search in Paris and near Paris went on.", "en")
    assert told("¿Cuántos muertos hubo en la presa?", text)["presa"] == (False, False)
    assert told("кто живёт в париже", text)["париже"] == (True, True)


def test_what_others_write_small_is_no_name() -> None:
    texts = (("Hier Solène est venue.", "fr"), ("Дым стоял в салоне.", "ru"))
    assert told("Чи був у салоні дим?", texts[0])["салоні"] == (True, True)
    assert told("Чи був у салоні дим?", *texts)["салоні"] == (False, True)


def test_a_name_is_held_in_any_case_and_script() -> None:
    text = ("Der Kahn „Agven“ lag still, sagte Orlin Tsanev.", "de")
    assert told("кто нашёл «Агвена»?", text)["Агвена"] == (False, True)
    assert told("що сказав цанев?", text)["цанев"] == (False, True)


def test_a_last_letter_that_nobody_hears_may_be_missing() -> None:
    text = ("Hier schwieg Orel Valmard.", "de")
    assert told("що сказав вальмар?", text)["вальмар"] == (False, True)
    assert told("Что сказал Вальман?", text)["Вальман"] == (False, False)


def test_what_no_text_has_stands_for_nothing() -> None:
    assert told("Did Moen resign in 2019?", ("Поезд шёл.", "ru"))["Moen"] == (False, False)
    assert told("Did Moen resign in 2019?", ("В 2019 году.", "ru"))["2019"] == (False, True)


@pytest.mark.parametrize(
    ("told_in", "code"), [("Норвикская гавань закрыта.", "ru"), ("Норвікську гавань.", "uk")]
)
def test_an_adjective_tells_of_its_place(told_in: str, code: str) -> None:
    assert told("wer schloss den hafen von Norvik?", (told_in, code))["Norvik"][1]
