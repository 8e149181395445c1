"""`.env.example` names settings that there are, with the defaults that they have."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest

from config.dotenv import dotenv_file
from config.names import names
from config.settings import Settings, load_settings
from tests.hosting.places import ROOT

if TYPE_CHECKING:
    from pathlib import Path

TEXT = (ROOT / ".env.example").read_text()
GIVEN = dict(re.findall(r"^#?(WHOSAYS_\w+)=(.*)$", TEXT, flags=re.MULTILINE))


def test_nothing_is_set_until_somebody_does() -> None:
    assert all(line.startswith("#") or not line for line in TEXT.splitlines())
    assert len(GIVEN) >= 10


@pytest.mark.parametrize("name", GIVEN)
def test_what_is_written_is_the_default(
    name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (setting,) = (each for each in names(Settings) if each.environment == name)
    monkeypatch.chdir(tmp_path)
    (tmp_path / ".env").write_text(f"{name}={GIVEN[name]}\n")
    assert name in dotenv_file()
    section = getattr(load_settings(), setting.section)
    assert getattr(section, setting.key) == setting.field.get_default(call_default_factory=True)


def test_the_token_has_another_place() -> None:
    assert "WHOSAYS_DISCORD__TOKEN" not in GIVEN
    assert "secrets/discord-token" in TEXT
