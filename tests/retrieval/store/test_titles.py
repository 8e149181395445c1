"""Lists, and titles to choose from, are read a part at a time."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from retrieval.model import Filter, Source
from retrieval.store import titles
from tests.retrieval.store.entries import entry

if TYPE_CHECKING:
    from retrieval.store.catalogue import Catalogue

NONE = Filter(until="1999-01-01")
RIVER = Source("river", "The River Gazette")


@pytest.fixture
def held(catalogue: Catalogue) -> Catalogue:
    """Five articles; a3 has no date and a5 came after a4 of the same day."""
    catalogue.add(
        [
            entry("a1", title="Bridge to open", published="2024-01-01"),
            entry("a2", title="Путин прибыл в Анкару", published="2024-01-02"),
            entry("a3", title="Éloge of a 100%_bridge", source=RIVER),
            entry("a4", title="Strike ends", published="2024-01-04", source=RIVER),
            entry("a5", title="Strike ends", published="2024-01-04"),
        ],
        encoder="e",
    )
    return catalogue


def ids(catalogue: Catalogue, typed: str, limit: int = 9, *hidden: str) -> list[str]:
    return [each.id for each in catalogue.titled(typed, limit, hidden)]


def test_titles_that_hold_every_word_newest_first(held: Catalogue) -> None:
    assert ids(held, "") == ["a5", "a4", "a2", "a1", "a3"]
    assert ids(held, "BRIDGE") == ["a1", "a3"]
    assert ids(held, "idge open") == ["a1"]
    assert ids(held, "strike", 1) == ["a5"]
    assert ids(held, "nothing") == []


def test_letters_of_any_alphabet_in_any_case(held: Catalogue) -> None:
    assert ids(held, "путин") == ids(held, "ПУТИН") == ids(held, "Путин") == ["a2"]
    assert ids(held, "éloge") == ["a3"]


def test_what_is_typed_is_no_pattern(held: Catalogue) -> None:
    assert ids(held, "100%_") == ["a3"]
    assert ids(held, "%") == ["a3"]
    assert ids(held, "' OR 1") == []


def test_a_word_may_be_the_sources(held: Catalogue) -> None:
    assert ids(held, "gazette") == ["a4", "a3"]
    assert ids(held, "gazette strike") == ["a4"]
    assert ids(held, "strike", 9, "river") == ["a5"]


def test_of_very_many_the_newest_are_looked_through(
    held: Catalogue, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(titles, "_MOST", 2)
    assert ids(held, "") == ["a5", "a4"]
    assert held.with_title("Bridge to open") is None


def test_an_exact_title_is_the_newest_with_it(held: Catalogue) -> None:
    found = held.with_title("Strike ends")
    assert found is not None
    assert (found.id, found.source) == ("a5", "The Harbour Post")
    assert held.with_title("strike ends") is None


def test_a_page_of_articles_is_a_part_of_the_list(held: Catalogue) -> None:
    everything = held.articles()
    for where in (Filter(), Filter(sources=("river",)), Filter(since="2024-01-02")):
        whole = held.articles(where)
        assert held.count_articles(where) == len(whole)
        pages = [held.articles(where, limit=2, offset=at) for at in (0, 2, 4)]
        assert [row for page in pages for row in page] == whole
    assert held.articles(words=["bridge"], limit=9) == everything
    assert held.count_articles(words=["nothing"]) == 0


def test_lists_are_read_from_an_index(held: Catalogue) -> None:
    """Of a million articles, neither a page nor a title is a matter of reading all texts."""
    with held.database.reading() as connection:
        for query in (
            "SELECT title FROM article ORDER BY published DESC, key DESC LIMIT 1",
            "SELECT key FROM article ORDER BY published DESC, key DESC LIMIT 20",
            (
                "SELECT count(*), sum(paragraphs) FROM article "
                "WHERE substr(article.published, 1, 10) >= '2024-01-01'"
            ),
            "SELECT id FROM address WHERE number > 0 AND told IS NULL ORDER BY id LIMIT 1",
        ):
            plan = [row[3] for row in connection.execute(f"EXPLAIN QUERY PLAN {query}")]
            assert len(plan) == 1, plan
            assert " INDEX " in plan[0], plan


def test_paragraphs_of_a_filter_are_those_of_its_articles(held: Catalogue) -> None:
    held.remove("a2")
    held.replace("a1", entry("a1", ["One.", "Two.", "Three."]), encoder="e", seen="2024-02-01")
    for where in (Filter(), Filter(sources=("river",)), Filter(since="2024-01-03"), NONE):
        with held.database.reading() as connection:
            expected = [
                each
                for row in held.articles(where)
                for (each,) in connection.execute(
                    "SELECT paragraph.id FROM paragraph JOIN article ON key = article "
                    "WHERE article.id = ?",
                    (row.ref.id,),
                )
            ]
        assert held.paragraph_ids(where).tolist() == sorted(expected)
    with held.writing(), held.database.reading() as connection:
        # As of an article of which a paragraph was numbered apart.
        connection.execute("UPDATE article SET first = NULL WHERE id = 'a4'")
        assert held.paragraph_ids(Filter(since="2024-01-03")).tolist() == sorted(
            each
            for (each,) in connection.execute(
                "SELECT paragraph.id FROM paragraph JOIN article ON key = article "
                "WHERE article.id IN ('a4', 'a5')"
            )
        )
