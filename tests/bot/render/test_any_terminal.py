"""Whatever an answer holds, on a terminal it fits, is whole and does nothing."""

from __future__ import annotations

import re
from datetime import UTC, datetime
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len

from bot.render import cited
from bot.render.safe import is_safe, mark_line, unmark
from tests.bot.answers import answers, quickly
from tests.bot.render.terminals import ANSI, short, shown

if TYPE_CHECKING:
    from collections.abc import Iterator

    from retrieval.answered import Answer


def _places(answer: Answer) -> Iterator[str]:
    for article in (each.article for side in answer.positions for each in side.passages):
        yield cited.address(article)
        yield from (place for copy in article.copies for place in (copy.url, copy.path) if place)
    yield from (near.url for near in answer.nearest if near.url)


@quickly
@given(answer=answers(), colours=st.booleans())
def test_any_answer_is_short(answer: Answer, colours: bool) -> None:
    plain = ANSI.sub("", short(answer, colours=colours))
    assert is_safe(plain)
    passages = sum(len(each.passages) for each in answer.positions) if answer.covered else 0
    assert plain.count("\n") >= passages + 1


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
    places = {mark_line(place) for place in _places(answer)}
    for line in plain.split("\n"):
        # Addresses stand whole on a line of their own.
        assert cell_len(line) <= min(width, 80) or line.strip() in {p.strip() for p in places}


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
        for each in position.passages:
            assert "".join(each.text.split()) in "".join(text.split())


@quickly
@given(answer=answers())
def test_over_time_every_passage_is_quoted(answer: Answer) -> None:
    told = shown(answer, now=datetime(2026, 11, 26, tzinfo=UTC))
    wanted = [each for position in answer.positions for each in position.passages]
    assert "".join(told.split()).count("·whosaysshow") == (len(wanted) if answer.covered else 0)
    assert not {"\x1b", "\u202e", "\r"} & set(told)
