"""Names and nothing else tell nothing."""

from __future__ import annotations

import pytest

from retrieval.answer.names_alone import names_alone
from retrieval.answer.question import understand

TEXTS = (
    "On Friday Ida Moen sailed from Vale on a Norland 737.",
    "Yesterday the mayor, Ida Moen, sank the Norland off Vale.",
)


@pytest.mark.parametrize("asked", ["ida moen", "Norland 737 vale", "moen norland", "Ida Moen"])
def test_names_and_numbers_are_names_alone(asked: str) -> None:
    assert names_alone(understand(asked), TEXTS)


@pytest.mark.parametrize(
    "asked",
    [
        "Did Moen sail?",
        "moen sank",
        "ida moen innocent",
        "Moen of Vale",
        "who is moen",
        "vale mayor",
    ],
)
def test_what_tells_or_asks_is_more(asked: str) -> None:
    assert not names_alone(understand(asked), TEXTS)
