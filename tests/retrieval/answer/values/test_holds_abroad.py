"""What a sentence in another language has to hold to answer a question for a number or a time."""

from __future__ import annotations

import pytest

from retrieval.answer.question.question import understand
from retrieval.answer.values.holds import could_answer

ALL = ("en", "de", "fr", "es", "ru", "uk")
MANY = {
    "de": "Wie viele Matrosen starben?",
    "fr": "Combien de marins sont morts ?",
    "es": "¿Cuántos marineros murieron?",
    "ru": "Сколько моряков погибло?",
    "uk": "Скільки моряків загинуло?",
}
WHEN = {
    "de": "Wann legte die Fähre ab?",
    "fr": "Quand le ferry est-il parti ?",
    "es": "¿Cuándo zarpó el ferri?",
    "ru": "Когда отошёл паром?",
    "uk": "Коли відплив пором?",
}
# In each language what tells a number, a time, and neither.
NUMBERS = {
    "en": "Three of them were found.",
    "de": "Drei wurden gefunden.",
    "fr": "Trois ont été retrouvés.",
    "es": "Encontraron a tres.",
    "ru": "Нашли троих.",
    "uk": "Знайшли трьох.",
}
NONE = {
    "en": "Nobody died.",
    "de": "Niemand starb.",
    "fr": "Personne n'est mort.",
    "es": "Nadie murió.",
    "ru": "Никто не погиб.",
    "uk": "Ніхто не загинув.",
}
TIMES = {
    "en": "It cast off on Monday.",
    "de": "Sie legte am Montag ab.",
    "fr": "Il est parti lundi.",
    "es": "Zarpó el lunes.",
    "ru": "Он отошёл в понедельник.",
    "uk": "Він відплив у понеділок.",
}
NEITHER = {
    "en": "The owner of the ferry met the captain at the pier.",
    "de": "Der Eigner der Fähre traf den Kapitän am Kai.",
    "fr": "Le patron du ferry a rencontré le capitaine sur le quai.",
    "es": "El dueño del ferri vio al capitán en el muelle.",
    "ru": "Владелец парома встретил капитана у причала.",
    "uk": "Власник порома зустрів капітана біля причалу.",
}


@pytest.mark.parametrize("code", MANY)
def test_a_number_is_wanted_in_whatever_language(code: str) -> None:
    asked = understand(MANY[code], ALL)
    for told in (NUMBERS, NONE):
        assert all(could_answer(asked, text, spoken) for spoken, text in told.items())
    assert not any(could_answer(asked, text, spoken) for spoken, text in NEITHER.items())


@pytest.mark.parametrize("code", WHEN)
def test_a_time_is_wanted_in_whatever_language(code: str) -> None:
    asked = understand(WHEN[code], ALL)
    assert all(could_answer(asked, text, spoken) for spoken, text in TIMES.items())
    assert not any(could_answer(asked, text, spoken) for spoken, text in NEITHER.items())


@pytest.mark.parametrize(
    "text",
    [
        "Wie lange blieb die Fähre liegen?",
        "Combien de temps le ferry est-il resté ?",
        "¿Cuánto tiempo estuvo parado el ferri?",
        "Сколько времени стоял паром?",
        "Як довго стояв пором?",
        "Wer versenkte die Fähre?",
        "Хто потопив пором?",
    ],
)
def test_what_is_told_in_many_ways_wants_none(text: str) -> None:
    asked = understand(text, ALL)
    assert all(could_answer(asked, told, code) for code, told in NEITHER.items())


def test_a_language_without_words_here_is_judged() -> None:
    assert could_answer(understand(MANY["de"], ALL), "Il marinaio è morto.", "it")
