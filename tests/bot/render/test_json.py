"""An Answer as JSON."""

from __future__ import annotations

import json
import re
from dataclasses import fields, is_dataclass
from pathlib import Path
from typing import TYPE_CHECKING, get_args, get_type_hints

from hypothesis import given

from bot.render.json import answer_json
from retrieval.answered import Answer
from tests.bot.answers import POLAR, answers, quickly

if TYPE_CHECKING:
    from collections.abc import Iterator

COMMANDS = Path(__file__).parents[3] / "docs" / "commands.md"


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


def test_every_key_is_explained_where_programs_are_told_of_them() -> None:
    section = COMMANDS.read_text("utf-8").partition("\n### As JSON\n")[2].partition("\n```")[0]
    explained = set(re.findall(r"`(?:article\.)?(\w+)`", section))
    missing = sorted({key for key in _keys(Answer) if key not in explained})
    assert missing == []
    assert "timeline" in explained


def _keys(held: type) -> Iterator[str]:
    """The keys of a dataclass and of those that it holds."""
    kinds = get_type_hints(held)
    for field in fields(held):
        yield field.name
        inner = [kinds[field.name], *get_args(kinds[field.name])]
        for each in inner:
            if isinstance(each, type) and is_dataclass(each):
                yield from _keys(each)
