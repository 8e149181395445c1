"""Of sources that say nothing, what each page tells."""

from __future__ import annotations

from dataclasses import replace

import pytest

from bot.discord.language import LANGUAGES, labels
from bot.discord.show import pages
from retrieval.answered import SilentSource
from tests.bot.answers import POLAR, UNCLEAR, UNCOVERED
from tests.bot.discord.show.layouts import (
    EN,
    HOW,
    SELECT,
    components,
    read,
    shown,
)
from tests.bot.discord.show.markdown import words


def test_an_uncovered_question_says_so_and_names_the_nearest_headings() -> None:
    (page,) = pages(UNCOVERED, EN, HOW)
    every = components(page.view())
    text = words(read(page.view()))
    assert "The library does not cover this question." in text
    assert "Bridge delayed" in text
    assert [each["url"] for each in every if "url" in each] == ["https://north.example/x"]
    assert not [each for each in every if each["type"] == SELECT]


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


def test_where_no_source_is_named_none_are_called_others() -> None:
    silent = (SilentSource("far", "Far Times"), SilentSource("near", "Near Times"))
    first, last = (
        words(read(page.view())) for page in pages(replace(UNCOVERED, silent=silent), EN, HOW)
    )
    assert "other source" not in first
    assert "Searched, nothing found: Far Times, Near Times" in last


@pytest.mark.parametrize("language", LANGUAGES)
def test_of_what_was_left_out_nothing_is_said(language: str) -> None:
    """Whether the library covers it is not known where a filter kept some of it back."""
    say = labels(language)
    empty = replace(UNCOVERED, searched=replace(UNCOVERED.searched, articles=0))
    flat, within, none = (
        say(key) for key in ("answer-uncovered", "answer-uncovered-within", "answer-nothing")
    )
    assert len({flat, within, none}) == 3
    for answer, limit, told in (
        (UNCOVERED, None, flat),
        (UNCOVERED, "Only East Radio", within),
        (empty, "Only East Radio", none),
        (empty, None, flat),
    ):
        (page,) = pages(answer, say, replace(HOW, filter_line=limit))
        text = words(read(page.view()))
        assert [each for each in (flat, within, none) if each in text] == [told]
        assert limit is None or limit in text


def test_the_last_page_alone_names_those_that_are_not_on_the_event() -> None:
    answer = replace(POLAR, silent=(*POLAR.silent, SilentSource("far", "Far Times")))
    first, last = (words(read(page.view())) for page in pages(answer, EN, HOW))
    assert "1 other source searched; the last page names it" in first
    assert "Far Times" not in first
    assert "Searched, nothing found: Far Times" in last
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
