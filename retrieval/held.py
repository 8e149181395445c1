"""What may be looked up and remembered in a library without any model."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from retrieval.answer.question.tongue import unread
from retrieval.changes import changes, earlier
from retrieval.model import Filter
from retrieval.models.reads import languages_read
from retrieval.store.following import Following
from retrieval.store.ledger import Ledger
from retrieval.store.pins import Pins
from retrieval.store.watches import Watches

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence
    from pathlib import Path

    from config.settings import Settings
    from retrieval.changes import Change
    from retrieval.model import Article, Paragraph
    from retrieval.store.catalogue import Catalogue
    from retrieval.store.records import ArticleRow, SourceRow
    from retrieval.store.titles import Titled

EVERYTHING = Filter()


class Held:
    """The part of the façade that reads the catalogue, and what is kept beside it."""

    def __init__(self, catalogue: Catalogue, settings: Settings) -> None:
        self._catalogue = catalogue
        self._settings = settings
        self._ledger = Ledger(catalogue.database)

    @property
    def languages(self) -> tuple[str, ...]:
        """The languages that the models read, ISO 639-1; `*` for any. Raises ModelError."""
        return languages_read(self._settings.models)

    def sources(self) -> list[SourceRow]:
        """The sources with what is held of each."""
        return self._catalogue.sources()

    def unread(self, where: Filter = EVERYTHING) -> dict[str, dict[str, int]]:
        """By source, how many articles are in which language that the models do not read."""
        return unread(self._catalogue, self.languages, where)

    def articles(
        self,
        where: Filter = EVERYTHING,
        words: Sequence[str] = (),
        limit: int | None = None,
        offset: int = 0,
    ) -> list[ArticleRow]:
        """The articles that have all the words, newest first; raises NotFoundError like `ask`.

        With a `limit`, at most so many after the first `offset`.
        """
        return self._catalogue.articles(where, words, limit, offset)

    def count_articles(self, where: Filter = EVERYTHING, words: Sequence[str] = ()) -> int:
        """How many articles have all the words; raises likewise."""
        return self._catalogue.count_articles(where, words)

    def show(
        self, article: str, version: int | None = None
    ) -> tuple[Article, tuple[Paragraph, ...]]:
        """An article by its id or the beginning of it, as it is now or was in that version.

        Raises NotFoundError.
        """
        found = self._catalogue.article(article)
        if version in (None, found.version):
            return found, self._catalogue.paragraphs(found.id)
        return earlier(found, self._catalogue.versions(found.id), version or 0)

    def changes(self, article: str) -> tuple[Change, ...]:
        """How an article changed since it was added, oldest first; raises NotFoundError."""
        found = self._catalogue.article(article)
        return changes(found, self._catalogue.versions(found.id))

    @cached_property
    def following(self) -> Following:
        """What is followed, and what it led to."""
        return Following(self._catalogue.database)

    @cached_property
    def pins(self) -> Pins:
        """The articles that the operator keeps."""
        return Pins(self._catalogue.database)

    @cached_property
    def watches(self) -> Watches:
        """Watched questions, and what was told of them."""
        return Watches(self._catalogue.database)

    @property
    def folder(self) -> Path:
        """Where the library is kept."""
        return self._catalogue.folder

    @property
    def ledger(self) -> Ledger:
        """What is kept of those who ask."""
        return self._ledger

    @property
    def generation(self) -> int:
        """A number that grows with every change of articles: answers of another one are old."""
        return self._catalogue.generation()

    @property
    def grown(self) -> str | None:
        """When an article was last added, ISO 8601 in UTC; None where that is not known."""
        return self._catalogue.grown()

    def titles(self, limit: int) -> list[str]:
        """Titles of at most `limit` articles, each once, newest first."""
        return self._catalogue.titles(limit)

    def titled(self, typed: str, limit: int, hidden: Collection[str] = ()) -> list[Titled]:
        """At most `limit` articles whose title and source hold every word typed, newest first.

        Those of sources in `hidden`, by id, are left out.
        """
        return self._catalogue.titled(typed, limit, hidden)

    def with_title(self, title: str) -> Titled | None:
        """The newest article with exactly that title."""
        return self._catalogue.with_title(title)

    def recall(self, name: str) -> str | None:
        """The value remembered under a name; None where there is none."""
        return self._catalogue.setting(name)

    def remember(self, name: str, value: str) -> None:
        """Keep a value under a name; raises LibraryError where nothing can be written."""
        self._catalogue.set_setting(name, value)
