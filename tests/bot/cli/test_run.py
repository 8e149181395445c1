"""Every outcome becomes an exit code, every error one line."""

from __future__ import annotations

import errno
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest

from retrieval.errors import LibraryError, ModelError, NotFoundError, QuestionError

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from tests.bot.cli.conftest import FakeLibrary, Told


@pytest.mark.parametrize(
    ("error", "code"),
    [
        (QuestionError("ask something"), 2),
        (NotFoundError("no such source"), 2),
        (LibraryError("cannot open"), 1),
        (ModelError("cannot load\nit"), 1),
    ],
)
def test_an_error_is_one_line_with_its_exit_code(
    tell: Callable[..., Told], fake: FakeLibrary, error: Exception, code: int
) -> None:
    fake.fails = error
    assert tell("ask", "x") == (code, "", f"whosays: {' '.join(str(error).split())}\n")


def test_an_unexpected_error_keeps_its_traceback_in_a_file(
    tell: Callable[..., Told], fake: FakeLibrary, tmp_path: Path
) -> None:
    fake.fails = RuntimeError("surprise \x1b[31m")
    code, out, err = tell("ask", "x")
    assert (code, out) == (1, "")
    assert err.startswith("whosays: Something unexpected failed: RuntimeError: surprise ⟨U+001B⟩")
    assert err.count("\n") == 1
    assert "Traceback" in (tmp_path / "state" / "whosays" / "error.log").read_text("utf-8")


def test_a_full_disk_under_what_is_printed_is_said_to_be(
    tell: Callable[..., Told], fake: FakeLibrary
) -> None:
    fake.fails = OSError(errno.ENOSPC, "No space left on device")
    code, _, err = tell("ask", "x")
    assert (code, err.count("\n")) == (1, 1)
    assert err.startswith("whosays: What was printed could not be written: No space left")
    fake.fails = OSError(errno.EIO, "Input/output error")
    assert "Something unexpected failed: OSError" in tell("ask", "x")[2]


def test_an_interrupt_is_quiet(tell: Callable[..., Told], fake: FakeLibrary) -> None:
    fake.fails = KeyboardInterrupt()
    assert tell("ask", "x") == (130, "", "")


def test_a_bad_setting_is_bad_input(
    tell: Callable[..., Told], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("WHOSAYS_LIBRARY__PTH", "x")
    code, out, err = tell("ask", "x")
    assert (code, out) == (2, "")
    assert "the nearest known one is WHOSAYS_LIBRARY__PATH" in err


@pytest.mark.parametrize("words", [["aks"], ["ask", "--foo"], ["show"], ["eval"], ["--foo"]])
def test_what_typer_refuses_is_one_line_that_says_what_to_do(
    tell: Callable[..., Told], words: list[str]
) -> None:
    code, out, err = tell(*words)
    assert (code, out) == (2, "")
    assert err.startswith("whosays: ")
    assert err.endswith(" --help`.\n")
    assert err.count("\n") == 1


@pytest.mark.parametrize("words", [[], ["--help"], ["ask", "--help"], ["eval", "--help"]])
def test_help_is_plain_and_fits(tell: Callable[..., Told], words: list[str]) -> None:
    code, out, err = tell(*words)
    assert (code, err) == (0, "")
    assert out.startswith("Usage: whosays")
    assert "\x1b" not in out
    assert max(map(len, out.splitlines())) <= 80


def test_help_and_version_import_nothing_heavy() -> None:
    heavy = ("numpy", "faiss", "onnxruntime", "torch", "pydantic", "rich", "prompt_toolkit")
    code = (
        "import sys; from bot.cli.run import run; "
        "assert run(['--help']) == 0; assert run(['--version']) == 0; "
        f"assert not set({heavy!r}) & set(sys.modules), set({heavy!r}) & set(sys.modules)"
    )
    subprocess.run([sys.executable, "-c", code], check=True, capture_output=True)
