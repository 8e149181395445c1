"""Text cut to what a message holds: at word ends, shown as cut, never within an escape."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.discord.show.fitting import line, parts, plain, quotation, size
from bot.render.safe import mark_line, unmark
from retrieval.answered import Passage, Span
from tests.bot.answers import LINKED, LONG, NOTE, SHORT, UNKNOWN, hostile, passage
from tests.bot.discord.show.attacks import ATTACKS
from tests.bot.discord.show.markdown import kinds, render, words

texts = hostile | st.lists(st.sampled_from(ATTACKS), max_size=40).map(" ".join)
# Each is ten characters once it is marked.
WORST = "\U0010fffd" * 5_000


def spanning(text: str, start: int, end: int) -> Passage:
    whole = passage(UNKNOWN, NOTE, text, text, start=70)
    return replace(whole, span=Span(70 + start, 70 + end, text[start:end]))


@st.composite
def passages(draw: st.DrawFn) -> Passage:
    text = draw(texts.filter(bool)) * draw(st.sampled_from((1, 1, 9)))
    start, end = sorted(draw(st.tuples(*[st.integers(0, len(text))] * 2)))
    return spanning(text, start, end)


@given(texts, st.integers(40, 400))
def test_a_line_is_a_beginning_of_the_text_and_fits(text: str, most: int) -> None:
    for cut, shown in (
        (line(text, most), words(render(line(text, most)))),
        (plain(text, most),) * 2,
    ):
        assert size(cut) <= most
        if shown != mark_line(text):
            assert shown.endswith("…")
            assert mark_line(text).startswith(unmark(shown[:-1])) or text.startswith(
                unmark(shown[:-1])
            )
    assert kinds(render(line(text, most))) <= {"text"}


def test_a_line_is_cut_where_a_word_ends() -> None:
    assert line("The bridge will open in June", 20) == "The bridge will…"
    assert plain("The bridge will open in June", 20) == "The bridge will…"
    assert line("The bridge", 10) == "The bridge"
    assert line("*" * 30, 20) == "\\*" * 9 + "…"
    assert line("The bridge: it will open", 14) == "The bridge\\:…"


@pytest.mark.parametrize("text", [WORST, "*" * 5_000, "👍" * 5_000, "\u202e" * 5_000])
def test_the_worst_text_fits(text: str) -> None:
    assert 0 < size(line(text, 100)) <= 100
    assert 0 < size(plain(text, 100)) <= 100
    for start, end in ((0, 5_000), (0, 1), (2_000, 3_000), (4_999, 5_000)):
        given_passage = spanning(text, start, end)
        assert 0 < size(quotation(given_passage, 1_200)) <= 1_200
        assert all(size(part) <= 1_200 for part in parts(given_passage, 1_200))


@given(passages(), st.integers(100, 500))
def test_a_quotation_is_of_the_paragraph_and_holds_the_span(
    given_passage: Passage, most: int
) -> None:
    shown = quotation(given_passage, most)
    assert size(shown) <= most
    nodes = render(shown)
    assert kinds(nodes) <= {"quote", "text", "strong"}
    read = unmark(words(nodes)).removesuffix("\n")
    said = read.removeprefix("[…] ").removesuffix(" […]")
    assert said.rstrip() in given_passage.text or read.rstrip() in given_passage.text


@given(passages(), st.integers(60, 500))
def test_the_parts_are_the_paragraph(given_passage: Passage, most: int) -> None:
    found = parts(given_passage, most)
    assert all(size(each) <= most for each in found)
    read = [unmark(words(render(each))) for each in found]
    assert "".join(read).replace("\n", "") == given_passage.text.replace("\n", "")


def test_the_span_is_bold_where_it_is_not_all_there_is() -> None:
    assert quotation(spanning(SHORT, 0, len(SHORT)), 500) == f"> {SHORT}"
    assert quotation(spanning(SHORT, 0, 10), 500) == f"> **{SHORT[:10]}**{SHORT[10:]}"


def test_a_long_span_begins_where_it_begins_and_a_short_one_keeps_what_is_around_it() -> None:
    sentence = LONG.replace(". ", ", ")
    assert quotation(spanning(sentence, 0, len(sentence)), 60) == (
        "> The ministry of works has been asked about \\[…\\]"
    )
    at = sentence.index("cracks")
    assert quotation(spanning(sentence, at, at + 6), 60) == (
        "> \\[…\\] warned of **cracks** in two of its \\[…\\]"
    )


def test_a_cut_of_ours_is_no_beginning_of_a_link() -> None:
    text = f"{LONG} He said ](https://evil.example) and no more. {LONG}"
    at = text.index("He said")
    shown = quotation(spanning(text, at, at + 44), 500)
    assert shown.startswith("> \\[…\\] He said \\](")
    assert kinds(render(shown)) == {"quote", "text"}
    assert "link" in kinds(render(shown.replace("\\[", "[")))


def test_links_that_a_page_set_into_a_sentence_are_left_out() -> None:
    linked = spanning(LINKED, 0, len(LINKED))
    assert words(render(quotation(linked, 500))) == "President Ida Moen […] said she will go."
    assert words(render(quotation(linked, 42))) == "President Ida Moen […] said she […]"
