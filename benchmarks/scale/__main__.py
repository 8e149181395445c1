"""What the search of vectors and words costs at 10 thousand to 10 million paragraphs.

Usage: python -m benchmarks.scale [--sizes N ...] [--real N] [--cache DIR] [--damages N]
       [--without vectors|words]

Encodes --real paragraphs of the news corpus once into DIR (a temporary folder without), and makes
as many more of them as a size asks for; benchmarks/scale/data.py says how. Times are those of the
processor, so that other work beside it does not count. Each size is a process of its own, for its
memory. Ten million take 8 GB of disk, 6 GB of memory and hours.
"""

from __future__ import annotations

import argparse
import json
import subprocess
import sys
import tempfile
from pathlib import Path

from benchmarks.news import NEWS
from benchmarks.scale import data, faults, vectors, words

ROOT = Path(__file__).resolve().parents[2]


def main() -> None:
    """Print the tables."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--sizes", type=int, nargs="+", default=[10_000, 100_000, 1_000_000])
    parser.add_argument("--real", type=int, default=20_000)
    parser.add_argument("--cache", type=Path)
    parser.add_argument("--damages", type=int, default=500)
    parser.add_argument("--without", choices=("vectors", "words"), default="")
    parser.add_argument("--one", nargs=2, help=argparse.SUPPRESS)
    args = parser.parse_args()
    if not NEWS.exists():
        print("skipped: the news corpus is not beside the project")
        return
    with tempfile.TemporaryDirectory() as scratch:
        cache = args.cache or Path(scratch)
        cache.mkdir(parents=True, exist_ok=True)
        held = data.real(cache, args.real)
        if args.one:
            print(json.dumps(one(cache, held, args.one[0], int(args.one[1]))))
            return
        print(f"{len(held.paragraphs)} real paragraphs; the rest is made of them\n")
        if args.without != "vectors":
            table(vectors.of_real(held.vectors, held.queries))
        for kind in ("vectors", "words"):
            if kind != args.without:
                rows = [
                    {"paragraphs": f"{size:,}", **row}
                    for size in args.sizes
                    for row in apart(cache, args.real, kind, size)
                ]
                table(rows)
        if args.damages:
            made = data.recombined(cache, held, 10_000)
            for line in faults.damaged(Path(scratch), made, args.damages):
                print(line)


def one(cache: Path, held: data.Real, kind: str, size: int) -> list[dict[str, object]]:
    """The rows of one size."""
    if kind == "words":
        return words.measured(words.database(cache, held, size), size)
    made = data.recombined(cache, held, size)
    with tempfile.TemporaryDirectory(dir=cache) as folder:
        return [vectors.measured(Path(folder), made, held.queries)]


def apart(cache: Path, real: int, kind: str, size: int) -> list[dict[str, object]]:
    """The rows of one size, from a process of its own."""
    command = [sys.executable, "-m", "benchmarks.scale", "--one", kind, str(size)]
    command += ["--cache", str(cache.resolve()), "--real", str(real)]
    done = subprocess.run(command, cwd=ROOT, check=True, capture_output=True, text=True)
    rows: list[dict[str, object]] = json.loads(done.stdout.splitlines()[-1])
    return rows


def table(rows: list[dict[str, object]]) -> None:
    """Print rows as a table of Markdown."""
    columns = list(rows[0])
    print("| " + " | ".join(columns) + " |")
    print("|---|" + "--:|" * (len(columns) - 1))
    for row in rows:
        print("| " + " | ".join(str(row[column]) for column in columns) + " |", flush=True)
    print()


if __name__ == "__main__":
    main()
