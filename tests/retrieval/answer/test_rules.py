from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from retrieval.answer.rules import apply, beaten, preferred, reversed_roles, withheld
from retrieval.model import Stance


@pytest.mark.parametrize(
    "sentence",
    [
        "The chancellor has opted not to extend congratulations to the winner.",
        "The chancellor chose not to congratulate anybody.",
        "The chancellor refrained from congratulating the winner.",
        "The chancellor stopped short of congratulating the winner.",
        "He is not aware of any plans by the chancellor to congratulate the winner.",
        "The chancellor has yet to congratulate the winner.",
    ],
)
def test_a_deed_withheld_refutes_that_it_was_done(sentence: str) -> None:
    question = "Did the chancellor congratulate the winner?"
    assert withheld(question, ["congratulate"], sentence) is Stance.REFUTES


@pytest.mark.parametrize(
    ("question", "sentence"),
    [
        # Another deed is withheld than the one asked for.
        ("Did he congratulate the winner?", "He congratulated her and opted not to stay."),
        # To a negative question the rule says nothing: the model decides.
        ("Did he refuse to congratulate her?", "He opted not to congratulate her."),
        ("Did he congratulate the winner?", "He congratulated the winner."),
    ],
)
def test_the_withheld_rule_keeps_out_of_the_rest(question: str, sentence: str) -> None:
    assert withheld(question, ["congratulate"], sentence) is None


@pytest.mark.parametrize(
    ("sentence", "stance"),
    [
        ("Gray is a much better option for the port than Ochoa, he said.", Stance.SUPPORTS),
        ("Gray, of course, is more capable of making a deal than Ochoa.", Stance.SUPPORTS),
        ("Ochoa would be preferable to Gray for the port.", Stance.REFUTES),
        ("Ochoa is a better choice than Gray.", Stance.REFUTES),
        ("Gray is no better than Ochoa.", None),
        ("Gray met Ochoa at the port.", None),
        ("The port is better off than the town.", None),
    ],
)
def test_a_comparison_is_read_from_its_two_sides(sentence: str, stance: Stance | None) -> None:
    assert preferred("Does the port prefer Gray to Ochoa?", ["port", "prefer"], sentence) is stance
    assert preferred("Did Gray meet Ochoa?", ["meet"], sentence) is None


def test_who_is_beaten_did_not_win() -> None:
    sentence = "Gray claimed victory on Friday, defeating his challenger, Deputy Mayor Ana Ochoa."
    assert beaten("Did Ochoa win the vote?", ["win", "vote"], sentence) is Stance.REFUTES
    assert beaten("Did Gray win the vote?", ["win", "vote"], sentence) is None
    assert beaten("Did Ochoa speak?", ["speak"], sentence) is None
    assert beaten("Did Ochoa not win?", ["win"], sentence) is None


@pytest.mark.parametrize(
    ("question", "sentence", "expected"),
    [
        ("Did Ochoa congratulate Gray?", "Gray congratulated Ochoa on Friday.", True),
        ("Did Ochoa congratulate Gray?", "Ochoa congratulated Gray on Friday.", False),
        ("Did Ochoa congratulate Gray?", "Gray was congratulated by Ochoa.", False),
        ("Did Ochoa congratulate Gray?", "Ochoa was congratulated by Gray.", True),
        ("Was Gray congratulated by Ochoa?", "Gray congratulated Ochoa.", True),
        ("Was Gray congratulated by Ochoa?", "Ochoa congratulated Gray.", False),
        ("Did Ochoa congratulate Gray?", "Gray received congratulations from Ochoa.", False),
        ("Did Ochoa congratulate Gray?", "Gray and Ochoa met.", False),
        ("Did Ochoa congratulate anybody?", "Gray congratulated Ochoa.", False),
    ],
)
def test_the_doer_is_not_the_object(question: str, sentence: str, expected: bool) -> None:
    assert reversed_roles(question, ["congratulate"], sentence) is expected


@given(st.text(max_size=120), st.lists(st.text(max_size=12), max_size=4), st.text(max_size=200))
def test_any_texts_get_a_stance_or_none(question: str, terms: list[str], sentence: str) -> None:
    assert apply(question, terms, sentence) in {None, *Stance}
    assert reversed_roles(question, terms, sentence) in {True, False}
