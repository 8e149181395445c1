"""A library's words in tantivy, in step with it: made beside it, carried on, never another's."""

from __future__ import annotations

import errno
import logging
import os
import shutil
from typing import TYPE_CHECKING

import pytest

from retrieval.errors import LibraryError, LibraryFullError
from retrieval.index.manifest import alone
from retrieval.index.words import folder, kept, making
from retrieval.store.catalogue import Catalogue
from tests.retrieval.index.words.shelves import (
    ENCODER,
    add,
    assert_same,
    impatient,
    named,
    opened,
    ready,
    write,
)  # fmt: skip
from tests.retrieval.store.entries import entry

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path


@pytest.fixture
def catalogue(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Catalogue]:
    impatient(monkeypatch)
    with Catalogue.open(tmp_path / "library") as made:
        for number in range(5):
            add(made, f"a{number}", f"Boat {number} came in.", "It rained on the pier.")
        yield made


def test_it_is_made_beside_whoever_asks(catalogue: Catalogue) -> None:
    stored = opened(catalogue)
    assert stored.status().state == "missing"
    assert stored.status().well
    assert stored.current() is None
    assert_same(ready(stored), catalogue, ["boat", "pier"], 9, None)
    assert stored.status().state == "sound"
    assert "10 paragraphs" in stored.status().detail
    stored.close()


def test_what_comes_and_goes_is_seen_at_once_and_what_was_given_out_stays(
    catalogue: Catalogue,
) -> None:
    stored = opened(catalogue)
    before = ready(stored)
    made = folder.named(stored._root)
    add(catalogue, "later", "A regatta.", title="Boats")
    catalogue.remove("a1")
    found = stored.current()
    assert found is not None
    assert len(found.words(["regatta"], 9)) == 1
    assert_same(found, catalogue, ["boat", "pier"], 99, None)
    assert before.words(["regatta"], 9) == []
    assert len(before.words(["pier"], 9)) == 5
    # Taken out again before it was ever in the folder.
    catalogue.remove("later")
    again = stored.current()
    assert again is not None
    assert again.words(["regatta"], 9) == []
    assert len(found.words(["regatta"], 9)) == 1
    assert stored.status().state == "behind"
    assert folder.named(stored._root) == made
    stored.close()


def test_a_change_of_title_source_or_day_is_seen(catalogue: Catalogue) -> None:
    stored = opened(catalogue)
    ready(stored)
    changed = entry("a2", ["Boat 2 came in.", "It hailed."], title="Gale", path="/a2")
    catalogue.replace("a2", changed, encoder=ENCODER, seen="2026-02-04")
    found = stored.current()
    assert found is not None
    assert len(found.words(["gale"], 9)) == 2
    assert_same(found, catalogue, ["boat", "pier", "hailed", "sea"], 99, None)
    stored.close()


def test_many_changes_go_into_the_folder_beside_whoever_asks(
    catalogue: Catalogue, monkeypatch: pytest.MonkeyPatch
) -> None:
    stored = opened(catalogue)
    ready(stored)
    first = named(stored._root)
    monkeypatch.setattr(kept, "_CHANGED", 2)
    catalogue.remove("a0")
    add(catalogue, "later", "A regatta.")
    found = stored.current()
    assert found is not None
    assert found.later is not None
    now = ready(stored)
    assert now.later is None
    assert named(stored._root) != first
    assert_same(now, catalogue, ["boat", "regatta", "pier"], 99, None)
    # What was given out is searched on, though its folder is gone.
    assert len(found.words(["regatta"], 9)) == 1
    # Files that have not changed are the same ones.
    assert stored.status().state == "sound"
    stored.close()


def test_too_much_at_once_is_left_to_the_background(
    catalogue: Catalogue, monkeypatch: pytest.MonkeyPatch
) -> None:
    stored = opened(catalogue)
    ready(stored)
    monkeypatch.setattr(kept, "AT_ONCE", 3)
    add(catalogue, "later", *(f"Yacht {number}." for number in range(4)))
    assert stored.current() is None
    assert len(ready(stored).words(["yacht"], 9)) == 4
    for number in range(1, 5):
        catalogue.remove(f"a{number}")
    assert stored.current() is None
    assert_same(ready(stored), catalogue, ["boat", "yacht"], 99, None)
    stored.close()


