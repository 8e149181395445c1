"""Backing up and restoring: the whole library, or nothing is changed."""

from __future__ import annotations

import errno
import hashlib
import json
import os
import sqlite3
import subprocess
import sys
import threading
import zipfile
from contextlib import closing
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from retrieval.errors import InputError, LibraryBusyError, LibraryError, LibraryFullError
from retrieval.model import Copy
from retrieval.store import archive, copying
from retrieval.store.admission import FILE
from retrieval.store.backup import back_up, is_there, restore
from retrieval.store.catalogue import Catalogue
from retrieval.store.schema import MIGRATIONS
from tests.retrieval.store.entries import entry

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.retrieval.store.conftest import Unprivileged

Contents = dict[str, list[tuple[Any, ...]]]


def contents(folder: Path) -> Contents:
    """Every row of every table, the word index included."""
    with closing(sqlite3.connect(folder / FILE)) as connection:
        names = connection.execute("SELECT name FROM sqlite_schema WHERE type = 'table'")
        return {
            name: sorted(connection.execute(f"SELECT * FROM {name}").fetchall(), key=repr)  # noqa: S608
            for (name,) in names.fetchall()
        }


def fill(folder: Path, *names: str) -> None:
    with Catalogue.open(folder) as catalogue:
        for name in names:
            catalogue.add([entry(name, path=f"{name}.txt")], encoder="e")


@pytest.fixture
def held(tmp_path: Path) -> Path:
    """A library with a copy, a correction and a removal in its past."""
    folder = tmp_path / "held"
    fill(folder, "a1", "a2", "a3")
    with Catalogue.open(folder) as catalogue:
        catalogue.add_copy("a1", Copy(path="again.txt", url=None), b"raw", "text/plain")
        changed = entry("a2", ("The bridge was opened.",), path="a2.txt")
        catalogue.replace("a2", changed, encoder="e", seen="2024-11-09")
        catalogue.remove("a3")
    return folder


@pytest.fixture
def saved(held: Path, tmp_path: Path) -> Path:
    file = tmp_path / "saved.zip"
    back_up(held, file)
    return file


def forged(saved: Path, library: bytes | None = None, **changes: object) -> Path:
    """The backup with another library or manifest in it, its size and checksum made to fit."""
    with zipfile.ZipFile(saved) as opened:
        manifest = json.loads(opened.read("manifest.json"))
        library = opened.read("library.sqlite3") if library is None else library
    manifest |= {"size": len(library), "sha256": hashlib.sha256(library).hexdigest(), **changes}
    file = saved.with_name("forged.zip")
    with zipfile.ZipFile(file, "w") as made:
        made.writestr("manifest.json", json.dumps(manifest))
        made.writestr("library.sqlite3", library)
    return file


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
    with pytest.raises(LibraryError, match="its backup would be too"):
        back_up(held, tmp_path / "b.zip")
    assert [path.name for path in tmp_path.iterdir()] == ["held"]


