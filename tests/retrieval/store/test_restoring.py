"""Restoring is all or nothing, also where it is killed, fails, or others are at work."""

from __future__ import annotations

import errno
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from retrieval.errors import LibraryBusyError, LibraryError, LibraryFullError
from retrieval.store import copying
from retrieval.store.admission import FILE
from retrieval.store.backup import back_up, is_there, restore
from retrieval.store.catalogue import Catalogue
from tests.retrieval.store.backups import contents, damage, environment, fill
from tests.retrieval.store.entries import entry

if TYPE_CHECKING:
    from tests.retrieval.store.conftest import Unprivileged


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


def test_a_library_that_another_process_has_open_is_not_replaced(held: Path, saved: Path) -> None:
    with subprocess.Popen(
        [sys.executable, "-c", _HOLDER, str(held)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        env=environment(),
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
        [sys.executable, "-c", _KILLED, str(saved), str(held)], env=environment(), check=False
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
