"""Kill -9 at random moments while an inverted file is built or extended: is what is found right?

`python -m benchmarks.index_crash` prints a table and exits with 1 if an index ever held other
vectors than the store, or was damaged. Vectors are drawn at random, and few: sizes are those at
which the engines change, made smaller.
"""

from __future__ import annotations

import argparse
import multiprocessing
import random
import shutil
import sys
import tempfile
import time
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np

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


def make(folder: str, way: str, told: Connection) -> None:
    """Have the index made in the background, and say when that begins and ends."""
    index = opened(Path(folder), source(way))
    told.send("begins")
    index.current()
    index.wait()
    # What has been made is taken over, so that nothing is left to do.
    index.current()
    told.send("ends")
    index.close()


def wrong(folder: Path, way: str) -> tuple[str, list[str]]:
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
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--kills", type=int, default=50)
    given = parser.parse_args(arguments)
    multiprocessing.set_start_method("forkserver")
    multiprocessing.set_forkserver_preload(["benchmarks.scale.vectors"])
    lost: list[str] = []
    print("| killed while it is to | kills | at work | file after | wrong |")
    print("|---|--:|--:|---|--:|")
    with tempfile.TemporaryDirectory() as place:
        sound = Path(place) / "sound"
        _made(sound, "build", None)
        for way in WAYS:
            states: dict[str, int] = {}
            before, at_work = len(lost), 0
            longest = _rounds(Path(place), way, sound, None)[0]
            for number in range(given.kills):
                dice = random.Random(number)
                _, ended = _rounds(Path(place), way, sound, dice.random() * longest)
                state, problems = wrong(Path(place) / "killed", way)
                states[state] = states.get(state, 0) + 1
                at_work += not ended
                lost += problems
            found = ", ".join(f"{name} {count}" for name, count in sorted(states.items()))
            print(
                f"| {way} | {given.kills} | {at_work} | {found} | {len(lost) - before} |",
                flush=True,
            )
    for line in lost:
        print(line, file=sys.stderr)
    return bool(lost)


def _rounds(place: Path, way: str, sound: Path, seconds: float | None) -> tuple[float, bool]:
    """Make an index and kill it after so long; how long it was at it, and whether it had ended."""
    folder = place / "killed"
    shutil.rmtree(folder, ignore_errors=True)
    if way == "extend":
        shutil.copytree(sound, folder)
    return _made(folder, way, seconds)


def _made(folder: Path, way: str, seconds: float | None) -> tuple[float, bool]:
    there, sender = multiprocessing.Pipe()
    process = multiprocessing.Process(target=make, args=(str(folder), way, sender))
    process.start()
    sender.close()
    there.recv()
    began = time.monotonic()
    if seconds is None:
        ended = there.recv() == "ends"
    else:
        time.sleep(seconds)
        ended = there.poll() and there.recv() == "ends"
    took = time.monotonic() - began
    process.kill()
    process.join()
    return took, ended


if __name__ == "__main__":
    sys.exit(main())
