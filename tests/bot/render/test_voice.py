"""Who said it, in words."""

from __future__ import annotations

import pytest

from bot.render import voice
from retrieval.answered import Origin
from tests.bot.answers import NORTH, POLAR, SHORT, passage

ARTICLE = POLAR.positions[0].passages[0].article


@pytest.mark.parametrize(
    ("speaker", "origin", "shown"),
    [
        (None, None, None),
        ("the mayor", None, "Speaker: the mayor"),
        ("Gazette's source", "gazette", "Speaker: Gazette's source, via Gazette"),
        ("The Gazette", "gazette", "Speaker: The Gazette"),
        (None, "gazette", "Via Gazette"),
        (None, "elsewhere", "Via elsewhere"),
    ],
)
def test_the_speaker_comes_with_the_origin(
    speaker: str | None, origin: str | None, shown: str | None
) -> None:
    said = passage(NORTH, ARTICLE, SHORT, "open", speaker=speaker, origin=origin)
    assert voice.said_by(said, POLAR.origins) == shown


def test_an_origin_of_one_source_is_not_shared() -> None:
    alone = Origin("x", ("X",), ("north",))
    assert voice.shared((alone, *POLAR.origins)) == list(POLAR.origins)
    assert voice.leaning(POLAR.origins[0], POLAR) == (
        "2 sources lean on one origin: Gazette – The North Post, South Wire"
    )


@pytest.mark.parametrize(
    ("names", "shown"),
    [
        (("Ana B. Moor", "Ana Moor", "Moor", "MOOR"), ["Ana B. Moor"]),
        (("Moor", "Ana Moor"), ["Ana Moor"]),
        (("Vereska", "Viereska"), ["Vereska", "Viereska"]),
        (("José Paz", "Jose Paz"), ["José Paz"]),
        (("The Gazette", "Gazette"), ["The Gazette"]),
        (("The",), ["The"]),
        ((), []),
    ],
)
def test_an_origin_is_not_named_twice_over(names: tuple[str, ...], shown: list[str]) -> None:
    assert voice.distinct(names) == shown
