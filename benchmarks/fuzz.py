"""Mutate texts, pages and feeds and read them: does anything but an ArticleError come out?

`python -m benchmarks.fuzz --minutes 10` prints a table, and exits with 1 if any input failed.
Checked beside crashes: what is read is part of what was given (plain text), addresses are http or
https, and nothing takes longer than the worker's time limit.
"""

from __future__ import annotations

import argparse
import gzip
import random
import sys
import time
import traceback
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from benchmarks.news import SHARED, articles
from config.coverage import FetchSettings
from retrieval.errors import ArticleError
from retrieval.fetch.feeds import read_feed
from retrieval.fetch.reading import read_article
from retrieval.fetch.tasks import Feed, Page
from retrieval.ingest.decode import decode
from retrieval.ingest.plain import read_plain
from retrieval.ingest.read import joined
from retrieval.places import seeds_folder

if TYPE_CHECKING:
    from collections.abc import Callable

URL = "https://gazette.example/news/a"
LIMIT = FetchSettings().worker_seconds
TOKENS = (
    b"<", b">", b"&", b"]]>", b"<![CDATA[", b"<!--", b"-->", b"<!ENTITY a 'b'>", b"&a;", b"\x00",
    b"\xff\xfe", b"\xef\xbb\xbf", b"\r", b"\n\n\n", b"\xe2\x80\xae", b"\xed\xa0\x80", b"{",
    b"[" * 50, b"<div>" * 50, b"</p>", b"<item>", b"<entry>", b"<link>", b"http://[", b"By ",
    b" | ", b"Updated ", b"'\"", b"=" * 80, b"99999999999", b"-", b"T25:61:61Z",
    b'<script type="application/ld+json">',
)  # fmt: skip


@dataclass
class Target:
    """What is fuzzed: good inputs, and what to do with a bad one."""

    seeds: list[bytes]
    run: Callable[[bytes], None]
    inputs: int = 0
    refused: int = 0
    slowest: float = 0.0
    failed: list[str] = field(default_factory=list)


def mutated(dice: random.Random, seeds: list[bytes]) -> bytes:
    """One of the seeds with some pieces flipped, cut, repeated, swapped or put in."""
    data = bytearray(dice.choice(seeds))
    for _ in range(dice.choice((1, 1, 2, 4, 8, 32))):
        at = dice.randrange(len(data) + 1)
        size = min(dice.choice((1, 4, 16, 64, 512)), len(data) - at)
        match dice.randrange(6):
            case 0:
                data[at : at + 1] = bytes([dice.randrange(256)])
            case 1:
                del data[at : at + size]
            case 2:
                data[at:at] = data[at : at + size] * dice.randrange(1, 20)
            case 3:
                data[at:at] = dice.choice(TOKENS)
            case 4:
                other = dice.choice(seeds)
                start = dice.randrange(len(other) + 1)
                data[at : at + size] = other[start : start + size]
            case _:
                del data[at:]
    return bytes(data)


def plain(data: bytes) -> None:
    """The cleaner of texts and page dumps."""
    text = decode(data, what="x")
    body, paragraphs = joined(read_plain(text).paragraphs)
    squeezed = "".join(text.split())
    for each in paragraphs:
        piece = body[each.start : each.end]
        if "".join(piece.split()) not in squeezed:
            raise AssertionError(f"not in the text: {piece[:80]!r}")


def page(data: bytes) -> None:
    """The reader of pages."""
    read = read_article(Page(URL, URL, "text/html"), data)
    if not read.paragraphs or not read.url.startswith("https://gazette.example/"):
        raise AssertionError(read.url)


def feed(data: bytes) -> None:
    """The reader of feeds, sitemaps and pages that name them."""
    listing = read_feed(Feed(URL, "", None), data)
    for address in [item.url for item in listing.items] + list(listing.links):
        if not address.startswith(("http://", "https://")):
            raise AssertionError(address)


def targets() -> dict[str, Target]:
    """The three readers with what they are usually given."""
    from tests.retrieval.fetch import pages, test_feeds  # noqa: PLC0415 - only to fuzz

    folder = seeds_folder()
    texts = [path.read_bytes() for path in sorted(folder.glob("*.txt"))] if folder else []
    texts += [article["text"].encode() for article, _ in zip(articles(), range(50), strict=False)]
    stored = sorted((SHARED / "data" / "extraction" / "html").glob("*.html.gz"))[:40]
    html = [gzip.decompress(path.read_bytes()) for path in stored]
    html.append(pages.page(*pages.BODY))
    feeds = [
        text.encode()
        for text in (
            test_feeds.RSS, test_feeds.ATOM, test_feeds.RDF, test_feeds.JSON, test_feeds.SITEMAP,
            test_feeds.INDEX, test_feeds.PAGE,
        )
    ]  # fmt: skip
    return {
        "texts": Target(texts, plain),
        "pages": Target(html, page),
        "feeds": Target(feeds, feed),
    }


def fuzz(target: Target, dice: random.Random) -> bytes | None:
    """Give it one mutated input; that input where it failed."""
    data = mutated(dice, target.seeds)
    target.inputs += 1
    begun = time.perf_counter()
    try:
        target.run(data)
    except ArticleError:
        target.refused += 1
    except Exception:  # noqa: BLE001 - that is what is looked for
        target.failed.append(traceback.format_exc())
    took = time.perf_counter() - begun
    target.slowest = max(target.slowest, took)
    if took > LIMIT:
        target.failed.append(f"took {took:.0f} seconds")
    return data if target.failed else None


def main() -> None:
    """Fuzz and print."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--minutes", type=float, default=10)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--keep", type=Path, help="folder for inputs that fail")
    arguments = parser.parse_args()
    dice, all_of = random.Random(arguments.seed), targets()
    deadline = time.monotonic() + arguments.minutes * 60
    failures = 0
    while time.monotonic() < deadline:
        for name, target in all_of.items():
            # Each reader gets as much of the time as the others.
            until = min(deadline, time.monotonic() + 2)
            while time.monotonic() < until:
                data = fuzz(target, dice)
                if data is None:
                    continue
                failures += 1
                print(f"{name}: {target.failed.pop()}", file=sys.stderr)
                if arguments.keep:
                    arguments.keep.mkdir(parents=True, exist_ok=True)
                    (arguments.keep / f"{name}-{failures}").write_bytes(data)
    print(f"{'':>8} {'inputs':>9} {'refused':>9} {'slowest, s':>11}")
    for name, target in all_of.items():
        print(f"{name:>8} {target.inputs:>9,} {target.refused:>9,} {target.slowest:>11.2f}")
    print(f"failed: {failures}")
    sys.exit(1 if failures else 0)


if __name__ == "__main__":
    main()
