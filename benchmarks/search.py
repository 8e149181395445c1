"""Where is a sentence that must be shown lost on the way to the model: which article, which place?

Usage: python -m benchmarks.search [--library DIR] [--others N]

Over the events of golden/news.json, even and odd ones apart (what was tuned was tuned on the even
ones): the share of the wanted sentences that lie in the best paragraphs, in the best articles, and
among the best sentences of those articles; and of the headlines, as questions, that find their own
article. DIR holds the library, made where there is none of the golden articles and N others.
"""

from __future__ import annotations

import argparse
import json
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np

from benchmarks.news import NEWS
from benchmarks.search_golden import GOLDEN, Case, Wanted, cases, same, squash, written
from config.settings import LibrarySettings, Settings
from retrieval import encoding
from retrieval.answer.finding.search import BEST, find_event
from retrieval.answer.question.question import understand
from retrieval.library import Library
from retrieval.model import Filter

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from numpy.typing import NDArray

    from retrieval.answer.finding.search import EventArticle

PARAGRAPHS = (24, 48, 100, 200)
ARTICLES = (4, 8, 10, 12)
SENTENCES = (20, 40, 60, 80)
# How somebody in a hurry types it.
FORMS: dict[str, Callable[[str], str]] = {
    "as asked": str,
    "in lower case, no mark": lambda text: text.lower().rstrip("?"),
    "In Title Case": lambda text: text.title(),
    "IN CAPITALS": lambda text: text.upper(),
}


class Looked:
    """What the two steps of search give for a question, over one library."""

    def __init__(self, library: Library) -> None:
        self.catalogue, self._encoder, self._index = (
            library._catalogue,
            library._engines.encoder,
            library._stored.current(),
        )
        self._texts: dict[str, tuple[str, dict[int, str]]] = {}

    def event(self, question: str, articles: int) -> list[EventArticle]:
        """The articles of the event."""
        return find_event(
            understand(question),
            self._vector(question),
            catalogue=self.catalogue,
            index=self._index,
            where=Filter(),
            among=None,
            articles=articles,
        ).whole()

    def sentences(self, question: str, found: Sequence[EventArticle]) -> list[Wanted]:
        """Every sentence of those articles, by its cosine, its paragraph's and its article's."""
        vectors = encoding.sentence_vectors(
            self.catalogue, self._encoder, [each.article_id for each in found]
        )
        vector, scored = self._vector(question), []
        for article in found:
            held = vectors[article.article_id]
            cosines = held.vectors @ vector
            text = self.text(article.article_id)
            places = zip(held.paragraphs, held.starts, held.ends, cosines, strict=True)
            for number, start, end, cosine in places:
                if number:
                    score = cosine + article.paragraphs[int(number)].cosine + article.score / BEST
                    scored.append((score, Wanted(article.article_id, squash(text[start:end]))))
        return [each for _, each in sorted(scored, key=lambda pair: -pair[0])]

    def text(self, article: str) -> str:
        """An article's text."""
        return self._held(article)[0]

    def number(self, wanted: Wanted) -> int | None:
        """The paragraph that a wanted sentence is in; None where it was cleaned away."""
        for number, text in self._held(wanted.article)[1].items():
            if wanted.text in text:
                return number
        return None

    def _held(self, article: str) -> tuple[str, dict[int, str]]:
        if article not in self._texts:
            text = self.catalogue.article(article).text
            self._texts[article] = (
                text,
                {
                    each.number: squash(text[each.start : each.end])
                    for each in self.catalogue.paragraphs(article)
                },
            )
        return self._texts[article]

    def _vector(self, question: str) -> NDArray[np.float32]:
        vector: NDArray[np.float32] = self._encoder.encode([understand(question).text], query=True)[
            0
        ]
        return vector


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--library", type=Path, help="its folder; a temporary one without")
    parser.add_argument("--others", type=int, default=170, help="articles that are in the way")
    args = parser.parse_args()
    if not (GOLDEN.exists() and NEWS.exists()):
        print("skipped: the golden news and the news corpus are not beside the project")
        return
    golden = json.loads(GOLDEN.read_text("utf-8"))["events"]
    with tempfile.TemporaryDirectory() as scratch:
        folder = args.library or Path(scratch) / "library"
        settings = Settings(library=LibrarySettings(path=folder, seeds=False))
        with Library.open(settings) as library:
            if not library.articles():
                paths = written(golden, Path(scratch) / "texts", args.others)
                for _ in library.add(paths):
                    pass
            look(library, golden)


def look(library: Library, golden: dict[str, Any]) -> None:
    """Print what each half of the events gives, in each form of the questions."""
    by_url = {row.ref.url: row.ref.id for row in library.articles()}
    by_url |= {copy.url: row.ref.id for row in library.articles() for copy in row.ref.copies}
    found = list(cases(golden, by_url))
    looked = Looked(library)
    for parity, half in (("even", 0), ("odd", 1)):
        chosen = [case for case in found if case.event % 2 == half]
        for form, change in FORMS.items():
            print(f"{parity} events, {form}: " + funnel(looked, chosen, change))
        titles = [
            (by_url[article["url"]], article["title"])
            for number, event in enumerate(golden.values())
            for article in event["articles"].values()
            if number % 2 == half
        ]
        print(f"{parity} events, headlines: " + headlines(looked, titles))


def funnel(looked: Looked, chosen: Sequence[Case], change: Callable[[str], str]) -> str:
    """Shares of the wanted sentences within reach, step by step, in percent."""
    total = 0
    paragraphs, articles, sentences = (
        np.zeros(len(steps), dtype=np.int64) for steps in (PARAGRAPHS, ARTICLES, SENTENCES)
    )
    for case in chosen:
        question = change(case.question)
        everywhere = looked.event(question, 100)
        ranks = {each.article_id: each.rank for each in everywhere}
        order = sorted(
            (
                (match.fused, each.article_id, number)
                for each in everywhere
                for number, match in each.paragraphs.items()
            ),
            reverse=True,
        )
        place = {(article, number): at for at, (_, article, number) in enumerate(order, 1)}
        best = looked.sentences(question, everywhere[:10])
        for wanted in case.wanted:
            total += 1
            at = place.get((wanted.article, looked.number(wanted) or 0), 10**9)
            paragraphs += [at <= step for step in PARAGRAPHS]
            articles += [ranks.get(wanted.article, 10**9) <= step for step in ARTICLES]
            first = next((n for n, each in enumerate(best, 1) if same(each, wanted)), 10**9)
            sentences += [first <= step for step in SENTENCES]
    parts = (
        ("paragraphs", PARAGRAPHS, paragraphs),
        ("articles", ARTICLES, articles),
        ("sentences of ten articles", SENTENCES, sentences),
    )
    told = [
        f"{name} {'/'.join(map(str, steps))}: "
        + " ".join(f"{100 * count / total:.1f}" for count in counts)
        for name, steps, counts in parts
    ]
    return "; ".join(told) + f" % of {total}"


def headlines(looked: Looked, titles: Sequence[tuple[str, str]]) -> str:
    """How many headlines, as questions, find their own article first, and at all."""
    ranks = [
        next((each.rank for each in looked.event(title, 10) if each.article_id == article), None)
        for article, title in titles
    ]
    first, found = sum(rank == 1 for rank in ranks), sum(rank is not None for rank in ranks)
    return f"{first} of {len(ranks)} find their article first, {found} among the first ten"


if __name__ == "__main__":
    main()