def damage(file: Path) -> None:
    content = bytearray(file.read_bytes())
    for page in range(2, len(content) // 8192):
        content[page * 8192 : page * 8192 + 2048] = b"\xa5" * 2048
    file.write_bytes(content)


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


def test_restoring_replaces_what_was_there(held: Path, saved: Path) -> None:
    before = contents(held)
    fill(held, "later")
    assert is_there(held)
    restore(saved, held)
    assert contents(held) == before
    fill(held, "b1")
    with Catalogue.open(held) as catalogue:
        assert sorted(row.ref.id for row in catalogue.articles()) == ["a1", "a2", "b1"]
        assert catalogue.check() == []


def test_relative_places_do_as_well(
    held: Path, saved: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = contents(held)
    monkeypatch.chdir(held.parent)
    restore(Path(saved.name), Path(held.name))
    back_up(Path(held.name), Path("again.zip"))
    assert contents(held) == before


def test_restoring_heals_a_damaged_library(held: Path, saved: Path) -> None:
    before = contents(held)
    damage(held / FILE)
    restore(saved, held)
    assert contents(held) == before
    with Catalogue.open(held) as catalogue:
        assert catalogue.check() == []


@pytest.mark.parametrize(("start", "end"), [(100, 8192), (24, 60)], ids=["schema", "header"])
def test_a_library_that_cannot_be_opened_any_more_is_kept_aside(
    held: Path, saved: Path, start: int, end: int, caplog: pytest.LogCaptureFixture
) -> None:
    before = contents(held)
    content = bytearray((held / FILE).read_bytes())
    content[start:end] = b"\xa5" * (end - start)
    (held / FILE).write_bytes(content)
    restore(saved, held)
    assert "is kept as" in caplog.text
    assert (held / "library.damaged.sqlite3").read_bytes() == content
    assert contents(held) == before
    with Catalogue.open(held) as catalogue:
        assert catalogue.check() == []


def test_a_log_that_lost_its_library_is_not_taken_for_the_restored_ones(
    held: Path, saved: Path
) -> None:
    before = contents(held)
    with Catalogue.open(held) as catalogue:
        catalogue.add([entry("later")], encoder="e")
        log = (held / f"{FILE}-wal").read_bytes()
    (held / FILE).unlink()
    (held / f"{FILE}-wal").write_bytes(log)
    restore(saved, held)
    assert contents(held) == before


def _refused(file: Path, folder: Path, match: str) -> None:
    """Nothing is changed and nothing is left behind."""
    before = {path: path.read_bytes() for path in folder.rglob("*")} if folder.exists() else None
    with pytest.raises(InputError, match=match):
        restore(file, folder)
    after = {path: path.read_bytes() for path in folder.rglob("*")} if folder.exists() else None
    assert after == before


def _zip(*names: str) -> Callable[[Path], None]:
    def make(file: Path) -> None:
        with zipfile.ZipFile(file, "w") as made:
            for name in names:
                made.writestr(name, "{}")

    return make


@pytest.mark.parametrize(
    ("make", "match"),
    [
        (lambda file: file.touch(), "not a backup of a library"),
        (lambda file: file.write_text("an article"), "not a backup of a library"),
        (lambda file: file.write_bytes(b"SQLite format 3\0" + bytes(8192)), "not a backup"),
        (_zip("notes.txt"), "not a backup of a library"),
        (_zip("manifest.json", "library.sqlite3", "more"), "not a backup of a library"),
        (_zip("manifest.json", "library.sqlite3"), "its manifest is not whole"),
        (lambda file: file.mkdir(), "Cannot read .*: Is a directory"),
        (lambda _: None, "Cannot read .*: No such file"),
    ],
    ids=["empty", "text", "sqlite", "zip", "more", "braces", "folder", "none"],
)
@pytest.mark.parametrize("there", [True, False])
def test_a_foreign_file_is_refused(
    held: Path, tmp_path: Path, make: Callable[[Path], None], match: str, there: bool
) -> None:
    file = tmp_path / "foreign"
    make(file)
    _refused(file, held if there else tmp_path / "new", match)


def test_the_library_file_itself_is_no_backup(held: Path, tmp_path: Path) -> None:
    _refused(held / FILE, tmp_path / "new", "not a backup of a library")


@pytest.mark.parametrize("changes", [{"schema": len(MIGRATIONS) + 1}, {"format": 2}])
def test_a_newer_backup_is_refused(held: Path, saved: Path, changes: dict[str, Any]) -> None:
    file = forged(saved, program="whosays 9.1", **changes)
    _refused(file, held, r"made by a newer version \(whosays 9.1\) and nothing was changed")


def _changed(saved: Path, statement: str) -> bytes:
    file = saved.with_name("changed.sqlite3")
    with zipfile.ZipFile(saved) as opened:
        file.write_bytes(opened.read("library.sqlite3"))
    with closing(sqlite3.connect(file)) as connection:
        connection.execute(statement)
        connection.commit()
    return file.read_bytes()


@pytest.mark.parametrize(
    ("statement", "match"),
    [
        ("PRAGMA application_id = 0", "not a backup of a library"),
        (f"PRAGMA user_version = {len(MIGRATIONS) + 1}", "its manifest is of another library"),
        ("DELETE FROM source", "a row of article points to nothing"),
    ],
)
def test_a_manifest_made_to_fit_does_not_help(
    held: Path, saved: Path, statement: str, match: str
) -> None:
    _refused(forged(saved, _changed(saved, statement)), held, match)


def test_a_damaged_library_in_a_sound_zip_is_refused(held: Path, saved: Path) -> None:
    with zipfile.ZipFile(saved) as opened:
        library = bytearray(opened.read("library.sqlite3"))
    library[8192 * 3 : 8192 * 20] = b"\xa5" * 8192 * 17
    _refused(forged(saved, bytes(library)), held, "is damaged")


def test_more_is_not_unpacked_than_the_manifest_says(held: Path, saved: Path) -> None:
    _refused(forged(saved, bytes(50_000_000), size=10), held, "its checksum is another")


@pytest.fixture(scope="module")
def spared(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, bytes, Contents]:
    """A folder to restore into, a backup and what the library in it holds."""
    place = tmp_path_factory.mktemp("any")
    fill(place / "held", "a1")
    back_up(place / "held", place / "b.zip")
    return place, (place / "b.zip").read_bytes(), contents(place / "held")


@given(
    where=st.floats(0, 1, exclude_max=True),
    change=st.one_of(st.none(), st.integers(1, 255)),
)
def test_damage_anywhere_changes_nothing_or_nothing_that_counts(
    spared: tuple[Path, bytes, Contents], where: float, change: int | None
) -> None:
    place, sound, inside = spared
    content = bytearray(sound)
    at = int(where * len(content))
    if change is None:
        del content[at:]
    else:
        content[at] ^= change
    (place / "damaged.zip").write_bytes(content)
    fill(place / "other", f"b{at}")
    before = contents(place / "other")
    try:
        restore(place / "damaged.zip", place / "other")
    except InputError:
        assert contents(place / "other") == before
    else:
        assert contents(place / "other") == inside


def test_a_full_disk_leaves_no_half_of_a_library(
    saved: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(_: Path) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr("retrieval.store.backup.sync_file", full)
    with pytest.raises(LibraryFullError, match="free some space"):
        restore(saved, tmp_path / "new")
    assert list((tmp_path / "new").iterdir()) == []


def test_what_is_no_library_is_not_replaced(saved: Path, tmp_path: Path) -> None:
    (tmp_path / "other").mkdir()
    (tmp_path / "other" / FILE).write_text("my notes")
    with pytest.raises(LibraryError, match="is not a whosays library and was left as it is"):
        restore(saved, tmp_path / "other")
    assert (tmp_path / "other" / FILE).read_text() == "my notes"
    assert [path.name for path in (tmp_path / "other").iterdir()] == [FILE]


def test_a_folder_that_cannot_be_written_is_one_line(
    saved: Path, tmp_path: Path, unprivileged: Unprivileged
) -> None:
    folder = tmp_path / "closed"
    folder.mkdir(mode=0o555)

    def work() -> None:
        with pytest.raises(LibraryError, match="cannot be used: Permission denied"):
            restore(saved, folder)

    unprivileged(work)
    assert list(folder.iterdir()) == []


_HOLDER = """
import sys
from pathlib import Path
from retrieval.store.catalogue import Catalogue
from tests.retrieval.store.entries import entry
with Catalogue.open(Path(sys.argv[1])) as catalogue:
    print("open", flush=True)
    sys.stdin.readline()
    catalogue.add([entry("from-another-process")], encoder="e")
"""


def _environment() -> dict[str, str]:
    return {**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)}


def test_a_library_that_another_process_has_open_is_not_replaced(held: Path, saved: Path) -> None:
    with subprocess.Popen(
        [sys.executable, "-c", _HOLDER, str(held)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        env=_environment(),
        text=True,
    ) as holder:
        assert holder.stdout is not None
        assert holder.stdout.readline() == "open\n"
        with pytest.raises(LibraryBusyError, match="stop the bot and every other whosays"):
            restore(saved, held)
        holder.communicate("\n", timeout=60)
    assert holder.returncode == 0
    with Catalogue.open(held) as catalogue:
        assert catalogue.article("from-another-process")
        assert catalogue.check() == []
    restore(saved, held)
    with Catalogue.open(held) as catalogue:
        assert {row.ref.id for row in catalogue.articles()} == {"a1", "a2"}


_KILLED = """
import os, sys
from pathlib import Path
from retrieval.store import copying
from retrieval.store.backup import restore
copying._PAGES = 2
restore(Path(sys.argv[1]), Path(sys.argv[2]), progress=lambda done, total: done > 9 and os._exit(9))
"""


def test_a_restore_that_is_killed_half_way_never_happened(held: Path, saved: Path) -> None:
    fill(held, "later")
    before = contents(held)
    done = subprocess.run(
        [sys.executable, "-c", _KILLED, str(saved), str(held)], env=_environment(), check=False
    )
    assert done.returncode == 9
    with Catalogue.open(held) as catalogue:
        assert catalogue.check() == []
    assert contents(held) == before
    restore(saved, held)
    with Catalogue.open(held) as catalogue:
        assert {row.ref.id for row in catalogue.articles()} == {"a1", "a2"}


def test_a_restore_that_fails_half_way_changes_nothing(
    held: Path, saved: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(copying, "_PAGES", 2)
    fill(held, "later")
    before = contents(held)

    def stop(done: int, _total: int) -> None:
        if done > 9:
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        restore(saved, held, progress=stop)
    assert contents(held) == before
