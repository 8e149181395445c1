"""How often is a question that the library covers refused, and one that it does not answered?

Usage: python -m benchmarks.coverage [--held N] [--asked N]

Questions are headlines of the news corpus, with the capitals of their own article's text:
- covered: those of the articles held (their own article must be among the passages);
- other news: those of articles of other days, asked of the five seed articles;
- near misses: those of other articles that name Trump, Putin, Russia, Ukraine or the Kremlin,
  asked of the seeds: the same people, another event.
"""

from __future__ import annotations

import argparse
import re
import tempfile
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING, Any

from benchmarks.news import NEWS, articles, write
from config.settings import LibrarySettings, Settings
from retrieval.errors import QuestionError
from retrieval.library import Library

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

_NEAR = re.compile(r"\b(?:Trump|Putin|Russia|Ukraine|Kremlin)\b")
_WORD = re.compile(r"[^\W\d_]+")


def question(article: dict[str, Any]) -> str:
    """The headline, with words in lower case that its article also writes so."""
    lower = set(re.findall(r"\b[a-z]+\b", article["text"]))
    title = " ".join(article["title"].split())
    return _WORD.sub(lambda m: m[0].lower() if m[0].lower() in lower else m[0], title)


def usable(found: Iterable[dict[str, Any]]) -> Iterator[dict[str, Any]]:
    """Articles whose headline is a sentence: of some length, no question, no label before it."""
    for article in found:
        title = article["title"]
        if 6 <= len(title.split()) <= 20 and not set(title) & set("?:|"):
            yield article


def main() -> None:
    """Print both error rates."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--held", type=int, default=200, help="articles held")
    parser.add_argument("--asked", type=int, default=200, help="questions of each kind")
    args = parser.parse_args()
    if not NEWS.exists():
        print("skipped: the news corpus is not beside the project")
        return
    with tempfile.TemporaryDirectory() as scratch:
        _held(Path(scratch), args.held, args.asked)
        _others(Path(scratch), args.asked)


def _held(scratch: Path, held: int, asked: int) -> None:
    paths = write(scratch / "texts", held)
    found = {}
    with Library.open(_settings(scratch / "news", seeds=False)) as library:
        for added in library.add(paths):
            if added.article is not None:
                found[Path(added.place).name] = added.article.id
        refused = missed = total = 0
        numbered = enumerate(islice(articles(), held))
        for number, article in numbered:
            if total == asked or not list(usable([article])):
                continue
            name = f"{number:05}.md"
            if name not in found:
                continue
            total += 1
            try:
                answer = library.ask(question(article))
            except QuestionError:
                refused += 1
                missed += 1
                continue
            shown = {p.article.id for position in answer.positions for p in position.passages}
            refused += not answer.covered
            missed += found[name] not in shown
    print(f"covered: {total} questions, {refused} refused ({refused / total:.1%}),", end=" ")
    print(f"{missed} without their own article ({missed / total:.1%})")


def _others(scratch: Path, asked: int) -> None:
    with Library.open(_settings(scratch / "seeds", seeds=True)) as library:
        everything = list(usable(articles(3)))
        near = [a for a in everything if _NEAR.search(a["title"])][:asked]
        other = [a for a in everything if not _NEAR.search(a["title"])][:asked]
        for label, chosen in (("other news", other), ("near misses", near)):
            answered = 0
            for article in chosen:
                try:
                    answered += library.ask(question(article)).covered
                except QuestionError:
                    continue
            share = answered / max(1, len(chosen))
            print(f"{label}: {len(chosen)} questions, {answered} answered ({share:.1%})")


def _settings(folder: Path, *, seeds: bool) -> Settings:
    return Settings(library=LibrarySettings(path=folder, seeds=seeds))


if __name__ == "__main__":
    main()
