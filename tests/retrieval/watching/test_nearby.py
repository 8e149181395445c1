"""Which questions an article is near to."""

from __future__ import annotations

import numpy as np

from retrieval.watching.nearby import near

AXES = np.eye(3, dtype=np.float32)
BRIDGE, FERRY = "Will the Alder bridge open?", "Did the ferry sink?"
TEXTS = {"a": "The bridge\nThe Alder bridge will open soon.", "b": "The weather\nIt rained."}


def places(least: float, article: str = "a", paragraph: int = 0) -> set[int]:
    vectors = AXES[:2]
    return near([BRIDGE, FERRY], vectors, [article], AXES[[paragraph]], TEXTS.get, least)


def test_the_cosine_alone_may_be_enough_and_words_add_to_it() -> None:
    assert places(0.9) == {0}
    assert places(1.3) == {0}, "all of its words are there"
    assert places(1.3, "b") == set(), "none of its words are there"
    assert places(0.9, "b", paragraph=1) == {1}


def test_words_alone_are_not_enough() -> None:
    assert places(0.4, paragraph=2) == set()
    assert places(0.3, paragraph=2) == {0}


def test_what_is_gone_meanwhile_is_near_to_nothing() -> None:
    assert places(0.1, "gone") == set()


def test_nothing_is_near_where_there_is_nothing() -> None:
    nothing = np.empty((0, 0), dtype=np.float32)
    assert near([], nothing, ["a"], AXES[[0]], TEXTS.get, 0.1) == set()
    assert near([BRIDGE], AXES[:1], [], nothing, TEXTS.get, 0.1) == set()
