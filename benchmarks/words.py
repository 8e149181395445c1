"""The words of a large library in tantivy, beside FTS5: what a search costs, and what it finds.

Usage: python -m benchmarks.words --folder DIR [--asks N] [--recombined N --work DIR]

DIR of --folder is a library such as `benchmarks.asking` makes; its index of words is made where it
is not there. Milliseconds are those of the processor. With --recombined an index of so many
paragraphs is made in --work: the forms of each are the first half of one paragraph's and the second
half of another's.
"""

from __future__ import annotations

import argparse
import statistics
import time
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from tantivy import Document, Index

from benchmarks.asking import asked
from benchmarks.growth_parts import peak
from benchmarks.news import NEWS
from benchmarks.peers.reckoning import percentile
from benchmarks.search_golden import GOLDEN
from retrieval.answer.question.question import understand
from retrieval.index.words import fields, folder, making, tail
from retrieval.index.words.kept import StoredWords
from retrieval.index.words.kinds import of_paragraph, weights
from retrieval.index.words.searching import Searched, TantivyWords
from retrieval.model import Filter
from retrieval.outside import forms
from retrieval.store import words
from retrieval.store.catalogue import Catalogue

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

WANTED, BEST, TAIL = 200, 50, 20
BATCH = 16_384
FORMS = forms()
EXACT = (
    "SELECT rowid, -bm25(words, 1.0, ?) AS score FROM words WHERE words MATCH ? "
    "ORDER BY score DESC, rowid LIMIT ?"
)

Found = list[tuple[int, float]]
T = TypeVar("T")


