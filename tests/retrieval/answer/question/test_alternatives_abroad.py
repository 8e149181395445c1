"""Which of two is asked in five languages, or whether either is so."""

from __future__ import annotations

import pytest

from retrieval.answer.question.question import understand
from retrieval.answered import Kind

ALL = ("en", "de", "fr", "es", "ru", "uk")
WHICH = (
    "war der wärter betrunken oder nüchtern",
    "War es ein Blitz oder ein Kurzschluss?",
    "Ist der Turm gesperrt oder offen?",
    "Wurde der Turm gesprengt oder ist er eingestürzt?",
    "Hat er gekündigt oder wurde er gefeuert?",
    "Gab es einen Vertrag oder nur eine Absichtserklärung?",
    "Le gardien était-il ivre ou sobre ?",
    "c'était la foudre ou un court-circuit ?",
    "Le phare est-il ouvert ou fermé ?",
    "il s'est rendu ou a été arrêté",
    "Le prix est de 300 ou de 500 euros ?",
    "¿El guarda estaba borracho o sobrio?",
    "fue un rayo o un cortocircuito",
    "¿El faro funciona o está averiado?",
    "¿Dimitió o lo despidieron?",
    "смотритель был пьян или трезв",
    "это была молния или замыкание?",
    "Маяк открыт или закрыт?",
    "Его уволили или он сам ушёл?",
    "смотрителя побили или он упал с лестницы",
    "сторож був п'яний чи тверезий",
    "це була блискавка чи замикання?",
    "Чи маяк відкритий чи закритий?",
    "сторожа звільнили чи він сам пішов",
    "був дим чи тільки туман",
    "hat Tenby oder Marlow gewonnen",
    "Ganó Tenby o Marlow?",
    "победил Тенби или Марлоу",
    "Тенбі чи Марлоу виграв вибори",
    "tenby oder marlow wer hat gewonnen",
    "tenby ou marlow, qui a gagné",
    "psg ou om qui a gagne",
    "Tenby o Marlow, ¿quién ganó?",
    "тенби или марлоу кто победил",
    "тенбі чи марлоу, хто переміг",
)
EITHER = (
    "Wurde jemand getötet oder verletzt?",
    "Hat der Wärter zwei oder drei Söhne?",
    "Hat Tenby oder Marlow gewonnen und einen Sitz bekommen?",
    "Wurde der Turm verkauft oder nicht?",
    "Quelqu'un est-il mort ou vivant ?",
    "Y a-t-il eu des morts ou des blessés ?",
    "¿Hubo muertos o heridos en el faro?",
    "¿Se vendió el faro o no?",
    "Были ли погибшие или раненые?",
    "Маяк продали или нет?",
    "Кто-нибудь жив или мёртв на маяке?",
    "Чи були загиблі або поранені?",
    "Спитали, чи він продав маяк",
    "маяк продали чи ні",
)


@pytest.mark.parametrize("text", WHICH)
def test_which_of_two_is_open(text: str) -> None:
    question = understand(text, ALL)
    assert question.language != "en"
    assert (question.kind, question.asks) == (Kind.OPEN, "matter")


@pytest.mark.parametrize("text", EITHER)
def test_whether_either_is_so_is_a_yes_or_a_no(text: str) -> None:
    question = understand(text, ALL)
    assert question.language != "en"
    assert question.kind is Kind.POLAR
