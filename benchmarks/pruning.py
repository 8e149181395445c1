"""Kill -9 at random moments of pruning: is everything that should stay still there, and whole?

`python -m benchmarks.pruning` prints a table and exits with 1 if anything was lost or left behind.
"""

from __future__ import annotations

import argparse
import random
import subprocess
import sys
import tempfile
import time
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import TYPE_CHECKING

from benchmarks.crash import DIMENSIONS, ENCODER, ROOT, entry, unlike
from retrieval import pruning
from retrieval.answered import (
    Answer,
    Kind,
    Passage,
    Position,
    Scores,
    Searched,
    Span,
    Stance,
    Took,
)
from retrieval.index.stored import StoredIndex
from retrieval.model import Filter
from retrieval.store.catalogue import Catalogue
from retrieval.store.ledger import Ledger
from retrieval.store.pins import Pins

if TYPE_CHECKING:
    from retrieval.store.records import Entry

BEFORE = "2024-01-01"
# Articles put in ahead of each kill; of ten, seven are old and one each stays for its youth, a pin
# and a kept answer.
ADDED = 120
# The longest that a round lets the pruner work.
LONGEST_SECONDS = 0.4


def stays(number: int) -> bool:
    """Whether that article must be there at the end."""
    return number % 10 in {0, 3, 6}


def dated(number: int) -> Entry:
    """Article `number` with its date; each fifth is a copy of the one before it, in other words."""
    made = entry(number)
    day = "2024-06-01" if number % 10 == 0 else f"20{10 + number % 14}-03-05"
    article = replace(made.draft.article, published=day)
    return replace(made, draft=replace(made.draft, article=article))


def fill(folder: Path, first: int) -> None:
    """Add a round's articles, with what some of them stay for."""
    with Catalogue.open(folder) as catalogue, catalogue.writing():
        for number in range(first, first + ADDED):
            made = dated(number)
            catalogue.add([made], encoder=ENCODER)
            if number % 5 == 4:
                catalogue.refer(made.draft.article.id, f"{number - 1:08d}", [(0, 9)], 1)
            if number % 10 == 3:
                Pins(catalogue.database).add(made.draft.article.id)
            if number % 10 == 6:
                note(catalogue, made)


def note(catalogue: Catalogue, shown: Entry) -> None:
    """Keep an answer that shows the first paragraph of an article."""
    article, first = shown.draft.article, shown.draft.paragraphs[0]
    text = article.text[first.start : first.end]
    span = Span(first.start, first.end, text)
    passage = Passage(
        source=article.source, article=article.reference(), paragraph=1, start=first.start,
        end=first.end, text=text, span=span, speaker=None, origin=None, scores=Scores(1.0, 1.0),
    )  # fmt: skip
    answer = Answer(
        question=f"Is it so in article {article.id}?",
        kind=Kind.POLAR,
        covered=True,
        conflict=False,
        positions=(Position(Stance.SUPPORTS, "Says yes", (passage,)),),
        origins=(),
        silent=(),
        nearest=(),
        searched=Searched(1, 1, 1),
        took=Took(0.0, 0.0, 0.0),
    )
    Ledger(catalogue.database).note(
        server=None, channel=None, asker="1", where=Filter(), per_source=None, private=True,
        answer=answer,
    )  # fmt: skip


def prune(folder: Path) -> None:
    """Prune to the end, in many short transactions and without a pause."""
    pruning._SECONDS = 0.005
    with Catalogue.open(folder, create=False) as catalogue:
        sys.stdout.write("begun\n")
        sys.stdout.flush()
        told = pruning.Pruning(catalogue, BEFORE).run(pause=lambda _: None)
        sys.stdout.write(f"{told.articles}\n")


@dataclass
class Round:
    """What one kill left behind; `problems` is empty where all that should be there is."""

    ended: bool
    held: int = 0
    problems: list[str] = field(default_factory=list)


def kill_once(folder: Path, first: int, dice: random.Random) -> Round:
    """Add a round's articles, prune in a process that is killed, and look at what is there."""
    fill(folder, first)
    command = [sys.executable, "-m", "benchmarks.pruning", "--prune", str(folder.resolve())]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True, cwd=ROOT) as pruner:
        if pruner.stdout is None or not pruner.stdout.readline():
            raise RuntimeError("the pruner failed before it began")
        time.sleep(dice.uniform(0, LONGEST_SECONDS))
        pruner.kill()
        ended = bool(pruner.stdout.readline())
    return inspect(folder, first + ADDED, ended=ended)


def inspect(folder: Path, count: int, *, ended: bool) -> Round:
    """Check a library of the first `count` articles: what must stay is whole, nothing by halves."""
    with Catalogue.open(folder, create=False) as catalogue:
        index = StoredIndex(
            folder / "index", encoder=ENCODER, dimensions=DIMENSIONS, source=catalogue
        )
        rows = {row.ref.id: row for row in catalogue.articles()}
        found = Round(ended, held=len(rows), problems=catalogue.check())
        for number in range(count):
            held = rows.get(f"{number:08d}")
            if held is None and stays(number):
                found.problems.append(f"article {number} is lost")
            elif held is not None and not stays(number) and ended:
                found.problems.append(f"article {number} is still there")
            elif held is not None:
                found.problems.extend(unlike(catalogue, index, dated(number), number))
    return found


def main() -> int:
    """Run the rounds; 1 where anything was lost or left behind."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rounds", type=int, default=50)
    parser.add_argument("--seed", type=int, default=0)
    parser.add_argument("--prune", metavar="FOLDER", help=argparse.SUPPRESS)
    arguments = parser.parse_args()
    if arguments.prune:
        prune(Path(arguments.prune))
        return 0
    dice = random.Random(arguments.seed)
    failed = 0
    print(f"{'kill':>4} {'at its end':>10} {'held':>6}  problems")
    with tempfile.TemporaryDirectory() as scratch:
        folder = Path(scratch) / "library"
        for number in range(1, arguments.rounds + 1):
            found = kill_once(folder, (number - 1) * ADDED, dice)
            failed += bool(found.problems)
            shown = "; ".join(found.problems[:3]) or "none"
            print(
                f"{number:>4} {'yes' if found.ended else 'no':>10} {found.held:>6}  {shown}",
                flush=True,
            )
        prune(folder)
        last = inspect(folder, arguments.rounds * ADDED, ended=True)
    print(f"{arguments.rounds} kills, {failed} with problems; {last.problems or 'none'} at the end")
    return 1 if failed or last.problems else 0


if __name__ == "__main__":
    sys.exit(main())
