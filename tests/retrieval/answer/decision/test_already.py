"""What is told to be done later answers "already" with no."""

from __future__ import annotations

from types import SimpleNamespace
from typing import Any

import numpy as np
import pytest

from retrieval.answer.decision.already import not_yet
from retrieval.answer.question.question import understand

YES, NO = (0.7, 0.1, 0.0, 0.2), (0.1, 0.7, 0.0, 0.2)


def side(asked: str, text: str, row: tuple[float, float, float, float] = YES) -> str:
    """The side on which a sentence stands, decided so before."""
    sentences: Any = [SimpleNamespace(text=text)]
    found = not_yet(understand(asked), sentences, np.asarray([row], dtype=np.float32))
    assert np.allclose(np.sort(found), np.sort(np.asarray([row])))
    return "yes" if found[0, 0] > found[0, 1] else "no"


@pytest.mark.parametrize(
    ("asked", "text"),
    [
        ("Has Moen already left office?", "Ida Moen said she will leave office in May."),
        ("has moen left office yet", "Moen is stepping down effective May 4, the city announced."),
        ("Did the ferry already sail?", "The ferry is scheduled to sail next week."),
    ],
)
def test_what_is_to_come_has_not_been_done(asked: str, text: str) -> None:
    assert side(asked, text) == "no"
    assert side(asked, text, NO) == "no"


@pytest.mark.parametrize(
    ("asked", "text"),
    [
        ("Has Moen already left office?", "Moen has resigned and will be followed by Odd Lund."),
        ("Has Moen already left office?", "Moen left office in May."),
        # Who will resign resigns, to many.
        ("Has Moen resigned?", "Ida Moen said she will resign."),
        ("Will Moen leave office?", "Ida Moen said she will leave office in May."),
        ("Hat Moen das Amt already yet?", "Ida Moen said she will leave office in May."),
    ],
)
def test_all_else_stays(asked: str, text: str) -> None:
    assert side(asked, text) == "yes"


def test_of_what_is_called_false_nothing_changes() -> None:
    assert side("It is false that Moen has already left.", "Moen will leave in May.") == "yes"
