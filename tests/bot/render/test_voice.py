"""Who said it, in words."""

from __future__ import annotations

from dataclasses import replace

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


@pytest.mark.parametrize(
    ("source", "origin", "shown"),
    [
        ("reuters.com", "Reuters", None),
        ("apnews.com", "Associated Press", None),
        ("nytimes.com", "The New York Times", None),
        ("theguardian.com", "Guardian", None),
        ("The Veld Post", "Veld Post", None),
        ("veldpost.com", "Associated Press", "Via Associated Press"),
        ("veldtimes.com", "The Veld Post", "Via The Veld Post"),
    ],
)
def test_no_source_is_told_to_report_by_way_of_itself(
    source: str, origin: str, shown: str | None
) -> None:
    said = passage(replace(NORTH, name=source), ARTICLE, SHORT, "open", origin=origin)
    assert voice.said_by(said, ()) == shown
    spoken = replace(said, speaker="a clerk")
    assert voice.voices(spoken, ()) == ("a clerk", None if shown is None else origin)


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
