"""Which articles pass a filter, against the plainest reading of the rules."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from retrieval.answered import Searched
from retrieval.errors import InputError, NotFoundError
from retrieval.model import Article, Filter, Source
from retrieval.store.catalogue import Catalogue
from tests.retrieval.store.entries import entry

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

SOURCES = (
    Source("harbour-post", "The Harbour Post", spellings=("Harbor Post", "Порт")),
    Source("ibns", "India News", spellings=("The Wire",)),
    Source("wire", "The Wire"),
)
DAYS = (None, "2024-11-06", "2024-11-07", "2024-11-07T23:59:59", "2024-11-08T00:00:00+02:00")
NAMES = ("HARBOUR-POST", "harbor post", "the wire", "Ibns", "порт", "India NEWS")


@pytest.fixture(scope="module")
def held(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Catalogue]:
    entries = [
        entry(f"{source.id[0]}{number}", source=source, published=day)
        for source in SOURCES
        for number, day in enumerate(DAYS)
    ]
    with Catalogue.open(tmp_path_factory.mktemp("filters")) as opened:
        opened.add(entries, encoder="e")
        yield opened


def _passes(article: Article, chosen: Filter) -> bool:
    source = article.source
    names = {each.casefold() for each in (source.id, source.name, *source.spellings)}
    day = article.published[:10] if article.published else None
    return (
        (not chosen.sources or any(each.casefold() in names for each in chosen.sources))
        and (chosen.since is None or (day is not None and day >= chosen.since))
        and (chosen.until is None or (day is not None and day <= chosen.until))
        and (chosen.article is None or article.id == chosen.article)
    )


days = st.none() | st.sampled_from(["2024-11-05", "2024-11-06", "2024-11-07", "2024-11-08"])


@settings(deadline=None)
@given(
    st.builds(
        Filter,
        sources=st.lists(st.sampled_from(NAMES), max_size=2).map(tuple),
        since=days,
        until=days,
        article=st.none() | st.sampled_from(["h0", "i2", "w4"]),
    )
)
def test_a_filter_passes_what_its_words_say(held: Catalogue, chosen: Filter) -> None:
    articles = [held.article(row.ref.id) for row in held.articles()]
    expected = {each.id for each in articles if _passes(each, chosen)}
    assert {row.ref.id for row in held.articles(chosen)} == expected
    ids = held.paragraph_ids(chosen)
    assert list(ids) == sorted(ids)
    assert {each.article_id for each in held.locate(ids)} == expected
    assert held.counts(chosen) == Searched(
        sources=len({each.source.id for each in articles if each.id in expected}),
        articles=len(expected),
        paragraphs=2 * len(expected),
    )


def test_an_unknown_source_is_an_error_that_names_the_nearest(held: Catalogue) -> None:
    with pytest.raises(NotFoundError, match=r"no source 'Harbour Pst'; the nearest is '.*Harbo"):
        held.counts(Filter(sources=("ibns", "Harbour Pst")))
    with pytest.raises(NotFoundError, match=r"no source 'qqqqqq'; `whosays sources`"):
        held.counts(Filter(sources=("qqqqqq",)))


def test_an_unknown_article_is_an_error(held: Catalogue) -> None:
    with pytest.raises(NotFoundError, match=r"no article 'h9'; the nearest is 'h"):
        held.paragraph_ids(Filter(article="h9"))


@pytest.mark.parametrize("day", ["", "yesterday", "2024-13-01", "2024-11-7", "' OR 1=1 --"])
def test_a_day_that_is_none_is_an_error(held: Catalogue, day: str) -> None:
    with pytest.raises(InputError, match="is not a day"):
        held.articles(Filter(since=day))


def test_a_day_lets_in_what_was_out_by_then_in_a_text_of_then(tmp_path: Path) -> None:
    with Catalogue.open(tmp_path) as catalogue:
        catalogue.add(
            [
                entry("plain", published="2024-11-06"),
                entry("undated"),
                entry("next", published="2024-11-07T00:10:00"),
                entry("changed", ["Old words."], published="2024-11-05"),
                entry("unseen", published="2024-11-05", updated="2024-11-09"),
            ],
            encoder="e",
        )
        catalogue.replace(
            "changed",
            entry("changed", ["New words."], published="2024-11-05", updated="2024-11-09"),
            encoder="e",
            seen="2024-11-09T12:00:00",
        )

        def passing(**chosen: str) -> list[str]:
            return sorted(row.ref.id for row in catalogue.articles(Filter(**chosen)))  # type: ignore[arg-type]

        assert passing(at="2024-11-06") == ["changed", "plain"]
        assert passing(at="2024-11-09") == ["changed", "next", "plain", "unseen"]
        assert passing(at="2024-11-06", since="2024-11-06") == ["plain"]
        counted = catalogue.counts(Filter(at="2024-11-06"))
        assert (counted.articles, counted.later) == (2, 1)
        assert catalogue.counts(Filter(at="2024-11-09")).later == 0
        assert catalogue.counts(Filter(at="2024-11-06", until="2024-11-04")).later == 0
        with pytest.raises(InputError, match="not a day"):
            catalogue.counts(Filter(at="yesterday"))


def test_what_was_said_by_a_day_is_found_by_its_words(tmp_path: Path) -> None:
    with Catalogue.open(tmp_path) as catalogue:
        for name, words in (("one", "Mayor Corley resigned."), ("two", "A mayor was seen.")):
            catalogue.add([entry(name, [words], published="2024-11-05")], encoder="e")
            catalogue.replace(
                name,
                entry(name, ["Nothing of it."], published="2024-11-05", updated="2024-11-09"),
                encoder="e",
                seen="2024-11-09T12:00:00",
            )
        catalogue.add([entry("kept", ["Mayor Corley."], published="2024-11-05")], encoder="e")

        def changed(day: str, *terms: str, limit: int = 9) -> list[str]:
            return catalogue.changed(Filter(at=day), terms, limit)

        assert changed("2024-11-06", "mayor", "Corley", "resigned") == ["one"]
        assert changed("2024-11-06", "Mayor", "Corley") == ["one", "two"]
        assert changed("2024-11-06", "mayor", "corley", limit=1) == ["one"]
        assert changed("2024-11-09", "mayor") == []
        assert changed("2024-11-06") == []
        assert changed("2024-11-04", "mayor") == []
