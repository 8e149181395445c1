"""Make a pack of training rows: `python -m training.packing --data DIR --out DIR [--epochs 9]`.

On a CPU, where the data is: epochs for a teacher and its students, pairs that only a teacher can
judge, and dev rows to measure by. `training.together` learns from it, on another machine or here.
"""

from __future__ import annotations

import argparse
import random
import time
from pathlib import Path
from typing import TYPE_CHECKING, Final

from retrieval.models.context import in_context
from training import coverage
from training.data import Example, load_set
from training.languages import six_pairs, six_rows
from training.mixture import taught_epoch, unlabelled_pairs
from training.packed import DEV, ENGLISH, SIX, UNLABELLED, Packer
from training.written import FOLDER, pairs, read_events

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

EPOCHS: Final = 9
# Which of the seeds: version 8 of the English judge was made of the eighth.
SEED: Final = 8
# The pairs without a label are dealt out to so many epochs, and again to the next as many.
DEALT: Final = 4
# Of the coverage kept from the judge every so many rows are measured by.
MEASURED: Final = 5


def coverage_dev(stories: Sequence[coverage.Story] | None = None) -> Iterator[Example]:
    """Yield rows of the coverage that is kept from the judge, each in its surroundings."""
    told = coverage.read_stories(coverage.DEV) if stories is None else stories
    for number, (_, report, at, row) in enumerate(coverage.pairs(told)):
        if number % MEASURED == 0:
            before = report.sentences[at - 1] if at else None
            passage = in_context(row.passage, before=before, title=report.title)
            yield Example(row.question, passage, row.target)


def add_dev(packer: Packer, data: Path) -> None:
    """Add what `DEV` names: the written news, the coverage and public sets in `data`."""
    packer.add("en.dev", 0, (row for _, row in pairs(read_events(FOLDER / "en.dev.jsonl.gz"))))
    packer.add("six.dev", 0, (row for *_, row in six_pairs(FOLDER / "six.dev.jsonl.gz")))
    packer.add("coverage.dev", 0, coverage_dev())
    for kind in DEV[3:]:
        packer.add(kind, 0, load_set(data, kind.removesuffix(".dev"), "dev"))


def pack(data: Path, epochs: int = EPOCHS, seed: int = SEED) -> Packer:
    """Gather epochs and dev rows; the same for the same seed and data."""
    packer = Packer()
    unlabelled = unlabelled_pairs(data, random.Random(f"pack-{seed}-un"))
    began = time.monotonic()
    for epoch in range(epochs):
        rng = random.Random(f"pack-{seed}-{epoch}")
        packer.add(ENGLISH, epoch, taught_epoch(data, rng))
        packer.add(SIX, epoch, six_rows(rng))
        packer.add(UNLABELLED, epoch, unlabelled[epoch % DEALT :: DEALT])
        print(f"epoch {epoch}: {len(packer)} rows, {time.monotonic() - began:.0f} s", flush=True)
    add_dev(packer, data)
    return packer


def main() -> None:
    """Pack from the command line."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, required=True, help="folder that holds stance/")
    parser.add_argument("--out", type=Path, required=True, help="folder for the pack")
    parser.add_argument("--epochs", type=int, default=EPOCHS)
    parser.add_argument("--seed", type=int, default=SEED)
    args = parser.parse_args()
    packer = pack(args.data, args.epochs, args.seed)
    packer.write(args.out)
    for file in sorted(args.out.iterdir()):
        print(f"{file.name}: {file.stat().st_size / 1e6:.1f} MB")


if __name__ == "__main__":
    main()
