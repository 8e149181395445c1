"""Thirty articles over thirty days, and filters, for every index that is narrowed by itself."""

from __future__ import annotations

from typing import TYPE_CHECKING

from retrieval.model import Filter, Source
from tests.retrieval.store.entries import entry

if TYPE_CHECKING:
    from collections.abc import Iterator

    from retrieval.store.records import Entry

TIDES = Source("tide-times", "Tide Times")
ARTICLES = 30
FILTERS = (
    Filter(sources=("Tide Times",)),
    Filter(sources=("tide-times", "harbour-post")),
    Filter(since="2026-03-25"),
    Filter(until="2026-03-04"),
    Filter(since="2026-03-10", until="2026-03-10"),
    Filter(since="2027-01-01"),
    Filter(article="a07"),
    Filter(at="2026-03-03"),
    Filter(sources=("Tide Times",), until="2026-03-20"),
)


def thirty() -> Iterator[Entry]:
    """Of two sources, three paragraphs each, in the order of their days; the first has none."""
    for number in range(ARTICLES):
        name, day = f"a{number:02}", f"2026-03-{number + 1:02}"
        if number % 3 == 0:
            texts = ["The tide rose.", f"Harbour {number} was shut.", "It rained."]
            told = day if number else None
            yield entry(name, texts, source=TIDES, path=f"/{number}", published=told)
        else:
            texts = [f"Ferry {number} sailed.", f"Its captain saw whale{number}.", "It rained."]
            title, told = "Ships of the line" if number == 7 else "At sea", f"{day}T08:00:00"
            yield entry(name, texts, title=title, path=f"/{number}", published=told)
