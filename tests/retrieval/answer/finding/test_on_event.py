"""Which of the articles found are on the event asked about (`sift.on_event`)."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from retrieval.answer.finding.sift import on_event, sift
from retrieval.answer.question.question import understand
from retrieval.model import Source
from retrieval.store.records import Entry
from tests.retrieval.answer.finding.lighthouse import (
    ASKED,
    ENCODER,
    event,
)
from tests.retrieval.store.entries import entry

if TYPE_CHECKING:
    from retrieval.answer.finding.event import Coverage
    from retrieval.store.catalogue import Catalogue


def test_nothing_abroad_is_on_the_event_where_no_word_can_vouch_for_it(
    catalogue: Catalogue,
) -> None:
    def near(language: str) -> list[Coverage]:
        return [
            replace(
                each,
                belonging=0.9,
                held=replace(each.held, article=replace(each.held.article, language=language)),
            )
            for each in event(catalogue, articles=3)
        ]

    assert on_event(understand(ASKED, ["*"]), near("en"), ["*"])
    for typed, own, other in (
        ("продан ли старый маяк", "ru", "en"),
        ("Was it said on Monday?", "en", "ru"),
    ):
        asked = understand(typed, ["*"])
        assert on_event(asked, near(other), ["*"]) == []
        assert asked.language == own


def test_another_flight_is_another_event(catalogue: Catalogue) -> None:
    asked = understand("Did Ida Moen leave flight 752 at the lighthouse?")
    vector = ENCODER.encode([asked.canonical], query=True)[0]
    for name, number in (("ours", 752), ("theirs", 804), ("none", None)):
        flight = "the flight" if number is None else f"flight {number}"
        told = [f"Ida Moen did leave {flight} at the lighthouse."]
        made = entry(name, told, source=Source(name, name), title=name)
        catalogue.add([Entry(made.draft, made.sketch, ENCODER.encode(told))], encoder=ENCODER.key)
    found = [replace(each, belonging=0.9) for each in event(catalogue, asked.canonical, articles=6)]

    told_by = {each.coverage.article.source_id for each in sift(asked, vector, found, 50)}
    assert {"ours", "none"} <= told_by
    assert "theirs" not in told_by
    near = {each.article.source_id for each in on_event(asked, found)}
    assert {"ours", "none"} <= near
    assert "theirs" not in near


def test_a_word_that_no_article_near_holds_parts_none_from_the_event(catalogue: Catalogue) -> None:
    told = ["Ida Moen sold the lighthouse."]
    made = entry("told", told, source=Source("told", "Told"), title="lighthouse")
    catalogue.add([Entry(made.draft, made.sketch, ENCODER.encode(told))], encoder=ENCODER.key)

    def near(asked: str, belonging: float = 0.8) -> set[str]:
        found = [replace(each, belonging=belonging) for each in event(catalogue, asked, articles=4)]
        return {each.article.source_id for each in on_event(understand(asked), found)}

    assert "told" in near("Who paid for Ida Moen's extravagant funeral banquet?")
    assert "told" not in near("Who paid for Ida Moen's extravagant funeral banquet?", 0.65)
    # Whom it names an article must name.
    assert "told" not in near("Did Ida Moen meet Zorbo Kvisthenes?")
    # Who asks for nobody has said little of which event.
    assert "told" not in near("Who paid for the extravagant funeral banquet?")


@pytest.mark.parametrize(
    ("asked", "least"),
    [
        (ASKED, 0.7),
        ("Was the lighthouse sold on Friday?", 0.75),
        ("Was Norway's lighthouse sold?", 0.75),
    ],
)
def test_a_question_that_names_nobody_needs_an_article_more_like_the_event(
    catalogue: Catalogue, asked: str, least: float
) -> None:
    told = ["The lighthouse of Norway was sold on Friday, said Ida Moen."]
    made = entry("told", told, source=Source("told", "Told"), title="lighthouse")
    catalogue.add([Entry(made.draft, made.sketch, ENCODER.encode(told))], encoder=ENCODER.key)
    found = event(catalogue, asked, articles=4)

    def near(belonging: float) -> set[str]:
        like = [replace(each, belonging=belonging) for each in found]
        return {each.article.source_id for each in on_event(understand(asked), like)}

    assert "told" in near(least + 0.01)
    assert "told" not in near(least - 0.01)
