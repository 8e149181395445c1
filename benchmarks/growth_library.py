"""A library of any size for `benchmarks.growth`: real paragraphs and titles put together anew.

Texts, titles and outlets are those of the news corpus, recombined by a seed; vectors are random
unit vectors, and the hashes that copies are found by are random too. It goes through the
catalogue's own writing, many articles a transaction; beyond `WRITTEN` paragraphs those articles are
repeated by SQL, with their vectors and without words and hashes, which is many times as quick.
"""

from __future__ import annotations

import random
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from functools import cache
from itertools import islice
from typing import TYPE_CHECKING

import numpy as np

from benchmarks.growth_repeated import repeat
from benchmarks.news import articles
from retrieval.ingest.copies import sketch
from retrieval.ingest.sentences import SPLITTER, sentences
from retrieval.intake import SEEDS
from retrieval.model import Article, Draft, Paragraph, Source
from retrieval.store.catalogue import Catalogue
from retrieval.store.records import Entry, SentenceVectors

if TYPE_CHECKING:
    from pathlib import Path

    from numpy.typing import NDArray

DIMENSIONS = 384
NOW = datetime(2026, 11, 26, 12, tzinfo=UTC)
DAYS = 365
OUTLETS = 100
WRITTEN = 390_000
# Articles of the corpus that paragraphs are taken from, and of a transaction.
_POOL, _AT_ONCE = 3000, 250
_VECTORS = 65_536
_FEWEST, _MOST = 8, 24
_SHORTEST = 40
# In words that the models do not read.
_FOREIGN = 0.03


@dataclass(frozen=True, slots=True)
class Pool:
    """What articles are made of; `cuts` are the sentences of each paragraph."""

    paragraphs: list[str]
    cuts: list[tuple[tuple[int, int], ...]]
    titles: list[str]
    sources: list[Source]
    marks: int


def pool() -> Pool | None:
    """Paragraphs, titles and outlets of the corpus; None where it is not there."""
    rows = list(islice(articles(), _POOL))
    if not rows:
        return None
    texts = [each.strip() for row in rows for each in row["text"].split("\n")]
    kept = [each for each in dict.fromkeys(texts) if len(each) >= _SHORTEST]
    names = list(dict.fromkeys(row["source"] for row in rows if row["source"]))[:OUTLETS]
    return Pool(
        paragraphs=kept,
        cuts=[tuple(sentences(each, 0, len(each))) for each in kept],
        titles=list(dict.fromkeys(row["title"] for row in rows if row["title"])),
        sources=[Source(f"outlet-{at}", name) for at, name in enumerate(names)],
        marks=round(np.mean([len(sketch(row["text"])) for row in rows[:200]])),
    )


def fill(folder: Path, paragraphs: int, encoder: str, *, bare: bool = False) -> None:
    """Fill a library to at least so many paragraphs; goes on where one was stopped.

    A `bare` one has neither vectors nor words: for what rests on neither, at sizes for which
    there is no room here.
    """
    made = pool()
    if made is None:
        raise RuntimeError("the news corpus is not beside the project")
    with Catalogue.open(folder) as catalogue:
        # Nothing is lost where this one is stopped by a power cut: it is made anew.
        with catalogue.database.outside() as connection:
            connection.execute("PRAGMA synchronous = OFF")
            connection.execute("PRAGMA cache_size = -400000")
        catalogue.set_setting(SEEDS, "none")
        held = catalogue.counts()
        count, number = held.paragraphs, held.articles
        while count < min(paragraphs, WRITTEN):
            entries = [entry(made, number + at, bare=bare) for at in range(_AT_ONCE)]
            catalogue.add(entries, encoder=encoder)
            count += sum(len(each.draft.paragraphs) for each in entries)
            number += _AT_ONCE
        while catalogue.counts().paragraphs < paragraphs:
            repeat(catalogue, paragraphs)
            catalogue.database.empty_log()


def entry(made: Pool, number: int, *, bare: bool = False) -> Entry:
    """Article `number` of a library, always the same."""
    dice = random.Random(number)
    draws = np.random.default_rng(number)
    chosen = [dice.randrange(len(made.paragraphs)) for _ in range(dice.randint(_FEWEST, _MOST))]
    paragraphs, places, start = [], [(0, 0, 0)], 0
    for at, which in enumerate(chosen, start=1):
        length = len(made.paragraphs[which])
        paragraphs.append(Paragraph(at, start, start + length))
        places += [(at, start + first, start + last) for first, last in made.cuts[which]]
        start += length + 2
    text = "\n\n".join(made.paragraphs[each] for each in chosen)
    # Outlets publish very unequally.
    source = made.sources[min(int(dice.paretovariate(0.6)) - 1, len(made.sources) - 1)]
    article = Article(
        id=f"{number:012x}",
        source=source,
        title=f"{dice.choice(made.titles)} ({number})",
        text=text,
        url=f"https://{source.id}.example/{number}",
        published=(NOW - timedelta(days=dice.random() * DAYS)).isoformat(timespec="seconds"),
        authors=("A. Reporter",),
        language="de" if dice.random() < _FOREIGN else "en",
    )
    draft = Draft(article, () if bare else tuple(paragraphs), text.encode(), "text/plain")
    if bare:
        return Entry(draft, frozenset(), np.empty((0, DIMENSIONS), dtype=np.float32))
    marks = frozenset(draws.integers(2**63, size=made.marks).tolist())
    numbers, starts, ends = np.array(places, dtype=np.int32).T.copy()
    vectors = units()
    whole, parts = (draws.integers(len(vectors), size=len(each)) for each in (paragraphs, places))
    found = SentenceVectors(numbers, starts, ends, vectors[parts])
    return Entry(draft, marks, vectors[whole], found, SPLITTER)


@cache
def units() -> NDArray[np.float32]:
    """Random unit vectors (_VECTORS, DIMENSIONS), which articles draw theirs from."""
    made = np.random.default_rng(0).standard_normal((_VECTORS, DIMENSIONS), dtype=np.float32)
    found: NDArray[np.float32] = made / np.linalg.norm(made, axis=1, keepdims=True)
    return found
