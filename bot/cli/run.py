"""Run a command line: every outcome becomes an exit code, every error one line.

0: fine, also "not covered". 1: something failed. 2: bad input. 130: interrupted.
"""

from __future__ import annotations

import errno
import io
import os
import sys
import traceback
from datetime import UTC, datetime
from typing import TYPE_CHECKING

import typer
from platformdirs import user_state_path
from typer.main import get_command

from bot.cli.app import app
from bot.cli.output import complain
from config.errors import SettingsError
from retrieval.errors import InputError, WhosaysError

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

FINE, FAILED, BAD_INPUT, INTERRUPTED = 0, 1, 2, 130


def run(arguments: Sequence[str]) -> int:
    """Run `whosays` with these arguments and return its exit code; raises nothing."""
    _tolerate()
    try:
        code = _invoke(arguments)
        sys.stdout.flush()
    except typer.TyperException as error:
        complain(f"{_sentence(error.format_message())} {_help(error)}")
        return error.exit_code
    except (WhosaysError, SettingsError) as error:
        complain(str(error))
        return BAD_INPUT if isinstance(error, (InputError, SettingsError)) else FAILED
    except (KeyboardInterrupt, typer.Abort):
        return INTERRUPTED
    except (BrokenPipeError, SystemExit) as error:
        # typer turns a broken pipe into an exit with 1 on its way out.
        if not any(isinstance(each, BrokenPipeError) for each in (error, error.__context__)):
            raise
        # Who read our output has had enough; let the interpreter's last flush go nowhere.
        os.dup2(os.open(os.devnull, os.O_WRONLY), 1)
        return FINE
    except Exception as error:  # noqa: BLE001 - the last door: no traceback reaches a user
        complain(_unwritten(error) or _unexpected(error))
        return FAILED
    return code


def _invoke(arguments: Sequence[str]) -> int:
    command = get_command(app)
    try:
        with command.make_context("whosays", list(arguments)) as context:
            command.invoke(context)
    except typer.Exit as exited:
        return exited.exit_code
    return FINE


def _tolerate() -> None:
    """Characters that the terminal's encoding lacks are escaped; bytes that are not text stay."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="backslashreplace")
    if isinstance(sys.stdin, io.TextIOWrapper):
        sys.stdin.reconfigure(errors="surrogateescape")


def _sentence(message: str) -> str:
    return message if message.endswith((".", "?", "!")) else f"{message}."


def _help(error: typer.TyperException) -> str:
    path = getattr(getattr(error, "ctx", None), "command_path", "whosays")
    return f"See `{path} --help`."


def _unwritten(error: Exception) -> str | None:
    """What is said where there was no room for what was printed; files have errors of our own."""
    if not isinstance(error, OSError) or error.filename is not None:
        return None
    if error.errno not in (errno.ENOSPC, errno.EDQUOT):
        return None
    return (
        f"What was printed could not be written: {error.strerror}. Free some space and try again."
    )


def _unexpected(error: Exception) -> str:
    what = f"Something unexpected failed: {type(error).__name__}: {error}."
    file = _record(error)
    return f"{what} The details are in {file}." if file is not None else what


def _record(error: Exception) -> Path | None:
    """Keep the traceback for a report; None where it cannot be kept."""
    file = user_state_path("whosays", appauthor=False) / "error.log"
    try:
        file.parent.mkdir(parents=True, exist_ok=True)
        with file.open("a", encoding="utf-8", errors="backslashreplace") as log:
            log.write(f"{datetime.now(UTC).isoformat()}\n")
            log.writelines(traceback.format_exception(error))
    except OSError:
        return None
    return file
