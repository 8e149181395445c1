"""What leaves the catalogue leaves whole, and an address belongs to one article."""

from __future__ import annotations

import sqlite3
from typing import TYPE_CHECKING

import pytest

from retrieval.errors import InputError, NotFoundError
from retrieval.model import Copy
from retrieval.store.admission import FILE
from tests.retrieval.store.entries import entry as make_entry
from tests.retrieval.store.entries import held, ids

if TYPE_CHECKING:
    from retrieval.store.catalogue import Catalogue


def test_remove_leaves_nothing(catalogue: Catalogue) -> None:
    entry = make_entry("a1", path="1.txt", sketch=frozenset({1, 2}))
    catalogue.add([entry], encoder="e")
    catalogue.add_copy("a1", Copy(path="2.txt"), b"raw", "text/plain")
    catalogue.replace("a1", make_entry("a1", ("New.",)), encoder="e", seen="2024-11-09")
    catalogue.remove("a1")

    # Of a paragraph removed only its number stays, so that an index can leave it out; and a library
    # has a name.
    kept = {"change", "encoder", "identity", "setting", "sqlite_sequence", "touched"}
    with sqlite3.connect(catalogue.folder / FILE) as connection:
        tables = {
            name
            for (name,) in connection.execute("SELECT name FROM sqlite_schema WHERE type = 'table'")
            if name not in kept and not name.startswith("words")
        }
        rows = {
            table: connection.execute(
                f"SELECT count(*) FROM {table}"  # noqa: S608
            ).fetchone()[0]
            for table in [*tables, "words_docsize"]
        }
    connection.close()
    assert set(rows.values()) == {0}, rows
    assert catalogue.words(["new", "bridge"], 5) == []
    assert catalogue.by_sketch({1, 2}, 1) == []
    assert catalogue.by_address("2.txt", None) is None
    assert catalogue.sources() == []
    with pytest.raises(NotFoundError):
        catalogue.article("a1")


def test_a_paragraph_id_is_never_used_twice(catalogue: Catalogue) -> None:
    catalogue.add([make_entry("a1")], encoder="e")
    before = ids(catalogue)
    catalogue.remove("a1")
    catalogue.add([make_entry("a1")], encoder="e")
    assert min(ids(catalogue)) > max(before)
    assert catalogue.locate(before) == []


def test_a_copy_is_kept_once(catalogue: Catalogue) -> None:
    catalogue.add([make_entry("a1", path="1.txt", url="https://example.org/1")], encoder="e")
    copy = Copy(path="2.txt", url="https://example.org/1")
    for _ in range(2):
        catalogue.add_copy("a1", copy, b"dump", "text/plain")
        catalogue.add_copy("a1", Copy(path="1.txt"), b"", "text/plain")
        catalogue.add_copy("a1", Copy(url="https://example.org/1"), b"", "text/plain")
    assert catalogue.article("a1").copies == (copy,)
    assert held(catalogue, "2.txt", "https://example.org/1") == ("a1", True)
    assert held(catalogue, "1.txt", "https://example.org/1") == ("a1", False)
    catalogue.remove_copy("a1", Copy(path="1.txt"))
    assert held(catalogue, "1.txt", None) == ("a1", False)
    catalogue.remove_copy("a1", copy)
    assert catalogue.article("a1").copies == ()


def test_an_address_belongs_to_one_article(catalogue: Catalogue) -> None:
    catalogue.add([make_entry("a1", path="1.txt"), make_entry("a2", path="2.txt")], encoder="e")
    with pytest.raises(InputError, match="already an address of the article a2"):
        catalogue.add_copy("a1", Copy(path="2.txt"), b"", "text/plain")


def test_a_path_saved_over_with_another_url_is_another_article(catalogue: Catalogue) -> None:
    entries = [
        make_entry("a1", path="page.html", url="https://example.org/1"),
        make_entry("a2", url="https://example.org/2"),
        make_entry("a3", path="plain.txt"),
    ]
    catalogue.add(entries, encoder="e")
    assert held(catalogue, "page.html", None) == ("a1", False)
    assert held(catalogue, "page.html", "https://example.org/2") == ("a2", False)
    assert catalogue.by_address("page.html", "https://example.org/3") is None
    assert held(catalogue, "plain.txt", "https://example.org/3") == ("a3", False)
    assert catalogue.by_address(None, None) is None
