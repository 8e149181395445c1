"""Which source wins, and how bad values are told."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from annotated_types import Ge, Gt, Le, Lt

from config.errors import SettingsError
from config.settings import Settings, load_settings

if TYPE_CHECKING:
    from pydantic.fields import FieldInfo


def test_each_source_gives_way_to_the_one_before_it(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    name = "WHOSAYS_SEARCH__PER_SOURCE"
    assert load_settings().search.per_source == 2
    (folder / "secrets").mkdir()
    (folder / "secrets" / name).write_text("3")
    assert load_settings().search.per_source == 3
    (folder / "whosays.toml").write_text("[search]\nper_source = 4\n")
    assert load_settings().search.per_source == 4
    (folder / ".env").write_text(f"{name}=5\n")
    assert load_settings().search.per_source == 5
    monkeypatch.setenv(name, "6")
    assert load_settings().search.per_source == 6
    assert load_settings(search={"per_source": 7}).search.per_source == 7


def test_sources_complete_one_another_within_a_section(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (folder / "whosays.toml").write_text("[library]\nseeds = false\nbusy_seconds = 1\n")
    monkeypatch.setenv("WHOSAYS_LIBRARY__BUSY_SECONDS", "2")
    library = load_settings(library={"path": "here"}).library
    assert (library.seeds, library.busy_seconds, library.path) == (False, 2.0, Path("here"))


@pytest.mark.parametrize("value", ["-1", "soon"])
def test_a_bad_value_is_one_line_that_says_where_it_stands(
    monkeypatch: pytest.MonkeyPatch, value: str
) -> None:
    monkeypatch.setenv("WHOSAYS_LIBRARY__BUSY_SECONDS", value)
    with pytest.raises(SettingsError) as caught:
        load_settings()
    message = str(caught.value)
    assert message.startswith(
        "Cannot use the setting WHOSAYS_LIBRARY__BUSY_SECONDS in the environment: Input should be"
    )
    assert "\n" not in message


def test_a_bad_value_in_toml_names_the_file(folder: Path) -> None:
    (folder / "whosays.toml").write_text("[library]\nbusy_seconds = -1\n")
    with pytest.raises(SettingsError, match=r"library\.busy_seconds in whosays\.toml: Input"):
        load_settings()


def test_a_bad_argument_is_not_blamed_on_another_source(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("WHOSAYS_LIBRARY__BUSY_SECONDS", "1")
    with pytest.raises(SettingsError, match=r"library\.busy_seconds in the arguments"):
        load_settings(library={"busy_seconds": -1})


def test_an_unknown_argument_is_an_error() -> None:
    with pytest.raises(SettingsError, match=r"library\.paths in the arguments"):
        load_settings(library={"paths": "x"})


@pytest.mark.parametrize("value", ["", "  ", "a\0b", "~nobody-of-this-name/x"])
def test_a_folder_needs_a_name(value: str) -> None:
    with pytest.raises(SettingsError, match=r"library\.path"):
        load_settings(library={"path": value})


def test_a_tilde_is_the_home_folder(monkeypatch: pytest.MonkeyPatch, folder: Path) -> None:
    monkeypatch.setenv("HOME", str(folder))
    monkeypatch.setenv("WHOSAYS_LIBRARY__PATH", "~/news")
    assert load_settings().library.path == folder / "news"


def _numbers() -> list[Any]:
    return [
        pytest.param(section, name, field, id=f"{section}.{name}")
        for section, tree in Settings.model_fields.items()
        for name, field in tree.annotation.model_fields.items()  # type: ignore[union-attr]
        if field.annotation in (int, float)
    ]


@pytest.mark.parametrize(("section", "name", "field"), _numbers())
def test_every_number_is_bounded_on_both_sides(section: str, name: str, field: FieldInfo) -> None:
    for kinds, beyond in (((Ge, Gt), -1), ((Le, Lt), 10**15)):
        assert any(isinstance(each, kinds) for each in field.metadata)
        with pytest.raises(SettingsError, match=rf"{section}\.{name} in the arguments"):
            load_settings(**{section: {name: beyond}})


def test_a_thousand_threads_are_a_slip_of_the_pen(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("WHOSAYS_MODELS__THREADS", "100000")
    with pytest.raises(SettingsError, match="less than or equal to 64"):
        load_settings()
