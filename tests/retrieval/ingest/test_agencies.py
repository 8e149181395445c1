from __future__ import annotations

import pytest

from retrieval.answer.attribution.origins import is_named
from retrieval.ingest.agencies import _AGENCIES, agency_of

REST = "\n\nThe harbour company said that the first ships would be unloaded before the evening."


@pytest.mark.parametrize(
    ("head", "agency"),
    [
        ("MOSCOW (AP) — The Kremlin said on Thursday that it had no plans.", "Associated Press"),
        ("KYIV, Nov 7 (Reuters) - Ukraine said on Thursday that it had.", "Reuters"),
        ("Berlin (dpa) - The chancellor said on Thursday.", "DPA"),
        ("New Delhi, Nov 7 (PTI) The minister said on Thursday.", "PTI"),
        ("MOSCOW, November 7. /TASS/. The Kremlin said on Thursday.", "TASS"),
        ("BEIJING, Nov. 7 (Xinhua) -- China said on Thursday.", "Xinhua"),
        ("AFP – The president said on Thursday.", "AFP"),
        ("The rate (AP) is the annual percentage.", None),
        ("The Kremlin said, and Reuters reported (it was Thursday), that it had.", None),
        ("Reuters reported on Thursday that the Kremlin had no plans.", None),
        ("A spokesman told AFP: nothing is decided.", None),
    ],
)
def test_a_dateline_credits_its_agency(head: str, agency: str | None) -> None:
    assert agency_of(head + REST) == agency


@pytest.mark.parametrize(
    ("tail", "agency"),
    [
        ("The vote is on Friday. PTI ABC DEF", "PTI"),
        ("(Reporting by A. Writer and B. Writer; Editing by C. Writer)", "Reuters"),
        ("© 2024 AFP", "AFP"),
        ("— Reuters", "Reuters"),
        ("With inputs from ANI", "ANI"),
        ("Source: Yonhap", "Yonhap"),
        ("The minister spoke to Reuters.", None),
        ("He denied it, according to AP", None),
    ],
)
def test_the_last_lines_credit_it(tail: str, agency: str | None) -> None:
    assert agency_of(f"The minister resigned.{REST}\n\n{tail}") == agency


def test_a_byline_credits_it() -> None:
    assert agency_of(f"It was so.{REST}", ["Associated Press"]) == "Associated Press"
    assert agency_of(f"It was so.{REST}", ["Reuters Staff"]) == "Reuters"
    assert agency_of(f"It was so.{REST}", ["A. P. Writer"]) is None
    assert agency_of("", []) is None


def test_every_agency_can_be_an_origin() -> None:
    assert all(is_named(name) for name in _AGENCIES)
