"""A new version, or a better description, of an article that is held."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from retrieval.errors import InputError
from retrieval.model import Source
from tests.retrieval.store.entries import entry as make_entry
from tests.retrieval.store.entries import held, ids

if TYPE_CHECKING:
    from retrieval.store.catalogue import Catalogue


def test_replace_keeps_the_old_version_and_says_when(catalogue: Catalogue) -> None:
    first = make_entry(
        "a1", title="Before", path="1.txt", published="2024-11-07", authors=("Ann",), language="en"
    )
    catalogue.add([first], encoder="e")
    before = ids(catalogue)
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
    assert not set(before) & set(ids(catalogue))
    assert catalogue.words(["bridge"], 5) == []
    assert len(catalogue.words(["tunnel"], 5)) == 1
    assert catalogue.raw("a1") == second.draft.raw
    assert list(catalogue.vectors("e")[0]) == ids(catalogue)
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
    before = ids(catalogue)
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
    assert ids(catalogue) == before
    assert catalogue.rewritten() == 0
    assert catalogue.versions("a1") == []
    assert len(catalogue.words(["viaduct"], 5)) == 2
    assert catalogue.words(["brige"], 5) == []
    assert held(catalogue, None, "https://example.org/1") == ("a1", False)
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
