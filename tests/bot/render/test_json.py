"""An Answer as JSON."""

from __future__ import annotations

import json

from hypothesis import given

from bot.render.json import answer_json
from retrieval.answered import Answer
from tests.bot.answers import POLAR, answers, quickly


@quickly
@given(answers())
def test_any_answer_round_trips_through_plain_ascii(answer: Answer) -> None:
    text = answer_json(answer)
    assert text.isascii()
    assert "\x1b" not in text
    assert Answer.from_json(json.loads(text)) == answer


def test_one_answer_a_line_where_many_are_asked() -> None:
    assert "\n" not in answer_json(POLAR, indent=None)


def test_the_keys_are_those_of_the_design() -> None:
    data = json.loads(answer_json(POLAR))
    assert list(data) == [
        "schema", "question", "kind", "covered", "conflict", "positions", "origins", "silent",
        "nearest", "hints", "searched", "took", "at", "language",
    ]  # fmt: skip
    assert data["schema"] == 1
    assert data["positions"][0]["stance"] == "supports"
    passage = data["positions"][0]["passages"][0]
    assert (
        passage["span"]["text"]
        == passage["text"][
            passage["span"]["start"] - passage["start"] : passage["span"]["end"] - passage["start"]
        ]
    )
