"""An answer as messages: within Discord's limits, verbatim, nothing lost, nothing alive."""

from __future__ import annotations

from colorsys import rgb_to_hls
from dataclasses import replace
from itertools import chain
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.discord.language import LANGUAGES, labels
from bot.discord.show import Shown, feedback_menu, full_paragraph, pages, passages
from bot.render.excerpt import excerpt
from bot.render.safe import mark_line
from retrieval.answered import Answer, Heading, Position, SilentSource
from tests.bot.answers import ACCOUNTS, NORTH, POLAR, UNCOVERED, answers, quickly
from tests.bot.discord.show.attacks import ATTACKS
from tests.bot.discord.show.layouts import (
    CONTAINER,
    EN,
    EVERY,
    HOW,
    OURS,
    SELECT,
    TEXT,
    components,
    much,
    quotations,
    read,
    shown,
)
from tests.bot.discord.show.markdown import Node, kinds, render, words
from tests.e2e.discord.payloads import walk

if TYPE_CHECKING:
    from bot.discord.show import By


@quickly
@given(answers(), st.sampled_from(EVERY), st.booleans(), st.none() | st.sampled_from(ATTACKS))
def test_any_answer_keeps_within_the_limits_and_does_nothing(
    answer: Answer, by: By, private: bool, limit: str | None
) -> None:
    how = Shown("abc234", feedback=True, private=private, filter_line=limit)
    assert kinds(shown(pages(answer, EN, how, by))) <= OURS


@quickly
@given(answers(), st.sampled_from(EVERY))
def test_every_passage_is_quoted_once_and_verbatim(answer: Answer, by: By) -> None:
    if not answer.covered:
        return
    read_back = sorted(quotations(shown(pages(answer, EN, HOW, by))))
    assert len(read_back) == len(passages(answer))
    for passage in passages(answer):
        cut = excerpt(passage)
        said = cut.before + cut.span + cut.after
        # Only far longer ones than hypothesis draws are cut further.
        assert any(said.rstrip("\n") in quoted for quoted in read_back)


@pytest.mark.parametrize("attack", ATTACKS)
def test_an_attack_in_every_place_of_an_answer(attack: str) -> None:
    source = replace(NORTH, name=attack)
    passage = POLAR.positions[0].passages[0]
    article = replace(passage.article, title=attack, published=attack, authors=(attack,))
    hostile = replace(passage, source=source, article=article, speaker=attack, origin=attack)
    answer = replace(
        POLAR,
        question=attack,
        positions=(Position(None, attack, (hostile,)), Position(None, "Account 2", (hostile,))),
        silent=(SilentSource("x", attack),),
        origins=(replace(POLAR.origins[0], names=(attack,)),),
    )
    uncovered = replace(UNCOVERED, question=attack, nearest=(Heading(attack, attack),))
    how = replace(HOW, filter_line=attack)
    found = chain(pages(answer, EN, how), pages(answer, EN, how, "source"))
    nodes = shown(chain(found, pages(uncovered, EN, how)))
    nodes += read(full_paragraph(answer, 0, EN, how))
    assert kinds(nodes) <= OURS
    assert words(nodes).count(mark_line(attack)) >= 6
    components(feedback_menu(answer, EN, how))


def test_the_head_says_the_counts_and_each_position_has_a_container() -> None:
    (page,) = pages(POLAR, EN, replace(HOW, filter_line="Only East Radio"))
    every = components(page.view())
    text = words(read(page.view()))
    assert text.startswith(
        "Will the bridge open in June?2 sources say yes, 1 says no, 1 leaves it open; 4 searched"
    )
    assert "Positions exclude each other." in text
    assert "Only East Radio" in text
    assert "2 sources lean on Gazette: The North Post, South Wire" in text
    assert "also held from 2 other addresses" in text
    assert "On the event, nothing clear found on this point: East Radio" in text
    assert len([each for each in every if each["type"] == CONTAINER]) == 3
    colours = [each["accent_color"] for each in every if each["type"] == CONTAINER]
    assert len(set(colours)) == 3


