"""A library of an earlier version is brought up to date once, and can be had back."""

from __future__ import annotations

import gzip
import json
import os
import sqlite3
import subprocess
import sys
import zipfile
from contextlib import closing
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from retrieval.errors import LibraryError, LibraryFullError
from retrieval.library import Library
from retrieval.store import archive, database
from retrieval.store.admission import FILE
from retrieval.store.backup import restore
from retrieval.store.catalogue import Catalogue
from retrieval.store.schema import MIGRATIONS, migrate

if TYPE_CHECKING:
    from config.settings import Settings
    from tests.retrieval.store.conftest import Unprivileged

# A library as the first released schema had it: two articles of two sources, one with a copy, one
# corrected, and one removed between them.
FIRST = Path(__file__).resolve().parents[2] / "data" / "library-1.sqlite3.gz"
BRIDGE, TOLL = "6f6e8044a3ca", "1d8a3af1bf26"
BACKUP = f"library.before-{len(MIGRATIONS)}.zip"
TABLES = (
    "article", "address", "version", "paragraph", "sketch", "source", "encoder", "vector",
    "change", "setting", "words_docsize",
)  # fmt: skip


def old(folder: Path) -> Path:
    """Put the library of the first version into a folder."""
    folder.mkdir(parents=True, exist_ok=True)
    file = folder / FILE
    file.write_bytes(gzip.decompress(FIRST.read_bytes()))
    return file


Rows = dict[str, list[dict[str, object]]]


def rows(file: Path) -> Rows:
    with closing(sqlite3.connect(file)) as connection:
        connection.row_factory = sqlite3.Row
        return {
            table: [
                dict(row)
                for row in connection.execute(f"SELECT * FROM {table} ORDER BY 1, 2")  # noqa: S608
            ]
            for table in TABLES
        }


def kept(before: Rows, file: Path) -> bool:
    """Whether a library holds the same rows; it may have columns more."""
    after = rows(file)
    return all(
        len(held) == len(after[table])
        and all(old.items() <= new.items() for old, new in zip(held, after[table], strict=True))
        for table, held in before.items()
    )


def version(file: Path) -> int:
    with closing(sqlite3.connect(file)) as connection:
        return int(connection.execute("PRAGMA user_version").fetchone()[0])


def test_a_library_of_the_first_version_loses_nothing(tmp_path: Path) -> None:
    file = old(tmp_path)
    assert version(file) == 1
    before = rows(file)
    with Catalogue.open(tmp_path) as catalogue:
        assert catalogue.check() == []
        assert catalogue.article(TOLL).text.count("cars five") == 1
        assert "cars four" in catalogue.versions(TOLL)[0].text
        assert len(catalogue.article(BRIDGE).copies) == 1
        assert len(catalogue.words(["tolls"], 9)) == 4
    assert version(file) == len(MIGRATIONS)
    assert kept(before, file)


def test_a_library_of_the_first_version_answers(tmp_path: Path, settings: Settings) -> None:
    old(settings.library.path)
    with Library.open(settings) as library:
        answer = library.ask("Will the council charge a toll on the new bridge?")
        assert "North River Gazette" in {
            passage.source.name for position in answer.positions for passage in position.passages
        }
        assert all(finding.ok for finding in library.doctor())


def test_the_library_before_is_kept_and_can_be_restored(tmp_path: Path) -> None:
    before = rows(old(tmp_path / "library"))
    with Catalogue.open(tmp_path / "library") as catalogue:
        catalogue.remove(TOLL)
    backup = tmp_path / "library" / BACKUP
    with zipfile.ZipFile(backup) as opened:
        assert json.loads(opened.read("manifest.json"))["schema"] == 1
        opened.extract("library.sqlite3", tmp_path)
    assert version(tmp_path / "library.sqlite3") == 1
    assert rows(tmp_path / "library.sqlite3") == before
    restore(backup, tmp_path / "library")
    assert rows(tmp_path / "library" / FILE) == before
    with Catalogue.open(tmp_path / "library") as catalogue:
        assert catalogue.article(TOLL)


def test_a_new_library_and_one_that_is_up_to_date_need_no_backup(tmp_path: Path) -> None:
    for _ in range(2):
        with Catalogue.open(tmp_path):
            pass
    assert not list(tmp_path.glob("library.before-*"))


