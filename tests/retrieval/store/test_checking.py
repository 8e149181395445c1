"""What doctor asks: each way in which tables can disagree is told."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.retrieval.store.entries import entry

if TYPE_CHECKING:
    from retrieval.store.catalogue import Catalogue


def test_a_whole_library_has_no_problems(catalogue: Catalogue) -> None:
    catalogue.add([entry("a1"), entry("a2")], encoder="e")
    assert catalogue.check() == []


@pytest.mark.parametrize(
    ("damage", "problem"),
    [
        (
            "INSERT INTO words (words, rowid, text) VALUES ('delete', 1, 'The bridge was closed.')",
            "1 paragraphs cannot be found by their words",
        ),
        (
            "INSERT INTO words (rowid, text, title) VALUES (99, 'lost', '')",
            "1 paragraphs are gone but still found",
        ),
        ("UPDATE paragraph SET end = 500 WHERE id = 2", "article a1 has a paragraph outside"),
        ("UPDATE vector SET value = x'00'", "2 vectors of e have the wrong length"),
        ("UPDATE tally SET articles = 7", "what is held of harbour-post is counted wrong"),
        ("UPDATE article SET first = 2", "article a1 has other paragraphs than it says"),
        ("DELETE FROM tally", "what is held of harbour-post is counted wrong"),
        ("DELETE FROM address", "article a1 has lost its address"),
        ("DELETE FROM source", "row 1 of article points to nothing in source"),
    ],
)
def test_each_disagreement_is_told(catalogue: Catalogue, damage: str, problem: str) -> None:
    catalogue.add([entry("a1")], encoder="e")
    with catalogue._database._borrowed() as connection:
        connection.execute("PRAGMA foreign_keys = OFF")
        connection.execute(damage)
        connection.execute("PRAGMA foreign_keys = ON")
    (found,) = catalogue.check()
    assert problem in found