def test_no_position_has_the_colour_of_right_or_wrong() -> None:
    colours = {
        each["accent_color"]
        for answer in (POLAR, ACCOUNTS, much())
        for page in pages(answer, EN, HOW)
        for each in components(page.view())
        if each["type"] == CONTAINER
    }
    for colour in colours:
        hue, _, _ = rgb_to_hls(*(byte / 255 for byte in colour.to_bytes(3)))
        assert 170 < hue * 360 < 330, "neither green nor red"


def test_an_account_has_no_colour_of_yes_no_or_open() -> None:
    sides, accounts = (
        {
            each["accent_color"]
            for page in pages(answer, EN, HOW)
            for each in components(page.view())
            if each["type"] == CONTAINER
        }
        for answer in (POLAR, ACCOUNTS)
    )
    assert len(sides) == 3
    assert len(accounts) == 1
    assert not sides & accounts


def test_a_passage_names_its_source_speaker_and_date_and_marks_its_span() -> None:
    (page,) = pages(POLAR, EN, HOW)
    texts = [each["content"] for each in components(page.view()) if each["type"] == TEXT]
    assert "**The North Post**\n-# 7 Nov 2024 · Speaker: **the ministry**, via Gazette" in texts
    assert (
        "> \\[…\\] **“The bridge will open in June,” the ministry told the Gazette** on Thursday."
        " \\[…\\]" in texts
    )
    assert any(
        "-# date not known · source not verified\n> It is not known" in each for each in texts
    )


def test_by_source_gathers_what_a_source_says_under_each_position() -> None:
    (page,) = pages(POLAR, EN, HOW, "source")
    every = components(page.view())
    south = next(
        _inside(each)
        for each in every
        if each["type"] == CONTAINER and words(_inside(each)).startswith("South Wire")
    )
    assert [words([node]) for node in south if node.kind == "strong"] == ["Says yes", "Says no"]
    assert not any(each.get("accent_color") for each in every)


def test_over_time_says_when_and_what_came_first() -> None:
    (page,) = pages(POLAR, EN, HOW, "time")
    every = components(page.view())
    texts = [each["content"] for each in every if each["type"] == TEXT]
    assert any("Over time, by when it was published" in each for each in texts)
    assert any(
        each.startswith("**The North Post**\n-# 7 Nov 2024, 09\\:46 · among the first reports · ")
        for each in texts
    )
    assert any("first denial" in each for each in texts)
    assert "### Leaves it open – date not known" in texts
    assert [each["label"] for each in every if each.get("label", "").startswith("By ")] == [
        "By position",
        "By source",
    ]


def test_over_time_keeps_the_numbers_that_buttons_go_by() -> None:
    late, early = POLAR.positions[0].passages
    turned = replace(POLAR.positions[0], passages=(early, late))
    answer = replace(POLAR, positions=(turned, *POLAR.positions[1:]))
    (page,) = pages(answer, EN, HOW, "time")
    menus = [each["options"] for each in components(page.view()) if each["type"] == SELECT]
    for option in menus[0]:
        passage = passages(answer)[int(option["value"])]
        assert option["description"].startswith(passage.span.text[:40])


def _inside(container: dict[str, Any]) -> list[Node]:
    texts = (each["content"] for each in walk([container]) if each["type"] == TEXT)
    return [node for text in texts for node in render(text)]


def test_an_open_question_has_a_container_an_account() -> None:
    (page,) = pages(ACCOUNTS, EN, HOW)
    text = words(read(page.view()))
    assert "2 sources, 2 accounts; 2 searched" in text
    assert "“open in June”" in text
    assert "Account 2" in text


def test_every_page_shows_both_sides_while_there_are_two() -> None:
    found = pages(much(), EN, HOW)
    assert len(found) > 3
    for page in found[:3]:
        text = words(read(page.view()))
        assert "Says yes" in text
        assert "Says no" in text
    assert "Says yes (continued)" in words(read(found[1].view()))


@pytest.mark.parametrize("language", LANGUAGES)
def test_labels_of_every_language_fit(language: str) -> None:
    say = labels(language)
    for answer in (POLAR, ACCOUNTS, UNCOVERED, much()):
        for by in EVERY:
            assert kinds(shown(pages(answer, say, HOW, by))) <= OURS
    components(feedback_menu(POLAR, say, HOW))
    components(full_paragraph(POLAR, 0, say, HOW))
