"""The prompt of `whosays ask`."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING

import pytest

from bot.cli import prompt
from retrieval.errors import LibraryError

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from tests.bot.cli.conftest import FakeLibrary, Told


@pytest.fixture
def typed(monkeypatch: pytest.MonkeyPatch) -> Callable[..., None]:
    """What somebody types at the prompt: lines, or keys as what the prompt raises for them."""
    from prompt_toolkit import PromptSession  # noqa: PLC0415

    def type_(*keys: str | type[BaseException]) -> None:
        waiting = iter([*keys, EOFError])

        def answer(*_: object) -> str:
            key = next(waiting)
            if isinstance(key, str):
                return key
            raise key

        class Terminal(io.StringIO):
            def isatty(self) -> bool:
                return True

        monkeypatch.setattr("sys.stdin", Terminal())
        monkeypatch.setattr(PromptSession, "__init__", lambda *_, **__: None)
        monkeypatch.setattr(PromptSession, "prompt", answer)

    return type_


def test_at_the_prompt_an_interrupt_drops_the_line_and_stays(
    tell: Callable[..., Told], typed: Callable[..., None], fake: FakeLibrary
) -> None:
    typed("the bridge?", KeyboardInterrupt, "", "the cup?")
    assert tell("ask")[0] == 0
    assert [question for question, _, _ in fake.asked] == ["the bridge?", "the cup?"]


@pytest.mark.parametrize("word", ["quit", "exit", " QUIT "])
def test_at_the_prompt_quit_and_exit_end_and_help_helps(
    tell: Callable[..., Told], typed: Callable[..., None], fake: FakeLibrary, word: str
) -> None:
    typed("help", word, "the cup?")
    code, out, err = tell("ask")
    assert (code, err) == (0, "")
    assert "Ctrl-C" in out
    assert fake.asked == []


def test_a_source_that_is_not_there_is_said_before_the_prompt(
    tell: Callable[..., Told], typed: Callable[..., None], fake: FakeLibrary
) -> None:
    typed("the bridge?")
    code, out, err = tell("ask", "--source", "nobody")
    assert (code, out) == (2, "")
    assert err.startswith("whosays: There is no source 'nobody'")
    assert fake.asked == []


def test_at_the_prompt_what_fails_is_said_and_the_next_question_is_asked(
    tell: Callable[..., Told], typed: Callable[..., None], fake: FakeLibrary
) -> None:
    typed("one?", "two?")
    fake.fails = LibraryError("Somebody else is writing.")
    code, _, err = tell("ask")
    assert (code, err) == (0, "whosays: Somebody else is writing.\n" * 2)
    fake.fails = KeyboardInterrupt()
    typed("one?")
    assert tell("ask")[0] == 0


def test_the_prompt_answers_until_end_of_file_and_keeps_a_private_history(
    tell: Callable[..., Told], typed: Callable[..., None], tmp_path: Path, fake: FakeLibrary
) -> None:
    typed("the bridge?", "  ", "the cup?")
    code, out, _ = tell("ask")
    assert code == 0
    assert [question for question, _, _ in fake.asked] == ["the bridge?", "the cup?"]
    assert "2 sources say yes" in out
    file = prompt._history_file()
    assert file == tmp_path / "state" / "whosays" / "history"
    assert file.stat().st_mode & 0o077 == 0
