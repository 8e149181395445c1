"""A sentence encoder served by onnxruntime from a prepared folder, without torch."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import numpy as np
from tokenizers import Tokenizer

from retrieval.errors import ModelError
from retrieval.models.passes import Passes

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from numpy.typing import NDArray

MODEL_FILE = "model.onnx"
TOKENIZER_FILE = "tokenizer.json"
CONFIG_FILE = "encoder.json"


class OnnxEncoder:
    """Encodes through a graph that takes token ids and gives unit vectors (n, dimensions)."""

    def __init__(self, folder: Path, *, threads: int = 0) -> None:
        """Load a folder that `export.prepare` wrote; raises ModelError where it cannot."""
        try:
            config: dict[str, Any] = json.loads((folder / CONFIG_FILE).read_text("utf-8"))
            self._tokenizer: Tokenizer = Tokenizer.from_file(str(folder / TOKENIZER_FILE))
            self._key = str(config["key"])
            self._dimensions = int(config["dimensions"])
            self._prompts: dict[str, str] = dict(config["prompts"])
            pad = int(config["pad"])
            self._passes = Passes(folder / MODEL_FILE, pad=pad, threads=threads)
            limit = int(config["max_tokens"])
        # onnxruntime and tokenizers raise bare Exception subclasses of their own making.
        except Exception as error:
            raise ModelError(
                f"The prepared encoder in {folder} cannot be loaded ({error}); "
                "delete that folder and it is prepared again."
            ) from error
        self._tokenizer.no_padding()
        self._tokenizer.enable_truncation(limit)

    @property
    def key(self) -> str:
        """Model name, digest and precision."""
        return self._key

    @property
    def dimensions(self) -> int:
        """Length of a vector."""
        return self._dimensions

    def encode(self, texts: Sequence[str], *, query: bool = False) -> NDArray[np.float32]:
        """Unit-length float32 vectors of shape (n, dimensions), in input order."""
        if not texts:
            return np.zeros((0, self._dimensions), dtype=np.float32)
        prompt = self._prompts.get("query" if query else "document", "")
        # A lone surrogate is legal in a Python string and not in the tokenizer's UTF-8.
        clean = [(prompt + text).encode("utf-8", "replace").decode("utf-8") for text in texts]
        vectors = self._passes.run([entry.ids for entry in self._tokenizer.encode_batch(clean)])
        # int8 arithmetic leaves lengths a few parts in a million off; the index wants them exact.
        vectors /= np.linalg.norm(vectors, axis=1, keepdims=True).clip(1e-12)
        return vectors
