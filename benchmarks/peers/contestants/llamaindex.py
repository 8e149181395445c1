"""LlamaIndex as its documentation has it: BM25Retriever and VectorStoreIndex, fused by rank.

QueryFusionRetriever in the mode `reciprocal_rerank`, with the question alone: more queries would
have to be written by a language model.
"""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, Any

import Stemmer
from llama_index.core import StorageContext, VectorStoreIndex, load_index_from_storage
from llama_index.core.llms import MockLLM
from llama_index.core.retrievers import QueryFusionRetriever
from llama_index.core.schema import TextNode
from llama_index.embeddings.huggingface import HuggingFaceEmbedding
from llama_index.retrievers.bm25 import BM25Retriever

from benchmarks.peers.protocol import paragraphs, serve

if TYPE_CHECKING:
    from pathlib import Path


class LlamaIndex:
    """A vector index and a BM25 index over the same nodes, both kept in a folder."""

    def __init__(self, model: str) -> None:
        self._model = model
        self._dense: Any = None
        self._words: Any = None
        self._fused: Any = None

    def add(self, given: Path, folder: Path) -> None:
        """Index for both retrievers and save."""
        nodes = [TextNode(id_=key, text=text) for key, text in paragraphs(given)]
        index = VectorStoreIndex(nodes, embed_model=self._embedding())
        index.storage_context.persist(str(folder / "dense"))
        words = BM25Retriever.from_defaults(
            nodes=nodes, stemmer=Stemmer.Stemmer("english"), language="english"
        )
        words.persist(str(folder / "words"))

    def open(self, folder: Path) -> None:
        """Load both, and what fuses them."""
        context = StorageContext.from_defaults(persist_dir=str(folder / "dense"))
        index = load_index_from_storage(context, embed_model=self._embedding())
        self._dense = index.as_retriever()
        self._words = BM25Retriever.from_persist_dir(str(folder / "words"))
        self._fused = QueryFusionRetriever(
            [self._dense, self._words],
            llm=MockLLM(),
            mode="reciprocal_rerank",
            num_queries=1,
            use_async=False,
        )

    def search(self, question: str, most: int) -> list[str]:
        """The best of both, fused."""
        for retriever in (self._dense, self._words, self._fused):
            retriever.similarity_top_k = most
        return [found.node.node_id for found in self._fused.retrieve(question)]

    def _embedding(self) -> Any:  # noqa: ANN401 - the library has no types here
        return HuggingFaceEmbedding(model_name=self._model)


if __name__ == "__main__":
    serve(LlamaIndex(sys.argv[1]))
