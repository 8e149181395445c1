"""Kill -9 at random moments while a process makes an index: the rounds, and the table of them."""

from __future__ import annotations

import argparse
import multiprocessing
import random
import shutil
import sys
import time
from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence
    from pathlib import Path


@dataclass(frozen=True, slots=True)
class Way:
    """What is done while it is killed: `make(*given, folder, told)` in a process of its own.

    It sends "begins" and "ends" to the pipe `told`. The folder has a copy of `before`, if any.
    `wrong` looks at it after a kill: its state, and what is wrong with what it holds.
    """

    make: Callable[..., None]
    given: tuple[str, ...]
    wrong: Callable[[Path], tuple[str, list[str]]]
    before: Path | None = None


def prepare(preload: Sequence[str], what: str, arguments: list[str] | None) -> int:
    """Read how many kills are wanted, and have processes forked that hold modules already."""
    parser = argparse.ArgumentParser(description=what)
    parser.add_argument("--kills", type=int, default=50)
    kills: int = parser.parse_args(arguments).kills
    multiprocessing.set_start_method("forkserver")
    multiprocessing.set_forkserver_preload(list(preload))
    return kills


def rounds(ways: Mapping[str, Way], folder: Path, kills: int) -> int:
    """Kill each way so often, print what became of the folder; 1 if anything was wrong, else 0."""
    lost: list[str] = []
    print(f"| killed while it is to | kills | at work | {folder.name} after | wrong |")
    print("|---|--:|--:|---|--:|")
    for name, way in ways.items():
        states: Counter[str] = Counter()
        before, at_work = len(lost), 0
        longest = killed(way, folder, None)[0]
        for number in range(kills):
            _, ended = killed(way, folder, random.Random(number).random() * longest)
            state, problems = way.wrong(folder)
            states[state] += 1
            at_work += not ended
            lost += problems
        found = ", ".join(f"{state} {count}" for state, count in sorted(states.items()))
        print(f"| {name} | {kills} | {at_work} | {found} | {len(lost) - before} |", flush=True)
    for line in lost:
        print(line, file=sys.stderr)
    return int(bool(lost))


def killed(way: Way, folder: Path, seconds: float | None) -> tuple[float, bool]:
    """Kill after so long, or at the end; how long it was at it, and whether it had ended."""
    shutil.rmtree(folder, ignore_errors=True)
    if way.before is not None:
        shutil.copytree(way.before, folder)
    there, sender = multiprocessing.Pipe()
    process = multiprocessing.Process(target=way.make, args=(*way.given, str(folder), sender))
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
