"""Where else a passage stands: at the copies of its article that say the very same there."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from retrieval.errors import NotFoundError
from retrieval.ingest.differences import statements
from retrieval.model import Copy

if TYPE_CHECKING:
    from collections.abc import Iterator

    from retrieval.answered import Passage
    from retrieval.model import Article
    from retrieval.store.catalogue import Catalogue

_DAY = len("2024-11-07")


class Copies:
    """The copies of the articles of one answer; each is read once.

    With a day in `at`, none that was published later.
    """

    def __init__(self, catalogue: Catalogue, at: str | None = None) -> None:
        self._catalogue = catalogue
        self._at = at
        self._places = cache(lambda article: tuple(self._found(article)))

    def of(self, passage: Passage) -> tuple[Copy, ...]:
        """The other addresses at which the passage stands, every sentence of it."""
        places: tuple[tuple[Copy, str | None], ...] = self._places(passage.article.id)
        return tuple(
            copy for copy, text in places if text is None or not statements(passage.text, text)
        )

    def _found(self, article: str) -> Iterator[tuple[Copy, str | None]]:
        """Each address with the text there; None where that was not kept."""
        try:
            held = self._catalogue.article(article)
            yield from self._told(held, near=False)
            original = held.copy_of.id if held.copy_of is not None else article
            for other in (original, *self._catalogue.near_copies(original)):
                if other != article:
                    near = self._catalogue.article(other)
                    if self._at is not None and (near.published or "")[:_DAY] > self._at:
                        continue
                    source = near.source
                    copy = Copy(near.path, near.url, source.id, source.name, near.published)
                    yield copy, near.text
                    yield from self._told(near, near=True)
        except NotFoundError:
            # Somebody may remove an article while it is being asked about.
            return

    def _told(self, held: Article, *, near: bool) -> Iterator[tuple[Copy, str | None]]:
        for told in self._catalogue.copies(held.id):
            text = told.draft.article.text if told.draft is not None else None
            if near and text is None:
                text = held.text
            yield told.copy, text
