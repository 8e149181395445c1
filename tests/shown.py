"""The answers that the documents show, as the command prints them: `python -m tests.shown`.

`make pictures` runs it too; a test fails where what they show is not what the command prints.
"""

from __future__ import annotations

import os
import re
import subprocess
import sys
import tempfile
from typing import TYPE_CHECKING

from tests.conftest import ROOT

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

README = ROOT / "README.md"
COMMANDS = ROOT / "docs" / "commands.md"
INDENT = " " * 4
_IN_README = re.compile(r"(?ms)^    (?P<asked>Did Putin congratulate Trump\?)\n.*?(?=^\S)")
_IN_COMMANDS = re.compile(r'(?ms)^\$ whosays ask "(?P<asked>[^"\n]+)"\n.*?(?=^```$)')


def readme(text: str, ask: Callable[[str], str]) -> str:
    """The text with the answer that `ask` gives, indented as code."""

    def shown(found: re.Match[str]) -> str:
        lines = ask(found["asked"]).splitlines()
        return "".join(f"{INDENT}{line}".rstrip() + "\n" for line in lines) + "\n"

    return _IN_README.sub(shown, text)


def commands(text: str, ask: Callable[[str], str]) -> str:
    """The text with the answers that `ask` gives below the commands that are asked."""
    return _IN_COMMANDS.sub(
        lambda found: f'$ whosays ask "{found["asked"]}"\n{ask(found["asked"])}', text
    )


def main() -> None:
    """Ask a new library of the examples, and write what it answers into both."""
    with tempfile.TemporaryDirectory() as scratch:

        def ask(question: str) -> str:
            return subprocess.run(
                [sys.executable, "-m", "bot.cli", "ask", question],
                capture_output=True,
                encoding="utf-8",
                check=True,
                cwd=ROOT,
                env={**os.environ, "WHOSAYS_LIBRARY__PATH": f"{scratch}/library", "COLUMNS": "80"},
            ).stdout

        _write(README, readme(README.read_text(encoding="utf-8"), ask))
        _write(COMMANDS, commands(COMMANDS.read_text(encoding="utf-8"), ask))


def _write(file: Path, text: str) -> None:
    file.write_text(text, encoding="utf-8")
    print(file.relative_to(ROOT))  # noqa: T201


if __name__ == "__main__":
    main()
