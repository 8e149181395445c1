"""The golden events: questions with the sentences that must be shown, and articles as files."""

from __future__ import annotations

import gzip
import json
import random
import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit

from benchmarks.news import NEWS, SHARED

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

GOLDEN = SHARED / "golden" / "news.json"


@dataclass(frozen=True, slots=True)
class Wanted:
    """A sentence that must be shown: its article, and its words with single spaces."""

    article: str
    text: str


@dataclass(frozen=True, slots=True)
class Case:
    """A question with the sentences wanted for it; `event` numbers the events."""

    event: int
    question: str
    wanted: tuple[Wanted, ...]


def cases(golden: dict[str, Any], by_url: dict[str | None, str]) -> Iterator[Case]:
    """The questions that something answers."""
    for number, event in enumerate(golden.values()):
        for question in event["questions"]:
            wanted = {
                (by_url[article["url"]], squash(article["sentences"][int(at) - 1]))
                for label, _, grade, _ in question["labels"]
                for name, at in [label.split(".")]
                for article in [event["articles"][name]]
                if grade == "expect"
            }
            if wanted:
                found = tuple(Wanted(*each) for each in sorted(wanted))
                yield Case(number, question["question"], found)


def written(golden: dict[str, Any], folder: Path, others: int) -> list[Path]:
    """The golden articles, and others of the corpus, as Markdown files with front matter."""
    folder.mkdir(parents=True)
    wanted = {each["id"] for event in golden.values() for each in event["articles"].values()}
    held = {row["id"]: row for row in _corpus()}
    rest = sorted(
        name
        for name, row in held.items()
        if name not in wanted and row["published"] and row["url"] and 1200 < len(row["text"]) < 9000
    )
    paths = []
    for name in sorted(wanted) + random.Random(11).sample(rest, others):
        row = held[name]
        details = {
            "title": squash(row["title"]),
            "source": re.sub(r"^(www|m)\d*\.", "", urlsplit(row["url"]).netloc.lower()),
            "url": row["url"],
            "published": row["published"][:10],
        }
        head = "".join(f"{key}: {json.dumps(value)}\n" for key, value in details.items())
        path = folder / f"{name}.md"
        path.write_text(f"---\n{head}---\n\n{row['text']}\n", "utf-8")
        paths.append(path)
    return paths


def _corpus() -> Iterator[dict[str, Any]]:
    for part in sorted(NEWS.glob("*.jsonl.gz")):
        with gzip.open(part, "rt", encoding="utf-8") as lines:
            yield from map(json.loads, lines)


def same(found: Wanted, wanted: Wanted) -> bool:
    """Whether they are of one article and one holds the other."""
    return found.article == wanted.article and (
        wanted.text in found.text or found.text in wanted.text
    )


def squash(text: str) -> str:
    """The text with single spaces."""
    return " ".join(text.split())
