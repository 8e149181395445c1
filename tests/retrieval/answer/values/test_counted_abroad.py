"""Which numbers of a sentence are rivals of each other, where not all is in English."""

from __future__ import annotations

import pytest

from retrieval.answer.question.question import understand
from retrieval.answer.values.amounts import Amount
from retrieval.answer.values.wh import answers, exclude

ALL = ("en", "de", "fr", "es", "ru", "uk")


def told(asked: str, sentence: str, language: str) -> set[float]:
    found = answers(understand(asked, ALL), sentence, None, language, across=True, bound=True)
    return {each.value for each in found if isinstance(each, Amount)}


KILLED = {
    "en": "How many people were killed in Vale?",
    "de": "Wie viele Menschen kamen in Vale ums Leben?",
    "fr": "Combien de personnes sont mortes à Vale ?",
    "es": "¿Cuántas personas murieron en Vale?",
    "ru": "Сколько человек погибло в Вейле?",
    "uk": "Скільки людей загинуло у Вейлі?",
}
HURT = {
    "en": "Two people were killed, and fourteen were injured.",
    "de": "Zwei Menschen starben, 14 wurden verletzt.",
    "fr": "Deux personnes sont mortes et 14 ont été blessées.",
    "es": "Dos personas murieron y 14 resultaron heridas.",
    "ru": "Двое погибли, 14 получили ранения, пострадавших 14.",
    "uk": "Двоє загинули, 14 постраждали.",
}


@pytest.mark.parametrize("asked", KILLED.values(), ids=KILLED)
def test_a_count_belongs_to_its_deed_in_every_language(asked: str) -> None:
    for code, sentence in HURT.items():
        if {code, understand(asked, ALL).language} != {"en"}:
            assert told(asked, sentence, code) == {2}


@pytest.mark.parametrize(
    ("asked", "sentence", "language", "values"),
    [
        # What is counted stands behind its number, in the question's own language.
        ("Wie viele Bojen fehlen?", "In 9 Nächten rissen 3 neue Bojen.", "de", {3}),
        ("Combien de bouées manquent ?", "En 9 nuits, 3 vieilles bouées ont cédé.", "fr", {3}),
        ("¿Cuántas boyas faltan?", "En 9 noches se soltaron 3 boyas.", "es", {3}),
        ("Сколько буёв пропало?", "За 9 ночей сорвало 3 старых буя.", "ru", {3}),
        ("Скільки човнів зникло?", "За 9 ночей знесло 3 старі човни.", "uk", {3}),
        # In another one a number alone may, and of two nobody can say which.
        ("Wie viele Bojen fehlen?", "Se soltaron 3 boyas.", "es", {3}),
        ("Wie viele Bojen fehlen?", "En 9 noches se soltaron 3 boyas.", "es", set()),
        # Sums by their unit, and nothing where there is none.
        ("Wie viel kostet der Turm?", "Он стоит 300 евро за 2 года.", "ru", {300}),
        ("Cuánto ofrece Moen de recompensa", "There's a reward of €500 in 9 towns.", "en", {500}),
        ("Скільки коштує маяк?", "La tour a 3 fenêtres.", "fr", set()),
        # A length of time is none since, and no age.
        ("Wie lange brannte der Turm?", "Er brannte 2 Tage.", "de", {2}),
        ("Wie lange brannte der Turm?", "Vor 3 Tagen brannte er.", "de", set()),
        ("Combien de temps a brûlé le phare ?", "Il y a 3 jours, il brûlait.", "fr", set()),
        ("¿Cuánto tiempo ardió el faro?", "Ardió hace 3 días.", "es", set()),
        ("Сколько времени горел маяк?", "Маяк загорелся 3 дня назад.", "ru", set()),
        ("Скільки часу горів маяк?", "Маяк загорівся 3 дні тому.", "uk", set()),
        # Ages are told in many ways.
        ("Wie alt ist Moen?", "Moen, 34, kam mit 2 Booten.", "de", {34}),
        ("Quel âge a Moen ?", "Moen, âgée de 34 ans, a 2 bateaux.", "fr", {34}),
        ("¿Qué edad tiene Moen?", "Моэн 34 года.", "ru", {34}),
        ("Сколько лет Моэн?", "34-річна Моен має 2 човни.", "uk", {34}),
        # And an age is no count.
        ("Wie viele Kinder hat Moen?", "Moen, 34, hat 2 Kinder.", "de", {2}),
    ],
)
def test_what_stands_with_what_is_asked(
    asked: str, sentence: str, language: str, values: set[float]
) -> None:
    assert told(asked, sentence, language) == values


def test_what_is_told_of_something_else_is_no_rival() -> None:
    def rivals(asked: str, *sentences: tuple[str, str]) -> bool:
        question = understand(asked, ALL)
        read = [
            answers(question, text, None, code, across=True, bound=True) for text, code in sentences
        ]
        return exclude(*read)

    asked = "wie viele leute waren auf der fähre"
    on_board = ("Auf der Fähre waren zwölf Leute.", "de")
    assert rivals(asked, on_board, ("На пароме было 15 человек.", "ru"))
    assert not rivals(asked, on_board, ("Das Schiff liegt seit 3 Tagen in 2 Docks.", "de"))
    assert not rivals(asked, on_board, ("Шторм зірвав 3 човни й 2 буї.", "uk"))


def test_a_language_without_rules_tells_nothing() -> None:
    assert told("Wie viele Bojen fehlen?", "Mancano 3 boe.", "it") == set()
