"""The real command on a real library in a temporary folder: in a process of its own, or in this."""

from __future__ import annotations

import os
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest

from bot.cli.run import run
from tests.conftest import MODELS

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

Run = subprocess.CompletedProcess[str]
WAIT = 300


@pytest.fixture(scope="session")
def home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The current folder of the commands, with the library of the five examples in `library`."""
    return tmp_path_factory.mktemp("home")


@pytest.fixture(scope="session")
def environment(home: Path) -> dict[str, str]:
    return {
        **{name: value for name, value in os.environ.items() if not name.startswith("WHOSAYS_")},
        "WHOSAYS_LIBRARY__PATH": str(home / "library"),
        "WHOSAYS_MODELS__CACHE": str(MODELS),
        "XDG_STATE_HOME": str(home / "state"),
        "PYTHONPATH": str(MODELS.parent.parent),
        "HF_HUB_OFFLINE": "1",
        "COLUMNS": "80",
    }


@pytest.fixture(scope="session")
def whosays(home: Path, environment: dict[str, str]) -> Callable[..., Run]:
    """Run `whosays` with these words, and standard input where it is given."""

    def started(*words: str, stdin: str = "", **extra: str) -> Run:
        return subprocess.run(
            [sys.executable, "-m", "bot.cli", *words],
            input=stdin,
            capture_output=True,
            text=True,
            encoding="utf-8",
            errors="surrogateescape",
            env={**environment, **extra},
            cwd=home,
            timeout=WAIT,
            check=False,
        )

    return started


@pytest.fixture
def called(
    home: Path, environment: dict[str, str], capsys: pytest.CaptureFixture[str]
) -> Callable[..., Run]:
    """The same without a process, for what does not depend on one: starting takes a second."""

    def here(*words: str, **extra: str) -> Run:
        with pytest.MonkeyPatch.context() as patch:
            for name, value in {**environment, **extra}.items():
                patch.setenv(name, value)
            patch.chdir(home)
            code = run(words)
        return Run(words, code, *capsys.readouterr())

    return here
