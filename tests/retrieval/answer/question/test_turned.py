"""Questions in the order of talk are the questions that they would be in writing."""

from __future__ import annotations

import pytest

from retrieval.answer.question.question import understand
from retrieval.answered import Kind


@pytest.mark.parametrize(
    ("typed", "written", "asks"),
    [
        ("Tenby paid how much", "how much Tenby paid?", "number"),
        ("tenby paid the captain how much?", "how much tenby paid the captain?", "number"),
        ("the greens won how many seats", "how many seats the greens won?", "number"),
        (
            "Marlow faces how many years in prison?",
            "how many years in prison Marlow faces?",
            "number",
        ),
        (
            "moen raised how much in the last quarter",
            "how much moen raised in the last quarter?",
            "number",
        ),
        ("the ferry sank when", "when the ferry sank?", "when"),
        ("Moen was treated where?", "where was Moen treated?", "where"),
        ("the mayor did what?", "what did the mayor do?", "matter"),
        ("the mayor said what?", "what the mayor said?", "matter"),
        ("the mayor quit because of what", "why the mayor quit?", "matter"),
        ("Tenby was taken to which hospital?", "to which hospital was Tenby taken?", "matter"),
        ("On Tuesday, what did Tenby say?", "what did Tenby say on Tuesday?", "matter"),
        ("after the vote what did moen say", "what did moen say after the vote?", "matter"),
        (
            "when the ferry sank what did tenby do",
            "what did tenby do when the ferry sank?",
            "matter",
        ),
        (
            "if convicted how long will tenby serve",
            "how long will tenby serve if convicted?",
            "number",
        ),
        (
            "According to the Gazette, how many died in Vale?",
            "how many died in Vale according to the Gazette?",
            "number",
        ),
        ("In Vale, who won the vote?", "who won the vote in Vale?", "who"),
    ],
)
def test_what_is_asked_stands_first(typed: str, written: str, asks: str) -> None:
    read = understand(typed)

    assert (read.kind, read.canonical, read.asks) == (Kind.OPEN, written, asks)
    assert read.text == typed


@pytest.mark.parametrize(
    ("typed", "written"),
    [
        ("In Vale, were the sailors robbed?", "were the sailors robbed in Vale?"),
        ("according to police, was tenby robbed", "was tenby robbed according to police?"),
    ],
)
def test_a_yes_or_no_stays_one(typed: str, written: str) -> None:
    read = understand(typed)

    assert (read.kind, read.canonical) == (Kind.POLAR, written)


@pytest.mark.parametrize(
    "told",
    [
        "Tenby never said why",
        "Police know how many died",
        "The mayor said what",
        "The mayor did not explain how",
        "It is unclear when",
        "The report shows how much the council spent",
        "Nobody can tell who",
        "The captain fled and nobody asked where",
        "The vote in Vale: what comes next",
        "It is the harbour in which the ferry sank",
        "Moen is no Doctor Who",
        "Under pressure, May resigned",
        "After Tenby, who was ill, left, the strike ended",
        "After counting how many died, the council closed the port",
        "During the strike the captain was shot, who had come from Ruse",
    ],
)
def test_what_tells_something_is_a_claim(told: str) -> None:
    read = understand(told)

    assert (read.kind, read.canonical.rstrip(".")) == (Kind.POLAR, told)


@pytest.mark.parametrize(
    "typed",
    [
        "In what year did the bridge open?",
        "For how long was Tenby in jail?",
        "If the bill passes",
    ],
)
def test_what_stands_in_its_place_stays(typed: str) -> None:
    assert understand(typed).canonical.rstrip("?.") == typed.rstrip("?")


@pytest.mark.parametrize(
    ("typed", "written"),
    [
        ("When did the mayor first learn of the leak?", "When did the mayor learn of the leak?"),
        ("when was Tenby first told about it", "when was Tenby told about it?"),
        ("When did the mayor first visit Vale?", "When did the mayor first visit Vale?"),
        ("When did the first clerk learn of it?", "When did the first clerk learn of it?"),
    ],
)
def test_who_learnt_of_it_first_did_so_when_he_learnt(typed: str, written: str) -> None:
    assert understand(typed).canonical == written
