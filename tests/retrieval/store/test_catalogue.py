"""Articles into the catalogue and out of it: whole, once, and gone when removed."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING

import pytest

from retrieval.answered import Searched
from retrieval.errors import InputError, NotFoundError
from retrieval.model import Copy, Filter, Source
from tests.retrieval.store.entries import entry as make_entry

if TYPE_CHECKING:
    from retrieval.store.catalogue import Catalogue
    from retrieval.store.records import Entry


def test_an_article_comes_back_as_it_was_added(catalogue: Catalogue) -> None:
    entry = make_entry(
        "a1",
        path="seeds/1.txt",
        url="https://example.org/1",
        published="2024-11-07T09:46:00",
        authors=("Ann Writer", "Bob Writer"),
        language="en",
        copies=(Copy(url="https://example.net/1"),),
    )
    assert catalogue.add([entry], encoder="e") == ("a1",)
    assert catalogue.article("a1") == entry.draft.article
    assert catalogue.paragraphs("a1") == entry.draft.paragraphs
    assert catalogue.raw("a1") == entry.draft.raw
    (row,) = catalogue.articles()
    assert (row.ref, row.source, row.paragraphs) == (
        entry.draft.article.reference(),
        entry.draft.article.source,
        2,
    )


def test_it_is_noted_when_an_article_was_last_added(catalogue: Catalogue) -> None:
    assert catalogue.grown() is None
    before = datetime.now(UTC).replace(microsecond=0)
    catalogue.add([make_entry("a1", path="1.txt")], encoder="e")
    first = catalogue.grown()
    assert first is not None
    assert before <= datetime.fromisoformat(first) <= datetime.now(UTC)
    catalogue.set_setting("grown", "long ago")
    catalogue.add([make_entry("a1", path="1.txt")], encoder="e")
    assert catalogue.grown() == "long ago"


def test_an_entry_whose_id_or_address_is_held_is_passed_over(catalogue: Catalogue) -> None:
    catalogue.add([make_entry("a1", path="1.txt", url="https://example.org/1")], encoder="e")
    generation = catalogue.generation()
    again = [
        make_entry("a1", ("Other words.",)),
        make_entry("a2", path="1.txt"),
        make_entry("a3", url="https://example.org/1"),
    ]
    assert catalogue.add(again, encoder="e") == ()
    assert catalogue.generation() == generation
    assert catalogue.counts() == Searched(sources=1, articles=1, paragraphs=2)


def test_add_keeps_all_entries_or_none(catalogue: Catalogue) -> None:
    bad = make_entry("a2", ("Half a pair: \ud83d",))
    with pytest.raises(InputError, match="surrogate"):
        catalogue.add([make_entry("a1"), bad], encoder="e")
    assert catalogue.counts() == Searched()
    assert catalogue.generation() == 0
    assert catalogue.words(["bridge"], 5) == []


def test_articles_are_found_by_shared_hashes_most_first(catalogue: Catalogue) -> None:
    top = 2**64 - 1
    entries = [
        make_entry("a1", sketch=frozenset({1, 2, top})),
        make_entry("a2", sketch=frozenset({2, top, 2**63})),
        make_entry("a3", sketch=frozenset({7})),
    ]
    catalogue.add(entries, encoder="e")
    assert catalogue.by_sketch({1, 2, top, 2**63 - 1}, 1) == [("a1", 3), ("a2", 2)]
    assert catalogue.by_sketch([1, 1, 2, top], 3) == [("a1", 3)]
    assert catalogue.by_sketch(set(), 1) == []


def test_an_article_is_named_by_the_beginning_of_its_id(catalogue: Catalogue) -> None:
    catalogue.add([make_entry("abc1"), make_entry("abd2"), make_entry("ab")], encoder="e")
    assert catalogue.article("abc").id == "abc1"
    assert catalogue.article("ab").id == "ab"
    catalogue.remove("ab")
    with pytest.raises(NotFoundError, match="abc1, abd2"):
        catalogue.article("ab")
    with pytest.raises(NotFoundError, match="nearest is 'abd2'"):
        catalogue.article("abx2")
    for name in ("", "%", "\0", "'"):
        with pytest.raises(NotFoundError, match="no article"):
            catalogue.article(name)
    with pytest.raises(InputError):
        catalogue.article("\ud800")


def test_articles_are_listed_newest_first_the_undated_last(catalogue: Catalogue) -> None:
    days = {"a": "2024-11-06", "b": None, "c": "2024-11-07T09:00:00", "d": "2024-11-07"}
    catalogue.add([make_entry(each, published=day) for each, day in days.items()], encoder="e")
    assert [row.ref.id for row in catalogue.articles()] == ["c", "d", "a", "b"]


def test_what_is_known_of_a_source_is_merged(catalogue: Catalogue) -> None:
    facts = [
        Source("post", "003.txt", known=False),
        Source("post", "The Post", url="https://example.org", spellings=("Post",)),
        Source("post", "Posten", url="https://example.net", spellings=("The Post", "P.")),
    ]
    entries = [make_entry(f"a{number}", source=each) for number, each in enumerate(facts)]
    catalogue.add(entries, encoder="e")
    (row,) = catalogue.sources()
    assert row.source == Source(
        "post", "The Post", url="https://example.org", spellings=("Post", "P.", "Posten")
    )
    assert (row.articles, row.paragraphs, row.newest) == (3, 6, None)


def test_titles_come_once_newest_first(catalogue: Catalogue) -> None:
    published = {"a1": "2024-11-07", "a2": "2024-11-09", "a3": None, "a4": "2024-11-08"}
    titles = {"a1": "Bridge", "a2": "Toll", "a3": "Undated", "a4": "Bridge"}
    assert catalogue.titles(9) == []
    catalogue.add(
        [make_entry(each, title=titles[each], published=day) for each, day in published.items()],
        encoder="e",
    )
    assert catalogue.titles(9) == ["Toll", "Bridge", "Undated"]


def test_settings_are_remembered(catalogue: Catalogue) -> None:
    assert catalogue.setting("seeds") is None
    catalogue.set_setting("seeds", "loaded")
    catalogue.set_setting("seeds", "loaded twice")
    assert catalogue.setting("seeds") == "loaded twice"


def test_what_is_done_while_writing_is_all_or_nothing(catalogue: Catalogue) -> None:
    def half_done(entry: Entry) -> None:
        with catalogue.writing():
            catalogue.add([entry], encoder="e")
            catalogue.set_setting("seeds", "loaded")
            assert catalogue.article("a1").id == "a1"
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        half_done(make_entry("a1"))
    assert catalogue.counts(Filter()) == Searched()
    assert catalogue.setting("seeds") is None


def test_a_failed_step_inside_writing_takes_back_only_itself(catalogue: Catalogue) -> None:
    with catalogue.writing():
        catalogue.add([make_entry("a1")], encoder="e")
        with pytest.raises(InputError):
            catalogue.add([make_entry("a2"), make_entry("a3", ("\udc00",))], encoder="e")
    assert [row.ref.id for row in catalogue.articles()] == ["a1"]
