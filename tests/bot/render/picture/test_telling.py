"""What a picture shows, in words."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from hypothesis import given
from hypothesis import strategies as st

from bot.discord.language import LANGUAGES, labels
from bot.render.picture import picture_text
from bot.render.picture.layout import layout
from bot.render.safe import is_safe
from tests.bot.answers import ACCOUNTS, POLAR, UNCLEAR, UNCOVERED, quickly
from tests.bot.render.picture.drawings import NOW, drawings
from tests.bot.render.picture.reading import SAY, read, texts

if TYPE_CHECKING:
    from retrieval.answered import Answer


@quickly
@given(drawings(), st.sampled_from(LANGUAGES))
def test_the_words_name_every_source_position_and_origin(answer: Answer, language: str) -> None:
    say = labels(language)
    told = picture_text(answer, say, NOW)
    assert is_safe(told.replace("\n", " "))
    rows = layout(answer, NOW, 0.0).rows
    lines = told.split("\n")
    first = 1 + (answer.at is not None) + len(answer.positions) if rows else len(lines)
    leaning = len(layout(answer, NOW, 0.0).leans)
    assert len(lines) == first + len(rows) + leaning or not rows
    for row, line in zip(rows, lines[first:], strict=False):
        assert line.count(" – ") >= len(row.marks)


def test_the_words_of_an_answer() -> None:
    assert picture_text(replace(POLAR, at="2024-11-30"), SAY, NOW).split("\n") == [
        "Who said what when: Will the bridge open in June?",
        "As of 30 Nov 2024: what had been published by then, in the version of then.",
        "Circle: Says yes",
        "Square: Says no",
        "Triangle: Leaves it open",
        "South Wire: 2024-11 – Says yes; 2024-11 – Says no",
        "The North Post: 7 Nov 2024, 09:46 – Says yes",
        "note-7: date not known – Leaves it open",
        "Lean on Gazette: The North Post, South Wire",
    ]
    assert "Square 2: Account 2" in picture_text(ACCOUNTS, SAY, NOW)
    for answer in (UNCOVERED, UNCLEAR):
        assert len(picture_text(answer, SAY, NOW).split("\n")) == 2
        assert len(texts(read(answer))) == 2
