"""A graph's passes: token ids go in, in small batches of like length; a row for each comes out."""

from __future__ import annotations

import os
from concurrent.futures import ThreadPoolExecutor
from functools import cache
from typing import TYPE_CHECKING

import numpy as np
import onnxruntime

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path

    from numpy.typing import NDArray

# Padded tokens of one batch. What a layer makes of so many stays in a core's own cache: batches
# of 4,096 took half as much again of the processor, and more of what they took was padding.
BATCH_TOKENS = 384
MAX_BATCH = 64
_MOST_THREADS = 4


@cache
def _share_memory() -> None:
    """Let all sessions of this process work in one arena: each would keep its own most."""
    place = onnxruntime.OrtMemoryInfo(
        "Cpu", onnxruntime.OrtAllocatorType.ORT_ARENA_ALLOCATOR, 0, onnxruntime.OrtMemType.DEFAULT
    )
    onnxruntime.create_and_register_allocator(place, None)


def session(path: Path) -> onnxruntime.InferenceSession:
    """Open a model file for the CPU; each of its passes has the thread that calls it."""
    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = 1
    options.inter_op_num_threads = 1
    # To plan which buffers may be used again takes the square of a graph's steps: three quarters of
    # opening a judge. The arena uses them again all the same.
    options.enable_mem_reuse = False
    # A pattern is kept for each shape, and few batches have the shape of another.
    options.enable_mem_pattern = False
    options.log_severity_level = 3
    _share_memory()
    options.add_session_config_entry("session.use_env_allocators", "1")
    return onnxruntime.InferenceSession(
        str(path), sess_options=options, providers=["CPUExecutionProvider"]
    )


class Passes:
    """Runs a model file over rows of token ids, as many batches at once as there are threads.

    Cores that share one batch wait for each other at every step; with a batch each they do not.
    """

    def __init__(self, path: Path, *, pad: int = 0, threads: int = 0) -> None:
        """Open the file; `threads` 0 means all cores, at most 4. Raises what onnxruntime does."""
        self._session = session(path)
        self._pad = pad
        self._inputs = {entry.name for entry in self._session.get_inputs()}
        self._threads = threads or min(_MOST_THREADS, os.cpu_count() or 1)
        self._workers = ThreadPoolExecutor(self._threads, thread_name_prefix="passes")

    def run(
        self, ids: Sequence[Sequence[int]], types: Sequence[Sequence[int]] | None = None
    ) -> NDArray[np.float32]:
        """The graph's first output, shape (n, width), in input order; at least one row of ids.

        `types` are token types as long as the ids, all 0 where none are given.
        """

        def pass_over(rows: list[int]) -> NDArray[np.float32]:
            return self._pass(
                [ids[row] for row in rows], [types[row] for row in rows] if types else None
            )

        # The longest first: what is left over when one thread has nothing more is then short.
        chosen = list(batches([len(row) for row in ids]))[::-1]
        apart = self._threads > 1 and len(chosen) > 1
        found = list((self._workers.map if apart else map)(pass_over, chosen))
        output = np.empty((len(ids), found[0].shape[1]), dtype=np.float32)
        for rows, values in zip(chosen, found, strict=True):
            output[rows] = values
        return output

    def _pass(
        self, ids: Sequence[Sequence[int]], types: Sequence[Sequence[int]] | None
    ) -> NDArray[np.float32]:
        shape = (len(ids), max(map(len, ids)))
        tokens = np.full(shape, self._pad, dtype=np.int64)
        mask, kinds = np.zeros(shape, dtype=np.int64), np.zeros(shape, dtype=np.int64)
        for at, row in enumerate(ids):
            tokens[at, : len(row)] = row
            mask[at, : len(row)] = 1
            if types is not None:
                kinds[at, : len(row)] = types[at]
        feed = {"input_ids": tokens, "attention_mask": mask, "token_type_ids": kinds}
        output = self._session.run(None, {name: feed[name] for name in self._inputs})[0]
        return np.asarray(output, dtype=np.float32)


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