def main() -> None:
    """Make what is not there, search, and print the tables."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--folder", type=Path, required=True)
    parser.add_argument("--asks", type=int, default=64)
    parser.add_argument("--recombined", type=int, default=0)
    parser.add_argument("--work", type=Path)
    args = parser.parse_args()
    if not (GOLDEN.exists() and NEWS.exists()):
        print("skipped: the golden news and the news corpus are not beside the project")
        return
    questions = [understand(each).terms for each in asked(args.asks)[1:]]
    with Catalogue.open(args.folder, create=False) as catalogue:
        if args.recombined:
            recombined(catalogue, args.work, args.recombined, questions)
            return
        stored = StoredWords(
            args.folder / "index", source=catalogue, forms=FORMS, title=words.TITLE_WEIGHT
        )
        if stored.status().state != "sound":
            spent = timed(stored.rebuild)[0]
            print(f"made in {spent / 1000:.0f} s of the processor, {peak():,.0f} MiB at most")
        spent, index = timed(stored.current)
        if index is None:
            print("the index of words is behind its library: run whosays reindex")
            return
        lies = args.folder / "index" / str(folder.named(args.folder / "index"))
        print(f"verified and opened in {spent:.0f} ms; {size(lies):,.0f} MiB")
        compared(catalogue, index, questions)
        filtered(catalogue, index, questions)
        grown(catalogue)
        stored.close()


def compared(
    catalogue: Catalogue, index: TantivyWords, questions: Sequence[tuple[str, ...]]
) -> None:
    """Tantivy, FTS5 within bounds, and FTS5 with every paragraph scored."""
    spent: dict[str, list[float]] = {"tantivy": [], "FTS5 within bounds": [], "FTS5 exact": []}
    among: dict[str, list[float]] = {name: [] for name in spent}
    first: dict[str, list[float]] = {name: [] for name in spent}
    for terms in questions:

        def exact(terms: tuple[str, ...] = terms) -> Found:
            with catalogue.database.reading() as connection:
                given = (words.TITLE_WEIGHT, words.any_of(terms), WANTED)
                return connection.execute(EXACT, given).fetchall()

        ways: dict[str, Callable[[], Found]] = {
            "tantivy": lambda terms=terms: index.words(terms, WANTED),  # type: ignore[misc]
            "FTS5 within bounds": lambda terms=terms: catalogue.words(terms, WANTED),  # type: ignore[misc]
            "FTS5 exact": exact,
        }
        found = {}
        for name, way in ways.items():
            took, rows = timed(way)
            spent[name].append(took)
            found[name] = [each for each, _ in rows]
        best = set(found["FTS5 exact"][:BEST])
        for name, ids in found.items():
            among[name].append(len(best & set(ids)) / max(1, len(best)))
            first[name].append(len(best & set(ids[:BEST])) / max(1, len(best)))
    print(f"\n{len(questions)} questions, {WANTED} wanted\n")
    print("| words by | p50 ms | p95 ms | best 50 found | worst | first 50 the same |")
    print("|---|--:|--:|--:|--:|--:|")
    for name, each in spent.items():
        print(
            f"| {name} | {statistics.median(each):.1f} | {percentile(each, 0.95):.1f} "
            f"| {statistics.mean(among[name]):.4f} | {min(among[name]):.2f} "
            f"| {statistics.mean(first[name]):.4f} |"
        )


def filtered(
    catalogue: Catalogue, index: TantivyWords, questions: Sequence[tuple[str, ...]]
) -> None:
    """What a filter costs, and whether as many come back as pass."""
    largest = max(catalogue.sources(), key=lambda each: each.paragraphs).source.id
    print("\n| filter | passes | tantivy p50 / p95 ms | FTS5 within bounds | as many as match |")
    print("|---|--:|--:|--:|---|")
    for name, where in (
        ("largest source", Filter(sources=(largest,))),
        ("since 2019", Filter(since="2019-01-01")),
        ("a month", Filter(since="2018-10-01", until="2018-10-31")),
        (
            "a month of that source",
            Filter(sources=(largest,), since="2018-10-01", until="2018-10-31"),
        ),
    ):
        ids, chosen = catalogue.paragraph_ids(where), catalogue.chosen(where)
        passing = set(ids.tolist())
        fast, slow, right = [], [], True
        for terms in questions[:16]:
            took, rows = timed(lambda t=terms: index.within(chosen).words(t, WANTED))  # type: ignore[misc] # noqa: B023
            fast.append(took)
            took, other = timed(lambda t=terms: catalogue.words(t, WANTED, ids))  # type: ignore[misc] # noqa: B023
            slow.append(took)
            right &= len(rows) >= len(other) and {each for each, _ in rows} <= passing
        print(f"| {name} | {len(ids):,} | {shown(fast)} | {shown(slow)} | {right} |")


def grown(catalogue: Catalogue) -> None:
    """What it takes to put some paragraphs beside the index."""
    rows = catalogue.word_rows(0, 20 * TAIL)
    kept = tail.Tail(FORMS, 57.0)
    spent = [
        timed(lambda start=start: kept.put([], rows[start : start + TAIL]))[0]  # type: ignore[misc]
        for start in range(0, len(rows), TAIL)
    ]
    print(f"\n{TAIL} more: {statistics.median(spent[1:]):.1f} ms, the first time {spent[0]:.1f}")
    gone = [row.id for row in rows[:TAIL]]
    print(f"{TAIL} less: {timed(lambda: kept.put(gone, []))[0]:.1f} ms")


def recombined(
    catalogue: Catalogue, work: Path, count: int, questions: Sequence[tuple[str, ...]]
) -> None:
    """An index of so many paragraphs put together anew, and what a search in it costs."""
    work.mkdir(parents=True)
    clock, began = time.perf_counter(), time.process_time()
    halves, last, total = [], 0, 0
    while rows := catalogue.word_rows(last, BATCH):
        for row in rows:
            kept = of_paragraph(FORMS, row.text, row.title, row.language)
            total += len(kept)
            middle = len(kept) // 2
            halves.append((" ".join(kept[:middle]), " ".join(kept[middle:])))
        last = rows[-1].id
    print(f"{len(halves):,} read and split in {time.process_time() - began:.0f} s", flush=True)
    began = time.process_time()
    index = Index(fields.schema(), path=str(work))
    writer = index.writer(making._MEMORY_BYTES, 1)
    for number in range(count):
        turn, place = divmod(number, len(halves))
        other = (place + turn * 7919) % len(halves)
        made = Document()
        made.add_integer(fields.ID, number + 1)
        made.add_text(fields.WORDS, f"{halves[place][0]} {halves[other][1]}")
        made.add_text("source", f"source{place % 100}")
        made.add_integer("article", number // 20)
        made.add_integer("published", 20_200_000 + number * 365 // count)
        made.add_integer("held", 20_200_000)
        writer.add_document(made)
    writer.commit()
    writer.wait_merging_threads()
    print(
        f"{count:,} written in {time.process_time() - began:.0f} s of the processor, "
        f"{time.perf_counter() - clock:.0f} s in all; {peak():,.0f} MiB at most; "
        f"{size(work):,.0f} MiB"
    )
    spent = timed(lambda: folder.stamps(work, {}))[0]
    opened = making.opened(work)
    print(f"its checksums take {spent:.0f} ms; {opened.searcher().num_segments} parts")
    marks = weights(words.TITLE_WEIGHT, total / len(halves))
    first = Searched(opened.searcher(), opened.schema)
    found = TantivyWords(first, None, frozenset(), FORMS, marks)
    chosen = catalogue.chosen(Filter(since="2020-01-01"))
    for name, way in (("all", found), ("with a day that passes", found.within(chosen))):
        each = [timed(lambda t=terms, w=way: w.words(t, WANTED))[0] for terms in questions]  # type: ignore[misc]
        print(f"{name}: {statistics.median(each):.1f} ms, 95 % {percentile(each, 0.95):.1f}")


def shown(spent: Sequence[float]) -> str:
    """Median and 95th percentile."""
    return f"{statistics.median(spent):.1f} / {percentile(spent, 0.95):.1f}"


def size(place: Path) -> float:
    """MiB of the files of a folder."""
    return sum(each.stat().st_size for each in place.iterdir() if each.is_file()) / 2**20


def timed(work: Callable[[], T]) -> tuple[float, T]:
    """Milliseconds of the processor, and what came of it."""
    began = time.process_time()
    found = work()
    return 1000 * (time.process_time() - began), found


if __name__ == "__main__":
    main()
