"""Questions on standard input: each line has exactly one result."""

from __future__ import annotations

import io
import json
from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from retrieval.errors import LibraryError

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.bot.cli.conftest import FakeLibrary, Told


@pytest.fixture
def piped(monkeypatch: pytest.MonkeyPatch) -> Callable[[str], None]:
    return lambda text: monkeypatch.setattr("sys.stdin", io.StringIO(text))


def test_each_line_of_a_pipe_is_a_question(
    tell: Callable[..., Told], piped: Callable[[str], None], fake: FakeLibrary
) -> None:
    piped("the bridge?\n\nthe cup?\r\n")
    code, out, err = tell("ask", "--json")
    assert code == 2
    answers = [json.loads(line) for line in out.splitlines()]
    assert [answer.get("covered") for answer in answers] == [True, False, False]
    assert [question for question, _, _ in fake.asked] == ["the bridge?", "the cup?"]
    assert answers[1] == {
        "schema": 1,
        "question": "",
        "covered": False,
        "conflict": False,
        "positions": [],
        "line": 2,
        "error": "The question is empty: ask something.",
    }
    assert err == "whosays: Line 2: The question is empty: ask something.\n"


@pytest.mark.parametrize("how", [(), ("--short",), ("--markdown",), ("--json",)])
@given(lines=st.lists(st.sampled_from(["the bridge?", "the cup?", "", " ", "\t"]), min_size=1))
@settings(
    max_examples=10, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
def test_every_line_has_exactly_one_result(
    tell: Callable[..., Told],
    monkeypatch: pytest.MonkeyPatch,
    how: tuple[str, ...],
    lines: list[str],
) -> None:
    monkeypatch.setattr("sys.stdin", io.StringIO("\n".join(lines) + "\n"))
    code, out, err = tell("ask", *how)
    refused = [n for n, line in enumerate(lines, 1) if not line.strip()]
    assert code == (2 if refused else 0)
    assert [int(line.split()[2].rstrip(":")) for line in err.splitlines()] == refused
    if how == ("--json",):
        shown = [json.loads(line)["question"] for line in out.splitlines()]
        assert shown == [line.strip("\r\n") for line in lines]
    else:
        marks = ("The library does not cover", "Not asked: ", "2 sources say yes")
        assert sum(out.count(mark) for mark in marks) == len(lines)
        # What is piped does not run together.
        assert out.replace("\n# ", "\n").count("\n\nthe cup?\n") >= lines[1:].count("the cup?")


def test_what_fails_on_one_line_does_not_take_the_others_along(
    tell: Callable[..., Told], piped: Callable[[str], None], fake: FakeLibrary
) -> None:
    fake.fails = LibraryError("Somebody else is writing.")
    piped("one?\ntwo?\n")
    code, out, err = tell("ask", "--json")
    assert code == 1
    errors = [json.loads(line)["error"] for line in out.splitlines()]
    assert errors == ["Somebody else is writing."] * 2
    assert err.count("\n") == 2


def test_an_empty_pipe_is_bad_input(
    tell: Callable[..., Told], piped: Callable[[str], None]
) -> None:
    piped("")
    code, out, err = tell("ask")
    assert (code, out) == (2, "")
    assert err == 'whosays: Give a question: whosays ask "Did it happen?"\n'


def test_a_line_that_was_not_asked_is_shown_in_a_line(
    tell: Callable[..., Told], piped: Callable[[str], None], fake: FakeLibrary
) -> None:
    fake.fails = LibraryError("No.")
    for how in ((), ("--short",), ("--markdown",)):
        piped("word " * 500 + "\n")
        lines = tell("ask", *how)[1].splitlines()
        assert len([line for line in lines if "word" in line]) == 1
        assert max(map(len, lines)) <= len("# ") + 80 + len("\\\\")
    piped("word " * 500 + "\n")
    assert json.loads(tell("ask", "--json")[1])["question"] == "word " * 500


def test_what_was_not_asked_takes_two_lines_of_a_short_batch(
    tell: Callable[..., Told], piped: Callable[[str], None], fake: FakeLibrary
) -> None:
    fake.fails = LibraryError("Too long. " * 20)
    piped("the bridge?\n")
    assert tell("ask", "--short")[1].splitlines() == [
        "the bridge?",
        f"Not asked: {'Too long. ' * 20}".rstrip(),
    ]


def test_bytes_that_are_no_text_are_marked_in_json(
    tell: Callable[..., Told], piped: Callable[[str], None], fake: FakeLibrary
) -> None:
    fake.fails = LibraryError("No.")
    piped("the bri\udcffdge?\n")
    assert json.loads(tell("ask", "--json")[1])["question"] == "the bri\ufffddge?"
