"""Settings from `whosays.toml`."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from config.errors import SettingsError
from config.settings import load_settings

if TYPE_CHECKING:
    from pathlib import Path


def test_whosays_toml_in_the_current_folder_is_read(folder: Path) -> None:
    (folder / "whosays.toml").write_text('[search]\nper_source = 4\n[library]\npath = "here"\n')
    settings = load_settings()
    assert settings.search.per_source == 4
    assert settings.library.path.name == "here"


def test_whosays_config_names_another_file(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (folder / "whosays.toml").write_text("[search]\nper_source = 4\n")
    (folder / "other.toml").write_text("[search]\nper_source = 5\n")
    monkeypatch.setenv("WHOSAYS_CONFIG", "other.toml")
    assert load_settings().search.per_source == 5


def test_dotenv_may_say_where_the_file_is(folder: Path) -> None:
    (folder / "other.toml").write_text("[search]\nper_source = 5\n")
    (folder / ".env").write_text("WHOSAYS_CONFIG=other.toml\n")
    assert load_settings().search.per_source == 5


def test_a_named_file_that_is_missing_is_an_error(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("WHOSAYS_CONFIG", "missing.toml")
    with pytest.raises(SettingsError, match=r"Cannot read the settings file missing\.toml"):
        load_settings()


def test_a_file_that_is_not_toml_is_an_error(folder: Path) -> None:
    (folder / "whosays.toml").write_text("[search\n")
    with pytest.raises(SettingsError, match=r"whosays\.toml is not TOML"):
        load_settings()


@pytest.mark.parametrize(
    ("text", "name", "near"),
    [
        ("[search]\nper_sorce = 4\n", "search.per_sorce", "search.per_source"),
        ("[serch]\nper_source = 4\n", "serch.per_source", "search.per_source"),
        ("libary = 1\n", "libary", "library.path"),
        ("[search.per_source]\nx = 1\n[models]\nencodr = 1\n", "models.encodr", "models.encoder"),
    ],
)
def test_an_unknown_key_is_an_error_that_names_the_nearest(
    folder: Path, text: str, name: str, near: str
) -> None:
    (folder / "whosays.toml").write_text(text)
    with pytest.raises(SettingsError) as caught:
        load_settings()
    assert str(caught.value) == (
        f"Unknown setting {name} in whosays.toml; the nearest known one is {near}."
    )


def test_a_section_that_is_no_table_is_a_bad_value(folder: Path) -> None:
    (folder / "whosays.toml").write_text("search = 4\n")
    with pytest.raises(SettingsError, match=r"Cannot use the setting search in whosays\.toml"):
        load_settings()
