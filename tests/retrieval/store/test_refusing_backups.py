"""What is no backup, or a damaged, newer or forged one, is refused and changes nothing."""

from __future__ import annotations

import zipfile
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from retrieval.errors import InputError
from retrieval.store.admission import FILE
from retrieval.store.backup import back_up, restore
from retrieval.store.schema import MIGRATIONS
from tests.retrieval.store.backups import Contents, changed, contents, fill, forged, refused, zipped

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path


@pytest.mark.parametrize(
    ("make", "match"),
    [
        (lambda file: file.touch(), "not a backup of a library"),
        (lambda file: file.write_text("an article"), "not a backup of a library"),
        (lambda file: file.write_bytes(b"SQLite format 3\0" + bytes(8192)), "not a backup"),
        (zipped("notes.txt"), "not a backup of a library"),
        (zipped("manifest.json", "library.sqlite3", "more"), "not a backup of a library"),
        (zipped("manifest.json", "library.sqlite3"), "its manifest is not whole"),
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
    refused(file, held if there else tmp_path / "new", match)


def test_the_library_file_itself_is_no_backup(held: Path, tmp_path: Path) -> None:
    refused(held / FILE, tmp_path / "new", "not a backup of a library")


@pytest.mark.parametrize("changes", [{"schema": len(MIGRATIONS) + 1}, {"format": 2}])
def test_a_newer_backup_is_refused(held: Path, saved: Path, changes: dict[str, Any]) -> None:
    file = forged(saved, program="whosays 9.1", **changes)
    refused(file, held, r"made by a newer version \(whosays 9.1\) and nothing was changed")


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
    refused(forged(saved, changed(saved, statement)), held, match)


def test_a_damaged_library_in_a_sound_zip_is_refused(held: Path, saved: Path) -> None:
    with zipfile.ZipFile(saved) as opened:
        library = bytearray(opened.read("library.sqlite3"))
    library[8192 * 3 : 8192 * 20] = b"\xa5" * 8192 * 17
    refused(forged(saved, bytes(library)), held, "is damaged")


def test_more_is_not_unpacked_than_the_manifest_says(held: Path, saved: Path) -> None:
    refused(forged(saved, bytes(50_000_000), size=10), held, "its checksum is another")


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
