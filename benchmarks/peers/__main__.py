"""whosays beside txtai, Haystack and LlamaIndex: the same paragraphs, questions and encoder.

Usage: python -m benchmarks.peers [--cache DIR] [--work DIR] [--articles N]
           [--events N] [--starts N] [--json FILE]

Each library is installed in an environment of its own below DIR (a temporary folder without; made
once, some 5 GB in all) and runs as a process of its own, with its documented hybrid search and
nothing tuned. whosays cuts the articles into paragraphs, and the others get those. Everything has
one thread. Questions and sentences are those of golden/news.json; the articles are its own and
others of the news corpus. Every question is put to all in turn. Where other work is done beside it,
only the times of the processor can be relied on. With --work the indexes stay in that folder, and a
run that was cut off takes those that it made.
"""

from __future__ import annotations

import argparse
import json
import sys
import tempfile
from dataclasses import asdict
from pathlib import Path

from benchmarks.news import NEWS
from benchmarks.peers import lineup, measuring, questions
from benchmarks.peers.reckoning import Measured, figures, plain, ratios, table
from benchmarks.search_golden import GOLDEN, written


def main() -> None:
    """Print the tables."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--cache", type=Path, help="where the environments are kept")
    parser.add_argument("--work", type=Path, help="where the indexes are kept")
    parser.add_argument("--articles", type=int, default=400, help="at least those of the questions")
    parser.add_argument("--events", type=int, help="ask of the first N events alone")
    parser.add_argument("--starts", type=int, default=5, help="how often each is started")
    parser.add_argument("--json", type=Path, help="a file for every single measurement")
    args = parser.parse_args()
    if not (GOLDEN.exists() and NEWS.exists()):
        print("skipped: the golden news and the news corpus are not beside the project")
        return
    with tempfile.TemporaryDirectory() as scratch:
        try:
            work = (args.work or Path(scratch) / "work").resolve()
            work.mkdir(parents=True, exist_ok=True)
            run(args, args.cache or Path(scratch) / "cache", work)
        except RuntimeError as error:
            sys.exit(str(error))


def run(args: argparse.Namespace, cache: Path, scratch: Path) -> None:
    """Install, add, start, search, and print; raises RuntimeError."""
    events = json.loads(GOLDEN.read_text("utf-8"))["events"]
    golden = dict(list(events.items())[: args.events])
    own, preparing = lineup.whosays(cache)
    contestants = own + lineup.peers(cache)
    measured = {each.name: Measured(each.name, each.installed) for each in contestants}
    ours = {article["id"] for event in golden.values() for article in event["articles"].values()}
    texts = scratch / "texts"
    if not texts.exists():
        written(golden, texts, max(0, args.articles - len(ours)))
    measuring.add(own[0], texts, scratch, measured[own[0].name])
    held = questions.held(measuring.folder(own[0], scratch))
    asked = questions.asked(golden, held)
    given = scratch / "paragraphs.jsonl"
    questions.write(held.paragraphs, given)
    for peer in contestants:
        if peer.shares is None and peer is not own[0]:
            measuring.add(peer, given, scratch, measured[peer.name])
    warming = questions.warming(golden)
    measuring.start(contestants, asked[0].question, scratch, measured, args.starts)
    measuring.search(contestants, asked, warming, scratch, measured)
    if args.json:
        every = [asdict(each) for each in measured.values()]
        args.json.write_text(json.dumps(every), "utf-8")
    lost = sum(not each for question in asked for each in question.wanted)
    total = sum(len(question.wanted) for question in asked)
    print(f"{held.articles} articles, {len(held.paragraphs)} paragraphs, {len(asked)} questions,")
    print(f"{total} sentences wanted, {lost} of them in no one paragraph.")
    print(f"whosays with what prepares its encoder once: {preparing:,.0f} MiB installed.\n")
    rows = [figures(each, asked, len(held.paragraphs)) for each in measured.values()]
    print(table(list(measured), rows, plain))
    print(f"\nThe same as parts of {own[0].name}:\n")
    print(table(list(measured), ratios(rows, 0), "{:.2f}".format))


if __name__ == "__main__":
    main()
