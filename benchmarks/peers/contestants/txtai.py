"""txtai as its documentation has it: Embeddings with `hybrid` (dense and BM25) and `content`."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, Any

from txtai import Embeddings

from benchmarks.peers.protocol import paragraphs, serve

if TYPE_CHECKING:
    from pathlib import Path


class Txtai:
    """An Embeddings, saved to a folder and loaded from it."""

    def __init__(self, model: str) -> None:
        self._model = model
        self._embeddings: Any = None

    def add(self, given: Path, folder: Path) -> None:
        """Index and save."""
        made = Embeddings(path=self._model, hybrid=True, content=True)
        made.index((key, text, None) for key, text in paragraphs(given))
        made.save(str(folder))
        made.close()

    def open(self, folder: Path) -> None:
        """Load."""
        self._embeddings = Embeddings()
        self._embeddings.load(str(folder))

    def search(self, question: str, most: int) -> list[str]:
        """The best by both."""
        return [found["id"] for found in self._embeddings.search(question, most)]


if __name__ == "__main__":
    serve(Txtai(sys.argv[1]))
