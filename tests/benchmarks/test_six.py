"""Answers in six languages scored: who is heard, and whether what is shown stands right."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import pytest

pytest.importorskip("torch")

from benchmarks.six import figures, score, table
from training.coverage import read_stories
from training.labelled import address

if TYPE_CHECKING:
    from pathlib import Path

    from training.coverage import Story

TEXT = """event ferry
article a | Harbour Times | 2019-05-04 | en
# Ferry
a1 The crew knew of the crack.
a2 It is old.
article b | Южный курьер | 2019-05-05 | ru
# Паром
b1 Компания это отрицает.
questions
polar | de | Wusste die Besatzung davon? | S a1 | R b1
polar | fr | Le capitaine a-t-il été arrêté ? |
open | en | Who knew? | S a1=the crew b1?=nobody
"""


@dataclass(frozen=True, slots=True)
class Reply:
    """Of an answer or a part of it what is scored."""

    positions: tuple[Any, ...] = ()
    stance: str | None = None
    passages: tuple[Any, ...] = ()
    article: Any = None
    span: Any = None
    text: str = ""
    url: str = ""
    language: str | None = None
    speaker: str | None = None


@pytest.fixture
def story(tmp_path: Path) -> Story:
    path = tmp_path / "six.txt"
    path.write_text(TEXT, "utf-8")
    (found,) = read_stories(path)
    return found


def answer(story: Story, *shown: tuple[str | None, str, str]) -> Any:  # noqa: ANN401
    def passage(letter: str, text: str) -> Reply:
        host = address(story.reports[letter]) if letter else "other.example"
        return Reply(
            article=Reply(url=f"https://{host}/ferry"), span=Reply(text=text), text=text,
            language="es",
        )  # fmt: skip

    return Reply(tuple(Reply(stance=s, passages=(passage(at, text),)) for s, at, text in shown))


def test_a_voice_is_heard_where_it_stands_under_its_side(story: Story) -> None:
    shown = answer(
        story,
        ("supports", "a", "The crew knew of the crack."),
        ("supports", "b", "Компания это отрицает."),
        ("refutes", "a", "It is old."),
        ("neutral", "", "Something else."),
    )
    counts, lines = score(story, story.questions[0], shown)

    assert counts["voices", "de", "en"] == counts["voices of", "de", "ru"] == 1
    assert counts["voices", "de", "ru"] == 0
    assert counts["wrong", "de", "ru"] == counts["noise", "de", "en"] == 1
    # Of an article of none of these it is told in what language the passage is.
    assert counts["noise", "de", "es"] == 1
    assert "missed ru b R" in lines
    found = figures(counts, ["de"], ["en", "ru"])
    assert found["voices"] == 0.5
    assert found["right"] == pytest.approx(1 / 3)
    assert found["answered"] == 1
    assert figures(counts, ["de"], ["en"])["right"] == 0.5


def test_no_answer_is_right_where_nothing_answers(story: Story) -> None:
    silent, _ = score(story, story.questions[1], None)
    loud, lines = score(story, story.questions[1], answer(story, ("supports", "a", "It is old.")))

    assert figures(silent, ["fr"], [])["refused"] == 1
    assert figures(loud, ["fr"], [])["refused"] == 0
    assert lines == ["loose It is old."]


def test_an_open_question_has_no_sides(story: Story) -> None:
    shown = answer(story, (None, "a", "The crew knew of the crack."))
    counts, _ = score(story, story.questions[2], shown)

    assert figures(counts, ["en"], ["en", "ru"])["voices"] == 1
    rows = table(counts).splitlines()
    assert rows[1].split()[:3] == ["asked", "in", "en"]
    assert rows[-1].split()[:3] == ["all", "1.000", "1.000"]
