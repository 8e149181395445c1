"""Who is somebody's lawyer, wife or boss."""

from __future__ import annotations

import pytest

from retrieval.answer.grammar.relations import asked_relation
from retrieval.answer.question.question import understand


@pytest.mark.parametrize(
    ("asked", "text"),
    [
        ("Who is Ida Moen's lawyer?", "Moen's lawyer, Odd Lund, left."),
        ("who is ida moen's attorney", "Ida Moen’s longtime personal lawyer Odd Lund left."),
        ("Who is Ida Moen's lawyer?", "Odd Lund, an attorney for Mayor Ida Moen, left."),
        ("Who is the lawyer of Ida Moen?", "Odd Lund, Moen's attorney, left."),
        ("Who is Ida Moen's lawyer?", "A lawyer for Moen, Odd Lund, said no."),
        ("Who is Ida Moen's lawyer?", "Moen lawyer Odd Lund said no."),
        ("Who represents Ida Moen?", "Odd Lund, who represents Ida Moen, left."),
        ("Who is representing Ida Moen?", "Moen is represented by the pilot Odd Lund."),
        ("Who is Ida Moen's husband?", "Ida Moen and her husband, Odd Lund, left."),
        ("Who is Ida Moen's husband?", "Moen sailed with her husband Odd."),
        ("Who is Odd Lund's wife?", "Ida Moen and her husband, Odd Lund, left."),
        ("Who is Ida Moen married to?", "Ida Moen, who is married to Odd Lund, left."),
        ("Who is Ida Moen married to?", "Moen, Odd Lund's wife, left."),
        ("Who is Ida Moen's father?", "Odd Moen's daughter, Ida Moen, left."),
        ("Who is Ida Moen's daughter?", "Ida Moen, the mother of Una Moen, left."),
        ("Who is Ida Moen's son in law?", "Moen's son-in-law, Odd Lund, left."),
        ("Who is Ida Moen's fiancee?", "Moen's fiancée, Una Lund, left."),
        ("Who is Ida Moen's chief of staff?", "Moen's chief of staff, Odd Lund, left."),
        ("Who was Ida Moen's lawyer?", "Moen's former lawyer Odd Lund left."),
        ("Who is Ida Moen's ex-husband?", "Moen's ex-husband, Odd Lund, left."),
    ],
)
def test_a_sentence_names_who_it_is(asked: str, text: str) -> None:
    relation = asked_relation(understand(asked))
    assert relation is not None
    assert relation.told_in(text)


@pytest.mark.parametrize(
    ("asked", "text"),
    [
        ("Who is Ida Moen's lawyer?", "Moen's lawyer said no."),
        ("Who is Ida Moen's lawyer?", "Moen's former lawyer Odd Lund left."),
        ("Who is Ida Moen's lawyer?", "Odd Lund, a lawyer for Ida Moen's company, left."),
        ("Who is Ida Moen's lawyer?", "Ida Moen met Una Lund and her lawyer, Odd Lund."),
        ("Who is Ida Moen's lawyer?", "Karl Moen's lawyer, Odd Lund, left."),
        ("Who is Ida Moen's chief?", "Moen's deputy chief Odd Lund left."),
        ("Who is Ida Moen's boss?", "Odd Lund's boss, Ida Moen, left."),
        ("Who is Ida Moen's husband?", "Ida Moen met Odd Lund and his wife, Una Lund."),
        ("Who is Ida Moen's daughter?", "Moen's son, Odd Moen, left."),
    ],
)
def test_another_relation_names_nobody(asked: str, text: str) -> None:
    relation = asked_relation(understand(asked))
    assert relation is not None
    assert not relation.told_in(text)


@pytest.mark.parametrize(
    ("text", "may"),
    [
        ("Moen named Odd Lund as her lawyer.", True),
        ("Moen left.", False),
        ("Odd Lund is a lawyer.", False),
        ("Moen named Odd Lund as deputy lawyer.", False),
    ],
)
def test_what_holds_both_may_tell(text: str, may: bool) -> None:
    relation = asked_relation(understand("Who is Ida Moen's lawyer?"))
    assert relation is not None
    assert relation.may_tell(text) is may


@pytest.mark.parametrize(
    "asked",
    [
        "Who is his lawyer?",
        "Who is the lawyer?",
        "Who is Ida Moen?",
        "Who is Ida Moen's favourite?",
        "Who represents the mayor?",
        "Did Ida Moen's lawyer leave?",
    ],
)
def test_other_questions_ask_for_no_relation(asked: str) -> None:
    assert asked_relation(understand(asked)) is None
