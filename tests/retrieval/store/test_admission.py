"""What is opened as a library, what is made one, and what is refused."""

from __future__ import annotations

import sqlite3
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from typing import TYPE_CHECKING

import pytest

from retrieval.errors import InputError, LibraryError
from retrieval.store import database
from retrieval.store.admission import FILE
from retrieval.store.catalogue import Catalogue
from retrieval.store.nearby import nearest_library
from tests.retrieval.store.entries import entry

if TYPE_CHECKING:
    from pathlib import Path


def test_where_there_is_no_library_none_is_made_unless_asked(tmp_path: Path) -> None:
    with pytest.raises(LibraryError, match="make one with `whosays add`") as refused:
        Catalogue.open(tmp_path / "none", create=False)
    assert isinstance(refused.value, InputError)
    assert not (tmp_path / "none").exists()


@pytest.mark.parametrize(
    "named", ["lybrary", "lib/library", "library/library.sqlite3", "library/index", "other/library"]
)
def test_the_nearest_library_is_named(tmp_path: Path, named: str) -> None:
    Catalogue.open(tmp_path / "library").close()
    (tmp_path / "library" / "index").mkdir()
    (tmp_path / "other" / "notes").mkdir(parents=True)
    with pytest.raises(LibraryError, match=f"the nearest is {tmp_path / 'library'}: "):
        Catalogue.open(tmp_path / named, create=False)


def test_a_folder_above_the_library_leads_into_it(tmp_path: Path) -> None:
    Catalogue.open(tmp_path / "data" / "news").close()
    assert nearest_library(tmp_path / "data", FILE) == tmp_path / "data" / "news"
    assert nearest_library(tmp_path / "nowhere" / "at" / "all", FILE) is None


def test_an_empty_file_is_no_library_and_is_left_as_it_is(tmp_path: Path) -> None:
    (tmp_path / FILE).touch()
    with pytest.raises(LibraryError, match="is empty, which no library is") as refused:
        Catalogue.open(tmp_path)
    assert f"whosays restore FILE --library {tmp_path}`" in str(refused.value)
    assert [each.name for each in tmp_path.iterdir()] == [FILE]
    assert (tmp_path / FILE).stat().st_size == 0


def test_a_first_commit_that_was_torn_is_made_again(tmp_path: Path) -> None:
    (tmp_path / FILE).touch()
    (tmp_path / f"{FILE}-journal").write_bytes(b"\0" * 512)
    with Catalogue.open(tmp_path) as catalogue:
        assert catalogue.check() == []


def test_a_new_library_is_there_whole_or_not_at_all(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fails(*_: object) -> None:
        assert not (tmp_path / FILE).exists()
        raise sqlite3.OperationalError("interrupted")

    with monkeypatch.context() as patched:
        patched.setattr(database, "migrate", fails)
        with pytest.raises(LibraryError, match="interrupted"):
            Catalogue.open(tmp_path)
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("links", [True, False])
def test_several_that_make_a_library_at_once_share_one(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, *, links: bool
) -> None:
    if not links:

        def refuses(*_: object) -> None:
            raise PermissionError("no links here")

        monkeypatch.setattr("pathlib.Path.hardlink_to", refuses)
        Catalogue.open(tmp_path).close()

    def add(number: int) -> None:
        with closing(Catalogue.open(tmp_path)) as catalogue:
            catalogue.add([entry(f"a{number}")], encoder="e")

    with ThreadPoolExecutor(4) as pool:
        list(pool.map(add, range(4)))
    with Catalogue.open(tmp_path, create=False) as catalogue:
        assert catalogue.counts().articles == 4
    assert not list(tmp_path.glob(f".{FILE}*"))
