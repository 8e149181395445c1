"""Which languages are read: those of the settings that the stance model states."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

from config.settings import ModelSettings
from retrieval.errors import ModelError
from retrieval.models.reads import common, languages_read, languages_stated

if TYPE_CHECKING:
    from pathlib import Path


def test_the_shipped_model_reads_what_its_config_states() -> None:
    assert "en" in languages_read(ModelSettings(languages=("en", "xx")))
    assert "xx" not in languages_read(ModelSettings(languages=("en", "xx")))


def test_of_another_model_the_settings_alone_know() -> None:
    assert languages_read(ModelSettings(stance="a/b", languages=("xx", "en"))) == ("xx", "en")


def test_a_model_that_reads_none_of_them_is_one_clear_sentence() -> None:
    with pytest.raises(ModelError, match=r"reads .*en.* and WHOSAYS_MODELS__LANGUAGES has xx:"):
        languages_read(ModelSettings(languages=("xx",)))


def test_any_on_either_side_leaves_the_other() -> None:
    assert common(("*",), frozenset({"ru", "en"})) == ("en", "ru")
    assert common(("ru", "de"), frozenset({"*"})) == ("ru", "de")
    assert common(("ru", "de", "en"), frozenset({"en", "ru"})) == ("ru", "en")


def test_a_config_without_languages_is_of_english(tmp_path: Path) -> None:
    assert languages_stated(tmp_path) == {"en"}
    config = tmp_path / "config.json"
    config.write_text("{}", "utf-8")
    assert languages_stated(tmp_path) == {"en"}
    config.write_text(json.dumps({"languages": ["en", "uk"]}), "utf-8")
    assert languages_stated(tmp_path) == {"en", "uk"}
    config.write_text(json.dumps({"languages": "en"}), "utf-8")
    with pytest.raises(ValueError, match="not a list"):
        languages_stated(tmp_path)
