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
from collections import Counter, defaultdict
from dataclasses import dataclass
from itertools import combinations
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from retrieval.ingest.copies import candidates_least, containment, is_copy, sketch

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

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


def other_headline(text: str, rng: random.Random) -> str:
    """Ten words of another kind on top."""
    return " ".join(f"headline{rng.randrange(99)}" for _ in range(10)) + "\n\n" + text


def agency_line(text: str, rng: random.Random) -> str:
    """A dateline before the first word and a credit after the last."""
    return (
        f"CITY {rng.randrange(99)} (Agency) - {text}\n\nReporting by the agency; editing by others"
    )


def dropped_paragraphs(text: str, rng: random.Random) -> str:
    """A quarter of the paragraphs gone, not the first."""
    first, *rest = text.split("\n\n")
    return "\n\n".join([first, *(part for part in rest if rng.random() > 0.25)])


def changed_words(text: str, rng: random.Random) -> str:
    """One word in twelve replaced."""
    words = text.split(" ")
    return " ".join("other" if rng.random() < 1 / 12 else word for word in words)


def truncated(text: str, _: random.Random) -> str:
    """The last third cut off."""
    words = text.split(" ")
    return " ".join(words[: max(1, 2 * len(words) // 3)])


def all_edits(text: str, rng: random.Random) -> str:
    """A tenth of the paragraphs dropped, one word in thirty changed, an agency line added."""
    first, *rest = text.split("\n\n")
    kept = "\n\n".join([first, *(part for part in rest if rng.random() > 0.1)])
    words = ("other" if rng.random() < 1 / 30 else word for word in kept.split(" "))
    return agency_line(" ".join(words), rng)


EDITS: tuple[Callable[[str, random.Random], str], ...] = (
    other_headline,
    agency_line,
    dropped_paragraphs,
    changed_words,
    truncated,
    all_edits,
)


def main() -> None:
    """Print the tables."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("--data", type=Path, default=Path("../shared/data/news"))
    parser.add_argument("--articles", type=int, default=5000)
    parser.add_argument("--show", type=int, default=0)
    options = parser.parse_args()
    news = load(options.data, options.articles)
    rng = random.Random(0)
    if not options.show:
        _constructed(rng.sample(news, min(300, len(news))), news, rng)
    pairs = _real(news)
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
