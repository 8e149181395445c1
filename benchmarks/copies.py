"""How well copies are told from other articles, on constructed and real pairs.

    python -m benchmarks.copies [--data DIR] [--articles N] [--show N]

Constructed pairs are articles and lightly edited versions of themselves; other articles of the same
day and topic from another site are the negatives. Real pairs are every two articles that share a
fifth of a sketch; they have no labels, so they are counted by what they share and by the decision.
The news texts belong to their publishers: nothing but counts is printed, but with --show, which
lists that many of the pairs for somebody to judge by hand.
"""

from __future__ import annotations

import argparse
import gzip
import json
import random
import re
from collections import Counter, defaultdict
from dataclasses import dataclass
from itertools import combinations
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from benchmarks.edits import CHANGES, EDITS, changed
from benchmarks.extraction import load as pages
from benchmarks.flatten import by_blocks
from retrieval.ingest.copies import candidates_least, containment, is_copy, sketch
from retrieval.ingest.differences import statements
from retrieval.ingest.plain import read_plain

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from benchmarks.extraction import Sample

_FEWEST_WORDS = 80
_COMMON_HASH = 300
_MUCH, _MUCH_ONE_SITE = 0.5, 0.7
_BANDS = ((0.0, 0.3), (0.3, 0.5), (0.5, 0.7), (0.7, 0.85), (0.85, 1.01))


@dataclass(frozen=True, slots=True)
class News:
    """What the benchmark needs of an article."""

    site: str
    day: str | None
    topic: str
    text: str
    title: str


def load(data: Path, limit: int) -> list[News]:
    """The first articles of the corpus that are not mere stubs."""
    found: list[News] = []
    for path in sorted(data.glob("articles.part*.jsonl.gz")):
        with gzip.open(path, "rt", encoding="utf-8") as lines:
            for line in lines:
                row = json.loads(line)
                if len(row["text"].split()) >= _FEWEST_WORDS:
                    site = (urlsplit(row["url"]).hostname or "").removeprefix("www.")
                    found.append(
                        News(site, row["published"], row["topic"], row["text"], row["title"])
                    )
                if len(found) == limit:
                    return found
    return found


def main() -> None:
    """Print the tables."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("--data", type=Path, default=Path("../shared/data/news"))
    parser.add_argument("--pages", type=Path, default=Path("../shared/data/extraction"))
    parser.add_argument("--articles", type=int, default=5000)
    parser.add_argument("--show", type=int, default=0)
    options = parser.parse_args()
    news = load(options.data, options.articles)
    rng = random.Random(0)
    if not options.show:
        _constructed(rng.sample(news, min(300, len(news))), news, rng)
        _opposite(random.Random(1).sample(news, min(300, len(news))), random.Random(2))
    pairs = _real(news)
    if not options.show:
        _near(pairs)
        _dumps(pages(options.pages))
    rng.shuffle(pairs)
    # Those that were decided closely first: most candidates share a page's furniture and no more.
    for first, second, most in sorted(pairs, key=_doubt)[: options.show]:
        _show(first, second, most)


def _constructed(sample: Sequence[News], news: Sequence[News], rng: random.Random) -> None:
    hits = total = candidates = 0
    print(f"{'edit':<24}{'recall':>8}{'candidate':>11}")
    for edit in EDITS:
        found = offered = 0
        for article in sample:
            edited = edit(article.text, rng)
            found += is_copy(article.text, edited)
            query, held = sketch(edited), sketch(article.text)
            offered += len(query & held) >= candidates_least(len(query))
        name = edit.__name__.replace("_", " ")
        print(f"{name:<24}{found / len(sample):>8.3f}{offered / len(sample):>11.3f}")
        hits, total, candidates = hits + found, total + len(sample), candidates + offered
    others = list(same_event(news))
    rng.shuffle(others)
    others = others[: len(EDITS) * len(sample)]
    wrong = sum(is_copy(one.text, other.text) for one, other in others)
    print(f"{'all':<24}{hits / total:>8.3f}{candidates / total:>11.3f}")
    print(
        f"{len(others)} pairs of one day and topic from two sites: {wrong} called copies; "
        f"precision {hits / (hits + wrong or 1):.3f} if every one of those were wrong"
    )


def _opposite(sample: Sequence[News], rng: random.Random) -> None:
    """How many single changes of meaning are found, as sentences of the copy's own."""
    print(f"\n{'one change':<28}{'pairs':>7}{'copies':>8}{'found':>7}{'noisy':>8}{'found':>7}")
    for kind in CHANGES:
        counts = []
        for noisy in (False, True):
            pairs = copies = found = 0
            for article in sample:
                made = changed(article.text, kind, rng, noisy=noisy)
                if made is None:
                    continue
                text, (start, end) = made
                pairs += 1
                # What is no copy at all is an article of its own anyhow.
                copies += is_copy(text, article.text)
                own = statements(text, article.text)
                found += any(a < end and b > start for a, b in own)
            counts += [pairs, copies, found] if not noisy else [copies, found]
        print(f"{kind:<28}" + "{:>7}{:>8}{:>7}{:>8}{:>7}".format(*counts))
    print("only other form:", end=" ")
    near = 0
    for article in sample:
        rest = article.text.replace("’", "'").replace("“", '"').replace("”", '"')
        # Where there is a dateline, another one before it would be none.
        if not re.match(r"[^.]{0,70}(?:\s[-–—]|--)", rest):
            rest = f"CITY, May 3 (Agency) - {rest}"
        text = f"{rest}\n\nReporting by A. Writer; editing by B. Reader"
        near += bool(statements(text, article.text))
    print(f"{near} of {len(sample)} called near copies")


