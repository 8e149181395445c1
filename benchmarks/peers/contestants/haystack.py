"""Haystack as its tutorial on hybrid retrieval has it, without a model that ranks anew.

An InMemoryDocumentStore, its BM25 and its embedding retriever, joined by reciprocal rank fusion.
"""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, Any

from haystack import Document, Pipeline
from haystack.components.joiners import DocumentJoiner
from haystack.components.retrievers.in_memory import (
    InMemoryBM25Retriever,
    InMemoryEmbeddingRetriever,
)
from haystack.components.writers import DocumentWriter
from haystack.document_stores.in_memory import InMemoryDocumentStore
from haystack_integrations.components.embedders.sentence_transformers import (
    SentenceTransformersDocumentEmbedder,
    SentenceTransformersTextEmbedder,
)

from benchmarks.peers.protocol import paragraphs, serve

if TYPE_CHECKING:
    from pathlib import Path

_FILE = "store.json"


class Haystack:
    """A pipeline that adds and one that searches, over a store that is kept as a file."""

    def __init__(self, model: str) -> None:
        self._model = model
        self._pipeline: Any = None

    def add(self, given: Path, folder: Path) -> None:
        """Embed, write and save."""
        store = InMemoryDocumentStore()
        pipeline = Pipeline()
        embedder = SentenceTransformersDocumentEmbedder(model=self._model, progress_bar=False)
        pipeline.add_component("embedder", embedder)
        pipeline.add_component("writer", DocumentWriter(document_store=store))
        pipeline.connect("embedder", "writer")
        documents = [Document(id=key, content=text) for key, text in paragraphs(given)]
        pipeline.run({"embedder": {"documents": documents}})
        folder.mkdir(parents=True)
        store.save_to_disk(str(folder / _FILE))

    def open(self, folder: Path) -> None:
        """Load the store and put the pipeline together."""
        store = InMemoryDocumentStore.load_from_disk(str(folder / _FILE))
        pipeline = Pipeline()
        embedder = SentenceTransformersTextEmbedder(model=self._model, progress_bar=False)
        pipeline.add_component("embedder", embedder)
        pipeline.add_component("dense", InMemoryEmbeddingRetriever(store))
        pipeline.add_component("words", InMemoryBM25Retriever(store))
        pipeline.add_component("joiner", DocumentJoiner(join_mode="reciprocal_rank_fusion"))
        pipeline.connect("embedder", "dense")
        pipeline.connect("dense", "joiner")
        pipeline.connect("words", "joiner")
        self._pipeline = pipeline

    def search(self, question: str, most: int) -> list[str]:
        """The best of both, joined."""
        given = {
            "embedder": {"text": question},
            "dense": {"top_k": most},
            "words": {"query": question, "top_k": most},
            "joiner": {"top_k": most},
        }
        return [found.id for found in self._pipeline.run(given)["joiner"]["documents"]]


if __name__ == "__main__":
    serve(Haystack(sys.argv[1]))
