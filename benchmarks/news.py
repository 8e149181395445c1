"""The news corpus beside the project as files that a library can add; benchmarks share it."""

from __future__ import annotations

import gzip
import json
from itertools import count as counting
from itertools import islice, takewhile
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

SHARED = Path(__file__).resolve().parents[2] / "shared"
NEWS = SHARED / "data" / "news"


def articles(part: int = 1) -> Iterator[dict[str, Any]]:
    """Articles of one part of the corpus; ends at once where the corpus is not there."""
    path = NEWS / f"articles.part{part}.jsonl.gz"
    if not path.exists():
        return
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        for line in lines:
            yield json.loads(line)


def every() -> Iterator[dict[str, Any]]:
    """Articles of all parts of the corpus."""
    paths = (NEWS / f"articles.part{part}.jsonl.gz" for part in counting(1))
    for part, _ in enumerate(takewhile(Path.exists, paths), start=1):
        yield from articles(part)


def write(folder: Path, count: int, part: int = 1) -> list[Path]:
    """The first `count` articles as Markdown files with front matter."""
    return written(islice(articles(part), count), folder)


def written(found: Iterable[dict[str, Any]], folder: Path) -> list[Path]:
    """Articles as Markdown files with front matter, numbered."""
    folder.mkdir(parents=True, exist_ok=True)
    paths = []
    for number, article in enumerate(found):
        details = {
            "title": article["title"],
            "source": article["source"],
            "url": article["url"],
            "published": article["published"],
            "authors": article["authors"] or None,
        }
        # JSON is YAML too, and escapes what a headline may hold.
        head = "".join(f"{name}: {json.dumps(value)}\n" for name, value in details.items() if value)
        path = folder / f"{number:05}.md"
        path.write_text(f"---\n{head}---\n\n{article['text']}\n", "utf-8")
        paths.append(path)
    return paths
