"""A large library for `benchmarks.asking`: a real one, and the whole news corpus beside it.

Texts, titles, outlets and days are the corpus's own, article by article, so that words come
together as they do in news. Vectors of paragraphs and sentences are those of the real library,
drawn by a seed and moved by noise as far as real ones are from their nearest neighbour. Where the
corpus ends it is gone through again, each article with the paragraphs of several.
"""

from __future__ import annotations

import random
import sqlite3
from contextlib import closing
from dataclasses import dataclass
from itertools import islice
from typing import TYPE_CHECKING, Any

import numpy as np

from benchmarks.news import articles
from benchmarks.scale.data import apart
from retrieval.ingest.sentences import SPLITTER, sentences
from retrieval.model import Article, Draft, Paragraph, Source
from retrieval.store.admission import FILE
from retrieval.store.catalogue import Catalogue
from retrieval.store.records import Entry, SentenceVectors

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path

    from numpy.typing import NDArray

_AT_ONCE = 250
_SHORTEST = 40
_MARKS = 20
# Paragraphs from so many articles in a row are mixed the second time.
_MIXED = 200
_PARTS = (1, 2, 3)


@dataclass(frozen=True, slots=True)
class Drawn:
    """Real unit vectors (n, dimensions), and how far they are from their nearest neighbours."""

    vectors: NDArray[np.float32]
    apart: NDArray[np.float32]

    def some(self, dice: np.random.Generator, count: int) -> NDArray[np.float32]:
        """So many unit vectors near real ones."""
        noise = dice.standard_normal((count, self.vectors.shape[1]), dtype=np.float32)
        far = dice.choice(self.apart, count) / np.linalg.norm(noise, axis=1)
        moved = self.vectors[dice.integers(0, len(self.vectors), count)] + noise * far[:, None]
        unit: NDArray[np.float32] = moved / np.linalg.norm(moved, axis=1, keepdims=True)
        return unit


def fill(real: Path, folder: Path, paragraphs: int, encoder: str) -> None:
    """Copy the library in `real` and fill it to so many paragraphs, a few more at most."""
    folder.mkdir(parents=True)
    with (
        closing(sqlite3.connect(f"file:{real / FILE}?mode=ro", uri=True)) as source,
        closing(sqlite3.connect(folder / FILE)) as target,
    ):
        source.backup(target)
    with Catalogue.open(folder) as catalogue:
        # Nothing is lost where this one is stopped by a power cut: it is made anew.
        with catalogue.database.outside() as connection:
            connection.execute("PRAGMA synchronous = OFF")
            connection.execute("PRAGMA cache_size = -400000")
        own = [row.ref.id for row in catalogue.articles()]
        _, vectors = catalogue.vectors(encoder, most=20_000)
        held = catalogue.sentences(encoder, SPLITTER, own)
        whole = Drawn(vectors, apart(vectors))
        parts = np.concatenate([each.vectors for each in held.values()])
        drawn = (whole, Drawn(parts, apart(parts)))
        rows = enumerate(_corpus())
        while catalogue.counts().paragraphs < paragraphs:
            # Those of the real library are passed over, for their addresses are held.
            some = [_entry(row, number, drawn) for number, row in islice(rows, _AT_ONCE)]
            catalogue.add(some, encoder=encoder)


def _corpus() -> Iterator[dict[str, Any]]:
    """The articles with their paragraphs; again and again, mixed, where they end."""
    for part in _PARTS:
        for row in articles(part):
            yield row | {"paragraphs": _cut(row["text"])}
    for turn in range(1, 100):
        dice, pool = random.Random(turn), list[dict[str, Any]]()
        for row in (each for part in _PARTS for each in articles(part)):
            pool.append(row)
            if len(pool) == _MIXED:
                yield from _mixed(pool, dice, turn)
                pool = []


def _mixed(rows: Sequence[dict[str, Any]], dice: random.Random, turn: int) -> Iterator[Any]:
    cut = [_cut(row["text"]) for row in rows]
    all_of_them = [each for paragraphs in cut for each in paragraphs]
    dice.shuffle(all_of_them)
    for row, paragraphs in zip(rows, cut, strict=True):
        mine, all_of_them = all_of_them[: len(paragraphs)], all_of_them[len(paragraphs) :]
        yield row | {"paragraphs": mine, "url": f"{row['url'] or row['id']}#{turn}"}


def _cut(text: str) -> list[str]:
    return [each.strip() for each in text.split("\n") if len(each.strip()) >= _SHORTEST]


def _entry(row: dict[str, Any], number: int, drawn: tuple[Drawn, Drawn]) -> Entry:
    dice = np.random.default_rng(number)
    paragraphs, places, start = [], [(0, 0, 0)], 0
    for at, each in enumerate(row["paragraphs"], start=1):
        paragraphs.append(Paragraph(at, start, start + len(each)))
        cut = sentences(each, 0, len(each))
        places += [(at, start + first, start + last) for first, last in cut]
        start += len(each) + 2
    text = "\n\n".join(row["paragraphs"])
    name = row["source"] or "Somebody"
    identifier = "".join(letter if letter.isalnum() else "-" for letter in name.casefold())
    article = Article(
        id=f"news{number:08x}",
        source=Source(identifier, name),
        title=row["title"] or "Untitled",
        text=text,
        url=row["url"],
        published=row["published"],
        language="en",
    )
    numbers, starts, ends = np.array(places, dtype=np.int32).T.copy()
    whole, parts = drawn
    found = SentenceVectors(numbers, starts, ends, parts.some(dice, len(places)))
    marks = frozenset(dice.integers(2**63, size=_MARKS).tolist())
    draft = Draft(article, tuple(paragraphs), text.encode(), "text/plain")
    return Entry(draft, marks, whole.some(dice, len(paragraphs)), found, SPLITTER)
