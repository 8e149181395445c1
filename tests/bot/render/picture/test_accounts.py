"""What accounts say in the picture of an open question."""

from __future__ import annotations

from dataclasses import replace

from bot.render.picture import picture_text
from bot.render.picture.accounts import account_lines, words_of
from bot.render.picture.letters import width
from retrieval.answered import Kind, Passage, Position, Span
from tests.bot.render.picture.drawings import NOW, polar, said
from tests.bot.render.picture.reading import SAY, read, texts

TOLD = "The harbour master let the ferry leave, " * 6


def passage(text: str) -> Passage:
    return replace(said("a", "2024-11-07"), text=text, span=Span(0, len(text), text))


def position(text: str, label: str = "Account 1") -> Position:
    return Position(None, label, (passage(text),))


def test_an_account_without_a_heading_has_its_words() -> None:
    answer = replace(polar(), kind=Kind.OPEN, covered=True, positions=(position("It was old."),))
    assert "“It was old.”" in texts(read(answer))
    assert "Circle 1: Account 1, “It was old.”" in picture_text(answer, SAY, NOW)
    headed = replace(answer, positions=(position("It was 40 years old.", "40 years"),))
    assert "“40 years”" in texts(read(headed))
    assert not any("It was" in each for each in texts(read(headed)))
    assert "It was" not in picture_text(headed, SAY, NOW)


def test_long_words_are_cut_to_two_lines_within_their_room() -> None:
    lines = account_lines(position(TOLD), SAY, 17, 500, packaged=True)
    assert len(lines) == 2
    assert lines[0].startswith("“The harbour")
    assert lines[1].endswith("…”")
    assert max(width(each, 17) for each in lines) <= 500
    answer = replace(polar(), kind=Kind.OPEN, covered=True, positions=(position(TOLD),))
    assert len(picture_text(answer, SAY, NOW).split("\n")[1]) < 140


def test_words_that_the_font_lacks_are_left_out_and_a_side_needs_none() -> None:
    assert account_lines(position("海港主任"), SAY, 17, 500, packaged=True) == []
    assert account_lines(position("海港主任"), SAY, 17, 500, packaged=False) == ["“海港主任”"]
    (yes,) = polar([said("a", "2024-11-07")]).positions
    assert words_of(yes) == ""
