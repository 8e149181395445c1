"""The bar on standard error."""

from __future__ import annotations

import io
import time
from typing import TYPE_CHECKING

from bot.cli import progress
from bot.cli.progress import Stages

if TYPE_CHECKING:
    import pytest


class Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


def a_terminal(monkeypatch: pytest.MonkeyPatch) -> Terminal:
    """A terminal as standard error; no fixture, since pytest's capture would take it away."""
    screen = Terminal()
    monkeypatch.setattr("sys.stderr", screen)
    monkeypatch.setenv("TERM", "xterm")
    monkeypatch.delenv("NO_COLOR", raising=False)
    return screen


def test_nothing_is_shown_where_standard_error_is_no_terminal(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(progress, "DELAY", 0)
    with Stages() as stages:
        stages("Preparing the encoder", 0, 0)
        time.sleep(0.05)
    assert capsys.readouterr() == ("", "")


def test_what_takes_long_is_shown_and_taken_away(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    terminal = a_terminal(monkeypatch)
    monkeypatch.setattr(progress, "DELAY", 0.01)
    with Stages() as stages:
        stages("Preparing the \x1b[31mencoder", 0, 0)
        until = time.monotonic() + 20
        while "Preparing" not in terminal.getvalue() and time.monotonic() < until:
            time.sleep(0.01)
        assert "Preparing the ⟨U+001B⟩[31mencoder" in terminal.getvalue()
        assert stages._bar is not None
    assert stages._bar is None


def test_what_is_over_at_once_is_not_shown(monkeypatch: pytest.MonkeyPatch) -> None:
    terminal = a_terminal(monkeypatch)
    with Stages() as stages:
        stages("Adding articles", 0, 2)
        waiting = stages._timer
        assert waiting is not None
        stages("Adding articles", 2, 2)
        assert waiting.finished.is_set()
    assert terminal.getvalue() == ""
