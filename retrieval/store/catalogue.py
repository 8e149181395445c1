"""The catalogue: sources, articles, paragraphs, words and vectors in one SQLite file."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING

from retrieval.store import addresses, generations, naming, reading, writing
from retrieval.store import sentences as sentence_rows
from retrieval.store import vectors as vector_rows
from retrieval.store.filters import article_key
from retrieval.store.held_articles import HeldArticles
from retrieval.store.held_index import HeldForIndex
from retrieval.store.held_paragraphs import HeldParagraphs
from retrieval.store.opened import GROWN

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    import numpy as np
    from numpy.typing import NDArray

    from retrieval.model import Article, Copy, Draft, Filter, Paragraph, Source
    from retrieval.store.records import Entry, SentenceVectors


class Catalogue(HeldArticles, HeldParagraphs, HeldForIndex):
    """The library's source of truth. Every method is one transaction, from any thread.

    Articles are named by their id or its unambiguous beginning. Methods raise NotFoundError for
    what is not held, and LibraryError and its kin where the file cannot be read or written.
    """

    def add(self, entries: Sequence[Entry], *, encoder: str) -> tuple[str, ...]:
        """Keep new articles, all or none; the ids of those added.

        An entry whose id or address is held already is passed over: its id is not among them.
        """
        with self._database.writing() as connection:
            added = [each for each in entries if writing.add(connection, each, encoder)]
            if added:
                generations.record(connection, rewrites=False)
                self.set_setting(GROWN, datetime.now(UTC).isoformat(timespec="seconds"))
        return tuple(each.draft.article.id for each in added)

    def replace(self, article_id: str, entry: Entry, *, encoder: str, seen: str) -> None:
        """Make the entry the article's new version, noticed at `seen` (ISO 8601).

        The id stays, the old version is kept, and details the entry does not give stay.
        """
        with self._database.writing() as connection:
            key = article_key(connection, article_id)
            writing.replace(connection, key, entry, encoder=encoder, seen=seen)
            generations.record(connection, removes=True)

    def describe(self, article_id: str, article: Article) -> bool:
        """Take over the details given with an article whose text is the same; False for no news.

        Title, source, URL, times, authors and language, where they are given. Raises InputError
        where the URL belongs to another article.
        """
        with self._database.writing() as connection:
            changed = writing.describe(connection, article_key(connection, article_id), article)
            if changed:
                generations.record(connection, rewrites=False)
        return changed

    def post(self, article_id: str, paragraphs: Sequence[Paragraph]) -> bool:
        """Take over when paragraphs of the article were posted; False for no news."""
        with self._database.writing() as connection:
            changed = writing.post(connection, article_key(connection, article_id), paragraphs)
            if changed:
                generations.record(connection, rewrites=False)
        return changed

    def remove(self, article_id: str) -> None:
        """Take an article out, with its versions, copies, words and vectors."""
        with self._database.writing() as connection:
            writing.remove(connection, article_key(connection, article_id))
            generations.record(connection, removes=True)

    def remove_all(self, chosen: Filter) -> int:
        """Take out all articles that pass, or none; gives how many those were."""
        with self._database.writing() as connection:
            gone = [row.ref.id for row in reading.articles(connection, chosen)]
            for article_id in gone:
                writing.remove(connection, article_key(connection, article_id))
            if gone:
                generations.record(connection, removes=True)
        return len(gone)

    def prune(self, key: int) -> None:
        """Take out an article for its age, by its key; a source known by name stays."""
        with self._database.writing() as connection:
            writing.remove(connection, key, keep_source=True)
            generations.record(connection, removes=True)

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
                generations.record(connection, rewrites=False)

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
            generations.record(connection, rewrites=False)

    def remove_copy(self, article_id: str, copy: Copy) -> None:
        """Forget a copy's address, as where something else is now published there."""
        with self._database.writing() as connection:
            if addresses.remove_copy(connection, article_key(connection, article_id), copy):
                generations.record(connection, rewrites=False)

    def put_vectors(
        self, encoder: str, ids: Sequence[int] | NDArray[np.int64], matrix: NDArray[np.float32]
    ) -> None:
        """File vectors (n, dimensions) of an encoder; paragraphs gone meanwhile are passed over."""
        with self._database.writing() as connection:
            appended = vector_rows.put(connection, encoder, [int(each) for each in ids], matrix)
            generations.record(connection, rewrites=not appended)

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
            generations.record(connection, rewrites=False)
        return renamed