def test_where_most_have_gone_it_is_made_anew(
    catalogue: Catalogue, monkeypatch: pytest.MonkeyPatch
) -> None:
    stored = opened(catalogue)
    ready(stored)
    monkeypatch.setattr(kept, "_CHANGED", 1)
    for number in range(3):
        catalogue.remove(f"a{number}")
        assert_same(ready(stored), catalogue, ["boat", "pier"], 99, None)
    manifest = folder.read(stored._root)
    assert manifest is not None
    assert not stored._maker._drifted(manifest)
    assert ready(stored).first.searcher.num_docs == 4
    stored.close()


@pytest.mark.parametrize("change", ["library", "format", "token"])
def test_a_folder_of_another_library_format_or_past_is_never_searched(
    catalogue: Catalogue, tmp_path: Path, change: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    stored = opened(catalogue)
    ready(stored)
    stored.close()
    if change == "format":
        monkeypatch.setattr(folder, "FORMAT", 2)
        assert opened(catalogue).status().state == "foreign"
        assert opened(catalogue).current() is None
        return
    with Catalogue.open(tmp_path / "other") as other:
        for number in range(5):
            add(other, f"b{number}", "Another boat.", "Another pier.")
        shutil.copytree(stored._root, other.folder / "index")
        if change == "token":
            write(other.folder / "index" / folder.MANIFEST, "library", other.identity)
        elsewhere = opened(other)
        assert elsewhere.status().state == ("foreign" if change == "library" else "stale")
        assert elsewhere.status().well
        assert elsewhere.current() is None
        assert_same(ready(elsewhere), other, ["boat", "another"], 99, None)
        elsewhere.close()


def test_what_another_process_has_made_is_taken_over(catalogue: Catalogue) -> None:
    stored, other = opened(catalogue), opened(catalogue)
    ready(other)
    made = named(other._root)
    assert_same(ready(stored), catalogue, ["boat"], 99, None)
    assert named(other._root) == made
    stored.close()
    other.close()


def test_one_process_at_a_time_makes_it(catalogue: Catalogue) -> None:
    stored = opened(catalogue)
    with alone(stored._root, folder.LOCK) as first:
        assert first
        stored.current()
        stored.wait()
        assert stored.current() is None
        assert folder.named(stored._root) is None
    stored._not_before = 0.0
    ready(stored)
    stored.close()


def test_a_full_disk_is_said_in_one_line_and_leaves_what_there_was(
    catalogue: Catalogue, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    stored = opened(catalogue)
    ready(stored)
    made = named(stored._root)
    add(catalogue, "later", "A regatta.")

    def full(_: int) -> None:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    monkeypatch.setattr(os, "fsync", full)
    monkeypatch.setattr(kept, "_CHANGED", 1)
    with pytest.raises(LibraryFullError, match="is full"):
        stored.rebuild()
    with caplog.at_level(logging.WARNING):
        for _ in range(3):
            assert_same(ready(stored), catalogue, ["boat", "regatta"], 99, None)
    (line,) = caplog.records
    assert "is full" in line.message
    assert named(stored._root) == made
    stored.close()


def test_what_tantivy_says_of_a_full_disk_is_understood(tmp_path: Path) -> None:
    raised = ValueError("An IO error occurred: 'No space left on device (os error 28)'")
    assert isinstance(making.unwritten(raised, tmp_path), LibraryFullError)
    assert not isinstance(making.unwritten(ValueError("no"), tmp_path), LibraryFullError)
    assert isinstance(making.unwritten(ValueError("no"), tmp_path), LibraryError)


def test_what_a_crash_left_is_removed_when_it_is_old(catalogue: Catalogue) -> None:
    stored = opened(catalogue)
    stored._root.mkdir()
    old, new = stored._root / f"words-{'a' * 16}", stored._root / f"words-{'b' * 16}"
    for each in (old, new):
        each.mkdir()
        (each / "meta.json").write_text("{}")
    os.utime(old, (0, 0))
    stored.rebuild()
    assert not old.exists()
    assert new.exists()
    stored.close()
