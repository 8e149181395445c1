"""A whole ask in a large library: what it costs outside its model passes, part by part.

Usage: python -m benchmarks.asking --real DIR --folder DIR [--paragraphs N] [--asks N]

DIR of --real is a library with the articles of golden/news.json, as `benchmarks.search --library`
and `benchmarks.peers --work` leave one; --folder is where the large one is made of it, or found
(asking_library says what is real of it). Each question is asked once, so that its sentences have
not been seen before. Milliseconds are those of the asking thread's processor, with one thread each
for the models and FAISS.
"""

from __future__ import annotations

import argparse
import json
import random
import statistics
import time
from pathlib import Path

from benchmarks import asking_library
from benchmarks.growth_parts import Parts, peak
from benchmarks.news import NEWS
from benchmarks.peers.reckoning import percentile
from benchmarks.search_golden import GOLDEN
from config.settings import LibrarySettings, ModelSettings, Settings
from retrieval.index.base import WordIndex
from retrieval.library import Library
from retrieval.models.load import load_encoder

# Of the catalogue: what is looked at by itself.
READ = (
    "words", "places", "places_in", "languages_of", "sentences", "article", "paragraphs",
    "counts", "passing", "languages",
)  # fmt: skip


def main() -> None:
    """Make the library where there is none, ask, and print the table."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--real", type=Path, required=True)
    parser.add_argument("--folder", type=Path, required=True, help="a million needs 5 GB there")
    parser.add_argument("--paragraphs", type=int, default=1_000_000)
    parser.add_argument("--asks", type=int, default=64)
    args = parser.parse_args()
    if not (GOLDEN.exists() and NEWS.exists()):
        print("skipped: the golden news and the news corpus are not beside the project")
        return
    settings = Settings(
        library=LibrarySettings(path=args.folder, seeds=False), models=ModelSettings(threads=1)
    )
    if not args.folder.exists():
        key = load_encoder(settings.models, lambda _: None).key
        asking_library.fill(args.real, args.folder, args.paragraphs, key)
        with Library.open(settings) as library:
            library.reindex()
    started = time.process_time()
    with Library.open(settings) as library:
        table(library, asked(args.asks), started)


def asked(count: int) -> list[str]:
    """So many of the golden questions, in an order of their own, after one that warms up."""
    events = json.loads(GOLDEN.read_text("utf-8"))["events"].values()
    questions = [each["question"] for event in events for each in event["questions"]]
    random.Random(16).shuffle(questions)
    return questions[: count + 1]


def table(library: Library, questions: list[str], started: float) -> None:
    """Ask each question once and print what the parts took."""
    library.ask(questions[0])
    first = time.process_time() - started
    answerer, catalogue = library._engines.answerer, library._catalogue
    parts = Parts()
    parts.watch(answerer._encoder, "encode", "models")
    parts.watch(answerer._stance, "judge", "models")
    current = library._stored.current()
    parts.watch(type(current), "search", "index")
    if isinstance(current, WordIndex):
        parts.watch(type(current), "words", "index: words")
    parts.watch(library._stored, "current", "index in step")
    for name in READ:
        parts.watch(catalogue, name, f"read: {name}")
    parts.watch(library, "ask", "ask")
    rows = []
    covered = 0
    for question in questions[1:]:
        covered += library.ask(question).covered
        row = parts.taken()
        row["outside models"] = row["ask"] - row["models"]
        row["ours"] = row["outside models"] - sum(
            spent for name, spent in row.items() if name.startswith(("index", "read"))
        )
        rows.append(row)
    held = catalogue.counts()
    print(f"{held.articles:,} articles, {held.paragraphs:,} paragraphs; {len(rows)} questions,")
    print(f"{covered} covered; {peak():,.0f} MiB at most; the first answer after {first:.1f} s.\n")
    print("| | median ms | 95 % ms |\n|---|--:|--:|")
    for name in rows[0]:
        spent = [row.get(name, 0.0) for row in rows]
        print(f"| {name} | {statistics.median(spent):.1f} | {percentile(spent, 0.95):.1f} |")


if __name__ == "__main__":
    main()
