"""Questions in five languages that deny what they ask are asked as those that do not."""

from __future__ import annotations

import pytest

from retrieval.answer.question.question import understand

ALL = ("en", "de", "fr", "es", "ru", "uk")
DENIED = (
    ("Hat der Wärter nicht den Turm verkauft?", "Hat der Wärter den Turm verkauft?"),
    ("hat er nicht gestanden", "hat er gestanden."),
    ("ist es nicht wahr, dass der Turm brannte", "der Turm brannte."),
    ("N'a-t-il pas vendu le phare ?", "A-t-il vendu le phare?"),
    ("le gardien ne s'est il pas excusé", "le gardien s'est il excusé."),
    ("N'est-ce pas Orel qui a vendu le phare ?", "Est-ce Orel qui a vendu le phare?"),
    ("Est-ce que le gardien n'a pas vendu le phare ?", "Est-ce que le gardien a vendu le phare?"),
    ("est-ce que c'est pas Orel qui l'a vendu", "est-ce que c'est Orel qui l'a vendu."),
    ("¿No vendió Orel el faro?", "Vendió Orel el faro?"),
    ("no es verdad que Orel vendió el faro?", "Orel vendió el faro?"),
    ("acaso el guarda no vendió el faro", "el guarda vendió el faro."),
    ("Разве он не продал маяк?", "Он продал маяк?"),
    ("сторож разве не продавал маяк", "сторож продавал маяк."),
    ("не сторож ли продал маяк", "сторож ли продал маяк."),
    ("Хіба сторож не продав маяк?", "Чи сторож продав маяк?"),
    ("чи не сторож продав маяк", "чи сторож продав маяк."),
)
# What says more than "not", what is told, and what a "not" before the last word may really deny.
LITERAL = (
    "Hat der Wärter den Turm nicht verkauft?",
    "Wurde der Wärter nicht mehr gesehen?",
    "Ist der Turm noch nicht verkauft worden?",
    "Der Wärter hat den Turm nicht verkauft.",
    "Hat Orel nicht erbrachte Arbeiten berechnet?",
    "N'a-t-il pas encore vendu le phare?",
    "Le gardien n'a pas vendu le phare.",
    "Pourquoi n'a-t-il pas vendu le phare?",
    "no murió nadie en el faro?",
    "no vendió el guarda el faro.",
    "Por qué no vendió Orel el faro?",
    "Разве никто не видел пожара?",
    "Не хватает ли сторожу воды?",
    "Сторож не продавал маяк.",
    "Чи сторож обіцяв не продавати маяк?",
    "Чи досі не знайшли сторожа?",
)


@pytest.mark.parametrize(("typed", "asked"), DENIED)
def test_what_a_question_denies_is_asked(typed: str, asked: str) -> None:
    assert understand(typed, ALL).canonical == asked


@pytest.mark.parametrize("typed", LITERAL)
def test_a_not_that_says_something_stays(typed: str) -> None:
    assert understand(typed, ALL).canonical == typed


def test_what_is_asked_whether_it_is_true_stays_as_it_is_told() -> None:
    found = understand("¿Es cierto que no habrá guardas en el faro?", ALL)
    assert found.canonical == "no habrá guardas en el faro?"
