"""A whole paragraph, in as many parts as it needs."""

from __future__ import annotations

from dataclasses import replace
from itertools import chain

import pytest
from hypothesis import given

from bot.discord.show import feedback_menu, full_paragraph, pages, passages
from retrieval.answered import Answer, Position, Stance
from tests.bot.answers import ACCOUNTS, LONG, POLAR, SHORT, answers, quickly
from tests.bot.discord.show.layouts import BUTTON, EN, HOW, OURS, components, quotations, read
from tests.bot.discord.show.markdown import kinds, render, words


@quickly
@given(answers())
def test_a_whole_paragraph_is_the_paragraph(answer: Answer) -> None:
    for number, passage in enumerate(passages(answer)):
        nodes = read(full_paragraph(answer, number, EN, HOW))
        assert kinds(nodes) <= OURS
        assert list(quotations(nodes)) == [passage.text.rstrip("\n")]


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
    assert [each["label"] for each in every if each["type"] == BUTTON] == [
        "Article", "Also at", "Wrong side", "Wrong source",
    ]  # fmt: skip
    (unable,) = components(full_paragraph(POLAR, 2, EN, replace(HOW, feedback=False)))[1:]
    assert SHORT in words(render(unable["content"]))


def test_an_open_question_has_no_wrong_side() -> None:
    for view in (full_paragraph(ACCOUNTS, 0, EN, HOW), feedback_menu(ACCOUNTS, EN, HOW)):
        for each in components(view):
            assert "Wrong side" not in (each.get("label"), each.get("placeholder"))
