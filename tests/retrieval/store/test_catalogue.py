"""Articles into the catalogue and out of it: whole, once, and gone when removed."""

from __future__ import annotations

import sqlite3
from dataclasses import replace
from datetime import UTC, datetime
from typing import TYPE_CHECKING

import numpy as np
import pytest

from retrieval.errors import InputError, NotFoundError
from retrieval.model import Copy, Filter, Searched, Source
from retrieval.store.database import FILE
from tests.retrieval.store.entries import entry as make_entry

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from retrieval.store.catalogue import Catalogue
    from retrieval.store.records import Entry


def _ids(catalogue: Catalogue) -> list[int]:
    return [int(each) for each in catalogue.paragraph_ids()]


def _held(catalogue: Catalogue, path: str | None, url: str | None) -> tuple[str, bool] | None:
    place = catalogue.by_address(path, url)
    return None if place is None else (place.article_id, place.copy)


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


@pytest.mark.parametrize(
    ("vectors", "reason"),
    [
        (np.zeros((1, 4), dtype=np.float32), "1 vectors for 2 paragraphs"),
        (np.zeros((2, 4), dtype=np.float64), "float32"),
        (np.full((2, 4), np.nan, dtype=np.float32), "finite"),
    ],
)
def test_vectors_that_do_not_fit_are_refused(vectors: NDArray[np.float32], reason: str) -> None:
    with pytest.raises(ValueError, match=reason):
        replace(make_entry("a1"), vectors=vectors)


def test_vectors_of_another_length_are_refused_for_the_same_encoder(catalogue: Catalogue) -> None:
    catalogue.add([make_entry("a1")], encoder="e")
    longer = replace(make_entry("a2"), vectors=np.ones((2, 5), dtype=np.float32))
    with pytest.raises(ValueError, match="4 dimensions, not 5"):
        catalogue.add([longer], encoder="e")
    assert [row.ref.id for row in catalogue.articles()] == ["a1"]


def test_replace_keeps_the_old_version_and_says_when(catalogue: Catalogue) -> None:
    first = make_entry(
        "a1", title="Before", path="1.txt", published="2024-11-07", authors=("Ann",), language="en"
    )
    catalogue.add([first], encoder="e")
    before = _ids(catalogue)
    second = make_entry("new-id", ("The tunnel was closed.",), title="After", path="1.txt")
    catalogue.replace("a1", second, encoder="e", seen="2024-11-09T10:00:00")

    article = catalogue.article("a1")
    assert (article.text, article.title, article.updated) == (
        "The tunnel was closed.",
        "After",
        "2024-11-09T10:00:00",
    )
    assert (article.published, article.authors, article.language) == ("2024-11-07", ("Ann",), "en")
    (old,) = catalogue.versions("a1")
    assert (old.number, old.title, old.text, old.raw) == (
        1,
        "Before",
        first.draft.article.text,
        first.draft.raw,
    )
    assert (old.published, old.superseded) == ("2024-11-07", "2024-11-09T10:00:00")
    assert not set(before) & set(_ids(catalogue))
    assert catalogue.words(["bridge"], 5) == []
    assert len(catalogue.words(["tunnel"], 5)) == 1
    assert catalogue.raw("a1") == second.draft.raw
    assert list(catalogue.vectors("e")[0]) == _ids(catalogue)
    assert catalogue.check() == []


def test_replace_prefers_the_update_that_the_article_states(catalogue: Catalogue) -> None:
    catalogue.add([make_entry("a1")], encoder="e")
    stated = make_entry("a1", ("Corrected.",), updated="2024-11-08")
    catalogue.replace("a1", stated, encoder="e", seen="2024-11-09")
    catalogue.replace("a1", make_entry("a1", ("Again.",)), encoder="e", seen="2024-11-10")
    assert catalogue.article("a1").updated == "2024-11-10"
    assert [each.updated for each in catalogue.versions("a1")] == [None, "2024-11-08"]


