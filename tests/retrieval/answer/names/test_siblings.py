"""Storms and fires by name, told from others of their kind."""

from __future__ import annotations

import pytest

from retrieval.answer.names.siblings import of_sibling
from retrieval.answer.question.question import understand


@pytest.mark.parametrize(
    ("asked", "text", "due"),
    [
        ("How many people died in Hurricane Odile?", "Hurricane Petra killed 40 people.", True),
        ("how many died in hurricane odile", "Tropical Storm Petra killed 40.", True),
        ("Was Typhoon Odile stronger than Petra?", "Typhoon Petra killed 40 people.", False),
        ("How many people died in Hurricane Odile?", "Odile came after Hurricane Petra.", False),
        ("How many people died in Hurricane Odile?", "The Hurricane Center counts 40.", False),
        ("How many people died in the storm?", "Hurricane Petra killed 40 people.", False),
        ("How many died in the Juniper fire?", "The Alder Fire killed 40 people.", True),
        ("How many died in the Juniper fire?", "The Alder Fire Department lost two.", False),
        ("How many died in the Juniper fire?", "Rifle fire killed 40 people.", False),
        ("How many died in the Juniper fire?", "Juniper was worse than the Alder Fire.", False),
        ("Did the army fire on the harbour?", "The Alder Fire reached the army.", False),
        ("Wie viele starben bei Hurrikan Odile?", "Hurricane Petra killed 40.", False),
    ],
)
def test_what_is_told_of_another_of_its_kind_is_beside_the_point(
    asked: str, text: str, *, due: bool
) -> None:
    assert of_sibling(understand(asked, ("en", "de")), text) == due
