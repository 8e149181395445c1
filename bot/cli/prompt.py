"""Many questions in one run: typed at a prompt with history, or a line of a stream each."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

import typer
from platformdirs import user_state_path

from bot.cli.output import complain
from retrieval.errors import InputError

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from pathlib import Path

    from prompt_toolkit.history import History

BAD_INPUT = 2


def each_typed(answer: Callable[[str], None]) -> None:
    """Answer what is typed until end of file; a question that cannot be used is only said."""
    from prompt_toolkit import PromptSession  # noqa: PLC0415 - slow, and only prompts need it

    session: PromptSession[str] = PromptSession(history=_history())
    sys.stdout.write("Ask a question; Ctrl-D ends.\n")
    while True:
        try:
            question = session.prompt("? ")
        except EOFError:
            return
        if question.strip():
            _tried(question, answer)


def each_line(lines: Iterable[str], answer: Callable[[str], None]) -> None:
    """Answer each line that is not blank; raises InputError for none, exits with 2 for bad ones."""
    outcomes = [_tried(line.strip("\r\n"), answer) for line in lines if line.strip()]
    if not outcomes:
        raise InputError('Give a question: whosays ask "Did it happen?"')
    if not all(outcomes):
        raise typer.Exit(BAD_INPUT)


def _tried(question: str, answer: Callable[[str], None]) -> bool:
    try:
        answer(question)
    except InputError as error:
        complain(str(error))
        return False
    finally:
        # A reader of our output gets each answer when it is there, not with the last one.
        sys.stdout.flush()
    return True


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
