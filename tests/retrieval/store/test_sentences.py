"""The vectors of sentences are kept small, go with their article, and are never another's."""

from __future__ import annotations

from contextlib import closing
from dataclasses import replace
from typing import TYPE_CHECKING

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from retrieval.store.catalogue import Catalogue
from retrieval.store.records import Entry, SentenceVectors
from retrieval.store.sentences import narrowed, widened
from tests.retrieval.store.entries import DIMENSIONS, entry

if TYPE_CHECKING:
    from pathlib import Path

    from numpy.typing import NDArray

WORST_COSINE = 0.9995


def unit(seed: int, count: int, dimensions: int = DIMENSIONS) -> NDArray[np.float32]:
    rows = np.random.default_rng(seed).standard_normal((count, dimensions))
    return np.asarray(rows / np.linalg.norm(rows, axis=1, keepdims=True), dtype=np.float32)


def spoken(seed: int = 1) -> SentenceVectors:
    """A title and two sentences of the first paragraph of `entry`."""
    places = np.array([[0, 0, 0], [1, 0, 10], [1, 11, 22]], dtype=np.int32)
    return SentenceVectors(places[:, 0], places[:, 1], places[:, 2], unit(seed, 3))


def with_sentences(given: Entry, seed: int = 1) -> Entry:
    return Entry(given.draft, given.sketch, given.vectors, spoken(seed), splitter=1)


def same(left: SentenceVectors, right: SentenceVectors) -> bool:
    return (
        left.paragraphs.tolist() == right.paragraphs.tolist()
        and left.starts.tolist() == right.starts.tolist()
        and left.ends.tolist() == right.ends.tolist()
        and bool((np.sum(left.vectors * right.vectors, axis=1) > WORST_COSINE).all())
    )


@given(st.integers(0, 2**32), st.integers(0, 5), st.sampled_from([2, 4, 384]))
def test_eight_bits_keep_a_direction(seed: int, count: int, dimensions: int) -> None:
    given = unit(seed, count, dimensions)
    back = widened(narrowed(given))
    assert back.dtype == np.float32
    assert back.shape == given.shape
    assert np.allclose(np.linalg.norm(back, axis=1), 1, atol=1e-6)
    assert (np.sum(back * given, axis=1) > WORST_COSINE).all()


def test_what_was_added_with_an_article_comes_back(catalogue: Catalogue) -> None:
    catalogue.add([with_sentences(entry("one")), entry("two")], encoder="e")
    found = catalogue.sentences("e", 1, ["two", "one", "none"])
    assert found.keys() == {"one"}
    assert same(found["one"], spoken())


def test_another_encoder_or_splitter_counts_as_missing(catalogue: Catalogue) -> None:
    catalogue.add([with_sentences(entry("one")), entry("two")], encoder="e")
    assert catalogue.without_sentences("e", 1, 9) == ["two"]
    assert catalogue.without_sentences("e", 1, 0) == []
    for encoder, splitter in (("f", 1), ("e", 2)):
        assert catalogue.sentences(encoder, splitter, ["one"]) == {}
        assert catalogue.without_sentences(encoder, splitter, 9) == ["one", "two"]


def test_sentences_cut_anew_take_the_place_of_the_old(catalogue: Catalogue) -> None:
    catalogue.add([with_sentences(entry("one"))], encoder="e")
    catalogue.put_sentences("e", 2, {"one": spoken(2), "gone": spoken(3)})
    assert catalogue.sentences("e", 1, ["one"]) == {}
    assert same(catalogue.sentences("e", 2, ["one"])["one"], spoken(2))


def test_filing_sentences_makes_no_answer_old(catalogue: Catalogue) -> None:
    catalogue.add([entry("one")], encoder="e")
    before = catalogue.generation()
    catalogue.put_sentences("e", 1, {"one": spoken()})
    assert catalogue.generation() == before


def test_a_new_version_takes_its_sentences_along(catalogue: Catalogue) -> None:
    catalogue.add([with_sentences(entry("one"))], encoder="e")
    changed = entry("one", ["Another text altogether, and long enough."])
    catalogue.replace("one", changed, encoder="e", seen="2026-11-02T09:00:00")
    assert catalogue.sentences("e", 1, ["one"]) == {}
    catalogue.replace("one", with_sentences(changed, 4), encoder="e", seen="2026-11-03T09:00:00")
    assert same(catalogue.sentences("e", 1, ["one"])["one"], spoken(4))


def test_a_new_title_leaves_none_of_the_old_ones_vectors(catalogue: Catalogue) -> None:
    given = with_sentences(entry("one"))
    catalogue.add([given], encoder="e")
    article = given.draft.article
    catalogue.describe("one", replace(article, authors=("A. Writer",)))
    assert catalogue.sentences("e", 1, ["one"])
    catalogue.describe("one", replace(article, title="A bridge, again"))
    assert catalogue.sentences("e", 1, ["one"]) == {}


def test_sentences_go_with_their_article(catalogue: Catalogue) -> None:
    catalogue.add([with_sentences(entry("one"))], encoder="e")
    catalogue.remove("one")
    with catalogue.database.reading() as connection:
        assert connection.execute("SELECT count(*) FROM sentence").fetchone() == (0,)


def test_an_article_without_a_sentence_is_not_missing_for_ever(catalogue: Catalogue) -> None:
    catalogue.add([entry("one", [])], encoder="e")
    empty = np.empty(0, dtype=np.int32)
    none = SentenceVectors(empty, empty, empty, unit(1, 0))
    catalogue.put_sentences("e", 1, {"one": none})
    assert catalogue.without_sentences("e", 1, 9) == []
    assert len(catalogue.sentences("e", 1, ["one"])["one"]) == 0


def test_the_vectors_of_paragraphs_by_article(catalogue: Catalogue) -> None:
    given = entry("one")
    catalogue.add([given, entry("two")], encoder="e")
    numbers, vectors = catalogue.paragraph_vectors("e", "one")
    assert numbers.tolist() == [1, 2]
    assert np.array_equal(vectors, given.vectors)
    assert len(catalogue.paragraph_vectors("f", "one")[0]) == 0


def test_places_and_vectors_that_do_not_fit_are_refused() -> None:
    three = np.zeros(3, dtype=np.int32)
    with pytest.raises(ValueError, match="not 2 places"):
        SentenceVectors(three, three, three, unit(1, 2))
    with pytest.raises(ValueError, match="not finite"):
        SentenceVectors(three, three, three, np.full((3, 2), np.nan, dtype=np.float32))
    beyond = SentenceVectors(three, three, three + 10_000, unit(1, 3))
    given = entry("one")
    with pytest.raises(ValueError, match="outside its article"):
        Entry(given.draft, given.sketch, given.vectors, beyond)


def test_doctor_sees_sentences_of_the_wrong_length(tmp_path: Path) -> None:
    with closing(Catalogue.open(tmp_path)) as catalogue:
        catalogue.add([with_sentences(entry("one"))], encoder="e")
        assert catalogue.check() == []
        with catalogue.database.writing() as connection:
            connection.execute("UPDATE sentence SET vectors = substr(vectors, 1, 5)")
        assert catalogue.check() == ["the sentences of 1 articles, by e, have the wrong length"]