def test_an_article_is_described_anew_without_a_new_version(catalogue: Catalogue) -> None:
    catalogue.add([make_entry("a1", title="A brige", path="1.txt", language="en")], encoder="e")
    before = _ids(catalogue)
    told = replace(
        catalogue.article("a1"),
        title="A viaduct",
        source=Source("other-post", "The Other Post", spellings=("TOP",)),
        published="2024-11-07",
        url="https://example.org/1",
        language=None,
    )
    assert catalogue.describe("a1", told)
    assert not catalogue.describe("a1", told)
    assert catalogue.article("a1") == replace(told, language="en")
    assert [row.source for row in catalogue.sources()] == [told.source]
    assert _ids(catalogue) == before
    assert catalogue.rewritten() == 0
    assert catalogue.versions("a1") == []
    assert len(catalogue.words(["viaduct"], 5)) == 2
    assert catalogue.words(["brige"], 5) == []
    assert _held(catalogue, None, "https://example.org/1") == ("a1", False)
    assert catalogue.check() == []


def test_a_description_corrects_the_name_of_a_source(catalogue: Catalogue) -> None:
    catalogue.add([make_entry("a1", source=Source("post", "The Psot"))], encoder="e")
    told = replace(catalogue.article("a1"), source=Source("post", "The Post"))
    assert catalogue.describe("a1", told)
    assert catalogue.article("a1").source == Source("post", "The Post", spellings=("The Psot",))
    assert not catalogue.describe("a1", told)


def test_a_description_leaves_the_address_of_another_article_alone(catalogue: Catalogue) -> None:
    first = make_entry("a1", url="https://example.org/1")
    catalogue.add([first, make_entry("a2", path="2.txt")], encoder="e")
    told = replace(catalogue.article("a2"), url="https://example.org/1")
    with pytest.raises(InputError, match="already an address of the article a1"):
        catalogue.describe("a2", told)


def test_replace_leaves_the_address_of_another_article_alone(catalogue: Catalogue) -> None:
    catalogue.add([make_entry("a1", path="1.txt"), make_entry("a2", path="2.txt")], encoder="e")
    with pytest.raises(InputError, match=r"2\.txt is already an address of the article a2"):
        catalogue.replace("a1", make_entry("a1", path="2.txt"), encoder="e", seen="2024-11-09")
    assert catalogue.versions("a1") == []


def test_remove_leaves_nothing(catalogue: Catalogue) -> None:
    entry = make_entry("a1", path="1.txt", sketch=frozenset({1, 2}))
    catalogue.add([entry], encoder="e")
    catalogue.add_copy("a1", Copy(path="2.txt"), b"raw", "text/plain")
    catalogue.replace("a1", make_entry("a1", ("New.",)), encoder="e", seen="2024-11-09")
    catalogue.remove("a1")

    kept = {"change", "encoder", "setting", "sqlite_sequence"}
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
    before = _ids(catalogue)
    catalogue.remove("a1")
    catalogue.add([make_entry("a1")], encoder="e")
    assert min(_ids(catalogue)) > max(before)
    assert catalogue.locate(before) == []


def test_a_copy_is_kept_once(catalogue: Catalogue) -> None:
    catalogue.add([make_entry("a1", path="1.txt", url="https://example.org/1")], encoder="e")
    copy = Copy(path="2.txt", url="https://example.org/1")
    for _ in range(2):
        catalogue.add_copy("a1", copy, b"dump", "text/plain")
        catalogue.add_copy("a1", Copy(path="1.txt"), b"", "text/plain")
        catalogue.add_copy("a1", Copy(url="https://example.org/1"), b"", "text/plain")
    assert catalogue.article("a1").copies == (copy,)
    assert _held(catalogue, "2.txt", "https://example.org/1") == ("a1", True)
    assert _held(catalogue, "1.txt", "https://example.org/1") == ("a1", False)
    catalogue.remove_copy("a1", Copy(path="1.txt"))
    assert _held(catalogue, "1.txt", None) == ("a1", False)
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
    assert _held(catalogue, "page.html", None) == ("a1", False)
    assert _held(catalogue, "page.html", "https://example.org/2") == ("a2", False)
    assert catalogue.by_address("page.html", "https://example.org/3") is None
    assert _held(catalogue, "plain.txt", "https://example.org/3") == ("a3", False)
    assert catalogue.by_address(None, None) is None


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


