"""Words in tantivy against FTS5: the same paragraphs, filtered or not, and k where k match."""

from __future__ import annotations

import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np
import pytest
from hypothesis import Phase, given, settings
from hypothesis import strategies as st

from retrieval.index.base import NarrowedIndex, WordIndex
from retrieval.index.paired import PairedIndex
from retrieval.model import Filter
from retrieval.store.catalogue import Catalogue
from tests.retrieval.index.stores import Store
from tests.retrieval.index.stores import opened as vectors_of
from tests.retrieval.index.thirty import ARTICLES, FILTERS, thirty
from tests.retrieval.index.words.shelves import (
    ENCODER,
    FORMS,
    add,
    assert_near,
    assert_same,
    impatient,
    opened,
    ready,
)  # fmt: skip
from tests.retrieval.store.entries import entry

if TYPE_CHECKING:
    from collections.abc import Iterator

    from retrieval.index.words.searching import TantivyWords

WORDS = ("harbour", "bridge", "ferry", "captain", "storm", "minister", "kyiv", "seven")
titles = st.lists(st.sampled_from(WORDS), max_size=4).map(" ".join)
sentences = st.lists(st.sampled_from(WORDS), min_size=8, max_size=20).map(" ".join)
articles = st.tuples(titles, st.lists(sentences, min_size=1, max_size=3))
steps = st.one_of(
    st.tuples(st.just("add"), articles),
    st.tuples(st.just("replace"), articles),
    st.tuples(st.just("remove"), articles),
    st.tuples(st.just("renew"), articles),
)


# A case takes half a second: to look for the smallest that fails would take minutes.
@settings(deadline=None, max_examples=15, phases=(Phase.explicit, Phase.generate))
@given(
    first=st.lists(articles, min_size=4, max_size=6),
    steps=st.lists(steps, max_size=5),
    terms=st.lists(st.sampled_from((*WORDS, "Kiev", "harbours", "unheard")), max_size=4),
    k=st.integers(-1, 30),
    among=st.none() | st.lists(st.integers(1, 40), max_size=20),
)
def test_whatever_has_come_and_gone_it_finds_what_fts5_finds(
    first: list[tuple[str, list[str]]],
    steps: list[tuple[str, tuple[str, list[str]]]],
    terms: list[str],
    k: int,
    among: list[int] | None,
) -> None:
    with (
        tempfile.TemporaryDirectory() as folder,
        pytest.MonkeyPatch.context() as patched,
        Catalogue.open(Path(folder)) as catalogue,
    ):
        impatient(patched)
        for number, (title, texts) in enumerate(first):
            add(catalogue, f"first{number}", *texts, title=title)
        stored = opened(catalogue)
        ready(stored)
        held = [f"first{number}" for number in range(len(first))]
        for number, (step, (title, texts)) in enumerate(steps):
            made = entry(f"later{number}", texts, title=title, path=f"/{number}")
            if step == "add":
                catalogue.add([made], encoder=ENCODER)
                held.append(f"later{number}")
            elif step == "renew":
                patched.setattr("retrieval.index.words.kept._CHANGED", 1)
                ready(stored)
                patched.setattr("retrieval.index.words.kept._CHANGED", 1_000)
            elif held:
                name = held.pop(number % len(held))
                if step == "remove":
                    catalogue.remove(name)
                else:
                    made = entry(name, texts, title=title, path=f"/{name}")
                    catalogue.replace(name, made, encoder=ENCODER, seen="2026-02-04")
                    held.append(name)
            found = stored.current()
            assert found is not None
            assert_same(found, catalogue, terms, k, among)
        assert_same(ready(stored), catalogue, terms, k, among)
        # And so does whoever starts now.
        again = opened(catalogue)
        assert_same(ready(again), catalogue, terms, k, among)
        # What is gone counts for how rare a word is until all is made anew.
        again.rebuild()
        assert_near(ready(again), catalogue, terms, k)
        for each in (stored, again):
            each.close()


@pytest.fixture(scope="module")
def filled(
    tmp_path_factory: pytest.TempPathFactory,
) -> Iterator[tuple[Catalogue, TantivyWords]]:
    """Thirty articles; half of them came later."""
    with (
        Catalogue.open(tmp_path_factory.mktemp("library")) as catalogue,
        pytest.MonkeyPatch.context() as patched,
    ):
        impatient(patched)
        stored = opened(catalogue)
        for number, made in enumerate(thirty()):
            catalogue.add([made], encoder=ENCODER)
            if number == ARTICLES // 2:
                ready(stored)
        yield catalogue, ready(stored)
        stored.close()


@pytest.mark.parametrize("where", FILTERS, ids=str)
def test_a_filter_finds_all_that_match(
    filled: tuple[Catalogue, TantivyWords], where: Filter, tmp_path: Path
) -> None:
    catalogue, index = filled
    ids = catalogue.paragraph_ids(where)
    chosen = catalogue.chosen(where)
    assert catalogue.passing_ids(chosen).tolist() == ids.tolist()
    for k in (2, 3 * ARTICLES):
        by_words = index.within(chosen).words(["rained", "sailed"], k)
        expected = catalogue.words(["rained", "sailed"], 3 * ARTICLES, among=ids)
        assert len(by_words) == min(k, len(expected))
        assert {each for each, _ in by_words} <= {each for each, _ in expected}
    # Together with vectors, of which no filter is known.
    vectors = vectors_of(tmp_path, Store(3 * ARTICLES)).current()
    paired = PairedIndex(vectors, index, catalogue)
    assert isinstance(paired, WordIndex)
    assert isinstance(paired, NarrowedIndex)
    narrowed = paired.within(chosen)
    assert len(narrowed) == len(ids)
    found, _ = narrowed.search(np.ones(vectors.dimensions, dtype=np.float32), 3 * ARTICLES)
    assert sorted(found.tolist()) == ids.tolist()
    assert narrowed.words(["rained"], 99) == index.within(chosen).words(["rained"], 99)
    inside = paired.within(catalogue.chosen(Filter(until="2026-03-20"))).within(chosen)
    assert {each for each, _ in inside.words(["rained"], 99)} <= set(ids.tolist())
    assert len(inside) <= len(ids)


def test_words_are_found_in_other_forms_and_rarer_ones_count_more(
    filled: tuple[Catalogue, TantivyWords],
) -> None:
    catalogue, index = filled
    (only,) = index.words(["WHALE13"], 5)
    assert only[0] == catalogue.words(["whale13"], 5)[0][0]
    found = index.words(["ferries", "whale13"], 5)
    assert found[0][0] == only[0]
    assert all(score > 0 for _, score in found)


def test_a_stem_of_the_articles_language_is_found(tmp_path: Path) -> None:
    with Catalogue.open(tmp_path) as catalogue, pytest.MonkeyPatch.context() as patched:
        impatient(patched)
        made = entry("de", ["Die Wählerinnen stimmten ab."], language="de", path="/de")
        catalogue.add([made], encoder=ENCODER)
        stored = opened(catalogue)
        (stem,) = FORMS.stems("Wählerinnen", "de")[1:]
        assert len(ready(stored).words([], 5, stems=[stem])) == 1
        stored.close()


def test_nothing_is_found_for_nothing(filled: tuple[Catalogue, TantivyWords]) -> None:
    _, index = filled
    assert index.words([], 5) == []
    assert index.words(["...", "", "+", "^ferry^"], 0) == []
    assert index.words(["...", "", "+"], 5) == []
    assert index.words(["ferry"], -1) == []
    assert index.words(["unheard"], 5) == []
    assert index.words(["ferry"], 5, np.array([], dtype=np.int64)) == []
