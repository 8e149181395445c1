"""Kill -9 at random moments while a collection is filled: does the next process go on from there?

`python -m benchmarks.milvus_crash` fills Milvus Lite, which runs in the process that is killed, so
that the server dies with it. Between two kills articles are added and removed. It prints a table
and exits with 1 if the collection ever holds other paragraphs than the library. It needs
whosays[milvus].
"""

from __future__ import annotations

import argparse
import multiprocessing
import random
import sys
import tempfile
import time
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np

from benchmarks.crash import DIMENSIONS, ENCODER, entry
from retrieval.index.milvus import filling
from retrieval.index.milvus.collection import Collection
from retrieval.index.milvus.server import Address, Server
from retrieval.outside import forms
from retrieval.store.catalogue import Catalogue

if TYPE_CHECKING:
    from multiprocessing.connection import Connection

    from retrieval.index.milvus.filling import Standing

BATCH = 25
ADDED = 40
REMOVED = 3
# The client and the embedded server take longer to load than a round to fill.
PRELOADED = ["pymilvus", "milvus_lite.server_manager", "benchmarks.crash", "retrieval.outside"]


def collection(server: Server) -> Collection:
    """The one that is filled."""
    return Collection(server, "crash", dimensions=DIMENSIONS, kind="FLAT", forms=forms())


def fill(folder: str, uri: str, ready: Connection) -> None:
    """Bring the collection in step, and say when that begins and each batch that is in."""
    filling.BATCH = BATCH
    server = Server(Address(uri, seconds=60.0))
    with Catalogue.open(Path(folder)) as catalogue:
        step = filling.Filling(collection(server), catalogue, ENCODER)
        standing = step.look()
        ready.send(("begins", standing.state, standing.backlog))
        step.bring(standing, lambda done: ready.send(("done", "", done)))
    ready.send(("ends", "", 0))


def held(folder: str, uri: str, answer: Connection) -> None:
    """What is wrong with the collection once it is in step, as lines."""
    filling.BATCH = 500
    server = Server(Address(uri, seconds=60.0))
    with Catalogue.open(Path(folder)) as catalogue:
        made = collection(server)
        step = filling.Filling(made, catalogue, ENCODER)
        before: Standing = step.look()
        step.bring(before)
        ids, vectors = catalogue.vectors(ENCODER)
        problems = []
        if made.count() - 1 != len(ids):
            problems.append(f"{made.count() - 1} paragraphs instead of {len(ids)}")
        dice = np.random.default_rng(len(ids))
        for place in dice.choice(len(ids), size=min(20, len(ids)), replace=False):
            (found, *_) = made.nearest(vectors[place], 1, "", fresh=True)
            if found[0] != ids[place] or not np.isclose(found[1], 1.0, atol=1e-4):
                problems.append(f"paragraph {ids[place]} is found as {found}")
    answer.send((before.state, before.backlog, problems))


def main(arguments: list[str] | None = None) -> int:
    """Run the rounds and print what became of them."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--kills", type=int, default=50)
    parser.add_argument("--seed", type=int, default=0)
    given = parser.parse_args(arguments)
    dice = random.Random(given.seed)
    multiprocessing.set_start_method("forkserver")
    multiprocessing.set_forkserver_preload(PRELOADED)
    lost: list[str] = []
    states: dict[str, int] = {}
    batches = 0
    with tempfile.TemporaryDirectory() as place:
        folder, uri = str(Path(place) / "library"), str(Path(place) / "server.db")
        with Catalogue.open(Path(folder)) as catalogue:
            for number in range(given.kills):
                _change(catalogue, dice, number)
                state, done = _killed(folder, uri, dice)
                states[state] = states.get(state, 0) + 1
                batches += done
                if number % 10 == 9 or number == given.kills - 1:
                    there, receiver = multiprocessing.Pipe()
                    process = multiprocessing.Process(target=held, args=(folder, uri, receiver))
                    process.start()
                    _, _, problems = there.recv()
                    process.join()
                    lost += problems
                    print(f"{number + 1} kills, {len(catalogue.paragraph_ids())} paragraphs held: "
                          f"{len(problems)} wrong", flush=True)  # fmt: skip
    print()
    print("| kills | found at the start | batches in before | wrong paragraphs |")
    print("|---|---|---|---|")
    found = ", ".join(f"{name} {count}" for name, count in sorted(states.items()))
    print(f"| {given.kills} | {found} | {batches} | {len(lost)} |")
    for line in lost:
        print(line, file=sys.stderr)
    return bool(lost)


def _change(catalogue: Catalogue, dice: random.Random, number: int) -> None:
    first = number * ADDED
    catalogue.add([entry(each) for each in range(first, first + ADDED)], encoder=ENCODER)
    for row in dice.sample(catalogue.articles(), REMOVED):
        catalogue.remove(row.ref.id)


def _killed(folder: str, uri: str, dice: random.Random) -> tuple[str, int]:
    """Fill and kill at a random moment; how the collection stood, and the batches that were in."""
    there, sender = multiprocessing.Pipe()
    process = multiprocessing.Process(target=fill, args=(folder, uri, sender))
    process.start()
    sender.close()
    state, done = "killed before", 0
    try:
        kind, state, backlog = there.recv()
        # Some rounds are killed while the first row goes in, some when all is done.
        wanted = dice.randint(0, backlog // BATCH + 1)
        while kind != "ends" and done < wanted:
            kind, _, _ = there.recv()
            done += kind == "done"
        time.sleep(dice.random() * 0.1)
    except EOFError:
        pass
    process.kill()
    process.join()
    return state, done


if __name__ == "__main__":
    sys.exit(main())
