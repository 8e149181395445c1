"""What `benchmarks.growth` measures of changes: adding, and pruning beside another writer."""

from __future__ import annotations

import statistics
import threading
import time
from typing import TYPE_CHECKING, Any

from benchmarks.growth_library import entry, pool
from benchmarks.growth_parts import ROUNDS, median
from retrieval.pruning import Pruning
from retrieval.store.catalogue import Catalogue

if TYPE_CHECKING:
    from pathlib import Path

    from benchmarks.growth_parts import Figures

# Articles removed, of the oldest days.
_PRUNED = 300


def adding(folder: Path) -> Figures:
    """Processor milliseconds of adding 20 paragraphs as new articles, encoding aside."""
    made = pool()
    if made is None:
        raise RuntimeError("the news corpus is not beside the project")
    with Catalogue.open(folder) as catalogue:
        (name,) = (each for (each,) in _rows(catalogue, "SELECT name FROM encoder"))
        first = catalogue.counts().articles + 10_000_000
        times = []
        for number in range(first, first + 2 * ROUNDS):
            new = entry(made, number)
            own = time.process_time()
            catalogue.add([new], encoder=name)
            took = 1000 * (time.process_time() - own)
            times.append(20 * took / len(new.draft.paragraphs))
            catalogue.remove(new.draft.article.id)
        shared = entry(made, 1).sketch
        return {
            "20 paragraphs": statistics.median(times),
            "looking for copies": median(lambda: catalogue.by_sketch(shared, 10)),
        }


def _rows(catalogue: Catalogue, query: str) -> list[tuple[Any, ...]]:
    with catalogue.database.reading() as connection:
        return connection.execute(query).fetchall()


def pruning(folder: Path) -> Figures:
    """Processor milliseconds of removing old articles, and how long another writer waits."""
    with Catalogue.open(folder) as catalogue:
        query = "SELECT published FROM article ORDER BY published LIMIT 1 OFFSET ?"
        with catalogue.database.reading() as connection:
            offset = min(_PRUNED, catalogue.counts().articles // 4)
            before = str(connection.execute(query, (offset,)).fetchone()[0])[:10]
        waits: list[float] = []
        done = threading.Event()
        other = threading.Thread(target=_writes, args=(folder, done, waits))
        other.start()
        own = time.thread_time()
        told = Pruning(catalogue, before).run()
        took = time.thread_time() - own
        done.set()
        other.join()
    return {
        "articles": told.articles,
        "an article": 1000 * took / max(1, told.articles),
        "MB given back": told.freed_bytes / 1e6,
        "a writer waits, median": statistics.median(waits),
        "a writer waits, most": max(waits),
    }


def _writes(folder: Path, done: threading.Event, waits: list[float]) -> None:
    """Write a little now and then, as keeping an answer does; the milliseconds each took."""
    with Catalogue.open(folder) as catalogue:
        while not done.wait(0.3):
            began = time.perf_counter()
            catalogue.set_setting("benchmark", "a value")
            waits.append(1000 * (time.perf_counter() - began))
