"""A collection against the index in this process, in one run, over the same made-up paragraphs.

`python -m benchmarks.milvus` fills Milvus Lite, or the server that `--uri` names, and prints how
long filling takes for each thousand paragraphs, what a small change costs, and searches with and
without a filter beside FAISS and SQLite's words: milliseconds, their ratio in the same run, and how
many of the exact results are found. For Milvus Lite, which runs in this process, they are of CPU
time; for a server of wall time. It needs whosays[milvus].
"""

from __future__ import annotations

import argparse
import random
import secrets
import sys
import tempfile
import time
from pathlib import Path
from statistics import median
from typing import TYPE_CHECKING

import numpy as np

from retrieval.index.milvus import kept
from retrieval.index.milvus.collection import Collection
from retrieval.index.milvus.kept import MilvusStored
from retrieval.index.milvus.server import Address, Server
from retrieval.index.stored import StoredIndex
from retrieval.model import Article, Draft, Filter, Paragraph, Source
from retrieval.outside import forms
from retrieval.store.catalogue import Catalogue
from retrieval.store.records import Entry

if TYPE_CHECKING:
    from collections.abc import Callable

    from numpy.typing import NDArray

ENCODER, DIMENSIONS, K = "random", 384, 200
PARAGRAPHS, BATCH = 20, 50
WORDS = [f"{one}{two}" for one in ("har", "bri", "elec", "coun", "flo", "vo", "stri", "min")
         for two in ("bour", "dge", "tion", "cil", "od", "te", "ke", "ister")]  # fmt: skip


def entry(number: int) -> Entry:
    """Article `number` of twenty paragraphs, one of ten sources, a day later each hundred."""
    dice = random.Random(number)
    texts = [
        " ".join([f"mark{number}", *dice.choices(WORDS, k=40)]) + "." for _ in range(PARAGRAPHS)
    ]
    paragraphs, start = [], 0
    for position, each in enumerate(texts, start=1):
        paragraphs.append(Paragraph(position, start, start + len(each)))
        start += len(each) + 2
    text = "\n\n".join(texts)
    source = Source(f"source-{number % 10}", f"Source {number % 10}")
    day = f"2026-{1 + number // 2800 % 12:02}-{1 + number // 100 % 28:02}"
    article = Article(
        f"{number:08d}", source, f"Title {number}", text, path=f"{number}.txt", published=day
    )
    draft = Draft(article, tuple(paragraphs), text.encode(), "text/plain")
    return Entry(draft, frozenset({number}), unit(PARAGRAPHS, number))


def unit(count: int, seed: int) -> NDArray[np.float32]:
    """Unit vectors about a few dozen centres, as those of texts are."""
    dice = np.random.default_rng(seed)
    centres = np.random.default_rng(0).standard_normal((64, DIMENSIONS))
    vectors = centres[dice.integers(64, size=count)] + dice.standard_normal((count, DIMENSIONS))
    vectors /= np.linalg.norm(vectors, axis=1, keepdims=True)
    return vectors.astype(np.float32)


class _Clock:
    """Milliseconds of what `now` gives in seconds."""

    now = staticmethod(time.process_time)


def timed(work: Callable[[], object]) -> float:
    """Milliseconds that work takes."""
    started = _Clock.now()
    work()
    return (_Clock.now() - started) * 1000


def main(arguments: list[str] | None = None) -> int:
    """Fill, change, search, and print a table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--paragraphs", type=int, default=20_000)
    parser.add_argument("--uri", default="", help="a server; Milvus Lite otherwise")
    parser.add_argument("--kind", default="HNSW")
    parser.add_argument("--queries", type=int, default=20)
    given = parser.parse_args(arguments)
    kept.AT_ONCE = sys.maxsize
    if given.uri:
        _Clock.now = staticmethod(time.perf_counter)
    with tempfile.TemporaryDirectory() as place:
        server = Server(Address(given.uri or str(Path(place) / "lite.db"), seconds=300.0))
        name = f"benchmark_{secrets.token_hex(4)}"
        collection = Collection(server, name, dimensions=DIMENSIONS, kind=given.kind, forms=forms())
        with Catalogue.open(Path(place) / "library") as catalogue:
            articles = given.paragraphs // PARAGRAPHS
            for first in range(0, articles, BATCH):
                made = [entry(each) for each in range(first, min(first + BATCH, articles))]
                catalogue.add(made, encoder=ENCODER)
            local = StoredIndex(
                Path(place) / "index", encoder=ENCODER, dimensions=DIMENSIONS, source=catalogue
            )
            remote = MilvusStored(collection, catalogue, ENCODER)
            print(f"Milvus {server.version()}, {given.paragraphs:,} paragraphs of {DIMENSIONS}\n")
            filled = timed(remote.current) / given.paragraphs * 1000
            built = timed(local.current) / given.paragraphs * 1000
            print("| | Milvus, ms | in this process, ms | ratio | of the exact found |")
            print("|---|---|---|---|---|")
            _row("filled, for 1,000 paragraphs", filled, built)
            catalogue.add([entry(articles)], encoder=ENCODER)
            _row("20 new paragraphs", timed(remote.current), timed(local.current))
            catalogue.remove(f"{0:08d}")
            _row("20 removed", timed(remote.current), timed(local.current))
            _searches(catalogue, local, remote, given.queries)
        collection.drop()
        server.close()
    return 0


def _searches(catalogue: Catalogue, local: StoredIndex, remote: MilvusStored, queries: int) -> None:
    here, there = local.current(), remote.current()
    one_source = Filter(sources=("source-3",))
    for title, where in (("200 nearest", Filter()), ("200 nearest of one source", one_source)):
        everything = where == Filter()
        narrowed = there if everything else there.within(catalogue.chosen(where))
        milvus, local_ms, found = [], [], []
        for vector in unit(queries, 10**6):
            among = None if everything else catalogue.paragraph_ids(where)
            local_ms.append(timed(lambda: here.search(vector, K, among)))  # noqa: B023
            milvus.append(timed(lambda: narrowed.search(vector, K)))  # noqa: B023
            exact = set(here.search(vector, K, among)[0].tolist())
            found.append(len(exact & set(narrowed.search(vector, K)[0].tolist())) / len(exact))
        _row(title, median(milvus), median(local_ms), sum(found) / len(found))
    milvus, local_ms = [], []
    dice = random.Random(1)
    for _ in range(queries):
        terms = [*dice.sample(WORDS, 3), f"mark{dice.randrange(100)}"]
        local_ms.append(timed(lambda: catalogue.words(terms, K)))  # noqa: B023
        milvus.append(timed(lambda: there.words(terms, K)))  # noqa: B023
    _row("200 best by four words", median(milvus), median(local_ms))


def _row(name: str, milvus: float, local: float, found: float | None = None) -> None:
    shown = "" if found is None else f"{found:.3f}"
    print(f"| {name} | {milvus:.1f} | {local:.1f} | {milvus / local:.1f} | {shown} |", flush=True)


if __name__ == "__main__":
    sys.exit(main())
