"""The catalogue: sources, articles, paragraphs, words and vectors in one SQLite file."""

from __future__ import annotations

from contextlib import contextmanager
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Self

import numpy as np

from retrieval.model import Filter
from retrieval.store import (
    addresses,
    checking,
    hosts,
    naming,
    placing,
    reading,
    vocabulary,
    words,
    writing,
)
from retrieval.store import sentences as sentence_rows
from retrieval.store import vectors as vector_rows
from retrieval.store.database import Database
from retrieval.store.filters import article_key

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Mapping, Sequence
    from pathlib import Path

    from numpy.typing import NDArray

    from retrieval.model import Article, Copy, Draft, Paragraph, Searched, Source
    from retrieval.store.records import (
        ArticleRow,
        Entry,
        HeldAt,
        Located,
        Place,
        SentenceVectors,
        SourceRow,
        Told,
        Version,
    )

_EVERYTHING = Filter()
_GROWN = "grown"


class Catalogue:
    """The library's source of truth. Every method is one transaction, from any thread.

    Articles are named by their id or its unambiguous beginning. Methods raise NotFoundError for
    what is not held, and LibraryError and its kin where the file cannot be read or written.
    """

    def __init__(self, database: Database) -> None:
        self._database = database

    @classmethod
    def open(cls, folder: Path, *, busy_seconds: float = 30.0, create: bool = True) -> Catalogue:
        """Open the library in a folder, made where there is none and `create` says so.

        Raises LibraryError, LibraryVersionError or LibraryBusyError. A library that cannot be
        written opens for reading.
        """
        return cls(Database(folder, busy_seconds=busy_seconds, create=create))

    def close(self) -> None:
        """Close the file; the catalogue cannot be used afterwards."""
        self._database.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *exc: object) -> None:
        self.close()

    @property
    def folder(self) -> Path:
        """The library's folder."""
        return self._database.folder

    @property
    def database(self) -> Database:
        """The file, for what is kept in it beside the articles."""
        return self._database

    @property
    def read_only(self) -> bool:
        """Whether changes are refused."""
        return self._database.read_only

    @contextmanager
    def writing(self) -> Iterator[None]:
        """Hold the write lock, so that what is read inside is still so when it is acted on.

        Calls of the same thread inside the block are one transaction: all or nothing.
        """
        with self._database.writing():
            yield

    # Changes

    def add(self, entries: Sequence[Entry], *, encoder: str) -> tuple[str, ...]:
        """Keep new articles, all or none; the ids of those added.

        An entry whose id or address is held already is passed over: its id is not among them.
        """
        with self._database.writing() as connection:
            added = [each for each in entries if writing.add(connection, each, encoder)]
            if added:
                writing.record(connection, rewrites=False)
                self.set_setting(_GROWN, datetime.now(UTC).isoformat(timespec="seconds"))
        return tuple(each.draft.article.id for each in added)

    def replace(self, article_id: str, entry: Entry, *, encoder: str, seen: str) -> None:
        """Make the entry the article's new version, noticed at `seen` (ISO 8601).

        The id stays, the old version is kept, and details the entry does not give stay.
        """
        with self._database.writing() as connection:
            key = article_key(connection, article_id)
            writing.replace(connection, key, entry, encoder=encoder, seen=seen)
            writing.record(connection, rewrites=True)

    def describe(self, article_id: str, article: Article) -> bool:
        """Take over the details given with an article whose text is the same; False for no news.

        Title, source, URL, times, authors and language, where they are given. Raises InputError
        where the URL belongs to another article.
        """
        with self._database.writing() as connection:
            changed = writing.describe(connection, article_key(connection, article_id), article)
            if changed:
                writing.record(connection, rewrites=False)
        return changed

    def remove(self, article_id: str) -> None:
        """Take an article out, with its versions, copies, words and vectors."""
        with self._database.writing() as connection:
            writing.remove(connection, article_key(connection, article_id))
            writing.record(connection, rewrites=True)

    def remove_all(self, chosen: Filter) -> int:
        """Take out all articles that pass, or none; gives how many those were."""
        with self._database.writing() as connection:
            gone = [row.ref.id for row in reading.articles(connection, chosen)]
            for article_id in gone:
                writing.remove(connection, article_key(connection, article_id))
            if gone:
                writing.record(connection, rewrites=True)
        return len(gone)

    def add_copy(
        self,
        article_id: str,
        copy: Copy,
        raw: bytes | None,
        media_type: str | None,
        draft: Draft | None = None,
    ) -> None:
        """Keep another address of an article with what was read there; once is enough.

        Raises InputError where the address belongs to another article.
        """
        with self._database.writing() as connection:
            key = article_key(connection, article_id)
            if addresses.insert_copy(connection, key, copy, raw, media_type, draft):
                writing.record(connection, rewrites=False)

    def tell(self, address: int, draft: Draft | None) -> None:
        """Keep the article that was read at a copy's address; None where there is none."""
        with self._database.writing() as connection:
            addresses.tell(connection, address, draft)

    def refer(
        self,
        article_id: str,
        original: str | None,
        own: Sequence[tuple[int, int]] = (),
        sentences: int = 0,
    ) -> None:
        """Make an article a copy of another but for the sentences in those spans of its text.

        `sentences` is how many of them say something. Without another one it stands for itself.
        """
        with self._database.writing() as connection:
            other = None if original is None else article_key(connection, original)
            writing.refer(connection, article_key(connection, article_id), other, own, sentences)
            writing.record(connection, rewrites=False)

    def remove_copy(self, article_id: str, copy: Copy) -> None:
        """Forget a copy's address, as where something else is now published there."""
        with self._database.writing() as connection:
            if addresses.remove_copy(connection, article_key(connection, article_id), copy):
                writing.record(connection, rewrites=False)

    def put_vectors(
        self, encoder: str, ids: Sequence[int] | NDArray[np.int64], matrix: NDArray[np.float32]
    ) -> None:
        """File vectors (n, dimensions) of an encoder; paragraphs gone meanwhile are passed over."""
        with self._database.writing() as connection:
            appended = vector_rows.put(connection, encoder, [int(each) for each in ids], matrix)
            writing.record(connection, rewrites=not appended)

    def put_sentences(
        self, encoder: str, splitter: int, found: Mapping[str, SentenceVectors]
    ) -> None:
        """File the sentences of articles, by article id; articles gone meanwhile are passed over.

        No answer changes by it: what is not filed yet is encoded when it is needed.
        """
        with self._database.writing() as connection:
            for article_id, sentences in found.items():
                key = reading.key_of(connection, article_id)
                if key is not None:
                    sentence_rows.put(connection, key, encoder, splitter, sentences)

    def rename(
        self, source: str, name: str, own: Sequence[str] = (), *, merge: bool = False
    ) -> Source:
        """Correct a source's name; where another has it and `merge` says so, both become that one.

        The hosts in `own` are its own from now on. Raises NotFoundError and InputError.
        """
        with self._database.writing() as connection:
            renamed = naming.rename(connection, source, name, own, merge=merge)
            writing.record(connection, rewrites=False)
        return renamed

    def set_setting(self, name: str, value: str) -> None:
        """Remember a value under a name."""
        with self._database.writing() as connection:
            connection.execute(
                "INSERT INTO setting VALUES (?, ?) "
                "ON CONFLICT (name) DO UPDATE SET value = excluded.value",
                (name, value),
            )

    # Articles and sources

    def article(self, article_id: str) -> Article:
        """The article with its text."""
        with self._database.reading() as connection:
            return reading.article(connection, article_key(connection, article_id))

    def paragraphs(self, article_id: str) -> tuple[Paragraph, ...]:
        """An article's paragraphs, in order."""
        with self._database.reading() as connection:
            return reading.paragraphs(connection, article_key(connection, article_id))

    def versions(self, article_id: str) -> list[Version]:
        """What the article said before, oldest first; the present version is not among them."""
        with self._database.reading() as connection:
            return reading.versions(connection, article_key(connection, article_id))

    def raw(self, article_id: str) -> bytes:
        """The article's input as it came."""
        with self._database.reading() as connection:
            return addresses.raw(connection, article_key(connection, article_id))

    def articles(self, chosen: Filter = _EVERYTHING, words: Sequence[str] = ()) -> list[ArticleRow]:
        """The articles that pass and have all the words, newest first, undated ones last."""
        with self._database.reading() as connection:
            return reading.articles(connection, chosen, words)

    def titles(self) -> list[str]:
        """The articles' titles, each once, newest first, those without a date last."""
        with self._database.reading() as connection:
            return reading.titles(connection)

    def sources(self) -> list[SourceRow]:
        """Every source with how much of it is held, by name."""
        with self._database.reading() as connection:
            return reading.sources(connection)

    def languages(self, chosen: Filter = _EVERYTHING) -> dict[str, dict[str, int]]:
        """By source, how many articles that pass are in which language, where that is known."""
        with self._database.reading() as connection:
            return reading.languages(connection, chosen)

    def source_at(self, domains: Sequence[str]) -> Source | None:
        """The source that a host belongs to, by its name or one of its parents', longest first.

        What the operator said goes first; else a source whose home page is there.
        """
        with self._database.reading() as connection:
            return hosts.source_at(connection, domains)

    def counts(self, chosen: Filter = _EVERYTHING) -> Searched:
        """How many sources, articles and paragraphs pass."""
        with self._database.reading() as connection:
            return reading.counts(connection, chosen)

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

    # Paragraphs, words and vectors

    def paragraph_ids(self, chosen: Filter = _EVERYTHING) -> NDArray[np.int64]:
        """Ids of the paragraphs of the articles that pass, ascending."""
        with self._database.reading() as connection:
            return np.array(reading.paragraph_ids(connection, chosen), dtype=np.int64)

    def locate(self, ids: Sequence[int] | NDArray[np.int64]) -> list[Located]:
        """Paragraphs by id, in the order given; ids that are no longer held are left out."""
        with self._database.reading() as connection:
            return reading.locate(connection, [int(each) for each in ids])

    def places(
        self, ids: Sequence[int] | NDArray[np.int64], searched: Filter = _EVERYTHING
    ) -> dict[int, Place]:
        """Whose paragraphs are, by their ids, without their texts; those gone are left out.

        `searched` is what else is searched: what a copy shares with an article there is none of its
        own.
        """
        with self._database.reading() as connection:
            found = placing.places(connection, [int(each) for each in ids], searched)
        return {each.id: each for each in found}

    def places_in(
        self, article_ids: Sequence[str], searched: Filter = _EVERYTHING
    ) -> dict[int, Place]:
        """The paragraphs of articles, by their ids; `searched` as for `places`."""
        with self._database.reading() as connection:
            found = placing.places_in(connection, article_ids, searched)
        return {each.id: each for each in found}

    def words(
        self, terms: Sequence[str], k: int, among: NDArray[np.int64] | None = None
    ) -> list[tuple[int, float]]:
        """Ids and BM25 scores of the k best paragraphs that hold any of the terms, best first.

        Terms are plain text, never query syntax. With `among`, only those ids are eligible, and
        k of them come back where there are k.
        """
        with self._database.reading() as connection:
            return words.search(connection, terms, k, among)

    def nearest_word(self, word: str) -> str | None:
        """The word most like one that no paragraph has; None for one that is held, or like none."""
        with self._database.reading() as connection:
            return vocabulary.nearest(connection, word)

    def vectors(
        self, encoder: str, after: int = 0
    ) -> tuple[NDArray[np.int64], NDArray[np.float32]]:
        """Ids above `after`, ascending, and vectors (n, dimensions); (0, 0) for none."""
        with self._database.reading() as connection:
            return vector_rows.after(connection, encoder, after)

    def missing(self, encoder: str, limit: int) -> list[Located]:
        """At most `limit` paragraphs that have no vector of that encoder yet."""
        with self._database.reading() as connection:
            return reading.locate(connection, vector_rows.missing(connection, encoder, limit))

    def paragraph_vectors(
        self, encoder: str, article_id: str
    ) -> tuple[NDArray[np.int64], NDArray[np.float32]]:
        """Numbers of an article's paragraphs that have a vector, and those; (0, 0) for none."""
        with self._database.reading() as connection:
            key = article_key(connection, article_id)
            return vector_rows.of_article(connection, encoder, key)

    def sentences(
        self, encoder: str, splitter: int, article_ids: Sequence[str]
    ) -> dict[str, SentenceVectors]:
        """The sentences of articles as that splitter cuts them; articles without are left out."""
        with self._database.reading() as connection:
            return sentence_rows.get(connection, encoder, splitter, article_ids)

    def without_sentences(self, encoder: str, splitter: int, limit: int) -> list[str]:
        """Ids of at most `limit` articles that have no sentences of that kind yet."""
        with self._database.reading() as connection:
            return sentence_rows.missing(connection, encoder, splitter, limit)

    # State

    def generation(self) -> int:
        """A number that grows with every change of articles or vectors."""
        with self._database.reading() as connection:
            return reading.generation(connection)

    def token(self, generation: int) -> int | None:
        """The random number drawn for that change; None where there was none."""
        with self._database.reading() as connection:
            return reading.token(connection, generation)

    def rewritten(self) -> int:
        """The last generation that did more than put new vectors after all others; 0 for none."""
        with self._database.reading() as connection:
            return reading.rewritten(connection)

    def grown(self) -> str | None:
        """When an article was last added, in UTC; None where that was before it was noted."""
        return self.setting(_GROWN)

    def setting(self, name: str) -> str | None:
        """The value remembered under a name."""
        with self._database.reading() as connection:
            row = connection.execute("SELECT value FROM setting WHERE name = ?", (name,)).fetchone()
        return None if row is None else str(row[0])

    def check(self) -> list[str]:
        """What is wrong with the library, a line each; reads the whole file."""
        with self._database.reading() as connection:
            return list(checking.problems(connection))
