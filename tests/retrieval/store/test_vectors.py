"""Vectors of one encoder or several beside the paragraphs."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import numpy as np
import pytest

from tests.retrieval.store.entries import entry as make_entry
from tests.retrieval.store.entries import ids

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from retrieval.store.catalogue import Catalogue


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


def test_vectors_come_back_in_order_from_where_one_left_off(catalogue: Catalogue) -> None:
    first, second = make_entry("a1"), make_entry("a2")
    catalogue.add([first, second], encoder="e")
    found, vectors = catalogue.vectors("e")
    assert found.dtype == np.dtype(np.int64)
    assert vectors.dtype == np.dtype(np.float32)
    assert list(found) == ids(catalogue)
    np.testing.assert_array_equal(vectors, np.concatenate([first.vectors, second.vectors]))
    tail_ids, tail = catalogue.vectors("e", after=int(found[1]))
    assert list(tail_ids) == list(found[2:])
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
    assert list(catalogue.vectors("new")[0]) == ids(catalogue)


def test_a_change_that_does_more_than_append_is_told_apart(catalogue: Catalogue) -> None:
    assert (catalogue.generation(), catalogue.rewritten(), catalogue.token(0)) == (0, 0, None)

    def rewrites() -> bool:
        return catalogue.rewritten() == catalogue.generation()

    catalogue.add([make_entry("a1"), make_entry("a2")], encoder="old")
    assert not rewrites()
    first, second, third, fourth = ids(catalogue)
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
