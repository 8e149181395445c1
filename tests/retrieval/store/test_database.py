"""Opening, refusing, sharing and filling up: the file is never changed by halves."""

from __future__ import annotations

import sqlite3
from typing import TYPE_CHECKING

import pytest

from retrieval.errors import (
    LibraryError,
    LibraryFullError,
    LibraryVersionError,
)
from retrieval.store.admission import FILE
from retrieval.store.catalogue import Catalogue
from retrieval.store.schema import MIGRATIONS, migrate
from tests.retrieval.store.backups import damage
from tests.retrieval.store.entries import entry

if TYPE_CHECKING:
    from pathlib import Path

    from tests.retrieval.store.conftest import Unprivileged


def _closed(folder: Path) -> Path:
    """A library with one article, closed."""
    with Catalogue.open(folder) as catalogue:
        catalogue.add([entry("a1")], encoder="e")
    return folder / FILE


def test_a_library_is_durable_and_checked_by_sqlite(tmp_path: Path) -> None:
    with Catalogue.open(tmp_path) as catalogue, catalogue._database.reading() as connection:
        pragmas = {
            name: connection.execute(f"PRAGMA {name}").fetchone()[0]
            for name in ("journal_mode", "synchronous", "foreign_keys", "user_version")
        }
    full, on = 2, 1
    assert pragmas == {
        "journal_mode": "wal",
        "synchronous": full,
        "foreign_keys": on,
        "user_version": len(MIGRATIONS),
    }


@pytest.mark.parametrize("content", [b"not a library\n", b"\0" * 4096, b"SQLite format 3\0"])
def test_a_foreign_file_is_refused_and_left_as_it_is(tmp_path: Path, content: bytes) -> None:
    (tmp_path / FILE).write_bytes(content)
    with pytest.raises(LibraryError, match="not a whosays library"):
        Catalogue.open(tmp_path)
    assert (tmp_path / FILE).read_bytes() == content
    assert [each.name for each in tmp_path.iterdir()] == [FILE]


@pytest.mark.parametrize("application", [0, 1])
def test_another_programs_database_is_refused_and_left_as_it_is(
    tmp_path: Path, application: int
) -> None:
    connection = sqlite3.connect(tmp_path / FILE)
    connection.execute(f"PRAGMA application_id = {application}")
    connection.execute("CREATE TABLE notes (body)")
    connection.close()
    before = (tmp_path / FILE).read_bytes()
    with pytest.raises(LibraryError, match="not a whosays library"):
        Catalogue.open(tmp_path)
    assert (tmp_path / FILE).read_bytes() == before
    assert [each.name for each in tmp_path.iterdir()] == [FILE]


def test_a_library_of_a_newer_whosays_is_refused_and_left_as_it_is(tmp_path: Path) -> None:
    file = _closed(tmp_path)
    connection = sqlite3.connect(file)
    connection.execute(f"PRAGMA user_version = {len(MIGRATIONS) + 1}")
    connection.close()
    before = file.read_bytes()
    with pytest.raises(LibraryVersionError, match="install a newer whosays"):
        Catalogue.open(tmp_path)
    assert file.read_bytes() == before


