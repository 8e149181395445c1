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
from bot.discord.press import CHOICES, TEMPLATE
from bot.discord.show import Page, Shown, feedback_menu, full_paragraph, pages, passages
from bot.render.excerpt import excerpt
from bot.render.safe import mark_line, unmark
from retrieval.model import Answer, Heading, Position, SilentSource, Stance
from tests.bot.answers import (
    ACCOUNTS,
    LONG,
    NORTH,
    POLAR,
    SHORT,
    UNCLEAR,
    UNCOVERED,
    answers,
    quickly,
)
from tests.bot.discord.show.attacks import ATTACKS
from tests.bot.discord.show.markdown import Node, kinds, render, words
from tests.e2e.discord.payloads import complaints, walk

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    import discord

    from bot.discord.show import By

EN = labels("en")
HOW = Shown("abc234", feedback=True, private=False)
BOTH: tuple[By, By] = ("position", "source")
# What a card may be made of; everything else would come from an article.
OURS = {"text", "heading", "subtext", "quote", "strong"}

_TEXT, _BUTTON, _SELECT, _CONTAINER = 10, 2, 3, 17


def components(view: discord.ui.LayoutView) -> list[dict[str, Any]]:
    """Every component of a message, checked as Discord would."""
    layout: Any = view
    built = layout.to_components()
    sent = {"components": built, "flags": 32772, "allowed_mentions": {"parse": []}}
    assert list(complaints("POST", "/channels/1/messages", sent)) == []
    every = list(walk(built))
    for each in every:
        if each["type"] == _BUTTON:
            assert each["label"].strip()
            assert "url" in each or TEMPLATE.fullmatch(each["custom_id"])
        if each["type"] == _SELECT:
            assert CHOICES.fullmatch(each["custom_id"])
            values = [option["value"] for option in each["options"]]
            assert 1 <= len(values) == len(set(values)) <= 25
            for option in each["options"]:
                assert 1 <= len(option["label"]) <= 100
                assert option.get("description") != ""
                assert len(option.get("description") or "") <= 100
    return every


def read(view: discord.ui.LayoutView) -> list[Node]:
    """What a person sees of a message's texts."""
    texts = [each["content"] for each in components(view) if each["type"] == _TEXT]
    return [node for text in texts for node in render(text)]


def quotations(nodes: Iterable[Node]) -> Iterator[str]:
    for node in nodes:
        if node.kind == "quote":
            # A line feed at its end is ours, or makes no difference to the eye.
            yield unmark(words([node])).rstrip("\n")


def shown(found: Iterable[Page]) -> list[Node]:
    return [node for page in found for node in read(page.view())]


def much(times: int = 12) -> Answer:
    """Many passages under each position."""
    positions = [replace(each, passages=each.passages * times) for each in POLAR.positions]
    return replace(POLAR, positions=tuple(positions))


@quickly
@given(answers(), st.sampled_from(BOTH), st.booleans(), st.none() | st.sampled_from(ATTACKS))
def test_any_answer_keeps_within_the_limits_and_does_nothing(
    answer: Answer, by: By, private: bool, limit: str | None
) -> None:
    how = Shown("abc234", feedback=True, private=private, filter_line=limit)
    assert kinds(shown(pages(answer, EN, how, by))) <= OURS


@quickly
@given(answers(), st.sampled_from(BOTH))
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


@quickly
@given(answers())
def test_a_whole_paragraph_is_the_paragraph(answer: Answer) -> None:
    for number, passage in enumerate(passages(answer)):
        nodes = read(full_paragraph(answer, number, EN, HOW))
        assert kinds(nodes) <= OURS
        assert list(quotations(nodes)) == [passage.text.rstrip("\n")]


@quickly
@given(answers())
def test_the_feedback_menus_name_the_passages(answer: Answer) -> None:
    every = components(feedback_menu(answer, EN, HOW))
    chosen = {option["value"] for each in every for option in each.get("options", ())}
    assert chosen == {str(number) for number in range(len(passages(answer)))}


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
    assert "On the event, but silent on this point: East Radio" in text
    assert len([each for each in every if each["type"] == _CONTAINER]) == 3
    colours = [each["accent_color"] for each in every if each["type"] == _CONTAINER]
    assert len(set(colours)) == 3


