"""Many people asking at once: how long until the bot acknowledges, and until each has the answer.

Usage: python -m benchmarks.serving [--people N] [--workers N ...] [--articles N]

The bot is a process of its own on a gateway and REST server on loopback (tests/gateway); its
library holds the five example articles and, with --articles, the news corpus's first ones. Every
person asks a question of their own, so that no answer is given twice.
"""

from __future__ import annotations

import argparse
import asyncio
import itertools
import statistics
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

from benchmarks.news import NEWS, write
from config.settings import LibrarySettings, Settings
from retrieval.library import Library
from tests.e2e.gateway.bot import Bot
from tests.gateway.server import Loopback

if TYPE_CHECKING:
    from tests.gateway.interactions import Interaction

PATTERNS = (
    "Did {0} congratulate {1}?",
    "Has {0} spoken with {1}?",
    "Does {0} prefer {1}?",
    "Will {0} meet {1}?",
    "What does {0} say about {1}?",
)
NAMES = ("Putin", "Trump", "Zelensky", "Peskov", "the Kremlin")
FIRST, FULL = "acknowledged", "last_change"


def questions(count: int) -> list[str]:
    """As many different questions; raises ValueError where there are not so many."""
    pairs = itertools.permutations(NAMES, 2)
    made = [pattern.format(*pair) for pair in pairs for pattern in PATTERNS]
    if count > len(made):
        raise ValueError(f"there are {len(made)} questions")
    return made[:count]


async def ask(folder: Path, people: int, workers: int) -> list[Interaction]:
    """Everybody asks at the same moment; what came of it."""
    async with Loopback() as discord:
        bot = Bot(folder, discord, {"WHOSAYS_DISCORD__WORKERS": str(workers)})
        await bot.start()
        try:
            await bot.online()
            asked = [await discord.people.ask(each) for each in questions(people)]
            await asyncio.gather(*(each.until_quiet(2.0, 300.0) for each in asked))
            await bot.stop()
        finally:
            await bot.kill()
    return asked


def fill(folder: Path, articles: int) -> str:
    """Make the library; what it holds, in words."""
    settings = Settings(library=LibrarySettings(path=folder / "library"))
    with Library.open(settings) as library:
        if articles:
            for _ in library.add(write(folder / "texts", articles)):
                pass
        library.reindex()
        held = library.articles()
        return f"{len(held)} articles, {sum(each.paragraphs for each in held)} paragraphs"


def row(people: int, workers: int, asked: list[Interaction]) -> str:
    """A line of the table, in seconds."""
    times = [[getattr(each, moment) for each in asked] for moment in (FIRST, FULL)]
    told = [f"{statistics.median(each):.2f} | {max(each):.2f}" for each in times]
    lost = sum(each.acknowledged is None or bool(each.refused) for each in asked)
    return f"| {people} | {workers} | {told[0]} | {told[1]} | {lost} |"


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--people", type=int, default=50)
    parser.add_argument("--workers", type=int, nargs="+", default=[1, 2])
    parser.add_argument("--articles", type=int, default=0, help="of the news corpus")
    args = parser.parse_args()
    if args.articles and not NEWS.exists():
        print("skipped: the news corpus is not beside the project")
        return
    with tempfile.TemporaryDirectory() as scratch:
        folder = Path(scratch)
        print(fill(folder, args.articles))
        print(
            "| people | workers | first answer, median | slowest | full answer, median | slowest",
            end="",
        )
        print(" | unacknowledged |\n|---|---|---|---|---|---|---|")
        for workers in args.workers:
            print(row(args.people, workers, asyncio.run(ask(folder, args.people, workers))))


if __name__ == "__main__":
    main()
