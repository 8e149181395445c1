"""Libraries of made-up articles, their collections, and what both must agree on."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from retrieval.index.milvus.collection import Collection
from retrieval.index.milvus.kept import MilvusStored
from retrieval.index.numpy_index import NumpyIndex
from retrieval.outside import forms
from tests.retrieval.store.entries import DIMENSIONS, entry

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from retrieval.index.milvus.server import Server
    from retrieval.store.catalogue import Catalogue

ENCODER = "e"


@dataclass
class Shelf:
    """A library and the name of its collection on a server."""

    catalogue: Catalogue
    server: Server
    name: str

    def collection(self, *, width: int = DIMENSIONS) -> Collection:
        return Collection(self.server, self.name, dimensions=width, kind="FLAT", forms=forms())

    def opened(self, encoder: str = ENCODER, width: int = DIMENSIONS) -> MilvusStored:
        """What a process that starts now opens."""
        return MilvusStored(self.collection(width=width), self.catalogue, encoder)

    def add(self, name: str, paragraphs: int = 2) -> list[int]:
        """An article whose every paragraph says a word of its own; the ids of its paragraphs."""
        before = set(self.catalogue.paragraph_ids().tolist())
        texts = [f"Boats {name} came in at pier {number}." for number in range(paragraphs)]
        title = f"Headline of {name}"
        self.catalogue.add([entry(name, texts, title=title, path=f"/{name}")], encoder=ENCODER)
        return sorted(set(self.catalogue.paragraph_ids().tolist()) - before)


def unit(count: int, seed: int = 99) -> NDArray[np.float32]:
    vectors = np.random.default_rng(seed).standard_normal((count, DIMENSIONS))
    vectors /= np.linalg.norm(vectors, axis=1, keepdims=True)
    return vectors.astype(np.float32)


def oracle(catalogue: Catalogue) -> NumpyIndex:
    """Brute force over what the library holds."""
    index = NumpyIndex(DIMENSIONS)
    ids, vectors = catalogue.vectors(ENCODER)
    if len(ids):
        index.add(ids, vectors)
    return index


def assert_in_step(stored: MilvusStored, catalogue: Catalogue) -> None:
    """The collection finds by vectors and words what the library itself finds."""
    current, expected = stored.current(), oracle(catalogue)
    assert len(current) == len(expected)
    for query in unit(2):
        found, scores = current.search(query, 5)
        wanted, wanted_scores = expected.search(query, 5)
        assert found.tolist() == wanted.tolist()
        np.testing.assert_allclose(scores, wanted_scores, atol=1e-5)
    everything = len(expected) + 5
    for terms in (["boat"], ["headlines"]):
        there = {each for each, _ in current.words(terms, everything)}
        assert there == {each for each, _ in catalogue.words(terms, everything)}
