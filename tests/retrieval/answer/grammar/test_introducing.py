"""Questions in five languages that ask who somebody is, and nothing else."""

from __future__ import annotations

import pytest

from retrieval.answer.grammar.introducing import asked_abroad, quoted, rules_of
from retrieval.answer.question.question import understand

SIX = ("en", "de", "fr", "es", "ru", "uk")


@pytest.mark.parametrize(
    ("asked", "name"),
    [
        ("Wer ist Uwe Moen?", "Uwe Moen"),
        ("wer ist uwe moen", "uwe moen"),
        ("Wer ist der Bürgermeister?", None),
        ("Wer ist Herr Moen?", "Moen"),
        ("Wer ist in Linden?", None),
        ("Wer war Uwe Moen", "Uwe Moen"),
        ("Uwe Moen, wer ist das?", "Uwe Moen"),
        ("Qui est Uwe Moen ?", "Uwe Moen"),
        ("C'est qui Uwe Moen ?", "Uwe Moen"),
        ("c'est qui uwe moen", "uwe moen"),
        ("Qui est le maire ?", None),
        ("Uwe Moen, c'est qui ?", "Uwe Moen"),
        ("Qui est M. Moen ?", "Moen"),
        ("Qui est Mme Moen?", "Moen"),
        ("C’est qui, Uwe Moen ?", "Uwe Moen"),
        ("¿Quién es Uwe Moen?", "Uwe Moen"),
        ("quien es uwe moen", "uwe moen"),
        ("¿Quién es el alcalde?", None),
        ("¿Y quién es Uwe Moen?", "Uwe Moen"),
        ("Кто такой Уве Моэн?", "Уве Моэн"),
        ("кто это уве моэн", "уве моэн"),
        ("Кто это — Уве Моэн?", "Уве Моэн"),
        ("Кто такая Ида Моэн?", "Ида Моэн"),
        ("Уве Моэн это кто?", "Уве Моэн"),
        ("Уве Моэн — кто это?", "Уве Моэн"),
        ("Кто это сделал?", "сделал"),
        ("Хто такий Уве Моен?", "Уве Моен"),
        ("хто це уве моен", "уве моен"),
        ("Уве Моен - хто це?", "Уве Моен"),
        ("Хто така Ида Моен", "Ида Моен"),
        ("Wer ist Präsident der Ukraine?", None),
        ("wer ist bürgermeister von linden", None),
        ("Wer ist Ursula von der Leyen?", "Ursula von der Leyen"),
        ("Qui est ministre de l'Intérieur ?", None),
        ("¿Quién es presidente de Rusia?", None),
        ("Who is Uwe Moen?", None),
        ("Wer hat Uwe Moen gesehen?", None),
        ("Qui a vu Uwe Moen ?", None),
        ("Кто видел Уве Моэна?", None),
    ],
)
def test_a_name_is_asked_for_in_any_clothes(asked: str, name: str | None) -> None:
    assert asked_abroad(understand(asked, SIX)) == name


@pytest.mark.parametrize(
    ("language", "word", "is_person"),
    [
        ("de", "betriebsratschef", True),
        ("de", "physikerin", True),
        ("de", "sommer", False),
        ("fr", "vice-président", True),
        ("fr", "dossier", False),
        ("es", "ganador", True),
        ("es", "error", False),
        ("ru", "предпринимателя", True),
        ("ru", "сказал", False),
        ("uk", "далекобійник", True),
        ("uk", "повідомив", False),
    ],
)
def test_a_word_for_somebody_is_told_by_its_stem(
    language: str, word: str, *, is_person: bool
) -> None:
    assert rules_of(language).is_person(word) is is_person


@pytest.mark.parametrize(
    ("text", "is_quoted"),
    [
        ("„Ja“, sagt Moen", False),
        ("„Ja, Moen", True),
        ("« Oui, Moen", True),
        ("« Oui », dit Moen", False),
        ('"Yes, Moen', True),
    ],
)
def test_marks_of_any_language_quote(text: str, *, is_quoted: bool) -> None:
    assert quoted(text, text.index("Moen")) is is_quoted
