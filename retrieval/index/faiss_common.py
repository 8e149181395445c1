"""What the engines of FAISS share: their files, and which vectors a search may look at."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

import faiss
import numpy as np

from retrieval.errors import IndexDamagedError

if TYPE_CHECKING:
    from pathlib import Path

    from numpy.typing import NDArray

# Of fewer vectors, the next one may lie outside of all; then what a unit vector may have is taken.
_TELLING = 256
# How much wider than that of the sample the range of a number in 8 bits is, at either end.
MARGIN = 0.1


def tells(sample: NDArray[np.float32]) -> bool:
    """Whether the numbers of later vectors lie where those of the sample do."""
    return len(sample) >= _TELLING


def ranged(sample: NDArray[np.float32]) -> NDArray[np.float32]:
    """What the range of each number in 8 bits is read from: the sample, where it tells enough."""
    if tells(sample):
        return sample
    widest = np.ones((1, sample.shape[1]), dtype=np.float32)
    return np.concatenate([sample, widest, -widest])


def one_thread() -> None:
    """Have FAISS use no other core for what this thread does; the setting is each thread's own."""
    faiss.omp_set_num_threads(1)


def bitmap(eligible: NDArray[np.bool_]) -> faiss.IDSelectorBitmap:
    """A selector that leaves out every position that is not eligible."""
    # The stubs of FAISS give the C++ signatures; these are those of its Python wrappers.
    return faiss.IDSelectorBitmap(np.packbits(eligible, bitorder="little"))  # type: ignore[call-arg, arg-type]


def write(index: faiss.IndexIDMap, path: Path, *after: bytes | memoryview) -> None:
    """Write an index, and what is to follow it, to a new file; on the disk when this returns.

    Raises OSError.
    """
    # Through Python's own file, because FAISS reports a full disk as any failure and not at all
    # where the last buffer fails.
    with path.open("xb") as file:
        writer = faiss.PyCallbackIOWriter(file.write)  # type: ignore[attr-defined]
        faiss.write_index(index, writer)
        # It writes what it has gathered when it goes.
        del writer
        for each in after:
            file.write(each)
        file.flush()
        os.fsync(file.fileno())


def read(path: Path, flags: int = 0) -> faiss.IndexIDMap:
    """Read what `write` wrote. FAISS takes flipped bytes as they are: check the sum before.

    Raises IndexDamagedError for what is no such file.
    """
    try:
        mapped = faiss.read_index(str(path), flags)
    except RuntimeError as error:
        raise IndexDamagedError(f"{path} cannot be read: {error}") from error
    if not isinstance(mapped, faiss.IndexIDMap):
        raise IndexDamagedError(f"{path} holds another kind of index.")
    return mapped
