"""A source is found by what people call it, and what could be several is said to be."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from retrieval.errors import NotFoundError
from retrieval.model import Filter, Source
from retrieval.store.catalogue import Catalogue
from tests.retrieval.store.entries import entry

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

SOURCES = (
    Source("harbourtimes-com", "harbourtimes.com"),
    Source("foxglove-com", "foxglove.com"),
    Source("the-alder-gazette", "The Alder Gazette", url="https://www.agazette.co.uk/"),
    Source("alder-evening", "Alder Evening News", spellings=("Évening",)),
    Source("the-post", "The Post"),
    Source("hill-post", "Hill Post"),
    Source("радио-север", "Радио Север"),
    Source("el-faro-de-linden", "El Faro de Linden"),
    Source("el-faro-de-lugar", "El Faro de Lugar"),
)


@pytest.fixture(scope="module")
def held(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Catalogue]:
    with Catalogue.open(tmp_path_factory.mktemp("meant")) as opened:
        opened.add([entry(f"a{at}", source=each) for at, each in enumerate(SOURCES)], encoder="e")
        opened.rename("hill-post", "Hill Post", own=["hillfolk.example"])
        yield opened


def _found(held: Catalogue, given: str) -> set[str]:
    return {row.source.id for row in held.articles(Filter(sources=(given,)))}


@pytest.mark.parametrize(
    ("given", "source"),
    [
        ("harbourtimes", "harbourtimes-com"),
        ("Harbour Times", "harbourtimes-com"),
        ("the harbour times", "harbourtimes-com"),
        ("www.harbourtimes.com", "harbourtimes-com"),
        ("HARBOUR", "harbourtimes-com"),
        ("foxglove", "foxglove-com"),
        ("Fox Glove", "foxglove-com"),
        ("agazette.co.uk", "the-alder-gazette"),
        ("agazette", "the-alder-gazette"),
        ("gazette", "the-alder-gazette"),
        ("AG", "the-alder-gazette"),
        ("evening", "alder-evening"),
        ("aen", "alder-evening"),
        # All of one name goes before a part of another.
        ("post", "the-post"),
        ("hillfolk.example", "hill-post"),
        ("https://www.harbourtimes.com/news/1", "harbourtimes-com"),
        ("hillfolk", "hill-post"),
        ("север", "радио-север"),
    ],
)
def test_a_source_is_found_by_what_people_call_it(held: Catalogue, given: str, source: str) -> None:
    assert _found(held, given) == {source}


def test_a_host_that_nobody_called_a_sources_own_is_that_of_its_articles(tmp_path: Path) -> None:
    north, south, other = (Source(each, each) for each in ("north desk", "south desk", "other"))
    with Catalogue.open(tmp_path / "library") as held:
        urls = {
            north: ("https://www.harbourtimes.example.co.uk/a", "http://north.example/b"),
            south: ("https://live.harbourtimes.example.co.uk/c",),
            other: ("https://alder.example/harbourtimes/example.co.uk", "http://[alder"),
        }
        for source, places in urls.items():
            for at, url in enumerate(places):
                made = entry(f"{source.id}{at}", source=source, url=url)
                held.add([made], encoder="e")
        assert _found(held, "north.example") == {"north desk"}
        assert _found(held, "alder") == {"other"}
        for given in ("example.co.uk", "www.example.co.uk"):
            with pytest.raises(NotFoundError, match="could be north desk, south desk: give more"):
                _found(held, given)
        assert _found(held, "live.harbourtimes.example.co.uk") == {"south desk"}
        for given in ("ample.co.uk", "harbour.example", "co.uk/c", "b", "http"):
            with pytest.raises(NotFoundError, match="There is no source"):
                _found(held, given)


def test_a_host_may_be_made_of_the_beginnings_of_a_name(tmp_path: Path) -> None:
    with Catalogue.open(tmp_path / "library") as held:
        for name in (
            "www.nhtimes.com",
            "wsg.example.co.uk",
            "ohpost.com",
            "oh.com",
            "nhgazette.com",
        ):
            held.add([entry(name, source=Source(name.replace(".", "-"), name))], encoder="e")
        assert _found(held, "The North Harbour Times") == {"www-nhtimes-com"}
        assert _found(held, "Old Hill Post") == {"ohpost-com"}
        assert _found(held, "Old Hill") == {"oh-com"}
        assert _found(held, "North Harbour Gazette") == {"nhgazette-com"}
        for given in ("North Times", "The North", "New Harbour Post"):
            with pytest.raises(NotFoundError, match="There is no source"):
                _found(held, given)


def test_a_paper_goes_before_its_blogs(tmp_path: Path) -> None:
    with Catalogue.open(tmp_path / "library") as held:
        for name in (
            "harbourtimes.com",
            "well.blogs.harbourtimes.com",
            "live.harbourtimes.com",
            "well.blogs.alder.co.uk",
            "live.alder.co.uk",
            "foxglove.com",
            "foxglove.org",
        ):
            held.add([entry(name, source=Source(name.replace(".", "-"), name))], encoder="e")
        for given in ("harbourtimes", "Harbour Times", "har", "arbour", "www.harbourtimes.com"):
            assert _found(held, given) == {"harbourtimes-com"}
        # A blog is itself where it is named, and no paper is there to go before it.
        assert _found(held, "live.harbourtimes") == {"live-harbourtimes-com"}
        for given, listed in (
            ("alder", "live.alder.co.uk, well.blogs.alder.co.uk"),
            ("foxglove", "foxglove.com, foxglove.org"),
        ):
            with pytest.raises(NotFoundError, match=f"{given}' could be {listed}: give more"):
                _found(held, given)


def test_a_paper_goes_before_its_blogs_by_the_addresses_of_articles(tmp_path: Path) -> None:
    with Catalogue.open(tmp_path / "library") as held:
        for source, url in (
            ("north desk", "https://www.harbourtimes.com/a"),
            ("north desk", "https://live.harbourtimes.com/b"),
            ("well", "https://well.blogs.harbourtimes.com/c"),
        ):
            held.add([entry(url, source=Source(source, source), url=url)], encoder="e")
        assert _found(held, "harbourtimes") == {"north desk"}
        assert _found(held, "harbourtimes.com") == {"north desk"}
        assert _found(held, "well.blogs.harbourtimes.com") == {"well"}
        held.add(
            [
                entry(
                    "d", source=Source("south desk", "south desk"), url="http://harbourtimes.com/d"
                )
            ],
            encoder="e",
        )
        with pytest.raises(NotFoundError, match="could be north desk, south desk, well: give"):
            _found(held, "harbourtimes.com")


def test_what_could_be_several_is_listed(held: Catalogue) -> None:
    with pytest.raises(NotFoundError) as refused:
        _found(held, "alder")
    assert str(refused.value) == (
        "'alder' could be Alder Evening News (alder-evening), The Alder Gazette: "
        "give more of the name."
    )


def test_a_word_of_several_names_is_not_the_one_that_begins_with_it(tmp_path: Path) -> None:
    # Or else `remove --source news` would be all of Newsalder.
    with Catalogue.open(tmp_path / "library") as held:
        for at, name in enumerate(("Newsalder", "Alder News", "Harbour News")):
            held.add([entry(f"a{at}", source=Source(f"s{at}", name))], encoder="e")
        with pytest.raises(
            NotFoundError, match=r"could be Alder News .*, Harbour News .*, Newsald"
        ):
            _found(held, "news")
        assert _found(held, "newsa") == {"s0"}


@pytest.mark.parametrize(
    "given",
    [
        "",
        " ",
        "e",
        "—",
        "harbourtimes.org.invalid.x",
        "zzz",
        "com",
        "co.uk",
        "https://[",
        "http://",
    ],
)
def test_what_is_none_is_refused(held: Catalogue, given: str) -> None:
    with pytest.raises(NotFoundError, match="There is no source"):
        _found(held, given)


@given(st.text(max_size=30))
def test_whatever_is_given_is_one_source_or_refused(held: Catalogue, given: str) -> None:
    try:
        assert len(_found(held, given)) == 1
    except NotFoundError as error:
        assert "\n" not in str(error) or "\n" in given


@given(st.sampled_from(SOURCES), st.data())
def test_its_own_name_always_finds_a_source(
    held: Catalogue, source: Source, data: st.DataObject
) -> None:
    name = data.draw(st.sampled_from([source.id, source.name, source.name.upper()]))
    assert source.id in _found(held, f" {name} ")


@pytest.mark.parametrize(
    ("given", "source"),
    [
        ("the Harbour Times", "harbourtimes-com"),
        ("Alder Evening", "alder-evening"),
        ("alder gazette", "the-alder-gazette"),
        ("AEN", "alder-evening"),
        ("hillfolk", "hill-post"),
        ("Post", "the-post"),
        # Its initials are another's as well.
        ("El Faro de Linden", "el-faro-de-linden"),
        ("EFDL", None),
        # A part of a name is somebody else's, or anything.
        ("harbour", None),
        ("Alder", None),
        ("hill", None),
        ("Moen", None),
        ("", None),
    ],
)
def test_a_whole_name_is_a_source_s_and_a_part_is_nobody_s(
    held: Catalogue, given: str, source: str | None
) -> None:
    assert held.source_in_full(given) == source
