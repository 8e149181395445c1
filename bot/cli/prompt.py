"""Many questions in one run: typed at a prompt with history, or a line of a stream each."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

import typer
from platformdirs import user_state_path

from bot.cli.output import complain, write
from retrieval.errors import InputError, WhosaysError

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from pathlib import Path

    from prompt_toolkit.history import History

FAILED, BAD_INPUT = 1, 2
_LEAVING = frozenset({"quit", "exit", ":q"})
_HELP = frozenset({"help", "?"})
_TOLD = """\
Type a whole question, such as: Did the minister resign?
  Up, Down    earlier questions
  Ctrl-C      drops the line, or the question that is being answered
  Ctrl-D      ends, as quit and exit do
Sources, days and other options are given when the prompt is started: whosays ask --help"""


def each_typed(answer: Callable[[str], None]) -> None:
    """Answer what is typed until end of file or `quit`; what cannot be answered is only said."""
    from prompt_toolkit import PromptSession  # noqa: PLC0415 - slow, and only prompts need it

    session: PromptSession[str] = PromptSession(history=_history())
    write("Ask a question; Ctrl-D ends, help tells more.")
    while True:
        try:
            question = session.prompt("? ").strip()
        except KeyboardInterrupt:
            # What was half typed is dropped, as in a shell.
            continue
        except EOFError:
            return
        if question.casefold() in _LEAVING:
            return
        if question.casefold() in _HELP:
            write(_TOLD)
        elif question:
            _tried_at_prompt(question, answer)


def each_line(
    lines: Iterable[str],
    answer: Callable[[str], None],
    refused: Callable[[int, str, str], None],
) -> None:
    """Give each line one result: its answer, or why it has none.

    Raises InputError where there are no lines; exits with 2 where a line was bad input, with 1
    where something failed.
    """
    codes = set()
    number = 0
    for number, line in enumerate(lines, start=1):
        question = line.strip("\r\n")
        try:
            answer(question)
        except WhosaysError as error:
            reason = " ".join(str(error).split())
            refused(number, question, reason)
            complain(f"Line {number}: {reason}")
            codes.add(BAD_INPUT if isinstance(error, InputError) else FAILED)
        # A reader of our output gets each answer when it is there, not with the last one.
        sys.stdout.flush()
    if not number:
        raise InputError('Give a question: whosays ask "Did it happen?"')
    if codes:
        raise typer.Exit(min(codes))


def _tried_at_prompt(question: str, answer: Callable[[str], None]) -> None:
    try:
        answer(question)
    except WhosaysError as error:
        complain(str(error))
    except KeyboardInterrupt:
        complain("Interrupted; ask again, or end with Ctrl-D.")
    sys.stdout.flush()


def _history() -> History:
    from prompt_toolkit.history import FileHistory, InMemoryHistory  # noqa: PLC0415

    file = _history_file()
    return FileHistory(file) if file is not None else InMemoryHistory()


def _history_file() -> Path | None:
    """The file of earlier questions, readable by its owner only; None where it cannot be."""
    file = user_state_path("whosays", appauthor=False) / "history"
    try:
        file.parent.mkdir(parents=True, exist_ok=True)
        file.touch(mode=0o600)
    except OSError:
        return None
    return file
