"""The collection against brute force: the same neighbours, filtered or not, and k where k match."""

from __future__ import annotations

import secrets
from typing import TYPE_CHECKING

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from retrieval.index.base import NarrowedIndex, WordIndex
from retrieval.index.milvus.searching import expression
from retrieval.model import Chosen, Filter
from retrieval.store.catalogue import Catalogue
from tests.retrieval.index.milvus.shelves import ENCODER, Shelf, oracle, unit
from tests.retrieval.index.thirty import ARTICLES, FILTERS, thirty

if TYPE_CHECKING:
    from collections.abc import Iterator

    from retrieval.index.milvus.searching import MilvusIndex
    from retrieval.index.milvus.server import Server


@pytest.fixture(scope="module")
def filled(
    server: Server, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[tuple[Catalogue, MilvusIndex]]:
    """Thirty articles, and their collection."""
    with Catalogue.open(tmp_path_factory.mktemp("library")) as catalogue:
        shelf = Shelf(catalogue, server, f"t{secrets.token_hex(6)}")
        for made in thirty():
            catalogue.add([made], encoder=ENCODER)
        yield catalogue, shelf.opened().current()
        shelf.collection().drop()


@settings(max_examples=15)
@given(
    among=st.none() | st.lists(st.integers(1, 3 * ARTICLES + 20), max_size=60),
    k=st.integers(-1, 3 * ARTICLES + 10),
    seed=st.integers(0, 1000),
)
def test_it_finds_what_brute_force_finds(
    filled: tuple[Catalogue, MilvusIndex], among: list[int] | None, k: int, seed: int
) -> None:
    catalogue, index = filled
    chosen = None if among is None else np.array(among, dtype=np.int64)
    query = unit(1, seed)[0]
    found, scores = index.search(query, k, chosen)
    expected, expected_scores = oracle(catalogue).search(query, k, chosen)
    assert (found.dtype, scores.dtype) == (expected.dtype, expected_scores.dtype)
    np.testing.assert_allclose(scores, expected_scores, atol=1e-5)
    assert sorted(found.tolist()) == sorted(expected.tolist())


@pytest.mark.parametrize("where", FILTERS, ids=str)
def test_a_filter_finds_all_that_match_by_vectors_and_words(
    filled: tuple[Catalogue, MilvusIndex], where: Filter
) -> None:
    catalogue, index = filled
    ids = catalogue.paragraph_ids(where)
    narrowed = index.within(catalogue.chosen(where))
    assert isinstance(narrowed, WordIndex)
    assert isinstance(narrowed, NarrowedIndex)
    found, _ = narrowed.search(unit(1)[0], 3 * ARTICLES)
    expected, _ = oracle(catalogue).search(unit(1)[0], 3 * ARTICLES, ids)
    assert found.tolist() == expected.tolist()
    by_words = narrowed.words(["rained", "sailed"], 3 * ARTICLES)
    expected_words = catalogue.words(["rained", "sailed"], 3 * ARTICLES, among=ids)
    assert sorted(each for each, _ in by_words) == sorted(each for each, _ in expected_words)


def test_few_of_many_are_all_found(filled: tuple[Catalogue, MilvusIndex]) -> None:
    catalogue, index = filled
    query = unit(1)[0]
    # The ten furthest: a search that filtered afterwards would find none of them.
    worst = oracle(catalogue).search(query, 1000)[0][-10:]
    found, _ = index.search(query, 10, worst)
    assert sorted(found.tolist()) == sorted(worst.tolist())


def test_more_ids_than_one_expression_takes_are_asked_in_parts(
    filled: tuple[Catalogue, MilvusIndex], monkeypatch: pytest.MonkeyPatch
) -> None:
    catalogue, index = filled
    monkeypatch.setattr("retrieval.index.milvus.searching.MOST", 7)
    among = catalogue.paragraph_ids()[::2]
    found, _ = index.search(unit(1)[0], 12, among)
    expected, _ = oracle(catalogue).search(unit(1)[0], 12, among)
    assert found.tolist() == expected.tolist()
    words = index.words(["rained"], 12, among)
    assert len(words) == len(catalogue.words(["rained"], 12, among))


def test_words_are_found_in_other_forms_and_rarer_ones_count_more(
    filled: tuple[Catalogue, MilvusIndex],
) -> None:
    catalogue, index = filled
    (only,) = index.words(["WHALE13"], 5)
    assert only[0] == catalogue.words(["whale13"], 5)[0][0]
    found = index.words(["ferries", "whale13"], 5)
    assert found[0][0] == only[0]
    assert all(score > 0 for _, score in found)
    assert [score for _, score in found] == sorted((s for _, s in found), reverse=True)


def test_a_title_counts_less_than_the_text(filled: tuple[Catalogue, MilvusIndex]) -> None:
    catalogue, index = filled
    ((first, high),) = index.words(["whale7"], 3)
    titled = index.words(["ships"], 5)
    assert {each for each, _ in titled} == {each for each, _ in catalogue.words(["ships"], 5)}
    assert first in dict(titled)
    assert max(score for _, score in titled) < high


def test_nothing_is_found_for_nothing(filled: tuple[Catalogue, MilvusIndex]) -> None:
    _, index = filled
    assert index.words([], 5) == []
    assert index.words(["...", ""], 5) == []
    assert index.words(["ferry"], 0) == []
    assert index.words(["unheard"], 5) == []
    assert index.search(unit(1)[0], 5, np.array([], dtype=np.int64))[0].tolist() == []


def test_a_name_of_a_source_cannot_leave_its_place_in_an_expression() -> None:
    chosen = Chosen(('x"] or id > 0 or source in ["',), "2026-01-02", None, None, None)
    assert expression(chosen) == (
        'source in ["x\\"] or id > 0 or source in [\\""] and published >= 20260102'
    )
