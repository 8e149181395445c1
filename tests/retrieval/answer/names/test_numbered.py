"""Numbers that name what an article is about."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from retrieval.answer.names.numbered import of_another
from retrieval.answer.question.question import understand

ALL = ("*",)


@pytest.mark.parametrize(
    ("asked", "text"),
    [
        ("What caused the crash of flight 752?", "Veldair flight 804 fell into the sea."),
        ("what caused the crash of flight 752", "Debris of Flight MS804 was found."),
        ("Did flight no. 752 burn?", "Flights 11 and 175 burned."),
        ("Is Article 50 to be revoked?", "Under article 7 the votes are lost."),
        ("Is Title 42 lifted?", "Under Title 8 nobody is sent back."),
        ("Will Section 230 stay?", "Section 12 was struck out, § 12 of the law."),
        ("Did Proposition 8 pass?", "Prop. 64 passed."),
        ("Was Route 91 shut?", "Route 66 was shut."),
        ("Stürzte Flug 752 ab?", "Der Flug Nr. 804 stürzte ins Meer."),
        ("Le vol 752 est-il tombé ?", "Le vol n° 804 est tombé en mer."),
        ("¿Cayó el vuelo 752?", "El vuelo MS804 cayó al mar."),
        ("Почему упал рейс 752?", "Рейс № 804 упал в море."),
        ("Чому впав рейс 752?", "Рейс 804 впав у море."),
    ],
)
def test_who_numbers_another_of_the_kind_tells_of_that(asked: str, text: str) -> None:
    question = understand(asked, ALL)
    assert of_another(question, ["Nothing.", text], question.language)


@pytest.mark.parametrize(
    ("asked", "text"),
    [
        ("What caused the crash of flight 752?", "The jet fell near the harbour."),
        ("What caused the crash of flight 752?", "Flight PS752 fell; flight 804 had not."),
        ("What caused the crash of flight 752?", "Flights 11, 175 and 752 fell."),
        ("What caused the crash of flight 752?", "Route 66 was shut, and article 4 of it."),
        ("What caused the crash?", "Veldair flight 804 fell into the sea."),
        ("How many died on the flight?", "Veldair flight 804 fell into the sea."),
        # The same number under another word, and what is a length of time.
        ("Did Proposition 8 pass?", "No on 8 was the cry, and Prop. 64 passed."),
        ("Is Title 42 lifted?", "She lost the title 2 years ago."),
        ("Did the No. 2 of the group die?", "The No. 1 of the group left."),
    ],
)
def test_who_numbers_none_of_the_kind_or_this_one_too_may_tell_of_it(asked: str, text: str) -> None:
    assert not of_another(understand(asked), ["Nothing.", text], "en")


def test_a_number_is_one_in_every_language() -> None:
    asked = understand("What caused the crash of flight 752?")
    assert of_another(asked, ["Рейс 804 упал в море."], "ru")
    assert not of_another(asked, ["Рейс 752 упал в море."], "ru")
    assert not of_another(asked, ["Lot 804 wpadł do morza."], "pl")


@given(st.integers(1, 9999), st.integers(1, 9999), st.text(max_size=60))
def test_a_text_with_the_number_is_never_of_another(number: int, other: int, more: str) -> None:
    asked = understand(f"What caused the crash of flight {number}?")
    told = f"Flight {other} waited. Flight {number} fell."
    assert not of_another(asked, [more, told], "en")
    assert of_another(asked, [f"Flight {other} fell."], "en") == (number != other)
