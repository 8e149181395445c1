"""The run itself: adding one after the other, starting and searching in turns."""

from __future__ import annotations

import json
import random
import shutil
import sys
from contextlib import ExitStack
from dataclasses import asdict
from typing import TYPE_CHECKING

from benchmarks.peers.line import Line, Reply
from benchmarks.peers.reckoning import DEPTHS, Measured

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from pathlib import Path

    from benchmarks.peers.lineup import Contestant
    from benchmarks.peers.questions import Asked


def add(contestant: Contestant, given: Path, scratch: Path, into: Measured) -> None:
    """Let it make its index, in a process that ends with it.

    One that was made below `scratch` before, by a run that was cut off, is taken as it is.
    """
    to = folder(contestant, scratch)
    kept = to.with_suffix(".json")
    if kept.exists():
        into.adding = Reply(**json.loads(kept.read_text("utf-8")))
        return
    told(f"{contestant.name} adds")
    shutil.rmtree(to, ignore_errors=True)
    with Line(contestant.command, contestant.variables) as line:
        into.adding = line.ask("add", given=str(given), folder=str(to))
    kept.write_text(json.dumps(asdict(into.adding)), "utf-8")


def start(
    contestants: Sequence[Contestant],
    question: str,
    scratch: Path,
    into: Mapping[str, Measured],
    times: int,
) -> None:
    """Take the time from the start of a process to its first answer, in turns.

    A first one that is not counted brings its files into memory.
    """
    for number in range(times + 1):
        told(f"start {number} of {times}")
        for contestant in contestants:
            with Line(contestant.command, contestant.variables) as line:
                line.ask("open", folder=str(folder(contestant, scratch)))
                first = line.ask("search", question=question, most=DEPTHS[-1])
                took = line.since_started()
            if number:
                into[contestant.name].starts.append((took, first.all_cpu_s))


def search(
    contestants: Sequence[Contestant],
    questions: Sequence[Asked],
    warming: Sequence[str],
    scratch: Path,
    into: Mapping[str, Measured],
) -> None:
    """Put each question to all of them before the next one, each time in another order.

    The questions come in an order of their own, so that those of one event do not follow each
    other; `searches` has them in the order given.
    """
    with ExitStack() as stack:
        lines = {
            each.name: stack.enter_context(Line(each.command, each.variables))
            for each in contestants
        }
        for each in contestants:
            lines[each.name].ask("open", folder=str(folder(each, scratch)))
            for question in warming:
                lines[each.name].ask("search", question=question, most=DEPTHS[-1])
        draw = random.Random(16)
        order, names = list(range(len(questions))), list(lines)
        draw.shuffle(order)
        replies: dict[str, dict[int, Reply]] = {name: {} for name in names}
        for done, at in enumerate(order):
            if done % 50 == 0:
                told(f"question {done} of {len(order)}")
            draw.shuffle(names)
            for name in names:
                question = questions[at].question
                replies[name][at] = lines[name].ask("search", question=question, most=DEPTHS[-1])
        for name, found in replies.items():
            into[name].searches.extend(found[at] for at in sorted(found))


def folder(contestant: Contestant, scratch: Path) -> Path:
    """Where its index is."""
    return scratch / "".join(filter(str.isalnum, contestant.shares or contestant.name))


def told(line: str) -> None:
    """Say how far it is."""
    print(line, file=sys.stderr, flush=True)
