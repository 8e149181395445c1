"""The documentation of the commands is complete."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.bot.cli.conftest import Told

DOCS = Path(__file__).resolve().parents[3] / "docs" / "commands.md"
COMMANDS = (
    "", "ask", "add", "follow", "unfollow", "follows", "watch", "watch add", "watch remove",
    "watches", "rename", "sources", "articles", "show",
    "remove",
    "prune", "pin", "unpin", "pins",
    "reindex", "backup", "restore", "doctor", "serve", "health", "eval", "eval golden",
    "eval stance", "feedback", "feedback export",
)  # fmt: skip


@pytest.mark.parametrize("command", COMMANDS)
def test_the_help_of_every_command_is_in_the_documentation(
    tell: Callable[..., Told], monkeypatch: pytest.MonkeyPatch, command: str
) -> None:
    monkeypatch.setenv("COLUMNS", "80")
    told = tell(*command.split(), "--help")[1]
    assert told.strip() in DOCS.read_text(encoding="utf-8"), f"whosays {command} --help"


def test_no_command_is_missing_here(tell: Callable[..., Told]) -> None:
    for group in ("", "eval", "feedback", "watch"):
        listed = tell(*group.split(), "--help")[1].partition("Commands:\n")[2]
        for line in listed.splitlines():
            assert f"{group} {line.split()[0]}".strip() in COMMANDS
