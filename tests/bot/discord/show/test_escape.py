"""Text of others in Discord: it reads as itself, and does nothing."""

from __future__ import annotations

import re

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from bot.discord.show import escape, escape_pieces
from bot.render.safe import mark, mark_line, unmark
from tests.bot.answers import hostile
from tests.bot.discord.show.attacks import ALIVE, ATTACKS
from tests.bot.discord.show.markdown import kinds, render, words

# Dense in what Discord acts on: plain random text seldom writes two of these side by side.
dense = st.text("\\`*_~|<>[]()@#:/.-+!&$ \n\t09aé¯ツ👍\u200d\u202e", max_size=30)
pieces = st.lists(st.sampled_from(ATTACKS) | dense, max_size=6).map("".join)
anything = st.text(st.characters(exclude_categories=())) | dense | pieces | hostile

# What Discord's server looks for in a text as it was sent, whatever the clients show.
SENT = re.compile(
    r"<@[!&]?\d+>|<#\d+>|https?://|discord(?:app)?\.(?:gg|gift|new|com)/", re.IGNORECASE
)


def test_the_list_is_long_and_each_attack_is_in_it_once() -> None:
    assert len(set(ATTACKS)) == len(ATTACKS) >= 100


@pytest.mark.parametrize("attack", ALIVE)
def test_the_reader_of_these_tests_sees_what_an_attack_does(attack: str) -> None:
    """Or it would find every text inert."""
    assert kinds(render(attack)) != {"text"} or words(render(attack)) != attack


@pytest.mark.parametrize("around", ["{}", "a {} b", "a{}b", "({})", "“{}”", "**{}**"])
@pytest.mark.parametrize("attack", ATTACKS)
def test_an_attack_reads_as_itself_in_a_line(attack: str, around: str) -> None:
    nodes = render(around.format(escape(attack)))
    assert kinds(nodes) <= {"text", "strong"}
    assert words(nodes) == around.replace("**", "").format(mark_line(attack))


@pytest.mark.parametrize("attack", ATTACKS)
def test_an_attack_reads_as_itself_in_a_quotation(attack: str) -> None:
    (quoted,) = escape_pieces((attack,))
    nodes = render("\n".join(f"> {line}" for line in quoted.split("\n")))
    assert kinds(nodes) <= {"quote", "text"}
    assert unmark(words(nodes)) == attack


@given(anything)
@example("a  \n  \n b")
def test_what_discord_shows_is_the_text(text: str) -> None:
    nodes = render(escape(text))
    assert kinds(nodes) <= {"text"}
    assert words(nodes) == mark_line(text)


@given(st.lists(anything, min_size=1, max_size=4))
def test_what_discord_shows_of_a_quotation_is_the_quotation(texts: list[str]) -> None:
    escaped = escape_pieces(texts)
    assert len(escaped) == len(texts)
    shown = "".join(escaped)
    nodes = render("\n".join(f"> {line}" for line in shown.split("\n")))
    assert kinds(nodes) <= {"quote", "text"}
    read = words(nodes)
    # Tabs and a space that Discord would drop are marked beside what every door marks.
    assert unmark(read) == "".join(texts)
    assert read.replace("⟨U+0009⟩", "\t").replace("⟨U+0020⟩", " ") == mark(
        "".join(texts)
    ) or "⟨U+0009⟩" in mark("".join(texts))


@given(anything, anything, anything)
def test_a_bold_span_is_the_span_and_no_more(before: str, span: str, after: str) -> None:
    first, middle, last = escape_pieces((before, span, after))
    if not middle:
        return
    text = "\n".join(f"> {line}" for line in f"{first}**{middle}**{last}".split("\n"))
    nodes = render(text)
    assert kinds(nodes) <= {"quote", "text", "strong"}
    assert unmark(words(nodes)) == before + span + after
    bold = [child for node in nodes for child in node.children if child.kind == "strong"]
    assert unmark(words(bold)) == span


@given(anything)
def test_the_server_finds_no_ping_and_no_address(text: str) -> None:
    assert not SENT.search(escape(text))
    assert not SENT.search("".join(escape_pieces((text,))))


@given(anything)
def test_no_backslash_is_shown_that_is_not_the_text_s_own(text: str) -> None:
    """Clients show a backslash before anything but ASCII punctuation."""
    for found in re.finditer(r"\\(.)", escape(text), re.DOTALL):
        assert re.fullmatch(r"[!-/:-@\[-`{-~]", found[1])


@pytest.mark.parametrize(
    "text",
    [
        "The president, 72, said (twice) that it is 5.5 % – “no more” & no less; isn't it?",
        "می‌خواهم",
        "क्‍ष",
        "👩‍🚀 and 👍🏽",
        "U.S. and U.K. officials met at No. 10",
    ],
)
def test_common_prose_goes_through_untouched(text: str) -> None:
    assert escape(text) == text
