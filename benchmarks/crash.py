"""Kill -9 at random moments while articles are added: is every acknowledged one still whole?

`python -m benchmarks.crash` prints a table and exits with 1 if anything was lost or half-written.
"""

from __future__ import annotations

import argparse
import random
import subprocess
import sys
import tempfile
import time
from contextlib import closing
from dataclasses import dataclass, field, replace
from hashlib import blake2b
from pathlib import Path

import numpy as np

from retrieval.index.stored import StoredIndex
from retrieval.model import Article, Draft, Paragraph, Source
from retrieval.store.catalogue import Catalogue
from retrieval.store.records import Entry

ROOT = Path(__file__).resolve().parent.parent
ENCODER = "random"
DIMENSIONS = 32
BATCH = 3
# Nothing is killed before the first article of a round, and no round is longer than this.
LONGEST_SECONDS = 0.4
WORDS = ("minister", "harbour", "election", "bridge", "council", "flood", "vote", "strike")


def entry(number: int) -> Entry:
    """Article `number`, always the same: text, paragraphs and vectors follow from it."""
    dice = random.Random(number)
    texts = [
        " ".join(["Article", f"mark{number}", *dice.choices(WORDS, k=dice.randint(5, 60))]) + "."
        for _ in range(dice.randint(1, 12))
    ]
    paragraphs, start = [], 0
    for position, each in enumerate(texts, start=1):
        paragraphs.append(Paragraph(position, start, start + len(each)))
        start += len(each) + 2
    text = "\n\n".join(texts)
    source = Source(f"source-{number % 7}", f"Source {number % 7}")
    article = Article(f"{number:08d}", source, f"Title {number}", text, path=f"{number}.txt")
    vectors = np.random.default_rng(number).standard_normal((len(texts), DIMENSIONS))
    vectors /= np.linalg.norm(vectors, axis=1, keepdims=True)
    draft = Draft(article, tuple(paragraphs), text.encode(), "text/plain")
    sketch = frozenset(_hash(each) for each in texts)
    return Entry(draft, sketch, vectors.astype(np.float32))


def _hash(text: str) -> int:
    return int.from_bytes(blake2b(text.encode(), digest_size=8).digest(), "big")


def fill(folder: Path, first: int) -> None:
    """Add articles for ever, three a transaction; a line a commit names the last one in it."""
    with Catalogue.open(folder) as catalogue:
        index = _index(catalogue)
        for number in range(first, sys.maxsize, BATCH):
            catalogue.add([entry(number + each) for each in range(BATCH)], encoder=ENCODER)
            sys.stdout.write(f"{number + BATCH - 1}\n")
            sys.stdout.flush()
            if number % 2:
                index.current()


def _index(catalogue: Catalogue) -> StoredIndex:
    folder = catalogue.folder / "index"
    return StoredIndex(folder, encoder=ENCODER, dimensions=DIMENSIONS, source=catalogue)


@dataclass
class Round:
    """What one kill left behind; `problems` is empty where nothing was lost."""

    acknowledged: int
    held: int = 0
    index: str = ""
    problems: list[str] = field(default_factory=list)


def kill_once(folder: Path, first: int, dice: random.Random) -> Round:
    """Start a writer, kill it at a random moment, and look at what is there."""
    command: list[str | Path] = [
        sys.executable,
        "-m",
        "benchmarks.crash",
        "--fill",
        folder.resolve(),
        str(first),
    ]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True, cwd=ROOT) as writer:
        if writer.stdout is None:
            raise RuntimeError("the writer has no output")
        said = [writer.stdout.readline()]
        time.sleep(dice.uniform(0, LONGEST_SECONDS))
        writer.kill()
        said += writer.stdout.readlines()
    # A line cut by the kill was not an acknowledgement yet.
    lines = [each for each in "".join(said).splitlines(keepends=True) if each.endswith("\n")]
    if not lines:
        raise RuntimeError("the writer failed before its first article")
    return inspect(folder, acknowledged=int(lines[-1]) + 1)


def inspect(folder: Path, acknowledged: int) -> Round:
    """Check the library: every article up to `acknowledged` whole, nothing by halves."""
    with closing(Catalogue.open(folder, create=False)) as catalogue:
        index = _index(catalogue)
        state = index.status().state
        rows = {row.ref.id for row in catalogue.articles()}
        found = Round(acknowledged, held=len(rows), index=state, problems=catalogue.check())
        if len(rows) % BATCH:
            found.problems.append(f"{len(rows)} articles: a transaction is there by halves")
        for number in range(max(acknowledged, len(rows))):
            if f"{number:08d}" not in rows:
                found.problems.append(f"article {number} is lost")
            else:
                found.problems.extend(unlike(catalogue, index, entry(number), number))
        if len(index.current()) != len(catalogue.paragraph_ids()):
            found.problems.append("the index is not in step")
    return found


def unlike(catalogue: Catalogue, index: StoredIndex, expected: Entry, number: int) -> list[str]:
    """In what an article differs from what was added, and where it cannot be found."""
    article = expected.draft.article
    located = {
        each.id: each
        for each in catalogue.locate([n for n, _ in catalogue.words([f"mark{number}"], 100)])
    }
    by_number = {each.number: each for each in located.values()}
    problems = []
    held = replace(catalogue.article(article.id), copy_of=None)
    if held != article or catalogue.raw(article.id) != expected.draft.raw:
        problems.append(f"article {number} is not as it was added")
    if catalogue.paragraphs(article.id) != expected.draft.paragraphs:
        problems.append(f"article {number} has other paragraphs")
    if len(by_number) != len(expected.draft.paragraphs):
        problems.append(f"article {number} is not found by its words")
    for paragraph, vector in zip(expected.draft.paragraphs, expected.vectors, strict=True):
        nearest, scores = index.current().search(vector, 1)
        if located.get(int(nearest[0])) != by_number.get(paragraph.number) or scores[0] < 1 - 1e-3:
            problems.append(f"article {number} is not found by its vectors")
    if not catalogue.by_sketch(expected.sketch, len(expected.sketch)):
        problems.append(f"article {number} has lost its sketch")
    return problems


def main() -> int:
    """Run the rounds; 1 where anything was lost or half-written."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rounds", type=int, default=50)
    parser.add_argument("--seed", type=int, default=0)
    parser.add_argument("--fill", nargs=2, metavar=("FOLDER", "FIRST"), help=argparse.SUPPRESS)
    arguments = parser.parse_args()
    if arguments.fill:
        fill(Path(arguments.fill[0]), int(arguments.fill[1]))
    dice = random.Random(arguments.seed)
    failed = 0
    print(f"{'kill':>4} {'acknowledged':>12} {'held':>6} {'index found':>12}  problems")
    with tempfile.TemporaryDirectory() as folder:
        first = 0
        for number in range(1, arguments.rounds + 1):
            found = kill_once(Path(folder) / "library", first, dice)
            first = found.held
            failed += bool(found.problems)
            shown = "; ".join(found.problems[:3]) or "none"
            print(
                f"{number:>4} {found.acknowledged:>12} {found.held:>6} {found.index:>12}  {shown}",
                flush=True,
            )
    print(f"{arguments.rounds} kills, {failed} with problems")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
