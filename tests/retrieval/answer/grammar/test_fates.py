"""What happened to somebody."""

from __future__ import annotations

import pytest

from retrieval.answer.grammar.fates import asked_fate
from retrieval.answer.question.question import understand


@pytest.mark.parametrize(
    ("text", "fully"),
    [
        ("Ida Moen was killed in Vale.", 2),
        ("Moen, a pilot in Vale, was arrested on Friday.", 2),
        ("Moen resigned on Friday.", 2),
        ("Moen, who disappeared in May, was a pilot.", 2),
        ("Ida Moen has since been fired.", 2),
        ("Police shot Ida Moen.", 2),
        ("The strike that killed harbour pilot Ida Moen sank a boat.", 2),
        ("They spoke of Moen's arrest.", 1),
        ("The killing of Ida Moen shook Vale.", 1),
        ("Ida Moen was a pilot.", 0),
        ("Moen was asked about it.", 0),
        ("Moen fired the pilot.", 0),
        ("The son of Ida Moen was killed.", 0),
        ("Odd Lund was arrested with Moen.", 0),
        ("Odd Lund was killed, Moen said.", 0),
        ("He asked whether Moen was killed.", 0),
        ("He urged Moen's resignation.", 0),
        ("Police shot Moen's son.", 0),
        ("Odd Moen was killed.", 0),
    ],
)
def test_how_fully_a_sentence_tells_it(text: str, fully: int) -> None:
    fate = asked_fate(understand("What happened to Ida Moen?"))
    assert fate is not None
    assert fate.fully(text) == fully
    assert fate.told_in(text) == (fully > 0)


@pytest.mark.parametrize(
    "asked", ["what happened to ida moen", "What became of Moen?", "what has happened to Mr. Moen"]
)
def test_a_name_is_asked_for(asked: str) -> None:
    assert asked_fate(understand(asked)) is not None


@pytest.mark.parametrize(
    "asked",
    ["What happened to the ferry?", "What happened in Vale?", "What happened to him in May?"],
)
def test_other_questions_ask_for_nobody(asked: str) -> None:
    assert asked_fate(understand(asked)) is None
