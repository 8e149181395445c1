"""Libraries and backups for tests of backing up and restoring."""

from __future__ import annotations

import hashlib
import json
import os
import sqlite3
import sys
import zipfile
from contextlib import closing
from typing import TYPE_CHECKING, Any

import pytest

from retrieval.errors import InputError
from retrieval.model import Copy
from retrieval.store.admission import FILE
from retrieval.store.backup import back_up, restore
from retrieval.store.catalogue import Catalogue
from tests.retrieval.store.entries import entry

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path


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


def damage(file: Path) -> None:
    """Spoil every page but the header's and those that say what tables there are."""
    content = bytearray(file.read_bytes())
    for start in range(2 * 8192, len(content), 8192):
        if b"CREATE " not in content[start : start + 8192]:
            content[start : start + 2048] = b"\xa5" * 2048
    file.write_bytes(content)


def refused(file: Path, folder: Path, match: str) -> None:
    """Nothing is changed and nothing is left behind."""
    before = {path: path.read_bytes() for path in folder.rglob("*")} if folder.exists() else None
    with pytest.raises(InputError, match=match):
        restore(file, folder)
    after = {path: path.read_bytes() for path in folder.rglob("*")} if folder.exists() else None
    assert after == before


def zipped(*names: str) -> Callable[[Path], None]:
    def make(file: Path) -> None:
        with zipfile.ZipFile(file, "w") as made:
            for name in names:
                made.writestr(name, "{}")

    return make


def changed(saved: Path, statement: str) -> bytes:
    file = saved.with_name("changed.sqlite3")
    with zipfile.ZipFile(saved) as opened:
        file.write_bytes(opened.read("library.sqlite3"))
    with closing(sqlite3.connect(file)) as connection:
        connection.execute(statement)
        connection.commit()
    return file.read_bytes()


def environment() -> dict[str, str]:
    return {**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)}