def test_no_position_has_the_colour_of_right_or_wrong() -> None:
    colours = {
        each["accent_color"]
        for answer in (POLAR, ACCOUNTS, much())
        for page in pages(answer, EN, HOW)
        for each in components(page.view())
        if each["type"] == _CONTAINER
    }
    for colour in colours:
        hue, _, _ = rgb_to_hls(*(byte / 255 for byte in colour.to_bytes(3)))
        assert 170 < hue * 360 < 330, "neither green nor red"


def test_a_passage_names_its_source_speaker_and_date_and_marks_its_span() -> None:
    (page,) = pages(POLAR, EN, HOW)
    texts = [each["content"] for each in components(page.view()) if each["type"] == _TEXT]
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
        if each["type"] == _CONTAINER and words(_inside(each)).startswith("South Wire")
    )
    assert [words([node]) for node in south if node.kind == "strong"] == ["Says yes", "Says no"]
    assert not any(each.get("accent_color") for each in every)


def _inside(container: dict[str, Any]) -> list[Node]:
    texts = (each["content"] for each in walk([container]) if each["type"] == _TEXT)
    return [node for text in texts for node in render(text)]


def test_an_open_question_has_a_container_an_account() -> None:
    (page,) = pages(ACCOUNTS, EN, HOW)
    text = words(read(page.view()))
    assert "2 sources, 2 accounts; 2 searched" in text
    assert "“open in June”" in text
    assert "Account 2" in text


def test_an_uncovered_question_says_so_and_names_the_nearest_headings() -> None:
    (page,) = pages(UNCOVERED, EN, HOW)
    every = components(page.view())
    text = words(read(page.view()))
    assert "The library does not cover this question." in text
    assert "Bridge delayed" in text
    assert [each["url"] for each in every if "url" in each] == ["https://north.example/x"]
    assert not [each for each in every if each["type"] == _SELECT]


@pytest.mark.parametrize("language", LANGUAGES)
def test_where_the_event_is_held_silence_is_no_flat_no(language: str) -> None:
    say = labels(language)
    first, last = (words(read(page.view())) for page in pages(UNCLEAR, say, HOW))
    assert say("answer-uncovered") not in first
    for key, values in (
        ("answer-unclear", {}),
        ("answer-misspelt", {"word": "brigde", "nearest": "bridge"}),
        ("answer-on-event", {}),
        ("answer-silent-on-event", {"names": "The North Post"}),
        ("answer-others", {"n": 2}),
    ):
        assert say(key, **values) in first
    assert "East Radio" not in first
    assert say("answer-silent", names="East Radio, West Wire") in last


def test_the_last_page_alone_names_those_that_are_not_on_the_event() -> None:
    answer = replace(POLAR, silent=(*POLAR.silent, SilentSource("far", "Far Times")))
    first, last = (words(read(page.view())) for page in pages(answer, EN, HOW))
    assert "1 other source searched; the last page names it" in first
    assert "Far Times" not in first
    assert "Searched and silent: Far Times" in last
    assert "Says yes" not in last


def test_thousands_of_silent_sources_are_all_named() -> None:
    for answer, on_event in ((POLAR, True), (POLAR, False), (UNCOVERED, True), (UNCOVERED, False)):
        silent = tuple(
            SilentSource(f"s{n}", f"Silent Source {n}.", on_event=on_event) for n in range(2_000)
        )
        found = pages(replace(answer, silent=silent), EN, HOW)
        assert len(found) > 1
        text = words(shown(found))
        assert all(each.name in text for each in silent)


def test_every_page_shows_both_sides_while_there_are_two() -> None:
    found = pages(much(), EN, HOW)
    assert len(found) > 3
    for page in found[:3]:
        text = words(read(page.view()))
        assert "Says yes" in text
        assert "Says no" in text
    assert "Says yes (continued)" in words(read(found[1].view()))