def _near(pairs: Sequence[tuple[News, News, float]]) -> None:
    """Of the real copies, how many have sentences of their own, and how many."""
    print(
        f"\n{'real copies':<14}{'all':>6}{'the same':>10}{'near':>6}{'sentences of their own':>24}"
    )
    for same in (False, True):
        counts = [
            len(statements(first.text, second.text, page=same))
            for first, second, _ in pairs
            if (first.site == second.site) is same and is_copy(first.text, second.text)
        ]
        own = sorted(count for count in counts if count)
        name = "one site" if same else "two sites"
        shown = f"{own[len(own) // 2]} in the middle, {own[-1]} at most" if own else "-"
        print(f"{name:<14}{len(counts):>6}{len(counts) - len(own):>10}{len(own):>6}{shown:>24}")


def _dumps(pages: Sequence[Sample]) -> None:
    """Pages flattened to a dump, against their article's clean text: near copies by noise?"""
    counts = []
    for page in pages:
        clean, dump = (
            "\n\n".join(read_plain(text).paragraphs)
            for text in (page.article, by_blocks(page.html))
        )
        if is_copy(dump, clean):
            counts.append(
                (
                    len(statements(dump, clean, page=True)),
                    len(statements(clean, dump, page=True)),
                )
            )
    for name, found in zip(("the dump", "the clean text"), zip(*counts, strict=True), strict=True):
        own = sorted(each for each in found if each)
        middle = own[len(own) // 2] if own else 0
        print(
            f"{name} of {len(found)} pages as the copy: {len(found) - len(own)} the same, "
            f"{len(own)} near, {middle} sentences of its own in the middle"
        )


def same_event(news: Sequence[News]) -> Iterator[tuple[News, News]]:
    """Pairs of articles of the same day and topic, from different sites."""
    groups: dict[tuple[str, str], list[News]] = defaultdict(list)
    for article in news:
        if article.day:
            groups[article.day, article.topic].append(article)
    for group in groups.values():
        for one, other in combinations(group, 2):
            if one.site != other.site:
                yield one, other


def _doubt(pair: tuple[News, News, float]) -> int:
    """0 for what is called a copy, then what shares much, then all others."""
    first, second, most = pair
    if is_copy(first.text, second.text):
        return 0
    return 1 if most >= (_MUCH_ONE_SITE if first.site == second.site else _MUCH) else 2


def _show(first: News, second: News, most: float) -> None:
    copy = is_copy(first.text, second.text)
    print(f"\n{'copy' if copy else 'other'}, {most:.2f} shared")
    for each in (first, second):
        words = " ".join(each.text.split()[:12])
        size = len(each.text.split())
        print(f"  {each.site} {each.day} {size} | {each.title[:60]} | {words}")


def _real(news: Sequence[News]) -> list[tuple[News, News, float]]:
    """Count the pairs that are candidates; gives them with the part that they share."""
    sketches = [sketch(article.text) for article in news]
    holders: dict[int, list[int]] = defaultdict(list)
    for at, hashes in enumerate(sketches):
        for one in hashes:
            holders[one].append(at)
    pairs = []
    table: Counter[tuple[tuple[float, float], bool, bool]] = Counter()
    for at, hashes in enumerate(sketches):
        shared = Counter(
            other
            for one in hashes
            if len(holders[one]) < _COMMON_HASH
            for other in holders[one]
            if other < at
        )
        for other, count in shared.items():
            if count < candidates_least(len(hashes)):
                continue
            first, second = news[at], news[other]
            most = max(containment(first.text, second.text), containment(second.text, first.text))
            pairs.append((first, second, most))
            band = next(band for band in _BANDS if band[0] <= most < band[1])
            table[band, first.site == second.site, is_copy(first.text, second.text)] += 1
    print(f"\ncandidate pairs among {len(news)} articles, by the part shared")
    print(
        f"{'shared':<14}{'two sites: copies':>18}{'others':>8}{'one site: copies':>18}{'others':>8}"
    )
    for low, high in _BANDS:
        counts = [
            table[(low, high), same, copy] for same in (False, True) for copy in (True, False)
        ]
        print(
            f"{low:.2f} to {min(high, 1):.2f}"
            f"{counts[0]:>19}{counts[1]:>8}{counts[2]:>18}{counts[3]:>8}"
        )
    return pairs


if __name__ == "__main__":
    main()
