"""A sentence encoder served by onnxruntime from a prepared folder, without torch."""

from __future__ import annotations

import json
import os
from functools import cache
from typing import TYPE_CHECKING, Any

import numpy as np
import onnxruntime
from tokenizers import Tokenizer

from retrieval.errors import ModelError

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path

    from numpy.typing import NDArray

MODEL_FILE = "model.onnx"
TOKENIZER_FILE = "tokenizer.json"
CONFIG_FILE = "encoder.json"

# Padded tokens of one batch. Attention of a long batch outgrows the cache well before this.
BATCH_TOKENS = 4096
MAX_BATCH = 64


@cache
def _share_memory() -> None:
    """Let all sessions of this process work in one arena: each would keep its own most."""
    place = onnxruntime.OrtMemoryInfo(
        "Cpu", onnxruntime.OrtAllocatorType.ORT_ARENA_ALLOCATOR, 0, onnxruntime.OrtMemType.DEFAULT
    )
    onnxruntime.create_and_register_allocator(place, None)


def session(path: Path, threads: int) -> onnxruntime.InferenceSession:
    """Open a model file for the CPU; 0 threads means all cores, at most 4."""
    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = threads or min(4, os.cpu_count() or 1)
    options.inter_op_num_threads = 1
    # Spinning workers burn a core between calls that another door could use.
    options.add_session_config_entry("session.intra_op.allow_spinning", "0")
    options.log_severity_level = 3
    _share_memory()
    options.add_session_config_entry("session.use_env_allocators", "1")
    return onnxruntime.InferenceSession(
        str(path), sess_options=options, providers=["CPUExecutionProvider"]
    )


class OnnxEncoder:
    """Encodes through a graph that takes token ids and gives unit vectors (n, dimensions)."""

    def __init__(self, folder: Path, *, threads: int = 0) -> None:
        """Load a folder that `export.prepare` wrote; raises ModelError where it cannot."""
        try:
            config: dict[str, Any] = json.loads((folder / CONFIG_FILE).read_text("utf-8"))
            self._session = session(folder / MODEL_FILE, threads)
            self._tokenizer: Tokenizer = Tokenizer.from_file(str(folder / TOKENIZER_FILE))
            self._key = str(config["key"])
            self._dimensions = int(config["dimensions"])
            self._prompts: dict[str, str] = dict(config["prompts"])
            self._pad = int(config["pad"])
            limit = int(config["max_tokens"])
        # onnxruntime and tokenizers raise bare Exception subclasses of their own making.
        except Exception as error:
            raise ModelError(
                f"The prepared encoder in {folder} cannot be loaded ({error}); "
                "delete that folder and it is prepared again."
            ) from error
        self._tokenizer.no_padding()
        self._tokenizer.enable_truncation(limit)
        self._inputs = {entry.name for entry in self._session.get_inputs()}

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
        prompt = self._prompts.get("query" if query else "document", "")
        # A lone surrogate is legal in a Python string and not in the tokenizer's UTF-8.
        clean = [(prompt + text).encode("utf-8", "replace").decode("utf-8") for text in texts]
        ids = [entry.ids for entry in self._tokenizer.encode_batch(clean)]
        vectors = np.zeros((len(ids), self._dimensions), dtype=np.float32)
        for rows in batches([len(row) for row in ids]):
            vectors[rows] = self._run([ids[row] for row in rows])
        return vectors

    def _run(self, batch: Sequence[Sequence[int]]) -> NDArray[np.float32]:
        width = max(map(len, batch))
        tokens = np.full((len(batch), width), self._pad, dtype=np.int64)
        mask = np.zeros((len(batch), width), dtype=np.int64)
        for row, ids in enumerate(batch):
            tokens[row, : len(ids)] = ids
            mask[row, : len(ids)] = 1
        feed = {"input_ids": tokens, "attention_mask": mask, "token_type_ids": np.zeros_like(mask)}
        (output,) = self._session.run(None, {name: feed[name] for name in self._inputs})
        result: NDArray[np.float32] = np.asarray(output, dtype=np.float32)
        # int8 arithmetic leaves lengths a few parts in a million off; the index wants them exact.
        result /= np.linalg.norm(result, axis=1, keepdims=True).clip(1e-12)
        return result


def batches(lengths: Sequence[int]) -> Iterator[list[int]]:
    """Row numbers in batches of like length, so that little is spent on padding."""
    batch: list[int] = []
    for row in sorted(range(len(lengths)), key=lengths.__getitem__):
        if batch and (len(batch) == MAX_BATCH or (len(batch) + 1) * lengths[row] > BATCH_TOKENS):
            yield batch
            batch = []
        batch.append(row)
    if batch:
        yield batch
