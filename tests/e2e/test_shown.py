"""The answers that README.md and docs/commands.md show are those that the command prints."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests import shown

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from tests.e2e.conftest import Run


@pytest.mark.parametrize(
    ("file", "drawn"), [(shown.README, shown.readme), (shown.COMMANDS, shown.commands)]
)
def test_the_documents_show_what_the_command_prints(
    called: Callable[..., Run], file: Path, drawn: Callable[[str, Callable[[str], str]], str]
) -> None:
    asked: list[str] = []

    def ask(question: str) -> str:
        asked.append(question)
        return called("ask", question).stdout

    text = file.read_text(encoding="utf-8")
    assert drawn(text, ask) == text, "`python -m tests.shown` writes it anew."
    assert asked[0] == "Did Putin congratulate Trump?"
