"""What is longer than the screen goes through a pager; nothing else does."""

from __future__ import annotations

import io
from types import SimpleNamespace
from typing import TYPE_CHECKING

import pytest
from rich.console import Console

from bot.cli import pager
from bot.render.page import Page

if TYPE_CHECKING:
    from pathlib import Path

HEIGHT = 10


class Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


@pytest.fixture
def screen(monkeypatch: pytest.MonkeyPatch) -> Terminal:
    """Standard output and input are a terminal of ten lines."""
    out = Terminal()
    # Not in `sys` itself, where pytest puts its own between a fixture and its test.
    monkeypatch.setattr(pager, "sys", SimpleNamespace(stdout=out, stdin=Terminal()))
    console = Console(file=out, force_terminal=True, width=80, height=HEIGHT)
    monkeypatch.setattr(pager, "page", lambda: Page(console))
    return out


def _print(lines: int) -> None:
    with pager.paged() as page:
        for number in range(lines):
            page.line(f"line {number}", style="bold")


def _paging(folder: Path) -> str:
    script = folder / "pager"
    script.write_text(f"#!/bin/sh\ncat > '{folder}/paged'\n", encoding="utf-8")
    script.chmod(0o755)
    return str(script)


@pytest.mark.parametrize(("lines", "paged"), [(HEIGHT - 1, False), (HEIGHT, True), (90, True)])
def test_what_is_longer_than_the_screen_is_paged_as_it_is(
    screen: Terminal, monkeypatch: pytest.MonkeyPatch, tmp_path: Path, lines: int, *, paged: bool
) -> None:
    monkeypatch.setenv("PAGER", _paging(tmp_path))
    _print(lines)
    file = tmp_path / "paged"
    text = file.read_text(encoding="utf-8") if paged else screen.getvalue()
    assert file.exists() is paged
    assert bool(screen.getvalue()) is not paged
    assert text.count("\n") == lines
    assert "\x1b[1mline 0\x1b[0m" in text


@pytest.mark.parametrize("command", ["", "cat", "no-such-pager", "'"])
def test_without_a_pager_it_is_printed(
    screen: Terminal, monkeypatch: pytest.MonkeyPatch, command: str
) -> None:
    monkeypatch.setenv("PAGER", command)
    _print(90)
    assert screen.getvalue().count("\n") == 90


def test_a_pager_that_is_left_early_is_no_error(
    screen: Terminal, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PAGER", "true")
    # More than a pipe holds.
    _print(9_000)
    assert screen.getvalue() == ""


def test_what_is_piped_is_never_paged(
    screen: Terminal, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setenv("PAGER", _paging(tmp_path))
    monkeypatch.setattr(pager, "sys", SimpleNamespace(stdout=screen, stdin=io.StringIO()))
    _print(90)
    assert not (tmp_path / "paged").exists()
    assert screen.getvalue().count("\n") == 90


@pytest.mark.parametrize(
    ("own", "options"), [(None, "-RX"), ("", "-R "), ("-i", "-R -i"), ("FiX", "-R FiX")]
)
def test_colours_pass_less_whatever_options_somebody_has(
    screen: Terminal,
    monkeypatch: pytest.MonkeyPatch,
    tmp_path: Path,
    own: str | None,
    options: str,
) -> None:
    script = tmp_path / "pager"
    script.write_text(f"#!/bin/sh\nprintf %s \"$LESS\" > '{tmp_path}/less'\n", encoding="utf-8")
    script.chmod(0o755)
    monkeypatch.setenv("PAGER", str(script))
    monkeypatch.delenv("LESS", raising=False)
    if own is not None:
        monkeypatch.setenv("LESS", own)
    _print(90)
    assert (tmp_path / "less").read_text(encoding="utf-8") == options
    assert screen.getvalue() == ""
