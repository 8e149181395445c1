"""Settings from `.env`."""

from __future__ import annotations

from errno import EACCES
from typing import TYPE_CHECKING

import pytest

from config.errors import SettingsError
from config.settings import load_settings

if TYPE_CHECKING:
    from pathlib import Path


def test_dotenv_in_the_current_folder_is_read(folder: Path) -> None:
    (folder / ".env").write_text('OTHER=1\nWHOSAYS_SEARCH__PER_SOURCE="4"\n')
    assert load_settings().search.per_source == 4


def test_dotenv_may_begin_with_a_byte_order_mark(folder: Path) -> None:
    (folder / ".env").write_text("WHOSAYS_SEARCH__PER_SOURCE=4\n", encoding="utf-8-sig")
    assert load_settings().search.per_source == 4


def test_an_unknown_name_in_dotenv_is_an_error_that_names_the_nearest(folder: Path) -> None:
    (folder / ".env").write_text("WHOSAYS_SEARCH__PER_SORCE=4\n")
    with pytest.raises(SettingsError, match=r"PER_SORCE in \.env; .* WHOSAYS_SEARCH__PER_SOURCE\."):
        load_settings()


def test_a_dotenv_that_is_not_text_is_an_error(folder: Path) -> None:
    (folder / ".env").write_bytes(b"WHOSAYS_SEARCH__PER_SOURCE=\xff\xfe\n")
    with pytest.raises(SettingsError, match=r"Cannot read \.env"):
        load_settings()


def test_a_folder_named_dotenv_is_ignored(folder: Path) -> None:
    (folder / ".env").mkdir()
    assert load_settings().search.per_source == 2


def test_a_folder_where_nobody_may_look_is_an_error_that_says_so(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refused(path: Path, **_: object) -> bool:
        raise PermissionError(EACCES, "Permission denied", str(path))

    monkeypatch.setattr(type(folder), "is_file", refused)
    with pytest.raises(SettingsError, match=r"\.env in the current folder: Permission denied\. Ch"):
        load_settings()