def test_previous_and_next_lead_to_the_pages_beside() -> None:
    found = pages(much(), EN, HOW, "source")
    for number, page in enumerate(found):
        buttons = {
            each["label"]: each
            for each in components(page.view())
            if each["type"] == _BUTTON and "custom_id" in each
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
        (HOW, ["By source", "Feedback", "Delete"]),
        (replace(HOW, private=True), ["By source", "Feedback", "Share in channel"]),
        (replace(HOW, feedback=False), ["By source", "Delete"]),
    ],
)
def test_the_buttons_of_an_answer(how: Shown, expected: list[str]) -> None:
    (page,) = pages(POLAR, EN, how)
    buttons = [each for each in components(page.view()) if "url" not in each]
    assert [each["label"] for each in buttons if each["type"] == _BUTTON] == expected


def test_a_button_tells_nothing_but_the_answer_s_token_and_a_place_in_it() -> None:
    for view in (pages(much(), EN, HOW)[1].view(), full_paragraph(POLAR, 0, EN, HOW)):
        for each in components(view):
            if "custom_id" in each:
                kind, verb, answer, details = each["custom_id"].split(":")
                assert answer == HOW.token
                assert kind in ("whosays", "whosays-menu")
                assert verb in ("page", "view", "full", "feedback", "delete", "share")
                assert set(details.split(",")) <= {
                    *map(str, range(100)), "position", "source", "side", "menu", "previous",
                    "next", "helpful", "",
                }  # fmt: skip


def test_a_long_paragraph_is_shown_in_parts_that_are_the_whole() -> None:
    text = "Ten *bold* words: <@1> and [so](https://x.example) on they went. " * 200
    passage = replace(POLAR.positions[0].passages[0], text=text, start=0, end=len(text))
    passage = replace(
        passage, span=replace(passage.span, start=3_000, end=9_000, text=text[3000:9000])
    )
    answer = replace(POLAR, positions=(Position(Stance.SUPPORTS, "Says yes", (passage,)),))
    views = [full_paragraph(answer, 0, EN, HOW, part) for part in range(8)]
    assert "Part 1 of" in words(read(views[0]))
    parts = list(dict.fromkeys(chain.from_iterable(quotations(read(view)) for view in views)))
    assert len(parts) > 3
    assert "".join(parts) == text
    (page,) = pages(answer, EN, HOW)
    assert words(read(page.view())).count("[…]") == 2


def test_no_passage_of_that_number() -> None:
    for number in (-1, len(passages(POLAR))):
        with pytest.raises(IndexError):
            full_paragraph(POLAR, number, EN, HOW)


def test_what_a_whole_paragraph_tells_beside_it() -> None:
    every = components(full_paragraph(POLAR, 0, EN, HOW))
    text = words(read(full_paragraph(POLAR, 0, EN, HOW)))
    assert "7 Nov 2024, 09:46 · updated 8 Nov 2024 · Paragraph 3 · By A. Writer" in text
    assert "Says yes · Speaker: the ministry, via Gazette" in text
    assert LONG in text
    assert [each["label"] for each in every if each["type"] == _BUTTON] == [
        "Article", "Also at", "Wrong side", "Wrong source",
    ]  # fmt: skip
    (unable,) = components(full_paragraph(POLAR, 2, EN, replace(HOW, feedback=False)))[1:]
    assert SHORT in words(render(unable["content"]))


def test_an_open_question_has_no_wrong_side() -> None:
    for view in (full_paragraph(ACCOUNTS, 0, EN, HOW), feedback_menu(ACCOUNTS, EN, HOW)):
        for each in components(view):
            assert "Wrong side" not in (each.get("label"), each.get("placeholder"))


@pytest.mark.parametrize("language", LANGUAGES)
def test_labels_of_every_language_fit(language: str) -> None:
    say = labels(language)
    for answer in (POLAR, ACCOUNTS, UNCOVERED, much()):
        for by in BOTH:
            assert kinds(shown(pages(answer, say, HOW, by))) <= OURS
    components(feedback_menu(POLAR, say, HOW))
    components(full_paragraph(POLAR, 0, say, HOW))
