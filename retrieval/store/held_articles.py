"""The articles and sources that a library holds, and where they were met."""

from __future__ import annotations

from typing import TYPE_CHECKING

from retrieval.model import Filter
from retrieval.store import addresses, hosts, placing, reading, sources, titles
from retrieval.store.filters import article_key
from retrieval.store.meant import called_in_full
from retrieval.store.opened import Opened

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence

    from retrieval.answered import Searched
    from retrieval.model import Article, Paragraph, Source
    from retrieval.store.records import ArticleRow, HeldAt, SourceRow, Told, Version
    from retrieval.store.titles import Titled

_EVERYTHING = Filter()


class HeldArticles(Opened):
    """What is read of articles and sources; an article is named by its id or a part of it."""

    def article(self, article_id: str) -> Article:
        """The article with its text."""
        with self._database.reading() as connection:
            return reading.article(connection, article_key(connection, article_id))

    def paragraphs(self, article_id: str) -> tuple[Paragraph, ...]:
        """An article's paragraphs, in order."""
        with self._database.reading() as connection:
            return reading.paragraphs(connection, article_key(connection, article_id))

    def versions(self, article_id: str, *, inputs: bool = True) -> list[Version]:
        """What the article said before, oldest first; the present version is not among them."""
        with self._database.reading() as connection:
            key = article_key(connection, article_id)
            return reading.versions(connection, key, inputs=inputs)

    def changed(self, chosen: Filter, terms: Sequence[str], limit: int) -> list[str]:
        """Ids of articles whose text of the day `chosen.at`, replaced since, has half of the terms.

        Those with most of them first.
        """
        with self._database.reading() as connection:
            return reading.changed(connection, chosen, terms, limit)

    def raw(self, article_id: str) -> bytes:
        """The article's input as it came."""
        with self._database.reading() as connection:
            return addresses.raw(connection, article_key(connection, article_id))

    def articles(
        self,
        chosen: Filter = _EVERYTHING,
        words: Sequence[str] = (),
        limit: int | None = None,
        offset: int = 0,
    ) -> list[ArticleRow]:
        """The articles that pass and have all the words, newest first, undated ones last.

        With a `limit`, at most so many after the first `offset`.
        """
        with self._database.reading() as connection:
            return reading.articles(connection, chosen, words, limit, offset)

    def count_articles(self, chosen: Filter = _EVERYTHING, words: Sequence[str] = ()) -> int:
        """How many articles pass and have all the words."""
        with self._database.reading() as connection:
            return reading.count(connection, chosen, words)

    def titles(self, limit: int) -> list[str]:
        """Titles of at most `limit` articles, each once, newest first, undated ones last."""
        with self._database.reading() as connection:
            return titles.newest(connection, limit)

    def titled(self, typed: str, limit: int, hidden: Collection[str] = ()) -> list[Titled]:
        """At most `limit` articles whose title and source hold every word typed, newest first.

        Those of sources in `hidden`, by id, are left out.
        """
        with self._database.reading() as connection:
            return titles.holding(connection, typed, limit, hidden)

    def with_title(self, title: str) -> Titled | None:
        """The newest article with exactly that title."""
        with self._database.reading() as connection:
            return titles.titled(connection, title)

    def sources(self) -> list[SourceRow]:
        """Every source with how much of it is held, by name."""
        with self._database.reading() as connection:
            return sources.sources(connection)

    def passing(self, chosen: Filter) -> list[Source]:
        """The sources that have an article that passes, in no order."""
        with self._database.reading() as connection:
            return sources.passing(connection, chosen)

    def languages(self, chosen: Filter = _EVERYTHING) -> dict[str, dict[str, int]]:
        """By source, how many articles that pass are in which language, where that is known."""
        with self._database.reading() as connection:
            return sources.languages(connection, chosen)

    def languages_of(self, article_ids: Sequence[str]) -> dict[str, str | None]:
        """The language of each article by its id; None where it is not known."""
        with self._database.reading() as connection:
            return sources.languages_of(connection, article_ids)

    def source_at(self, domains: Sequence[str]) -> Source | None:
        """The source that a host belongs to, by its name or one of its parents', longest first.

        What the operator said goes first; else a source whose home page is there.
        """
        with self._database.reading() as connection:
            return hosts.source_at(connection, domains)

    def source_called(self, name: str) -> Source | None:
        """The source known by that name, id or spelling, whatever the case."""
        with self._database.reading() as connection:
            return sources.called(connection, name)

    def source_in_full(self, name: str) -> str | None:
        """The id of the one source that goes by that whole name, be it as its host has it."""
        with self._database.reading() as connection:
            return called_in_full(connection, name)

    def counts(self, chosen: Filter = _EVERYTHING) -> Searched:
        """How many sources, articles and paragraphs pass."""
        with self._database.reading() as connection:
            return sources.counts(connection, chosen)

    def by_address(self, path: str | None, url: str | None) -> HeldAt | None:
        """What is held under an address."""
        with self._database.reading() as connection:
            held = addresses.find(connection, path, url)
            if held is None:
                return None
            return addresses.held_at(connection, held)

    def holds(self, article_id: str) -> bool:
        """Whether an article has exactly that id."""
        with self._database.reading() as connection:
            return reading.key_of(connection, article_id) is not None

    def copies(self, article_id: str) -> list[Told]:
        """The addresses of an article's copies, with what was read there."""
        with self._database.reading() as connection:
            return addresses.copies(connection, article_key(connection, article_id))

    def untold(self, limit: int) -> list[Told]:
        """At most `limit` copies of a library made before what they say was kept."""
        with self._database.reading() as connection:
            return addresses.untold(connection, limit)

    def near_copies(self, article_id: str) -> list[str]:
        """Ids of the articles that are copies of this one but for some sentences, oldest first."""
        with self._database.reading() as connection:
            return placing.near_copies(connection, article_key(connection, article_id))

    def by_sketch(self, sketch: Collection[int], least: int) -> list[tuple[str, int]]:
        """Ids of articles that share at least `least` hashes, with how many, most first."""
        with self._database.reading() as connection:
            return reading.by_sketch(connection, sketch, least)
