"""Claims that another claim is false."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from retrieval.answer.decision.decide import decide, shipped
from retrieval.answer.question.called_false import called_false
from retrieval.answer.question.question import understand
from retrieval.models.stance import REFUTES, SUPPORTS
from tests.retrieval.answer.decision.test_decide import Told


@pytest.mark.parametrize(
    ("asked", "what"),
    [
        ("It's a myth that cold air gives you a cold", "cold air gives you a cold"),
        ("It is not true that the ferry sank.", "the ferry sank."),
        ("it isn't true that the ferry sank", "the ferry sank"),
        ("Is it false that the Corran ferry sank?", "the Corran ferry sank?"),
        ("that's a complete lie that she paid", "she paid"),
        ("The rumour that the mayor fled has been debunked", "the mayor fled"),
        ("Is the claim that the mayor fled wrong?", "the mayor fled"),
        ("claims that the mayor fled are baseless", "the mayor fled"),
        ("I doubt that the mayor fled", "the mayor fled"),
        ("There is no truth to the rumours that the mayor fled", "the mayor fled"),
        ("I don't believe the mayor fled", "the mayor fled"),
    ],
)
def test_what_is_called_false_is_asked(asked: str, what: str) -> None:
    assert called_false(asked) == what


@pytest.mark.parametrize(
    "asked",
    [
        "Is it true that the ferry sank?",
        "Is it not true that the ferry sank?",
        "It was wrong that he had to pay",
        "The story is a hoax",
        "It is false",
        "I doubt it",
        "The report that the mayor fled was published on Monday",
        "Did he say it is false that the ferry sank?",
    ],
)
def test_what_calls_nothing_false_stays(asked: str) -> None:
    assert called_false(asked) is None


@given(st.tuples(*[st.floats(0.0625, 1, width=32)] * 4))
def test_what_says_yes_to_a_claim_says_no_to_its_being_false(
    odds: tuple[float, float, float, float],
) -> None:
    plain, false = understand("The ferry sank."), understand("It's a myth that the ferry sank.")
    judged = np.asarray([odds], dtype=np.float32) / np.float32(sum(odds))
    one, other = (
        decide(question, shipped()["polar"], [Told()], judged)[0]  # type: ignore[list-item]
        for question in (plain, false)
    )
    assert plain.canonical.lower() == false.canonical.lower()
    assert one[SUPPORTS] == other[REFUTES]
    assert one[REFUTES] == other[SUPPORTS]
    assert one[2:].tolist() == other[2:].tolist()


def test_a_claim_and_its_denial_are_not_the_same_question() -> None:
    plain, false = understand("The ferry sank."), understand("It is a lie that the ferry sank.")
    assert plain.identity != false.identity
    assert understand(false.identity).identity == false.identity
    assert understand("It's fake news that the ferry sank").identity == false.identity


LANGUAGES = ("en", "de", "fr", "es", "ru", "uk")


@pytest.mark.parametrize(
    ("asked", "canonical"),
    [
        ("Es ist falsch, dass die Fähre gesunken ist", "die Fähre gesunken ist."),
        ("Ist es gelogen, dass die Fähre gesunken ist?", "die Fähre gesunken ist."),
        ("C'est faux que le ferry a coulé", "le ferry a coulé."),
        ("Ce n'est pas vrai qu'il a coulé", "il a coulé."),
        ("¿Es mentira que el ferry se hundió?", "el ferry se hundió."),
        ("No es cierto que el ferry se hundió", "el ferry se hundió."),
        ("Это неправда, что паром затонул?", "паром затонул."),
        ("Це брехня, що пором затонув", "пором затонув."),
    ],
)
def test_what_is_called_false_abroad_is_asked(asked: str, canonical: str) -> None:
    question = understand(asked, LANGUAGES)
    assert question.denies
    assert question.canonical == canonical
    assert understand(question.identity, LANGUAGES).identity == question.identity


@pytest.mark.parametrize(
    "asked",
    [
        "Stimmt es nicht, dass die Fähre gesunken ist?",
        "¿No es cierto que el ferry se hundió?",
        "C'est pas vrai que le ferry a coulé ?",
        "Неправда ли, что паром затонул?",
        "Falsche Zahlen hat der Minister genannt",
    ],
)
def test_what_hopes_for_a_yes_abroad_denies_nothing(asked: str) -> None:
    assert not understand(asked, LANGUAGES).denies
