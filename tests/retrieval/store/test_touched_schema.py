"""A library of version 11 tells an index the same after its two tables have become one."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from retrieval.store import database
from retrieval.store.admission import FILE
from retrieval.store.catalogue import Catalogue
from retrieval.store.schema import MIGRATIONS
from retrieval.store.touched_schema import TOUCHED
from tests.retrieval.store.entries import entry

if TYPE_CHECKING:
    from pathlib import Path

BEFORE = MIGRATIONS[: MIGRATIONS.index(TOUCHED)]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A library of version 11: four articles, one described otherwise and two removed since."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(database, "MIGRATIONS", BEFORE)
        with Catalogue.open(tmp_path) as catalogue:
            catalogue.add([entry(name, (f"Of {name}.",)) for name in ("a1", "a2", "a3", "a4")],
                          encoder="e")  # fmt: skip
            catalogue.remove("a1")
            catalogue.describe("a2", replace(catalogue.article("a2"), title="Regatta"))
            catalogue.remove("a3")
    return tmp_path


def _version(folder: Path) -> int:
    with closing(sqlite3.connect(folder / FILE)) as connection:
        return int(connection.execute("PRAGMA user_version").fetchone()[0])


def _told(catalogue: Catalogue, since: int) -> tuple[list[int] | None, list[int] | None]:
    gone, touched = catalogue.removed(since), catalogue.touched(since)
    return None if gone is None else gone.tolist(), None if touched is None else list(touched)


def test_what_went_and_what_changed_is_still_known(folder: Path) -> None:
    assert _version(folder) == len(BEFORE)
    with Catalogue.open(folder) as catalogue:
        told = [_told(catalogue, since) for since in range(1, 5)]
        assert told == [([1, 3], [1, 2, 3]), ([3], [2, 3]), ([3], [3]), ([], [])]
        catalogue.remove("a2")
        assert _told(catalogue, 3) == ([2, 3], [2, 3])
        assert catalogue.check() == []
    with closing(sqlite3.connect(folder / FILE)) as connection:
        names = {name for (name,) in connection.execute("SELECT name FROM sqlite_schema")}
    assert not names & {"removed", "touched_before", "touched_kept", "paragraph_removed"}


def test_what_was_forgotten_before_stays_unknown(folder: Path) -> None:
    with closing(sqlite3.connect(folder / FILE)) as connection, connection:
        # As where more had been touched than is kept: the first row is gone.
        connection.execute("DELETE FROM touched WHERE number = 1")
    with Catalogue.open(folder) as catalogue:
        told = [_told(catalogue, since) for since in (1, 2, 3)]
    assert told == [(None, None), (None, None), ([3], [3])]


def test_removals_that_were_forgotten_before_stay_unknown(folder: Path) -> None:
    with closing(sqlite3.connect(folder / FILE)) as connection, connection:
        connection.execute("DELETE FROM removed WHERE generation = 2")
        connection.execute("UPDATE change SET removes = 0 WHERE generation = 2")
    with Catalogue.open(folder) as catalogue:
        told = [_told(catalogue, since) for since in (1, 2)]
    assert told == [(None, [1, 2, 3]), ([3], [2, 3])]
