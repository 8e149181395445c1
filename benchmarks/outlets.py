"""How many outlets are heard on events that dozens cover, and how many sentences are judged for it?

Usage: python -m benchmarks.outlets [--library DIR] [--nearest]

Five affairs of the news corpus with 15 to 33 outlets each, 24 questions. DIR holds the library,
made where there is none; `--nearest` judges the nearest sentences alone, whoever printed them.
"""

from __future__ import annotations

import argparse
import re
import tempfile
from pathlib import Path
from statistics import mean
from typing import TYPE_CHECKING, Any, Final, NamedTuple
from urllib.parse import urlsplit

from benchmarks import news
from config.settings import LibrarySettings, Settings
from retrieval.answer.finding import event, search, sift
from retrieval.library import Library

if TYPE_CHECKING:
    from collections.abc import Iterator


class Affair(NamedTuple):
    """What its articles name, from which day until before which, and what is asked of them."""

    names: str
    since: str
    until: str
    questions: tuple[str, ...]


AFFAIRS: Final = (
    Affair(
        "Kavanaugh",
        "2018-09-10",
        "2018-10-12",
        (
            "Did Kavanaugh sexually assault Christine Blasey Ford?",
            "Has Kavanaugh denied the allegations?",
            "Was Kavanaugh confirmed by the Senate?",
            "Should the FBI investigate the allegations against Kavanaugh?",
            "Is Ford willing to testify?",
            "Did Mark Judge deny the assault?",
            "Did Kavanaugh lie under oath?",
            "What did Jeff Flake demand?",
        ),
    ),
    Affair(
        "Soleimani|Suleimani",
        "2020-01-01",
        "2020-01-25",
        (
            "Was Soleimani planning an imminent attack?",
            "Was the killing of Soleimani legal?",
            "Did Iran's missile attack hurt any Americans?",
            "Did Iran shoot down the Ukrainian plane?",
            "How many people were on the Ukrainian plane?",
        ),
    ),
    Affair(
        "Comey",
        "2017-05-08",
        "2017-05-25",
        (
            "Did Trump fire Comey because of the Russia investigation?",
            "Did Trump ask Comey for loyalty?",
            "Did Rosenstein recommend firing Comey?",
            "Did Trump ask Comey to end the Flynn investigation?",
            "Why did Trump fire Comey?",
        ),
    ),
    Affair(
        "Scalia",
        "2016-02-13",
        "2016-02-25",
        ("Will the Senate vote on Obama's nominee?", "How did Scalia die?"),
    ),
    Affair(
        "Mueller [Rr]eport",
        "2019-03-20",
        "2019-05-05",
        (
            "Did Mueller find collusion between Trump and Russia?",
            "Did Mueller exonerate Trump?",
            "Did Trump obstruct justice?",
            "Will the full Mueller report be made public?",
        ),
    ),
)
SHORTEST, LONGEST = 800, 15_000


def main() -> None:
    """Print a line a question and the means."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--library", type=Path, help="its folder; a temporary one without")
    parser.add_argument("--nearest", action="store_true", help="no share for any source")
    args = parser.parse_args()
    if not news.NEWS.exists():
        print("skipped: the news corpus is not beside the project")
        return
    if args.nearest:
        for module in (search, event, sift):
            vars(module)["OF_A_SOURCE"] = 0
    with tempfile.TemporaryDirectory() as scratch:
        folder = args.library or Path(scratch) / "library"
        settings = Settings(library=LibrarySettings(path=folder, seeds=False))
        with Library.open(settings) as library:
            if not library.articles():
                for _ in library.add(news.written(_articles(), Path(scratch) / "texts")):
                    pass
            rows = [_heard(library, asked) for affair in AFFAIRS for asked in affair.questions]
    for title, column in zip(
        ("sources heard", "passages", "sentences judged"), zip(*rows, strict=True), strict=True
    ):
        print(f"{title}: {sum(column)} in all, {mean(column):.1f} a question")


def _articles() -> Iterator[dict[str, Any]]:
    for article in news.every():
        day = (article["published"] or "")[:10]
        if not article["url"] or not SHORTEST < len(article["text"]) < LONGEST:
            continue
        if any(
            affair.since <= day < affair.until and re.search(affair.names, article["text"])
            for affair in AFFAIRS
        ):
            host = urlsplit(article["url"]).netloc.lower()
            yield article | {"source": re.sub(r"^(www|m)\d*\.", "", host)}


def _heard(library: Library, asked: str) -> tuple[int, int, int]:
    judged = len(library.examine(asked).sentences)
    passages = [each for position in library.ask(asked).positions for each in position.passages]
    heard = len({each.source.id for each in passages})
    print(f"{heard:3} sources, {len(passages):3} passages, {judged:3} sentences judged: {asked}")
    return heard, len(passages), judged


if __name__ == "__main__":
    main()
