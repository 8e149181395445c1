"""Settings from the environment."""

from __future__ import annotations

import pytest

from config.errors import SettingsError
from config.settings import load_settings


def test_a_name_in_the_environment_sets_its_field(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("WHOSAYS_SEARCH__PER_SOURCE", "5")
    monkeypatch.setenv("WHOSAYS_LIBRARY__SEEDS", "false")
    settings = load_settings()
    assert settings.search.per_source == 5
    assert settings.library.seeds is False


def test_names_are_read_in_any_case(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("whosays_Search__per_SOURCE", "5")
    assert load_settings().search.per_source == 5


def test_an_empty_value_is_no_value(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("WHOSAYS_SEARCH__PER_SOURCE", "")
    assert load_settings().search.per_source == 2


@pytest.mark.parametrize(
    ("name", "near"),
    [
        ("WHOSAYS_LIBRARY__PTH", "WHOSAYS_LIBRARY__PATH"),
        ("WHOSAYS_MODELS_ENCODER", "WHOSAYS_MODELS__ENCODER"),
        ("WHOSAYS_LIBRARY", "WHOSAYS_LIBRARY__PATH"),
        ("whosays_search__persource", "WHOSAYS_SEARCH__PER_SOURCE"),
        ("WHOSAYS_SEARCH__PER_SOURCE__X", "WHOSAYS_SEARCH__PER_SOURCE"),
    ],
)
def test_an_unknown_name_is_an_error_that_names_the_nearest(
    monkeypatch: pytest.MonkeyPatch, name: str, near: str
) -> None:
    monkeypatch.setenv(name, "1")
    with pytest.raises(SettingsError) as caught:
        load_settings()
    assert str(caught.value) == (
        f"Unknown setting {name} in the environment; the nearest known one is {near}."
    )


def test_an_unknown_name_is_an_error_even_when_its_value_is_empty(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv("WHOSAYS_LIBRARY__PTH", "")
    with pytest.raises(SettingsError, match="WHOSAYS_LIBRARY__PATH"):
        load_settings()


def test_names_of_other_programs_are_ignored(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("OTHER", "1")
    monkeypatch.setenv("WHOSAYSIT", "1")
    monkeypatch.setenv("PER_SOURCE", "9")
    assert load_settings().search.per_source == 2
