"""An event's name alone asks what happened in it; what tells of one is a statement."""

from __future__ import annotations

import pytest

from retrieval.answer.question.question import understand
from retrieval.answered import Kind


@pytest.mark.parametrize(
    ("typed", "whole"),
    [
        ("Moen tower meeting", "what happened in the Moen tower meeting?"),
        ("tenby coup", "what happened in the tenby coup?"),
        ("the Vale ferry crash", "what happened in the Vale ferry crash?"),
        ("vale teachers strike?", "what happened in the vale teachers strike?"),
        ("women's march", "what happened in the women's march?"),
        ("Paris attacks", "what happened in the Paris attacks?"),
        ("the russian bounties", "what happened in the russian bounties?"),
        ("us vale war", "what happened in the us vale war?"),
        ("attack on the Vale oil plant", "what happened in the attack on the Vale oil plant?"),
        ("trial of ida moen", "what happened in the trial of ida moen?"),
        ("ferry protest in vale", "what happened in the ferry protest in vale?"),
    ],
)
def test_an_events_name_asks_what_happened(typed: str, whole: str) -> None:
    read = understand(typed)

    assert (read.kind, read.asks, read.canonical) == (Kind.OPEN, "matter", whole)


@pytest.mark.parametrize(
    "told",
    [
        "Moen denies meeting",
        "Senators reject ban",
        "Court upheld ban",
        "Tenby strikes Vale",
        "Tenby blasts Vale deal",
        "Meteorite crashes near Vale airport",
        "the bear attacks",
        "The ferry crash.",
        "tenby coup failed",
        "no coup",
        "it is a coup",
        "Moen wanted war",
        "Vale strike: union rejects deal",
        "attack on the Vale oil plant failed",
        "Tenby quits",
    ],
)
def test_what_tells_of_an_event_is_a_statement(told: str) -> None:
    assert understand(told).kind is Kind.POLAR


@pytest.mark.parametrize(
    ("typed", "whole"),
    [
        ("moen report", "what did the moen report say?"),
        ("the harbour master's report", "what did the harbour master's report say?"),
        ("Ida Moen speech", "what did the Ida Moen speech say?"),
    ],
)
def test_what_says_something_is_asked_what_it_says(typed: str, whole: str) -> None:
    assert understand(typed).canonical == whole


@pytest.mark.parametrize(
    "told", ["Nurses report", "senators want report", "no report", "Punishing Moen's speech"]
)
def test_who_reports_is_no_report(told: str) -> None:
    assert understand(told).kind is Kind.POLAR
