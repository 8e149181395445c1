"""A passage in another language than the question's says so, wherever it is shown."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime
from typing import Any

import pytest

from bot.discord.language import LANGUAGES, labels
from bot.discord.show.blocks import blocks
from bot.discord.show.full import full_paragraph
from bot.discord.show.shown import Shown
from bot.render.html import answer_html
from bot.render.markdown import answer_markdown
from bot.render.picture import picture_png, picture_svg, picture_text
from bot.render.picture.letters import shows
from bot.render.tongues import foreign, language_name
from retrieval.answered import Answer, Kind, Position
from tests.bot.answers import DELAY, POLAR, SOUTH, passage
from tests.bot.render.terminals import short, shown

NOW = datetime(2024, 12, 1, tzinfo=UTC)
TOLD = "Мост не откроется в июне, сообщил мэр."


def _abroad(asked: str = "en") -> Answer:
    russian = replace(passage(SOUTH, DELAY, TOLD, "не откроется"), language="ru")
    first, second, third = POLAR.positions
    positions = (
        replace(first, passages=first.passages[:1]),
        replace(second, passages=(russian,)),
        third,
    )
    return replace(POLAR, positions=positions, language=asked)


def test_every_rendering_says_which_language_it_is() -> None:
    answer = _abroad()
    say = labels("en")
    whole: Any = full_paragraph(answer, 1, say, Shown("t", feedback=False, private=False))
    told = [
        shown(answer),
        short(answer),
        answer_html(answer),
        answer_markdown(answer),
        picture_svg(answer, say, NOW),
        picture_text(answer, say, NOW),
        *(
            next(each.head for each in blocks(answer, say, by, NOW) if "мэр" in each.quotation)
            for by in ("position", "source", "time")
        ),
        str(whole.to_components()),
    ]
    assert all("in Russian" in text for text in told)
    assert all("откроется" in text for text in told[:4])
    assert '<blockquote dir="auto" lang="ru">' in answer_html(answer)
    positions = answer.to_json()["positions"]
    assert positions[1]["passages"][0]["language"] == "ru"


def test_a_quotation_from_right_to_left_is_marked_and_kept_whole() -> None:
    told = "«הגשר לא ייפתח ביוני», אמר ראש העיר."
    hebrew = replace(passage(SOUTH, DELAY, told, "לא ייפתח"), language="he")
    answer = replace(_abroad(), positions=(Position(None, "Account 1", (hebrew,)),))
    page = answer_html(answer)
    assert "in Hebrew" in page
    assert '<blockquote dir="auto" lang="he">' in page
    assert told.split("לא ייפתח")[1] in page
    assert "in Hebrew" in shown(answer)
    assert "⟨U+" not in shown(answer)
    assert picture_png(answer, labels("en"), NOW).startswith(b"\x89PNG")


def test_nothing_is_said_of_the_askers_own_language() -> None:
    answer = _abroad("ru")
    assert "in Russian" not in shown(answer)
    # The others state no language but their article's.
    assert "in English" in shown(answer)


def test_an_answer_kept_from_before_is_in_english() -> None:
    old = Answer("q", Kind.POLAR, covered=True, conflict=False, language=None)
    russian = _abroad().positions[1].passages[0]
    assert foreign(russian, old) == "ru"
    assert foreign(replace(russian, language="en-GB"), old) is None
    assert foreign(replace(russian, language=None), old) is None


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_bot_names_languages_in_the_askers(language: str) -> None:
    say = labels(language)
    heads = [each.head for each in blocks(_abroad(), say, "position", NOW)]
    assert sum(language_name("ru", language) in head for head in heads) == 1
    # The font of the picture has all of its words, so that none stands there as a code point.
    assert "⟨U+" not in picture_svg(_abroad(), say, NOW, packaged=True)
    assert shows(TOLD)


def test_a_code_that_has_no_name_stands_for_itself() -> None:
    assert language_name("qqx") == "qqx"
    assert language_name("ru", "no locale") == "ru"


def test_the_picture_is_drawn_with_cyrillic() -> None:
    png = picture_png(_abroad(), labels("uk"), NOW)
    assert png.startswith(b"\x89PNG")
