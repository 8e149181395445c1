"""A library of articles on a lighthouse and on rain, the event asked about, and its sentences."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from retrieval.answer.finding.event import Coverage, gather
from retrieval.answer.finding.sift import sift
from retrieval.answer.question.question import understand
from retrieval.index.numpy_index import NumpyIndex
from retrieval.model import Filter, Source
from retrieval.store.catalogue import Catalogue
from retrieval.store.records import Entry
from tests.retrieval.answer.bags import DIMENSIONS, Bags
from tests.retrieval.store.entries import entry

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path

    from retrieval.answer.finding.sentence import Sentence

ENCODER = Bags()
NORTH, SOUTH = Source("north", "North"), Source("south", "South")
ASKED = "Did Ida Moen sell the lighthouse?"
SOLD = (
    "Ida Moen sold the lighthouse on Friday. She would not name the price.",
    "The mayor said that the lighthouse had been empty since 2019.",
)
DENIED = (
    "The lighthouse was not sold, said Moen. Its lamp still burns.",
    "Neighbours of the lighthouse had heard of a buyer.",
)
RAIN = ("It rained in the hills.", "A bridge was closed, and nobody was hurt.")


@pytest.fixture
def catalogue(tmp_path: Path) -> Iterator[Catalogue]:
    with Catalogue.open(tmp_path / "catalogue") as opened:
        for name, texts, source, day in (
            ("sold", SOLD, NORTH, "2024-05-03"),
            ("denied", DENIED, SOUTH, "2024-05-04"),
            ("rain", RAIN, SOUTH, "2024-05-05"),
        ):
            made = entry(name, texts, source=source, title=name, published=day)
            vectors = ENCODER.encode(texts)
            opened.add([Entry(made.draft, made.sketch, vectors)], encoder=ENCODER.key)
        yield opened


def event(
    catalogue: Catalogue, asked: str = ASKED, *, articles: int = 2, where: Filter | None = None
) -> list[Coverage]:
    index = NumpyIndex(DIMENSIONS)
    ids, vectors = catalogue.vectors(ENCODER.key)
    index.add(ids, vectors.reshape(-1, DIMENSIONS))
    return gather(
        understand(asked),
        ENCODER.encode([asked], query=True)[0],
        catalogue=catalogue,
        encoder=ENCODER,
        index=index,
        where=where or Filter(),
        among=None if where is None else catalogue.paragraph_ids(where),
        articles=articles,
    )


def sifted(catalogue: Catalogue, asked: str = ASKED, most: int = 50) -> list[Sentence]:
    vector = ENCODER.encode([asked], query=True)[0]
    return sift(understand(asked), vector, event(catalogue, asked), most)


def texts(found: Sequence[Sentence]) -> list[str]:
    return [each.text for each in found]
