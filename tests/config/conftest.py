"""An empty current folder for every test of the settings."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from config import secrets

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The current folder, empty, with no secrets mounted."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(secrets, "SECRETS", tmp_path / "secrets")
    return tmp_path
