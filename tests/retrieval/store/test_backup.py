"""Backing up and restoring: the whole library, or nothing is changed."""

from __future__ import annotations

import errno
import hashlib
import json
import threading
import zipfile
from typing import TYPE_CHECKING

import numpy as np
import pytest

from retrieval.errors import InputError, LibraryError, LibraryFullError
from retrieval.store import archive
from retrieval.store.admission import FILE
from retrieval.store.backup import back_up, restore
from retrieval.store.catalogue import Catalogue
from retrieval.store.schema import MIGRATIONS
from tests.retrieval.store.backups import contents, damage, fill
from tests.retrieval.store.entries import entry

if TYPE_CHECKING:
    from pathlib import Path

    from tests.retrieval.store.conftest import Unprivileged


# Backing up


def test_a_restored_library_is_what_was_backed_up(held: Path, saved: Path, tmp_path: Path) -> None:
    made = restore(saved, tmp_path / "new" / "folder")
    assert (made.sources, made.articles, made.schema) == (1, 2, len(MIGRATIONS))
    assert contents(tmp_path / "new" / "folder") == contents(held)
    with Catalogue.open(tmp_path / "new" / "folder") as catalogue:
        assert catalogue.check() == []
        assert catalogue.raw("a1") == entry("a1").draft.raw
        assert [version.text for version in catalogue.versions("a2")] == [
            entry("a2").draft.article.text
        ]
        ids, vectors = catalogue.vectors("e")
        assert len(ids) == 3
        assert np.allclose(np.linalg.norm(vectors, axis=1), 1)
        assert len(catalogue.words(["opened"], 5)) == 1


def test_a_backup_says_what_it_is(held: Path, tmp_path: Path) -> None:
    made = back_up(held, tmp_path / "b.zip")
    with zipfile.ZipFile(tmp_path / "b.zip") as opened:
        assert opened.testzip() is None
        manifest = json.loads(opened.read("manifest.json"))
        library = opened.read("library.sqlite3")
    assert manifest["sha256"] == made.sha256 == hashlib.sha256(library).hexdigest()
    assert manifest["program"].startswith("whosays ")
    assert sorted(path.name for path in tmp_path.iterdir()) == ["b.zip", "held"]


def test_a_backup_of_a_library_in_use_is_one_moment_of_it(tmp_path: Path) -> None:
    with Catalogue.open(tmp_path / "held") as catalogue:
        stop = threading.Event()

        def work() -> None:
            number = 0
            while not stop.is_set():
                catalogue.add([entry(f"a{number:04}")], encoder="e")
                number += 1

        writer = threading.Thread(target=work)
        writer.start()
        try:
            made = [back_up(tmp_path / "held", tmp_path / f"{each}.zip") for each in range(4)]
        finally:
            stop.set()
            writer.join()
        with catalogue.writing():
            catalogue.add([entry("uncommitted")], encoder="e")
            last = back_up(tmp_path / "held", tmp_path / "last.zip")
        assert last.articles == catalogue.counts().articles - 1
    for number, each in enumerate(made):
        restore(tmp_path / f"{number}.zip", tmp_path / str(number))
        with Catalogue.open(tmp_path / str(number)) as restored:
            assert restored.check() == []
            assert {row.ref.id for row in restored.articles()} == {
                f"a{number:04}" for number in range(each.articles)
            }


def test_a_file_that_is_there_already_is_left_as_it_is(held: Path, tmp_path: Path) -> None:
    file = tmp_path / "mine.zip"
    file.write_text("mine")
    with pytest.raises(InputError, match="is there already"):
        back_up(held, file)
    with pytest.raises(InputError, match="is there already"):
        back_up(held, held / FILE)
    assert file.read_text() == "mine"


def test_where_there_is_no_library_there_is_no_backup(tmp_path: Path) -> None:
    with pytest.raises(LibraryError, match="There is no library"):
        back_up(tmp_path / "none", tmp_path / "b.zip")
    assert list(tmp_path.iterdir()) == []


def test_a_damaged_library_gives_no_backup(held: Path, tmp_path: Path) -> None:
    fill(held, *(f"b{number}" for number in range(50)))
    damage(held / FILE)
    with pytest.raises(LibraryError, match="is damaged"):
        back_up(held, tmp_path / "b.zip")
    assert [path.name for path in tmp_path.iterdir()] == ["held"]


def test_a_place_that_cannot_be_written_is_one_line(held: Path, tmp_path: Path) -> None:
    with pytest.raises(LibraryError, match=r"cannot be written to .*none/b\.zip: No such file"):
        back_up(held, tmp_path / "none" / "b.zip")


def test_a_full_disk_leaves_no_half_of_a_backup(
    held: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(_: Path) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(archive, "sync_file", full)
    with pytest.raises(LibraryFullError, match="no backup was made: free some space"):
        back_up(held, tmp_path / "b.zip")
    assert [path.name for path in tmp_path.iterdir()] == ["held"]


def test_a_read_only_library_can_be_backed_up(
    held: Path, tmp_path: Path, unprivileged: Unprivileged
) -> None:
    before = contents(held)
    (held / FILE).chmod(0o444)
    held.chmod(0o555)
    try:
        unprivileged(lambda: back_up(held, tmp_path / "b.zip"))
    finally:
        held.chmod(0o755)
    restore(tmp_path / "b.zip", tmp_path / "new")
    assert contents(tmp_path / "new") == before


# Restoring
