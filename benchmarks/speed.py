"""Time and memory, each as a ratio to something measured in the same run.

Usage: python -m benchmarks.speed [--articles N]

- a warm ask against its model passes alone, replayed with the same inputs;
- adding the news corpus's first articles against encoding their paragraphs alone;
- a cold `whosays ask` against a cold import and load of sentence-transformers alone.
"""

from __future__ import annotations

import argparse
import json
import os
import statistics
import subprocess
import sys
import tempfile
import time
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

from benchmarks.installed import environment
from benchmarks.news import NEWS, write
from config.settings import LibrarySettings, Settings
from retrieval.library import Library

if TYPE_CHECKING:
    from collections.abc import Callable

QUESTIONS = (
    "Did Putin congratulate Trump?",
    "Has the Kremlin denied the reports of private congratulations?",
    "Does Russia prefer Trump to Harris?",
    "Can Trump end the war in Ukraine overnight?",
    "Who congratulated Trump?",
)
ROUNDS = 9
COLD_RUNS = 5
_LOAD = (
    "import sys; from sentence_transformers import SentenceTransformer; "
    "SentenceTransformer(sys.argv[1], device='cpu').encode(['Did Putin congratulate Trump?'])"
)


def warm() -> dict[str, float]:
    """Milliseconds of a warm ask, and of its encoder and stance passes alone, medians."""
    with tempfile.TemporaryDirectory() as scratch:
        settings = Settings(library=LibrarySettings(path=Path(scratch)))
        with Library.open(settings) as library:
            asks, passes = [], []
            for question in QUESTIONS:
                calls = _recorded(library, question)
                asks.append(_median(partial(library.ask, question)))
                passes.append(_median(partial(_replay, calls)))
    return {"ask_ms": statistics.mean(asks), "alone_ms": statistics.mean(passes)}


def _replay(calls: list[tuple[Callable[..., Any], tuple[Any, ...]]]) -> None:
    for run, given in calls:
        run(*given)


def _recorded(library: Library, question: str) -> list[tuple[Callable[..., Any], tuple[Any, ...]]]:
    """The model calls of a warm ask, to be run again."""
    library.ask(question)
    calls: list[tuple[Callable[..., Any], tuple[Any, ...]]] = []
    answerer = library._engines.answerer
    encode, judge = answerer._encoder.encode, answerer._stance.judge

    def encoding(texts: list[str], *, query: bool = False) -> object:
        calls.append((encode, (texts,)))
        return encode(texts, query=query)

    def judging(pairs: list[tuple[str, str]]) -> object:
        calls.append((judge, (pairs,)))
        return judge(pairs)

    vars(answerer._encoder)["encode"], vars(answerer._stance)["judge"] = encoding, judging
    library.ask(question)
    del vars(answerer._encoder)["encode"], vars(answerer._stance)["judge"]
    return calls


def adding(count: int) -> dict[str, float]:
    """Seconds of adding articles, and of encoding the same paragraphs alone."""
    with tempfile.TemporaryDirectory() as scratch:
        paths = write(Path(scratch) / "texts", count)
        settings = Settings(library=LibrarySettings(path=Path(scratch) / "library", seeds=False))
        with Library.open(settings) as library:
            encoder = library._engines.encoder
            encoder.encode(["Warm."])
            started = time.perf_counter()
            held = [added.article.id for added in library.add(paths) if added.article is not None]
            took = time.perf_counter() - started
            texts: list[str] = []
            for article in dict.fromkeys(held):
                found, paragraphs = library.show(article)
                texts += [found.text[each.start : each.end] for each in paragraphs]
            started = time.perf_counter()
            for at in range(0, len(texts), 512):
                encoder.encode(texts[at : at + 512])
            alone = time.perf_counter() - started
    return {"add_s": took, "alone_s": alone, "articles": len(held), "paragraphs": len(texts)}


def _median(run: Callable[[], object]) -> float:
    times = []
    for _ in range(ROUNDS):
        started = time.perf_counter()
        run()
        times.append((time.perf_counter() - started) * 1000)
    return statistics.median(times)


def _child(command: list[str]) -> tuple[float, float, bytes]:
    """Wall seconds, peak memory in MiB and output of a command; raises where it fails."""
    with tempfile.TemporaryFile() as out:
        started = time.perf_counter()
        process = subprocess.Popen(
            command, stdout=out, stderr=subprocess.DEVNULL, env=environment()
        )
        _, status, usage = os.wait4(process.pid, 0)
        took = time.perf_counter() - started
        process.returncode = os.waitstatus_to_exitcode(status)
        if process.returncode:
            raise RuntimeError(f"{command} failed")
        out.seek(0)
        return took, usage.ru_maxrss / 1024, out.read()


def _cold(command: list[str]) -> tuple[float, float]:
    # The first compiles the modules and reads the files.
    runs = [_child(command) for _ in range(COLD_RUNS + 1)][1:]
    return statistics.median(run[0] for run in runs), max(run[1] for run in runs)


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--articles", type=int, default=5000, help="how many to add; 0 for none")
    parser.add_argument("--part", choices=["warm", "adding"], help=argparse.SUPPRESS)
    args = parser.parse_args()
    if args.part:
        print(json.dumps(warm() if args.part == "warm" else adding(args.articles)))
        return
    here = [sys.executable, "-m", "benchmarks.speed", "--articles", str(args.articles), "--part"]
    _, memory, out = _child([*here, "warm"])
    told = json.loads(out)
    print(
        f"warm ask {told['ask_ms']:.0f} ms, model passes alone {told['alone_ms']:.0f} ms:", end=" "
    )
    print(f"ratio {told['ask_ms'] / told['alone_ms']:.2f}; peak memory {memory:.0f} MiB")
    _cold_ask()
    if not args.articles:
        return
    if not NEWS.exists():
        print("adding: skipped, the news corpus is not beside the project")
        return
    _, memory, out = _child([*here, "adding"])
    told = json.loads(out)
    print(f"adding {told['articles']} articles ({told['paragraphs']} paragraphs)", end=" ")
    print(f"{told['add_s']:.0f} s, encoding alone {told['alone_s']:.0f} s:", end=" ")
    print(f"ratio {told['add_s'] / told['alone_s']:.2f}; peak memory {memory:.0f} MiB")


def _cold_ask() -> None:
    from retrieval.models.load import locate  # noqa: PLC0415

    whosays = str(Path(sys.executable).with_name("whosays"))
    with tempfile.TemporaryDirectory() as scratch:
        here = ["--library", scratch, "--create"]
        ask, memory = _cold([whosays, "ask", QUESTIONS[0], "--json", *here])
    load, other = _cold([sys.executable, "-c", _LOAD, locate("all-MiniLM-L6-v2")])
    print(f"cold ask {ask:.2f} s, sentence-transformers alone {load:.2f} s:", end=" ")
    print(f"ratio {ask / load:.2f}; peak memory {memory:.0f} and {other:.0f} MiB")


if __name__ == "__main__":
    main()
