from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from retrieval.errors import InputError, NotFoundError
from retrieval.model import Filter, Source
from tests.retrieval.store.entries import entry as make_entry

if TYPE_CHECKING:
    from retrieval.store.catalogue import Catalogue

GAZETTE = Source("gazette-example", "gazette.example", url="https://gazette.example")
BRITISH = Source("gazette-co-uk", "Gazette UK", url="https://www.gazette.co.uk")


@pytest.fixture
def held(catalogue: Catalogue) -> Catalogue:
    entries = [
        make_entry("a1", ("One text of the first.",), source=GAZETTE),
        make_entry("b1", ("Another text of the second.",), source=BRITISH),
    ]
    catalogue.add(entries, encoder="random")
    return catalogue


def test_a_corrected_name_stays_and_the_old_one_is_a_spelling(held: Catalogue) -> None:
    renamed = held.rename("GAZETTE.example", "  The Alder  Gazette ")
    assert (renamed.id, renamed.name) == ("gazette-example", "The Alder Gazette")
    assert renamed.spellings == ("gazette.example",)
    assert held.article("a1").source == renamed
    held.add([make_entry("a2", ("A third text.",), source=GAZETTE)], encoder="random")
    assert held.article("a2").source.name == "The Alder Gazette"
    assert held.check() == []


def test_two_sources_of_one_name_become_one(held: Catalogue) -> None:
    held.rename("gazette-example", "The Alder Gazette")
    with pytest.raises(InputError, match="say --merge"):
        held.rename("gazette-co-uk", "the alder gazette")
    assert len(held.sources()) == 2
    joined = held.rename("gazette-co-uk", "the alder gazette", merge=True)
    assert (joined.id, joined.name) == ("gazette-example", "The Alder Gazette")
    assert set(joined.spellings) == {"gazette.example", "Gazette UK"}
    assert {row.ref.id for row in held.articles(Filter(sources=("gazette-example",)))} == {
        "a1",
        "b1",
    }
    assert [row.source.id for row in held.sources()] == ["gazette-example"]
    assert held.source_at(["www.gazette.co.uk", "gazette.co.uk"]) == joined
    assert held.check() == []


def test_a_host_belongs_to_whom_the_operator_says(held: Catalogue) -> None:
    assert held.source_at(["news.example"]) is None
    renamed = held.rename("gazette-example", "Gazette", own=["News.example"])
    assert held.source_at(["live.news.example", "news.example"]) == renamed
    held.rename("gazette-co-uk", "Gazette UK", own=["live.news.example"])
    found = held.source_at(["live.news.example", "news.example"])
    assert found is not None
    assert found.id == "gazette-co-uk"


def test_a_host_is_known_by_the_home_page_of_a_source(held: Catalogue) -> None:
    found = held.source_at(["live.gazette.co.uk", "gazette.co.uk"])
    assert found is not None
    assert found.id == "gazette-co-uk"


def test_what_cannot_be_renamed_is_refused(held: Catalogue) -> None:
    with pytest.raises(NotFoundError, match="whosays sources"):
        held.rename("nobody", "Somebody")
    with pytest.raises(InputError, match="not empty"):
        held.rename("gazette-example", " \n ")