def test_a_folder_that_cannot_be_made_is_an_error(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("here already")
    for folder in (tmp_path / "file", tmp_path / "file" / "library"):
        with pytest.raises(LibraryError, match="cannot be used: it is a file, or in one"):
            Catalogue.open(folder)


def test_migrations_run_in_order_and_only_once(tmp_path: Path) -> None:
    connection = sqlite3.connect(tmp_path / "any.sqlite3", isolation_level=None)
    first = ("CREATE TABLE a (x)", "INSERT INTO a VALUES (1)")
    migrate(connection, (first,))
    migrate(connection, (first, ("ALTER TABLE a ADD COLUMN y DEFAULT 2",)))
    migrate(connection, (first, ("ALTER TABLE a ADD COLUMN y DEFAULT 2",)))
    assert connection.execute("SELECT x, y FROM a").fetchall() == [(1, 2)]
    connection.close()


def test_a_migration_that_fails_leaves_the_version_before(tmp_path: Path) -> None:
    connection = sqlite3.connect(tmp_path / "any.sqlite3", isolation_level=None)
    first = ("CREATE TABLE a (x)",)
    migrate(connection, (first,))
    with pytest.raises(sqlite3.OperationalError):
        migrate(connection, (first, ("DROP TABLE a", "NONSENSE")))
    assert connection.execute("PRAGMA user_version").fetchone() == (1,)
    assert connection.execute("SELECT count(*) FROM a").fetchone() == (0,)
    connection.close()


def test_a_closed_catalogue_says_so(tmp_path: Path) -> None:
    catalogue = Catalogue.open(tmp_path)
    catalogue.close()
    catalogue.close()
    with pytest.raises(LibraryError, match="is closed"):
        catalogue.generation()


def test_damage_names_the_way_out(tmp_path: Path) -> None:
    with Catalogue.open(tmp_path) as catalogue:
        catalogue.add([entry(f"a{number}") for number in range(50)], encoder="e")
    damage(tmp_path / FILE)
    with Catalogue.open(tmp_path) as catalogue:
        with pytest.raises(LibraryError, match=f"whosays restore FILE --library {tmp_path}"):
            catalogue.articles()
        assert catalogue.check()


# A full disk


def test_a_full_disk_changes_nothing(tmp_path: Path) -> None:
    with Catalogue.open(tmp_path) as catalogue:
        catalogue.add([entry("a1")], encoder="e")
        with catalogue._database.reading() as connection:
            pages = connection.execute("PRAGMA page_count").fetchone()[0]
            connection.execute(f"PRAGMA max_page_count = {pages}")
        large = entry("a2", ("word " * 40_000,))
        with pytest.raises(LibraryFullError, match="free some space"):
            catalogue.add([entry("a3"), large], encoder="e")

        def both() -> None:
            with catalogue.writing():
                catalogue.set_setting("seeds", "loaded")
                catalogue.replace("a1", large, encoder="e", seen="2024-11-09")

        with pytest.raises(LibraryFullError):
            both()
        assert [row.ref.id for row in catalogue.articles()] == ["a1"]
        assert catalogue.setting("seeds") is None
        assert catalogue.check() == []
        with catalogue._database.reading() as connection:
            connection.execute("PRAGMA max_page_count = 1000000")
        assert catalogue.add([large], encoder="e") == ("a2",)


# Read-only


def test_a_read_only_library_is_read_and_refuses_changes(
    tmp_path: Path, unprivileged: Unprivileged
) -> None:
    file = _closed(tmp_path)
    tmp_path.chmod(0o555)
    file.chmod(0o444)

    def work() -> None:
        with Catalogue.open(tmp_path) as catalogue:
            assert catalogue.read_only
            assert catalogue.article("a1").id == "a1"
            assert len(catalogue.words(["bridge"], 5)) == 2
            assert catalogue.check() == []
            with pytest.raises(LibraryError, match="is read-only: make the folder writable"):
                catalogue.remove("a1")

    try:
        unprivileged(work)
    finally:
        tmp_path.chmod(0o755)


def test_a_read_only_library_in_use_shows_what_its_writer_adds(
    tmp_path: Path, unprivileged: Unprivileged
) -> None:
    _closed(tmp_path)
    with Catalogue.open(tmp_path) as writer:
        writer.add([entry("a2")], encoder="e")
        tmp_path.chmod(0o555)

        def work() -> None:
            with Catalogue.open(tmp_path) as reader:
                assert reader.read_only
                assert reader.counts().articles == 2
                writer.add([entry("a3")], encoder="e")
                assert reader.counts().articles == 3

        try:
            unprivileged(work)
        finally:
            tmp_path.chmod(0o755)


def test_no_library_is_made_in_a_read_only_folder(
    tmp_path: Path, unprivileged: Unprivileged
) -> None:
    tmp_path.chmod(0o555)

    def work() -> None:
        for folder in (tmp_path, tmp_path / "below"):
            with pytest.raises(LibraryError):
                Catalogue.open(folder)

    try:
        unprivileged(work)
    finally:
        tmp_path.chmod(0o755)
    assert list(tmp_path.iterdir()) == []


# Several at once
