"""An Answer on a terminal."""

from __future__ import annotations

import io
import re
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len
from rich.console import Console

from bot.render.page import Page
from bot.render.safe import is_safe, unmark
from bot.render.terminal import print_answer
from bot.render.words import copies
from retrieval.model import Copy, Original
from tests.bot.answers import ACCOUNTS, LONG, POLAR, UNCOVERED, answers, quickly

if TYPE_CHECKING:
    from retrieval.model import Answer

ANSI = re.compile(r"\x1b\[[0-9;]*m")


def shown(answer: Answer, *, width: int = 80, colours: bool = False, full: bool = False) -> str:
    out = io.StringIO()
    console = Console(
        file=out, width=width, force_terminal=colours, color_system="truecolor" if colours else None
    )
    print_answer(answer, Page(console), full=full)
    return out.getvalue()


def joined(text: str) -> str:
    """The words of a rendering without line breaks, gutters and the span's marks."""
    return " ".join(re.sub(r"^ *│ ?", "", text, flags=re.MULTILINE).split()).translate(
        {ord("⟦"): None, ord("⟧"): None}
    )


def test_an_answer_is_shown_by_position_with_all_that_a_reader_needs() -> None:
    text = shown(POLAR)
    headings = [
        line for line in text.splitlines() if line in ("Says yes", "Says no", "Leaves it open")
    ]
    assert headings == ["Says yes", "Says no", "Leaves it open"]
    for piece in (
        "Will the bridge open in June?",
        "2 sources say yes, 1 says no, 1 leaves it open; 4 searched",
        "The North Post · 7 November 2024, 09:46 (updated 8 November 2024)",
        "Speaker: the ministry, via Gazette",
        "https://north.example/2024/11/07/bridge-to-open-in-june-ministry-says\n",
        "  ¶ 3 · whosays show a1b2c3:3\n",
        "  texts/002.txt ¶ 1 · whosays show d4e5f6:1\n",
        "note-7 (publisher not known) · date not known",
        "2 sources lean on one origin: Gazette (The Gazette)",
        "also at",
        "texts/001_bridge.txt",
        "https://mirror.example/bridge",
        "Searched and silent: East Radio",
        "Searched 4 sources, 5 articles, 57 paragraphs.",
    ):
        assert piece in text


def test_without_colours_the_span_stands_between_marks_that_are_explained_once() -> None:
    text = shown(POLAR)
    assert text.count("⟦ ⟧ stand around") == 1
    assert "⟦“The bridge will open in June,” the ministry told the Gazette⟧ on" in text
    assert "\x1b" not in text


def test_in_colours_the_span_is_bold_and_underlined_and_has_no_marks() -> None:
    text = shown(POLAR, colours=True)
    assert "⟦" not in text
    assert "\x1b[1;4mwill not open in June\x1b[0m" in text


def test_no_position_is_green_or_red() -> None:
    text = shown(POLAR, colours=True)
    codes = {code for found in ANSI.findall(text) for code in found[2:-1].split(";")}
    assert codes & {"36", "35", "34"} == {"36", "35", "34"}
    assert not codes & {"31", "32", "91", "92"}


def test_a_cut_is_shown_and_full_shows_the_whole_paragraph() -> None:
    assert "[…] ⟦“The bridge" in shown(POLAR)
    assert LONG not in joined(shown(POLAR))
    assert LONG in joined(shown(POLAR, full=True))
    assert "[…]" not in shown(POLAR, full=True)


def test_the_accounts_of_an_open_question_are_headed_by_their_labels() -> None:
    lines = shown(ACCOUNTS).splitlines()
    assert "“open in June”" in lines
    assert "Account 2" in lines
    assert "Positions exclude each other." in lines


def test_an_uncovered_question_is_answered_with_the_nearest_headings() -> None:
    text = shown(UNCOVERED)
    assert "The library does not cover this question." in text
    assert "Nearest headings:\n  Bridge delayed\n    https://north.example/x\n  note-7\n" in text


@pytest.mark.parametrize("width", [80, 200, 40])
@quickly
@given(answer=answers(), colours=st.booleans(), full=st.booleans())
def test_any_answer_fits_and_shows_nothing_unsafe(
    width: int, answer: Answer, colours: bool, full: bool
) -> None:
    text = shown(answer, width=width, colours=colours, full=full)
    assert (ANSI.search(text) is None) or colours
    plain = ANSI.sub("", text)
    # A joiner may stand where a long word is folded or the span ends: it belongs to both sides.
    assert is_safe(re.sub(r"\n *(│ )?|[⟦⟧]", "", plain))
    assert "\t" not in plain
    for line in plain.split("\n"):
        assert cell_len(line) <= min(width, 80)


@quickly
@given(answer=answers())
def test_no_article_can_pass_its_words_off_as_a_heading(answer: Answer) -> None:
    ours = {position.label for position in answer.positions}
    for line in shown(answer).split("\n"):
        if line in ("Says yes", "Says no") and line not in ours:
            assert line == answer.question


@quickly
@given(answer=answers())
def test_every_character_of_a_passage_is_shown(answer: Answer) -> None:
    lines = ANSI.sub("", shown(answer, colours=True, full=True))
    text = unmark(re.sub(r"\n *(│ )?", "", lines))
    for position in answer.positions if answer.covered else ():
        for passage in position.passages:
            assert "".join(passage.text.split()) in "".join(text.split())


def test_a_near_copy_says_of_what_and_a_later_version_is_cited_as_such() -> None:
    original = Original("f00", "A fire\x1b", "City Wire", None, 2)
    first, *others = POLAR.positions
    passages = tuple(
        replace(each, article=replace(each.article, copy_of=original, version=2))
        for each in first.passages
    )
    answer = replace(POLAR, positions=(replace(first, passages=passages), *others))
    text = joined(shown(answer, width=200))
    assert "a copy of City Wire, “A fire⟨U+001B⟩”, but for 2 sentences" in text
    passage = passages[0]
    assert f"whosays show {passage.article.id}@2:{passage.paragraph}" in text


def test_an_address_stands_only_by_the_paragraphs_that_stand_there() -> None:
    first, *_ = POLAR.positions
    one = next(each for each in first.passages if each.article.copies)
    there = Copy(url="https://sun.example/1")
    two = replace(one, paragraph=one.paragraph + 1, article=replace(one.article, copies=(there,)))
    answer = replace(POLAR, positions=(replace(first, passages=(one, two)),))
    found = {where: article.copies for article, _, where in copies(answer)}
    assert found == {
        f", ¶ {one.paragraph}": one.article.copies,
        f", ¶ {two.paragraph}": (there,),
    }
    assert f"¶ {two.paragraph}, also at https://sun.example/1" in joined(shown(answer, width=200))
