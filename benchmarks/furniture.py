"""What is taken out of real news as page furniture, by outlet, and samples to judge by hand.

    python -m benchmarks.furniture [--half 1] [--sample 200] [--seed 1] [--every 1]

The rules were made on the outlets of half 0 (by a hash of the host); half 1 is others'.
"""

from __future__ import annotations

import argparse
import hashlib
import random
from collections import Counter
from itertools import islice
from urllib.parse import urlsplit

from benchmarks.news import articles
from retrieval.ingest.furniture import cut_furniture

_PARTS = (1, 2, 3)


def half_of(host: str) -> int:
    """To which half of the outlets a host belongs."""
    return int(hashlib.sha256(host.encode()).hexdigest(), 16) % 2


def main() -> None:
    """Print counts, then samples: each outlet gives as many cuts as another, one wording once."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("--half", type=int, default=1)
    parser.add_argument("--sample", type=int, default=0)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--every", type=int, default=1, help="one article in so many")
    options = parser.parse_args()
    count, total, whole, ends = 0, 0, 0, 0
    cuts: dict[str, Counter[tuple[str, str]]] = {}
    for part in _PARTS:
        for article in islice(articles(part), 0, None, options.every):
            host = (urlsplit(article["url"] or "").hostname or article["source"]).removeprefix(
                "www."
            )
            if half_of(host) != options.half:
                continue
            count += 1
            for paragraph in article["text"].split("\n\n"):
                total += 1
                left = cut_furniture(paragraph)
                if left == paragraph.strip():
                    continue
                whole, ends = whole + (not left), ends + bool(left)
                cuts.setdefault(host, Counter())[paragraph.strip(), left] += 1
    print(f"{count:,} articles, {total:,} paragraphs: {whole:,} gone, {ends:,} cut at an end")
    chance = random.Random(options.seed)
    piles = {host: chance.sample(sorted(found), len(found)) for host, found in cuts.items()}
    hosts = chance.sample(sorted(piles), len(piles))
    shown = 0
    while shown < options.sample and any(piles.values()):
        for host in hosts:
            if piles[host] and shown < options.sample:
                shown += 1
                paragraph, kept = piles[host].pop()
                print(f"{shown:>4} {host}: {_shown(paragraph, kept)}")


def _shown(paragraph: str, kept: str) -> str:
    if not kept:
        return (
            f"[[{paragraph[:150]} … {paragraph[-60:]}]]"
            if len(paragraph) > 210
            else f"[[{paragraph}]]"
        )
    at = paragraph.index(kept)
    before, after = paragraph[:at], paragraph[at + len(kept) :]
    return f"[[{before}]]{kept[:50]} … {kept[-50:]}[[{after}]]"


if __name__ == "__main__":
    main()
