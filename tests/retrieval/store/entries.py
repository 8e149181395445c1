"""Articles made up for the tests of the store."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from retrieval.model import Article, Copy, Draft, Paragraph, Source
from retrieval.store.records import Entry

if TYPE_CHECKING:
    from collections.abc import Sequence

    from retrieval.store.catalogue import Catalogue

DIMENSIONS = 4
HARBOUR = Source("harbour-post", "The Harbour Post", spellings=("Harbor Post",))


def entry(
    identifier: str,
    texts: Sequence[str] = ("The bridge was closed.", "Nobody was hurt, police said."),
    *,
    source: Source = HARBOUR,
    sketch: frozenset[int] = frozenset(),
    title: str = "A bridge",
    path: str | None = None,
    url: str | None = None,
    published: str | None = None,
    updated: str | None = None,
    authors: tuple[str, ...] = (),
    language: str | None = None,
    copies: tuple[Copy, ...] = (),
) -> Entry:
    """An article of these paragraphs."""
    paragraphs, start = [], 0
    for number, each in enumerate(texts, start=1):
        paragraphs.append(Paragraph(number, start, start + len(each)))
        start += len(each) + 2
    text = "\n\n".join(texts)
    article = Article(
        id=identifier,
        source=source,
        title=title,
        text=text,
        url=url,
        path=path,
        published=published,
        updated=updated,
        authors=authors,
        language=language,
        copies=copies,
    )
    seed = np.frombuffer(identifier.encode().ljust(8, b"\0")[:8], dtype=np.uint64)[0]
    vectors = np.random.default_rng(seed).standard_normal((len(texts), DIMENSIONS))
    vectors /= np.linalg.norm(vectors, axis=1, keepdims=True)
    raw = text.encode(errors="surrogatepass")
    draft = Draft(article, tuple(paragraphs), raw, "text/plain")
    return Entry(draft, sketch, vectors.astype(np.float32))


def ids(catalogue: Catalogue) -> list[int]:
    return [int(each) for each in catalogue.paragraph_ids()]


def held(catalogue: Catalogue, path: str | None, url: str | None) -> tuple[str, bool] | None:
    """The id of the article held under an address, and whether that is a copy's address."""
    found = catalogue.by_address(path, url)
    return None if found is None else (found.article_id, found.copy)
