"""Watched questions: what is near, what a new article costs, and a day with kill -9.

`python -m benchmarks.watches near` compares, over GOLDEN (../shared/golden/news.json) and articles
of the news corpus, which articles a question is asked again for at several values of
`watch.nearness`; even and odd events apart. `cost` prints what a look at one new article takes with
10, 1,000 and 10,000 watches, whose questions are headlines. `day` simulates a day of 500 articles
and 200 watches over plain answers, killed ten times, and exits with 1 where news were lost or
posted twice.
"""

from __future__ import annotations

import argparse
import sys
import tempfile
import time
from collections import Counter
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np

from benchmarks.news import articles, write
from benchmarks.watched_day import Board, run_day, simulate
from benchmarks.watched_near import find_near
from config.settings import LibrarySettings, Settings, load_settings
from retrieval.answer.question.question import understand
from retrieval.errors import QuestionError
from retrieval.library import Library
from retrieval.model import Filter
from retrieval.store.watch_records import Watch
from retrieval.watching.watcher import Watcher

if TYPE_CHECKING:
    from collections.abc import Iterator

    from numpy.typing import NDArray


def cost(counts: tuple[int, ...], news: int) -> None:
    """Print what a look takes, and how many questions are then asked again."""
    with tempfile.TemporaryDirectory() as folder:
        models = load_settings().models
        settings = Settings(
            library=LibrarySettings(path=Path(folder) / "library", seeds=False), models=models
        )
        with Library.open(settings) as library:
            files = write(Path(folder) / "news", news, part=2)
            questions = list(islice(_headlines(), max(counts)))
            vectors = library.vectors(questions, query=True)
            print("watches, ms a look at one new article, ms of the processor, of them asked again")
            watched, added = 0, 0
            for count in counts:
                while watched < count:
                    _watch(library, questions[watched], vectors[watched])
                    watched += 1
                watcher = Watcher(library, settings, "terminal")
                watcher.look()
                spent, worked, marked, share = [], [], 0, news // len(counts)
                for path in files[added : added + share]:
                    list(library.add([path]))
                    started, before = time.perf_counter(), time.process_time()
                    marked += watcher.look()
                    worked.append(1000 * (time.process_time() - before))
                    spent.append(1000 * (time.perf_counter() - started))
                added += share
                figures = (np.median(spent), np.median(worked), marked / share)
                print(f"{count:7,}" + "".join(f"  {each:8.1f}" for each in figures))


def _headlines() -> Iterator[str]:
    seen = set()
    for part in (1, 3):
        for article in articles(part):
            try:
                canonical = understand(article["title"]).canonical
            except QuestionError:
                continue
            if canonical not in seen:
                seen.add(canonical)
                yield canonical


def _watch(library: Library, question: str, vector: NDArray[np.float32]) -> None:
    watch = Watch(
        id="", door="terminal", question=question, canonical=question, where=Filter(),
        cadence="once", at="2026-01-01T00:00:00+00:00", asked=time.time(),
        generation=library.generation,
    )  # fmt: skip
    library.watches.add(watch, (), encoder=library.encoder_key, vector=vector)


def day(count: int, watches: int, kills: int) -> None:
    """Print how the day went; exits with 1 where news were lost or told twice."""
    with tempfile.TemporaryDirectory() as folder:
        started = time.perf_counter()
        wrong = simulate(Path(folder), count, watches, kills)
        posted = Board(Path(folder) / "board.jsonl").read()
        items = Counter(item[0] for each in posted for item in each["items"])
    print(f"articles {count}, watches {watches}, kills {kills}")
    print(f"posts {len(posted)}, new passages {items['new']}, gone {items['gone']}")
    print(f"wrong {len(wrong)}; {time.perf_counter() - started:.0f} s")
    for line in wrong[:20]:
        print(line)
    if wrong:
        sys.exit(1)


def main() -> None:
    """Run what is asked for."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--run", type=Path, help=argparse.SUPPRESS)
    parser.add_argument("part", choices=("near", "cost", "day"))
    parser.add_argument("--articles", type=int, default=500)
    parser.add_argument("--watches", type=int, default=200)
    parser.add_argument("--kills", type=int, default=10)
    chosen = parser.parse_args()
    if chosen.run is not None:
        run_day(chosen.run, chosen.articles, chosen.watches)
    elif chosen.part == "near":
        find_near(chosen.articles)
    elif chosen.part == "cost":
        cost((10, 1_000, 10_000), min(chosen.articles, 30))
    else:
        day(chosen.articles, chosen.watches, chosen.kills)


if __name__ == "__main__":
    main()