def test_vectors_come_back_in_order_from_where_one_left_off(catalogue: Catalogue) -> None:
    first, second = make_entry("a1"), make_entry("a2")
    catalogue.add([first, second], encoder="e")
    ids, vectors = catalogue.vectors("e")
    assert ids.dtype == np.dtype(np.int64)
    assert vectors.dtype == np.dtype(np.float32)
    assert list(ids) == _ids(catalogue)
    np.testing.assert_array_equal(vectors, np.concatenate([first.vectors, second.vectors]))
    tail_ids, tail = catalogue.vectors("e", after=int(ids[1]))
    assert list(tail_ids) == list(ids[2:])
    np.testing.assert_array_equal(tail, second.vectors)
    assert [len(each) for each in catalogue.vectors("other")] == [0, 0]


def test_another_encoders_vectors_can_be_filled_in(catalogue: Catalogue) -> None:
    catalogue.add([make_entry("a1")], encoder="old")
    catalogue.add([make_entry("a2")], encoder="new")
    found = catalogue.missing("new", 10)
    assert [(each.article_id, each.number) for each in found] == [("a1", 1), ("a1", 2)]
    assert [each.id for each in catalogue.missing("new", 1)] == [found[0].id]
    gone = 99
    matrix = np.eye(3, 4, dtype=np.float32)
    catalogue.put_vectors("new", [found[0].id, found[1].id, gone], matrix)
    assert catalogue.missing("new", 10) == []
    assert list(catalogue.vectors("new")[0]) == _ids(catalogue)


def test_a_change_that_does_more_than_append_is_told_apart(catalogue: Catalogue) -> None:
    assert (catalogue.generation(), catalogue.rewritten(), catalogue.token(0)) == (0, 0, None)

    def rewrites() -> bool:
        return catalogue.rewritten() == catalogue.generation()

    catalogue.add([make_entry("a1"), make_entry("a2")], encoder="old")
    assert not rewrites()
    first, second, third, fourth = _ids(catalogue)
    catalogue.put_vectors("new", [second, third], np.eye(2, 4, dtype=np.float32))
    assert not rewrites()
    catalogue.put_vectors("new", [fourth], np.eye(1, 4, dtype=np.float32))
    assert not rewrites()
    catalogue.put_vectors("new", [first], np.eye(1, 4, dtype=np.float32))
    assert rewrites()
    catalogue.add([make_entry("a3")], encoder="new")
    assert not rewrites()
    catalogue.replace("a3", make_entry("a3", ("x",)), encoder="new", seen="2024-11-09")
    assert rewrites()
    catalogue.remove("a3")
    assert rewrites()
    tokens = [catalogue.token(each) for each in range(1, catalogue.generation() + 1)]
    assert None not in tokens
    assert len(set(tokens)) == len(tokens)


def test_titles_come_once_newest_first(catalogue: Catalogue) -> None:
    published = {"a1": "2024-11-07", "a2": "2024-11-09", "a3": None, "a4": "2024-11-08"}
    titles = {"a1": "Bridge", "a2": "Toll", "a3": "Undated", "a4": "Bridge"}
    assert catalogue.titles() == []
    catalogue.add(
        [make_entry(each, title=titles[each], published=day) for each, day in published.items()],
        encoder="e",
    )
    assert catalogue.titles() == ["Toll", "Bridge", "Undated"]


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
