"""Kill -9 at random moments while an inverted file is built or extended: is what is found right?

`python -m benchmarks.index_crash` prints a table and exits with 1 if an index ever held other
vectors than the store, or was damaged. Vectors are drawn at random, and few: sizes are those at
which the engines change, made smaller.
"""

from __future__ import annotations

import sys
import tempfile
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np

from benchmarks import killing
from benchmarks.killing import Way
from benchmarks.scale.vectors import Source
from retrieval.index import engines, stored
from retrieval.index.stored import StoredIndex

if TYPE_CHECKING:
    from multiprocessing.connection import Connection

DIMENSIONS, COUNT, MORE, LESS = 48, 20_000, 4_000, 200
ASKED = 20
WAYS = ("build", "extend")


def source(way: str) -> Source:
    """The store as it is when the process is killed: to extend, it has changed since the index."""
    draws = np.random.default_rng(0)
    vectors = draws.standard_normal((COUNT + MORE, DIMENSIONS), dtype=np.float32)
    vectors /= np.linalg.norm(vectors, axis=1, keepdims=True)
    made = vectors.astype(np.float16)
    held = Source(made[:COUNT])
    if way == "extend":
        held.append(made[COUNT:])
        held.remove(np.arange(1, LESS + 1))
    return held


def opened(folder: Path, held: Source) -> StoredIndex:
    """The index in a folder, of an inverted file from 2,000 vectors on."""
    few = [replace(each, most=min(each.most, 2_000)) for each in engines._BY_SIZE[:-1]]
    engines._BY_SIZE = (*few, engines._BY_SIZE[-1])  # type: ignore[assignment]
    stored._AT_ONCE, stored._PATIENCE_SECONDS = 0, 0.0
    return StoredIndex(folder, encoder="e", dimensions=DIMENSIONS, source=held)


def make(way: str, folder: str, told: Connection) -> None:
    """Have the index made in the background, and say when that begins and ends."""
    index = opened(Path(folder), source(way))
    told.send("begins")
    index.current()
    index.wait()
    # What has been made is taken over, so that nothing is left to do.
    index.current()
    told.send("ends")
    index.close()


def wrong(way: str, folder: Path) -> tuple[str, list[str]]:
    """The state of the file, and what is wrong with the index of whoever comes next."""
    held = source(way)
    index = opened(folder, held)
    status = index.status()
    state: str = status.state
    problems = [f"the file is {state}"] if state not in {"missing", "sound", "behind"} else []
    if state != "missing":
        state += f" ({status.detail.split(', ')[1].split(';')[0]})"
    current = index.current()
    ids, vectors = held.vectors("e")
    gone = held.removed(1)
    if len(current) != len(ids) - len(gone if gone is not None else ()):
        problems.append(f"{len(current)} vectors are held")
    dice = np.random.default_rng(len(ids))
    for place in dice.choice(len(ids), size=ASKED, replace=False):
        found, scores = current.search(vectors[place], 1)
        is_gone = gone is not None and ids[place] in gone
        if (found[0] == ids[place]) == is_gone or (not is_gone and scores[0] < 0.95):
            problems.append(f"vector {ids[place]} is found as {found[0]} ({scores[0]:.3f})")
    index.close()
    return state, problems


def main(arguments: list[str] | None = None) -> int:
    """Run the rounds and print what became of them."""
    kills = killing.prepare(["benchmarks.scale.vectors"], str(__doc__), arguments)
    with tempfile.TemporaryDirectory() as place:
        file, sound = Path(place) / "file", Path(place) / "sound"
        ways = {way: Way(make, (way,), partial(wrong, way)) for way in WAYS}
        killing.killed(ways["build"], sound, None)
        ways["extend"] = replace(ways["extend"], before=sound)
        return killing.rounds(ways, file, kills)


if __name__ == "__main__":
    sys.exit(main())
