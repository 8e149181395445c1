"""`whosays ask` on a library that is not real."""

from __future__ import annotations

import io
import json
from typing import TYPE_CHECKING

import pytest

from bot.cli import prompt
from retrieval.model import Answer, Filter

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from tests.bot.cli.conftest import FakeLibrary, Told


def test_a_question_of_several_words_is_one_question(
    tell: Callable[..., Told], fake: FakeLibrary
) -> None:
    code, out, err = tell("ask", "Will", "the", "bridge", "open", "in", "June?")
    assert (code, err) == (0, "")
    assert out.startswith("Will the bridge open in June?\n2 sources say yes")
    assert "\x1b" not in out
    assert fake.asked == [("Will the bridge open in June?", Filter(), None)]


def test_the_options_become_a_filter(tell: Callable[..., Told], fake: FakeLibrary) -> None:
    tell(
        "ask", "--source", "north", "--source", "South Wire", "--article", "a1", "--since",
        "2024-11-01", "--until", "20241107", "--per-source", "3", "--library", "here", "bridge",
    )  # fmt: skip
    where = Filter(("north", "South Wire"), "2024-11-01", "2024-11-07", "a1")
    assert fake.asked == [("bridge", where, 3)]
    assert fake.settings is not None
    assert fake.settings.library.path.name == "here"


def test_json_is_one_object_and_nothing_else(tell: Callable[..., Told]) -> None:
    code, out, err = tell("ask", "--json", "the bridge")
    assert (code, err) == (0, "")
    assert Answer.from_json(json.loads(out)).question == "the bridge"


def test_an_uncovered_question_is_fine(tell: Callable[..., Told]) -> None:
    code, out, err = tell("ask", "the cup")
    assert (code, err) == (0, "")
    assert "The library does not cover this question." in out


def test_markdown_and_html(tell: Callable[..., Told], tmp_path: Path) -> None:
    assert tell("ask", "--markdown", "bridge")[1].startswith("# bridge\n")
    assert tell("ask", "--html", "page.html", "bridge") == (0, "", "")
    assert (tmp_path / "page.html").read_text(encoding="utf-8").startswith("<!DOCTYPE html>")


def test_full_shows_whole_paragraphs(tell: Callable[..., Told]) -> None:
    assert "lorries" not in tell("ask", "bridge")[1]
    assert "lorries" in tell("ask", "--full", "bridge")[1]


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["--since", "yesterday", "x"], "--since takes a day such as 2024-11-07"),
        (["--since", "2024-11-08", "--until", "2024-11-07", "x"], "is later than"),
        (["--json", "--markdown", "x"], "Choose one of --json, --markdown and --html."),
        (["--html", "missing/page.html", "x"], "--html needs a file in a folder that exists"),
        (["--html", "page.html"], "give the question"),
        (["--per-source", "0", "x"], "'--per-source'"),
        (["--per-sorce", "1", "x"], "No such option"),
        ([""], "The question is empty"),
    ],
)
def test_bad_input_is_one_line_and_exits_with_2(
    tell: Callable[..., Told], words: list[str], said: str
) -> None:
    code, out, err = tell("ask", *words)
    assert (code, out) == (2, "")
    assert err.startswith("whosays: ")
    assert err.count("\n") == 1
    assert said in err


@pytest.fixture
def piped(monkeypatch: pytest.MonkeyPatch) -> Callable[[str], None]:
    return lambda text: monkeypatch.setattr("sys.stdin", io.StringIO(text))


def test_each_line_of_a_pipe_is_a_question(
    tell: Callable[..., Told], piped: Callable[[str], None], fake: FakeLibrary
) -> None:
    piped("the bridge?\n\nthe cup?\r\n")
    code, out, err = tell("ask", "--json")
    assert (code, err) == (0, "")
    answers = [json.loads(line) for line in out.splitlines()]
    assert [answer["covered"] for answer in answers] == [True, False]
    assert [question for question, _, _ in fake.asked] == ["the bridge?", "the cup?"]


def test_an_empty_pipe_is_bad_input(
    tell: Callable[..., Told], piped: Callable[[str], None]
) -> None:
    piped("\n")
    code, out, err = tell("ask")
    assert (code, out) == (2, "")
    assert err == 'whosays: Give a question: whosays ask "Did it happen?"\n'


def test_the_prompt_answers_until_end_of_file_and_keeps_a_private_history(
    tell: Callable[..., Told], monkeypatch: pytest.MonkeyPatch, tmp_path: Path, fake: FakeLibrary
) -> None:
    from prompt_toolkit import PromptSession  # noqa: PLC0415

    typed = iter(["the bridge?", "  ", "the cup?"])

    def answer(*_: object) -> str:
        try:
            return next(typed)
        except StopIteration:
            raise EOFError from None

    class Terminal(io.StringIO):
        def isatty(self) -> bool:
            return True

    monkeypatch.setattr("sys.stdin", Terminal())
    monkeypatch.setattr(PromptSession, "__init__", lambda *_, **__: None)
    monkeypatch.setattr(PromptSession, "prompt", answer)
    code, out, _ = tell("ask")
    assert code == 0
    assert [question for question, _, _ in fake.asked] == ["the bridge?", "the cup?"]
    assert "2 sources say yes" in out
    file = prompt._history_file()
    assert file == tmp_path / "state" / "whosays" / "history"
    assert file.stat().st_mode & 0o077 == 0
