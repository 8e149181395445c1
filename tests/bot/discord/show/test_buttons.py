"""What stands under an answer: pages, arrangements, and what buttons tell."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from hypothesis import given

from bot.discord.show import Shown, feedback_menu, full_paragraph, pages, passages
from tests.bot.answers import POLAR, answers, quickly
from tests.bot.discord.show.layouts import (
    BUTTON,
    EN,
    HOW,
    components,
    much,
    read,
)
from tests.bot.discord.show.markdown import words

if TYPE_CHECKING:
    from retrieval.answered import Answer


@quickly
@given(answers())
def test_the_feedback_menus_name_the_passages(answer: Answer) -> None:
    every = components(feedback_menu(answer, EN, HOW))
    chosen = {option["value"] for each in every for option in each.get("options", ())}
    assert chosen == {str(number) for number in range(len(passages(answer)))}


def test_previous_and_next_lead_to_the_pages_beside() -> None:
    found = pages(much(), EN, HOW, "source")
    for number, page in enumerate(found):
        buttons = {
            each["label"]: each
            for each in components(page.view())
            if each["type"] == BUTTON and "custom_id" in each
        }
        assert buttons["Previous"]["disabled"] == (number == 0)
        assert buttons["Next"]["disabled"] == (number == len(found) - 1)
        if number:
            assert f":source,{number - 1}," in buttons["Previous"]["custom_id"]
        if number < len(found) - 1:
            assert f":source,{number + 1}," in buttons["Next"]["custom_id"]
        assert buttons["By position"]["custom_id"] == "whosays:view:abc234:position,0"
        assert f"Page {number + 1} of {len(found)}" in words(read(page.view()))


@pytest.mark.parametrize(
    ("how", "expected"),
    [
        (HOW, ["By source", "Over time", "Picture", "Feedback", "Delete"]),
        (
            replace(HOW, private=True),
            ["By source", "Over time", "Picture", "Feedback", "Share in channel"],
        ),
        (replace(HOW, feedback=False), ["By source", "Over time", "Picture", "Delete"]),
    ],
)
def test_the_buttons_of_an_answer(how: Shown, expected: list[str]) -> None:
    (page,) = pages(POLAR, EN, how)
    buttons = [each for each in components(page.view()) if "url" not in each]
    assert [each["label"] for each in buttons if each["type"] == BUTTON] == expected


def test_a_button_tells_nothing_but_the_answer_s_token_and_a_place_in_it() -> None:
    for view in (pages(much(), EN, HOW)[1].view(), full_paragraph(POLAR, 0, EN, HOW)):
        for each in components(view):
            if "custom_id" in each:
                kind, verb, answer, details = each["custom_id"].split(":")
                assert answer == HOW.token
                assert kind in ("whosays", "whosays-menu")
                assert verb in (
                    "page",
                    "view",
                    "full",
                    "feedback",
                    "delete",
                    "share",
                    "picture",
                )
                assert set(details.split(",")) <= {
                    *map(str, range(100)), "position", "source", "time", "side", "menu",
                    "previous", "next", "helpful", "",
                }  # fmt: skip
