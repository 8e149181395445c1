"""A passage of a story told live has its post's own time in every rendering."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from bot.discord.language import LANGUAGES, labels
from bot.discord.show import full_paragraph, pages
from bot.render.html import answer_html
from bot.render.json import answer_json
from bot.render.markdown import answer_markdown
from bot.render.timing import when
from retrieval.answered import Answer
from tests.bot.answers import NOTE, POLAR, told_live
from tests.bot.discord.show.layouts import EN, HOW, read
from tests.bot.discord.show.markdown import words
from tests.bot.render.terminals import joined, shown

if TYPE_CHECKING:
    from collections.abc import Callable

LIVE = told_live()
SAID = (
    "posted 7 November 2024, 14:35 UTC+01:00, in a story of 7 November 2024, 09:46 "
    "(updated 8 November 2024)"
)


@pytest.mark.parametrize(
    "rendering",
    [lambda answer: joined(shown(answer)), answer_html, answer_markdown],
    ids=["terminal", "html", "markdown"],
)
def test_the_posts_time_stands_before_the_storys(rendering: Callable[[Answer], str]) -> None:
    assert SAID in rendering(LIVE).replace("\\", "")
    assert "posted" not in rendering(POLAR)


def test_a_post_of_a_story_without_a_date_has_its_time_alone() -> None:
    passage = replace(LIVE.positions[0].passages[0], article=NOTE)
    assert when(passage) == "posted 7 November 2024, 14:35 UTC+01:00"


def test_json_has_it_and_reads_it_back() -> None:
    first = LIVE.to_json()["positions"][0]["passages"]
    assert [each["posted"] for each in first] == ["2024-11-07T14:35:00+01:00", None]
    assert Answer.from_json(LIVE.to_json()) == LIVE
    assert '"posted"' in answer_json(LIVE)


def test_an_answer_kept_from_before_has_none() -> None:
    data = POLAR.to_json()
    for position in data["positions"]:
        for passage in position["passages"]:
            del passage["posted"]
    assert Answer.from_json(data) == POLAR


def test_discord_shows_it_on_the_card_and_with_the_whole_paragraph() -> None:
    (card, *_) = pages(LIVE, EN, HOW)
    assert "posted 7 Nov 2024, 14:35 UTC+01:00 · Speaker" in words(read(card.view()))
    whole = words(read(full_paragraph(LIVE, 0, EN, HOW)))
    assert "posted 7 Nov 2024, 14:35 UTC+01:00 · 7 Nov 2024, 09:46 · updated 8 Nov 2024" in whole


@pytest.mark.parametrize("language", LANGUAGES)
def test_discord_says_it_in_every_language(language: str) -> None:
    (card, *_) = pages(LIVE, labels(language), HOW)
    assert "14:35" in words(read(card.view()))
