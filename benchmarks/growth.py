"""What grows with the library: start, ask, counts, lists, suggestions, backup, doctor, pruning.

Usage: python -m benchmarks.growth --folder DIR [--sizes 10000 100000 ...] [--keep]

Fills a library of each size with the news corpus's paragraphs put together anew (growth_library
says what is real of it), and measures each part in a process of its own: times of its processor,
not of the clock, with the ratio to the smallest size.
"""

from __future__ import annotations

import argparse
import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

from benchmarks import growth_changes, growth_library, growth_parts
from benchmarks.news import NEWS
from config.settings import Settings
from retrieval.library import Library
from retrieval.models.load import load_encoder

SIZES = (10_000, 100_000, 1_000_000)
PARTS = ("start", "asking", "reading", "typing", "whole", "adding", "pruning")


def main() -> None:
    """Fill, measure, print the tables."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--folder", type=Path, required=True, help="a million needs 4 GB there")
    parser.add_argument("--sizes", type=int, nargs="+", default=list(SIZES), metavar="PARAGRAPHS")
    parser.add_argument("--parts", nargs="+", choices=PARTS, default=list(PARTS))
    parser.add_argument("--keep", action="store_true", help="do not delete the libraries")
    parser.add_argument("--part", nargs=2, metavar=("PART", "LIBRARY"), help=argparse.SUPPRESS)
    parser.add_argument(
        "--fill", nargs=2, metavar=("PARAGRAPHS", "LIBRARY"), help=argparse.SUPPRESS
    )
    args = parser.parse_args()
    if args.fill:
        folder = Path(args.fill[1])
        key = load_encoder(Settings().models, lambda _: None).key
        growth_library.fill(folder, int(args.fill[0]), key)
        # A start finds the index built.
        with Library.open(growth_parts.settings(folder)) as library:
            library._stored.current()
        return
    if args.part:
        changes = args.part[0] in ("adding", "pruning")
        measure = getattr(growth_changes if changes else growth_parts, args.part[0])
        print(json.dumps(measure(Path(args.part[1]))))
        return
    if not NEWS.exists():
        print("skipped: the news corpus is not beside the project")
        return
    for size in args.sizes:
        _child(args.folder, "--fill", str(size), str(args.folder / str(size)))
    for part in args.parts:
        rows = {size: _measured(args.folder, part, size) for size in args.sizes}
        _print(part, rows)
    if not args.keep:
        for size in args.sizes:
            shutil.rmtree(args.folder / str(size))


def _measured(folder: Path, part: str, size: int) -> dict[str, float]:
    found: dict[str, float] = json.loads(
        _child(folder, "--part", part, str(folder / str(size))).splitlines()[-1]
    )
    return found


def _child(folder: Path, *given: str) -> str:
    """What this module prints in a process of its own, with one thread for FAISS as the bot has."""
    command = [sys.executable, "-m", "benchmarks.growth", "--folder", str(folder), *given]
    environment = {**os.environ, "OMP_NUM_THREADS": "1"}
    return subprocess.run(
        command, env=environment, check=True, stdout=subprocess.PIPE, text=True
    ).stdout


def _print(part: str, rows: dict[int, dict[str, float]]) -> None:
    sizes = list(rows)
    print(f"\n{part:<34}" + "".join(f"{size:>14,}" for size in sizes) + f"{'ratio':>10}")
    for name, first in rows[sizes[0]].items():
        last = rows[sizes[-1]][name]
        ratio = f"{last / first:.1f}" if first else "-"
        figures = "".join(f"{rows[size][name]:>14,.1f}" for size in sizes)
        print(f"{name:<34}{figures}{ratio:>10}", flush=True)


if __name__ == "__main__":
    main()
