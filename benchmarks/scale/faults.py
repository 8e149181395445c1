"""Flipped bytes and cut ends in the file of each engine: is any of them searched?"""

from __future__ import annotations

import random
import shutil
from typing import TYPE_CHECKING

import numpy as np

from benchmarks.scale.vectors import Source
from retrieval.index import manifest
from retrieval.index.engines import ENGINES
from retrieval.index.stored import StoredIndex

if TYPE_CHECKING:
    from pathlib import Path

    from numpy.typing import NDArray

_COUNT = 2000


def damaged(folder: Path, vectors: NDArray[np.float16], times: int) -> list[str]:
    """A line an engine: how many of so many damages were noticed, and what was searched after."""
    vectors = vectors[:_COUNT]
    source = Source(vectors)
    lines = []
    for name, engine in sorted(ENGINES.items()):
        part = engine.create(vectors.shape[1])
        part.add(*source.vectors("e"))
        sound = folder / name
        manifest.write(sound, part, encoder="e", engine=name, generation=1, token=1)
        noticed = searched = 0
        for number in range(times):
            copy = folder / "damaged"
            shutil.rmtree(copy, ignore_errors=True)
            shutil.copytree(sound, copy)
            _damage(copy, random.Random(number))
            index = StoredIndex(copy, encoder="e", dimensions=vectors.shape[1], source=source)
            noticed += index.status().state == "damaged"
            # Rebuilt, each vector is its own nearest, and exactly so.
            for at in (0, _COUNT // 2, _COUNT - 1):
                query = vectors[at].astype(np.float32)
                ids, scores = index.current().search(query, 1)
                wrong = ids[0] != at + 1 or abs(scores[0] - query @ query) > 1e-5
                searched += bool(wrong)
            index.close()
        lines.append(f"{name}: {noticed} of {times} noticed, {searched} searched")
    return lines


def _damage(folder: Path, dice: random.Random) -> None:
    (path,) = folder.glob("vectors-*.index")
    content = bytearray(path.read_bytes())
    if dice.random() < 0.2:
        del content[dice.randrange(len(content)) :]
    else:
        content[dice.randrange(len(content))] ^= dice.randint(1, 255)
    path.write_bytes(content)
