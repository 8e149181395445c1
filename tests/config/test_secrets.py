"""Settings from secret files."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from pydantic import Field, SecretStr

from config.errors import SettingsError
from config.section import Section
from config.settings import Settings, load_settings

if TYPE_CHECKING:
    from pathlib import Path


class Door(Section):
    token: SecretStr | None = None
    attempts: int = 1


class WithSecret(Settings):
    door: Door = Field(default_factory=Door)


@pytest.fixture
def mounted(folder: Path) -> Path:
    secrets = folder / "secrets"
    secrets.mkdir()
    return secrets


@pytest.mark.parametrize("name", ["WHOSAYS_DOOR__TOKEN", "whosays_door__token"])
def test_a_secret_file_sets_its_field_without_the_white_space_around(
    mounted: Path, name: str
) -> None:
    (mounted / name).write_text("s3cret\n")
    token = load_settings(WithSecret).door.token
    assert token is not None
    assert token.get_secret_value() == "s3cret"


def test_a_secret_is_not_shown_by_the_settings(mounted: Path) -> None:
    (mounted / "WHOSAYS_DOOR__TOKEN").write_text("s3cret\n")
    settings = load_settings(WithSecret)
    assert "s3cret" not in repr(settings)
    assert "s3cret" not in settings.model_dump_json()


def test_a_secret_is_not_shown_by_an_error(mounted: Path) -> None:
    (mounted / "WHOSAYS_DOOR__ATTEMPTS").write_text("s3cret")
    with pytest.raises(SettingsError) as caught:
        load_settings(WithSecret)
    assert "s3cret" not in str(caught.value)
    assert "WHOSAYS_DOOR__ATTEMPTS in" in str(caught.value)


def test_an_unknown_secret_is_an_error_that_names_the_nearest(mounted: Path) -> None:
    (mounted / "whosays_door__tokn").write_text("s3cret")
    with pytest.raises(SettingsError, match="the nearest known one is WHOSAYS_DOOR__TOKEN"):
        load_settings(WithSecret)


def test_secrets_of_other_programs_are_not_even_read(mounted: Path) -> None:
    (mounted / "database_password").write_bytes(b"\xff\xfe")
    assert load_settings(WithSecret).door.token is None


def test_a_secret_that_is_not_text_is_an_error(mounted: Path) -> None:
    (mounted / "WHOSAYS_DOOR__TOKEN").write_bytes(b"\xff\xfe")
    with pytest.raises(SettingsError, match="Cannot read the secret"):
        load_settings(WithSecret)