def test_the_last_two_such_backups_are_kept(tmp_path: Path) -> None:
    for number, name in enumerate(("0", "1", "2")):
        other = tmp_path / f"library.before-{name}.zip"
        other.touch()
        os.utime(other, (number, number))
    old(tmp_path)
    with Catalogue.open(tmp_path):
        pass
    kept = sorted(path.name for path in tmp_path.glob("library.before-*"))
    assert kept == sorted(["library.before-2.zip", BACKUP])


def test_without_room_for_a_backup_nothing_is_migrated(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: object) -> None:
        raise LibraryFullError("The disk is full: free some space.")

    before = old(tmp_path).read_bytes()
    monkeypatch.setattr(archive, "write", full)
    with pytest.raises(LibraryFullError, match="free some space"):
        Catalogue.open(tmp_path)
    assert (tmp_path / FILE).read_bytes() == before
    monkeypatch.undo()
    with Catalogue.open(tmp_path) as catalogue:
        assert catalogue.check() == []


def test_a_migration_that_fails_leaves_the_library_as_it_was(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = old(tmp_path)
    before = rows(file)
    monkeypatch.setattr(database, "MIGRATIONS", (*MIGRATIONS, ("DROP TABLE vector", "NONSENSE")))
    with pytest.raises(LibraryError, match="syntax error"):
        Catalogue.open(tmp_path)
    assert version(file) == 1
    assert rows(file) == before


_OPEN = """
import sys
from pathlib import Path
from retrieval.store.catalogue import Catalogue
with Catalogue.open(Path(sys.argv[1])) as catalogue:
    assert catalogue.counts().articles == 2
"""


def test_several_processes_migrate_once(tmp_path: Path) -> None:
    old(tmp_path)
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)}
    opening = [
        subprocess.Popen([sys.executable, "-c", _OPEN, str(tmp_path)], env=environment)
        for _ in range(3)
    ]
    assert [each.wait(timeout=60) for each in opening] == [0, 0, 0]
    with zipfile.ZipFile(tmp_path / BACKUP) as opened:
        assert json.loads(opened.read("manifest.json"))["schema"] == 1
    assert version(tmp_path / FILE) == len(MIGRATIONS)


def test_an_old_library_that_cannot_be_written_says_what_to_do(
    tmp_path: Path, unprivileged: Unprivileged
) -> None:
    file = old(tmp_path)
    file.chmod(0o444)
    tmp_path.chmod(0o555)

    def work() -> None:
        with pytest.raises(LibraryError, match="make the folder writable once"):
            Catalogue.open(tmp_path)

    try:
        unprivileged(work)
    finally:
        tmp_path.chmod(0o755)
    assert version(file) == 1


# The rules that every migration runs under

_PARENTS = ("CREATE TABLE parent (id INTEGER PRIMARY KEY)", "INSERT INTO parent VALUES (1)")
_CHILDREN = (
    "CREATE TABLE child (parent INTEGER REFERENCES parent (id) ON DELETE CASCADE)",
    "INSERT INTO child VALUES (1)",
)


def _family(file: Path) -> sqlite3.Connection:
    connection = sqlite3.connect(file, isolation_level=None)
    connection.execute("PRAGMA foreign_keys = ON")
    migrate(connection, ((*_PARENTS, *_CHILDREN),))
    return connection


def test_a_table_that_is_made_anew_takes_no_rows_along(tmp_path: Path) -> None:
    anew = (
        "CREATE TABLE other (id INTEGER PRIMARY KEY, name TEXT)",
        "INSERT INTO other (id) SELECT id FROM parent",
        "DROP TABLE parent",
        "ALTER TABLE other RENAME TO parent",
    )
    with closing(_family(tmp_path / "any.sqlite3")) as connection:
        migrate(connection, ((), anew))
        assert connection.execute("SELECT * FROM child").fetchall() == [(1,)]
        assert connection.execute("PRAGMA foreign_keys").fetchone() == (1,)


def test_rows_that_would_point_to_nothing_undo_the_migration(tmp_path: Path) -> None:
    with closing(_family(tmp_path / "any.sqlite3")) as connection:
        with pytest.raises(LibraryError, match="a row of child points to nothing"):
            migrate(connection, ((), ("DELETE FROM parent",)))
        assert connection.execute("SELECT * FROM parent").fetchall() == [(1,)]
        assert connection.execute("PRAGMA user_version").fetchone() == (1,)
        assert connection.execute("PRAGMA foreign_keys").fetchone() == (1,)
