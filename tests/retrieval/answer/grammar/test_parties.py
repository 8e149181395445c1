"""What party somebody is in."""

from __future__ import annotations

import pytest

from retrieval.answer.grammar.parties import asked_party
from retrieval.answer.question.question import understand
from retrieval.answered import Kind


@pytest.mark.parametrize(
    ("asked", "text", "party"),
    [
        ("What party is Ida Moen in?", "Sen. Ida Moen (R-Vale) left.", "republican"),
        ("which party does ida moen belong to", "Moen, D-Vale, left.", "democratic"),
        ("What is Moen's party?", "Moen (I) of Vale left.", "independent"),
        ("What party is Ida Moen?", "Ida Moen, a moderate Vale Democrat, left.", "democratic"),
        ("What party is Ida Moen?", "GOP Sen. Ida Moen left.", "republican"),
        ("What party is Ida Moen?", "Moen, Republican of Vale, left.", "republican"),
        ("What party is Ida Moen?", "The Republican nominee, Ida Moen, left.", ""),
        ("What party is Ida Moen?", "The Republican chairman, Ida Moen, left.", "republican"),
        ("What party is Ida Moen?", "Opposition Labour Party leader Ida Moen left.", "labour"),
        ("What party is Ida Moen?", "Ida Moen, a member of the Harbour Party, left.", "harbour"),
        ("What party is Ida Moen?", "The Tory MP Ida Moen left.", "conservative"),
        ("What party is Ida Moen?", "Republicans Ida Moen and Odd Lund left.", "republican"),
    ],
)
def test_a_sentence_gives_a_party(asked: str, text: str, party: str) -> None:
    membership = asked_party(understand(asked))
    assert membership is not None
    assert membership.parties(text) == ({party} if party else set())
    assert membership.told_in(text) == bool(party)


@pytest.mark.parametrize(
    "text",
    [
        "Democrats say Moen left.",
        "On the Democratic side, Moen left.",
        "Republican Focus Group Says Ida Moen Won",
        "Republican critics of Ida Moen left.",
        "Ida Moen, a former Democrat, left.",
        "Ida Moen is not a Democrat.",
        "Odd Moen (R-Vale) left.",
        "Moen met Sen. Odd Lund (R-Vale).",
        "Republican Odd Lund beat Moen.",
    ],
)
def test_what_is_told_of_others_gives_none(text: str) -> None:
    membership = asked_party(understand("What party is Ida Moen in?"))
    assert membership is not None
    assert not membership.told_in(text)


@pytest.mark.parametrize(
    ("asked", "text", "side"),
    [
        ("Is Ida Moen a Democrat?", "Sen. Ida Moen (D-Vale) left.", True),
        ("is ida moen a democrat", "Sen. Ida Moen (R-Vale) left.", False),
        ("Is Ida Moen a Tory?", "Labour MP Ida Moen left.", False),
        ("Is Ida Moen an independent?", "Ida Moen (I-Vale) left.", True),
        ("Is Ida Moen a conservative?", "Ida Moen (R-Vale) left.", None),
        ("Is Ida Moen a Democrat?", "Democratic candidate Ida Moen left.", None),
        ("Is Ida Moen a Democrat?", "Ida Moen left.", None),
    ],
)
def test_a_party_says_yes_or_no_to_one(asked: str, text: str, side: bool | None) -> None:
    question = understand(asked)
    membership = asked_party(question)
    assert membership is not None
    assert question.kind is Kind.POLAR
    assert membership.side(text) is side


@pytest.mark.parametrize(
    "asked", ["Is Ida Moen a Democrat or Republican?", "is moen gop or labour"]
)
def test_one_of_two_parties_is_asked_openly(asked: str) -> None:
    question = understand(asked)
    assert question.kind is Kind.OPEN
    assert asked_party(question) is not None


@pytest.mark.parametrize(
    "asked",
    [
        "What party is he in?",
        "Is the mayor a Democrat?",
        "Did Moen go to the party?",
        "Who is Moen?",
    ],
)
def test_other_questions_ask_for_no_party(asked: str) -> None:
    assert asked_party(understand(asked)) is None
